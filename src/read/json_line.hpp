// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "core/document.hpp"
#include "core/result.hpp"

namespace synoptic {

/// The page that a JSON object holds, its path and record left empty. Keys, the first of each row that is there and not empty:
///
///     text      text, maintext, plaintext, raw_text, articleBody, article_text, content, body (a text, or an object whose lists are its
///     lines) page      html, raw_html, html's content   (used where there is no text; a page to be cleaned) title     title, headline date
///     date, date_publish, published, publish_date, publishing_date, date_published, pubDate, timestamp source    source (unless it is an
///     address), sitename, meta_site_name, publisher, source_name, source_domain, outlet, hostname author    author, authors, byline   (a
///     text, or a list of texts or of objects with a name) url       url, link, canonical_link, canonical_url, html's responded_url, source
///     id        id, fingerprint, uid      (a text or a whole number)
///
/// These are the keys of news-please, trafilatura, fundus and newspaper4k, among others. Anything else is passed over, whatever its depth.
/// Broken UTF-8 is repaired. An Error says what is wrong with the line.
Result<Page> parse_json_page(std::string_view line);

}  // namespace synoptic
