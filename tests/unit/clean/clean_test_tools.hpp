// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "clean/clean.hpp"

namespace synoptic {

inline Document clean_page(std::string_view bytes, PageKind kind) {
    Page page;
    page.path = "folder/page";
    page.kind = kind;
    page.bytes = bytes;
    auto document = clean(page);
    EXPECT_TRUE(document) << (document ? "" : document.reason());
    return document ? std::move(document.value()) : Document{};
}

inline Document clean_html(std::string_view bytes) { return clean_page(bytes, PageKind::html); }
inline Document clean_text(std::string_view bytes) { return clean_page(bytes, PageKind::text); }

inline bool has(const Document& document, std::string_view words) { return document.text.find(words) != std::string::npos; }

/// The reason for which a text with these words was cut; "" if it was not.
inline std::string cut_reason(const Document& document, std::string_view words) {
    const auto found = std::ranges::find_if(document.cut, [&](const Cut& cut) { return cut.text.find(words) != std::string::npos; });
    return found == document.cut.end() ? "" : found->reason;
}

/// Three paragraphs that are an article beyond doubt.
inline const std::string paragraphs = "<p>The harbour board of Lower Wenning agreed on Monday to raise the sea wall by two metres, after "
                                      "three winters in which storms had flooded the fish market.</p>"
                                      "<p>Work will begin in April and is to last eighteen months, the board said, at a cost of some nine "
                                      "million crowns that the town will borrow from the province.</p>"
                                      "<p>Fishermen who rent the stalls had asked for a lower wall and a gate, arguing that the higher one "
                                      "would hide the boats from the road and from their buyers.</p>";

}  // namespace synoptic
