// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "clean/dom.hpp"
#include "clean/json_ld.hpp"

namespace synoptic {

/// What a page states of itself for machines: meta tags wherever they stand, JSON-LD, <title>, the canonical address.
struct PageHead {
    std::map<std::string, std::string, std::less<>>
        tags;                                   ///< by lower-case name ("itemprop:" before an itemprop's); the first of each counts
    std::vector<std::string> citation_authors;  ///< <meta name="citation_author">, one for each author
    LinkedData data;
    std::string title;  ///< <title>
    std::string canonical;
    std::string language;  ///< <html lang>

    /// The value of the first of `names` that is there, or "".
    [[nodiscard]] std::string_view first_of(std::initializer_list<std::string_view> names) const;
};

PageHead read_head(const Dom& dom);

/// Entities and tags that a value holds once more are resolved: "Smith &amp;amp; Co" => "Smith & Co".
std::string plain(std::string_view text);

}  // namespace synoptic
