// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "core/document.hpp"
#include "core/result.hpp"

namespace synoptic {

/// The page that a JSON object holds, its path and record left empty. Keys, the first of each row that is there and not empty:
///
///     text      text, maintext, raw_text, articleBody, article_text, content, body
///     page      html, raw_html            (used where there is no text; a page to be cleaned)
///     title     title, headline
///     date      date, date_publish, published, publish_date, date_published, pubDate, timestamp
///     source    source, source_domain, sitename, publisher, source_name, hostname, outlet
///     author    author, authors           (a text, or a list of texts or of objects with a name)
///     url       url, link, canonical_url, source_url
///     id        id, fingerprint, uid      (a text or a whole number)
///
/// Anything else is passed over, whatever its depth. Broken UTF-8 is repaired. An Error says what is wrong with the line.
Result<Page> parse_json_page(std::string_view line);

}  // namespace synoptic
