// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document.hpp"

namespace synoptic {

/// A run of a page's visible text in page order: a block of the article, or something to be cut.
struct Piece {
    std::string text;  ///< white space folded
    BlockKind kind = BlockKind::paragraph;
    std::string reason;               ///< empty: stays; else a Cut's reason
    Span page;                        ///< bytes of the decoded page
    bool is_linked = false;           ///< nearly all of it is link text
    std::uint32_t block = split_off;  ///< the number of the page's block or line it was made from

    static constexpr std::uint32_t split_off = 0xFFFFFFFF;  ///< of a piece that a rule split off another

    [[nodiscard]] bool stays() const { return reason.empty(); }
};

using Pieces = std::vector<Piece>;

}  // namespace synoptic
