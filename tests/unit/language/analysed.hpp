// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "core/date.hpp"
#include "core/document.hpp"
#include "language/analyzer.hpp"

namespace synoptic {

/// A document of this text, each line a paragraph, as the language stage leaves it.
inline Document analysed(std::string_view text, std::string_view published = {}, std::string_view language = "en") {
    static const Analyzer analyzer;
    Document document;
    document.text = text;
    document.language = language;
    if (const auto date = parse_iso(published)) {
        document.published = Published{.date = *date, .basis = "meta"};
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at) {
            document.blocks.push_back(
                {.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, .kind = BlockKind::paragraph});
        }
        at = end + 1;
    }
    analyzer.analyze(document);
    return document;
}

}  // namespace synoptic
