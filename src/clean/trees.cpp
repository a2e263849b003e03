// SPDX-License-Identifier: Apache-2.0
#include "clean/trees.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstdlib>
#include <limits>

#include "core/asset.hpp"
#include "core/failure.hpp"
#include "core/table.hpp"

namespace synoptic {

namespace {

constexpr int furthest = 100;  ///< lines from a line to one that is asked about it

template <typename Number>
bool read_number(std::string_view text, Number& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

Trees::Trees(std::string_view table, std::span<const std::string_view> names) {
    for (const Row& row : parse_table(table)) {
        if (row.at(0) == "tree") {
            add_tree(row.cells, row.line, names);
        } else if (!read_number(row.at(1), row.at(0) == "threshold" ? threshold_ : bias_)) {
            throw Failure(fmt::format("line {} of a table of trees has no number", row.line));
        }
    }
}

void Trees::add_tree(const std::vector<std::string_view>& cells, std::size_t line, std::span<const std::string_view> names) {
    const auto broken = [&] { return Failure(fmt::format("the tree in line {} of its table is broken", line)); };
    Tree tree{.first = static_cast<std::uint32_t>(nodes_.size()), .depth = 0};
    struct Question {
        std::uint16_t number;
        std::uint32_t depth;
    };
    std::vector<Question> waiting;  // whose upper branch is yet to come
    std::uint32_t depth = 0;
    bool complete = false;
    for (std::size_t at = 1; at + 1 < cells.size(); at += 2) {
        std::string_view name = cells[at];
        float value = 0;
        if (complete || !read_number(cells[at + 1], value) || nodes_.size() - tree.first >= 0xFFFF) {
            throw broken();
        }
        const auto number = static_cast<std::uint16_t>(nodes_.size() - tree.first);
        tree.depth = std::max(tree.depth, depth);
        if (name == "=") {
            nodes_.push_back({.clue = 0, .bound = -std::numeric_limits<float>::infinity(), .next = {number, number}});
            leaves_.push_back(value);
            complete = waiting.empty();
            if (!complete) {
                nodes_[tree.first + waiting.back().number].next[1] = static_cast<std::uint16_t>(number + 1);
                depth = waiting.back().depth + 1;
                waiting.pop_back();
            }
            continue;
        }
        int shift = 0;
        if (const std::size_t mark = name.find('@'); mark != std::string_view::npos) {
            if (!read_number(name.substr(mark + 1), shift) || std::abs(shift) > furthest) {
                throw broken();
            }
            name = name.substr(0, mark);
        }
        const auto found = std::ranges::find(names, name);
        if (found == names.end()) {
            throw broken();
        }
        reach_ = std::max(reach_, static_cast<std::size_t>(std::abs(shift)));
        const auto clue = shift * static_cast<std::int32_t>(names.size()) + static_cast<std::int32_t>(found - names.begin());
        nodes_.push_back({.clue = clue, .bound = value, .next = {static_cast<std::uint16_t>(number + 1), 0}});
        leaves_.push_back(0);
        waiting.push_back({number, depth});
        ++depth;
    }
    if (!complete) {
        throw broken();
    }
    trees_.push_back(tree);
}

float Trees::leaf(const Tree& tree, const float* clues) const {
    const Node* const nodes = nodes_.data() + tree.first;
    std::size_t number = 0;
    for (std::uint32_t level = 0; level < tree.depth; ++level) {
        const Node& node = nodes[number];
        number = node.next[clues[node.clue] <= node.bound ? 0 : 1];
    }
    return leaves_[tree.first + number];
}

std::vector<float> Trees::operator()(std::span<const ClueRow> rows, std::span<const std::size_t> lines) const {
    std::vector<ClueRow> page(rows.size() + 2 * reach_, ClueRow{});  // with empty lines around
    std::ranges::copy(rows, page.begin() + static_cast<std::ptrdiff_t>(reach_));
    std::vector<float> sums(lines.size(), bias_);
    for (const Tree& tree : trees_) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            sums[i] += leaf(tree, page[lines[i] + reach_].data());
        }
    }
    return sums;
}

float Trees::operator()(std::span<const float> clues) const {
    assert(reach_ == 0);
    float sum = bias_;
    for (const Tree& tree : trees_) {
        sum += leaf(tree, clues.data());
    }
    return sum;
}

}  // namespace synoptic
