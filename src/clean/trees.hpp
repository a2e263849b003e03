// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "clean/clues.hpp"

namespace synoptic {

/// Gradient-boosted decision trees over the clues of a thing: of a line and for the lines around it, of a day. One row of their table is
/// one tree, read from the root down, the lower branch first: a question is a clue and a bound ("length 42": 42 bytes or less?),
/// "length@-1" asks it of the line before; "=" stands before a leaf's value. The sum of the leaves is the log-odds of yes.
class Trees {
public:
    /// `names` are those of the clues. Throws Failure where the table is broken.
    Trees(std::string_view table, std::span<const std::string_view> names);

    /// The log-odds for the line `at`. Lines outside the page have no clues: all 0.
    [[nodiscard]] float operator()(std::span<const ClueRow> rows, std::size_t at) const;
    /// The log-odds for a thing by itself, from all its clues.
    [[nodiscard]] float operator()(std::span<const float> clues) const;

    /// What has less is not.
    [[nodiscard]] float threshold() const { return threshold_; }

private:
    struct Node {
        std::int16_t clue = 0;    ///< -1 for a leaf
        std::int16_t shift = 0;   ///< lines
        std::uint32_t above = 0;  ///< the node for more than the bound; the one for less follows
        float value = 0;          ///< the bound, or the leaf's
    };
    void add_tree(const std::vector<std::string_view>& cells, std::size_t line, std::span<const std::string_view> names);
    template <typename ValueOf>
    [[nodiscard]] float sum(ValueOf value_of) const;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> roots_;
    float threshold_ = 0;
    float bias_ = 0;
};

}  // namespace synoptic
