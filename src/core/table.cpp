// SPDX-License-Identifier: Apache-2.0
#include "core/table.hpp"

#include <algorithm>
#include <utility>

#include "core/asset.hpp"
#include "core/text.hpp"

namespace synoptic {

std::vector<Row> parse_table(std::string_view bytes) {
    std::vector<Row> rows;
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        const std::string_view line = bytes.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.empty() || line.front() == '#' || trim(line).empty()) {
            continue;
        }
        Row row{.cells = {}, .line = number};
        row.cells.reserve(static_cast<std::size_t>(std::ranges::count(line, '\t')) + 1);
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t tab = std::min(line.find('\t', at), line.size());
            row.cells.push_back(trim(line.substr(at, tab - at)));
            at = tab + 1;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Row> load_table(std::string_view name) { return parse_table(asset(name)); }

}  // namespace synoptic
