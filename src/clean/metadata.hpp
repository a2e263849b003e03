// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clean/day_clues.hpp"
#include "clean/dom.hpp"
#include "clean/node_names.hpp"
#include "core/document.hpp"

namespace synoptic {

/// What a page states of itself.
struct Metadata {
    std::optional<std::string> title;
    std::optional<std::string> author;
    std::optional<std::string> publisher;
    std::optional<Published> published;
    std::optional<Date> modified;
    std::optional<std::string> section;
    std::string url;
    std::string language;             ///< as <html lang> says; "" if it does not
    std::string article_body;         ///< JSON-LD's articleBody: a witness for what the article is
    std::vector<std::string> titles;  ///< every form of the title, to know its echoes
    std::vector<Warning> warnings;
};

/// Reads JSON-LD, meta tags, microdata, headings, bylines and dates of an HTML page.
Metadata read_metadata(const Dom& dom, const NodeNames& names);

/// The days that a page names with the clues by which one of them is taken for its day of publication.
std::vector<DayCandidate> read_days(const Dom& dom);

}  // namespace synoptic
