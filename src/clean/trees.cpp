// SPDX-License-Identifier: Apache-2.0
#include "clean/trees.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/asset.hpp"
#include "core/failure.hpp"
#include "core/table.hpp"

namespace synoptic {

namespace {

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
    roots_.push_back(static_cast<std::uint32_t>(nodes_.size()));
    std::vector<std::uint32_t> waiting;  // questions whose upper branch is yet to come
    bool complete = false;
    for (std::size_t at = 1; at + 1 < cells.size(); at += 2) {
        std::string_view name = cells[at];
        Node node;
        if (complete || !read_number(cells[at + 1], node.value)) {
            throw broken();
        }
        const auto number = static_cast<std::uint32_t>(nodes_.size());
        if (name == "=") {
            node.clue = -1;
            nodes_.push_back(node);
            complete = waiting.empty();
            if (!complete) {
                nodes_[waiting.back()].above = number + 1;
                waiting.pop_back();
            }
            continue;
        }
        if (const std::size_t mark = name.find('@'); mark != std::string_view::npos) {
            if (!read_number(name.substr(mark + 1), node.shift)) {
                throw broken();
            }
            name = name.substr(0, mark);
        }
        const auto found = std::ranges::find(names, name);
        if (found == names.end()) {
            throw broken();
        }
        node.clue = static_cast<std::int16_t>(found - names.begin());
        waiting.push_back(number);
        nodes_.push_back(node);
    }
    if (!complete) {
        throw broken();
    }
}

template <typename ValueOf>
float Trees::sum(ValueOf value_of) const {
    float sum = bias_;
    for (const std::uint32_t root : roots_) {
        std::uint32_t number = root;
        while (nodes_[number].clue >= 0) {
            number = value_of(nodes_[number]) <= nodes_[number].value ? number + 1 : nodes_[number].above;
        }
        sum += nodes_[number].value;
    }
    return sum;
}

float Trees::operator()(std::span<const ClueRow> rows, std::size_t at) const {
    return sum([&](const Node& node) {
        const std::size_t line = at + static_cast<std::size_t>(node.shift);  // wraps below 0: outside as well
        return line < rows.size() ? rows[line][static_cast<std::size_t>(node.clue)] : 0.0F;
    });
}

float Trees::operator()(std::span<const float> clues) const {
    return sum([&](const Node& node) { return clues[static_cast<std::size_t>(node.clue)]; });
}

}  // namespace synoptic
