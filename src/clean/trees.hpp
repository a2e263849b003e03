// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
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

    /// The log-odds for each of `lines`. Lines outside the page have no clues: all 0.
    [[nodiscard]] std::vector<float> operator()(std::span<const ClueRow> rows, std::span<const std::size_t> lines) const;
    /// The log-odds for a thing by itself, from all its clues.
    [[nodiscard]] float operator()(std::span<const float> clues) const;

    /// What has less is not.
    [[nodiscard]] float threshold() const { return threshold_; }

private:
    /// A leaf asks as well, and leads to itself whatever the answer, so that all ways down a tree are equally long: nothing to guess for
    /// the processor, and many lines can go down at a time.
    struct Node {
        std::int32_t clue = 0;                ///< counted from the line's first clue on: a row further for each line below
        float bound = 0;                      ///< minus infinity for a leaf
        std::array<std::uint16_t, 2> next{};  ///< where a value of no more than the bound leads, and where one of more does
    };
    struct Tree {
        std::uint32_t first = 0;  ///< of its nodes, which are numbered from there
        std::uint32_t depth = 0;
    };
    void add_tree(const std::vector<std::string_view>& cells, std::size_t line, std::span<const std::string_view> names);
    [[nodiscard]] float leaf(const Tree& tree, const float* clues) const;

    std::vector<Node> nodes_;
    std::vector<float> leaves_;  ///< the value of each node that is a leaf
    std::vector<Tree> trees_;
    std::size_t reach_ = 0;  ///< lines above and below that are asked
    float threshold_ = 0;
    float bias_ = 0;
};

}  // namespace synoptic
