// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

/// One line of a data/*.tsv table: its cells (views into the table's bytes) and its number in the file, for messages.
struct Row {
    std::vector<std::string_view> cells;
    std::uint32_t line = 0;

    /// The cell, or "" where the line is shorter.
    [[nodiscard]] std::string_view at(std::size_t column) const { return column < cells.size() ? cells[column] : std::string_view{}; }
};

/// Reads a tab-separated table: lines that are empty or start with '#' are left out, cells are trimmed. `bytes` must outlive the rows.
/// "# comment\na\tb\n" => {{"a", "b"}}
std::vector<Row> parse_table(std::string_view bytes);

/// The table built in under this name, e.g. load_table("titles.tsv").
std::vector<Row> load_table(std::string_view name);

}  // namespace synoptic
