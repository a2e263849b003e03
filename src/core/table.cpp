// SPDX-License-Identifier: Apache-2.0
#include "core/table.hpp"

#include "core/asset.hpp"
#include "core/text.hpp"

namespace synoptic {

std::vector<Row> parse_table(std::string_view bytes) {
    std::vector<Row> rows;
    std::uint32_t number = 0;
    for (std::string_view line : split(bytes, '\n')) {
        ++number;
        if (trim(line).empty() || line.front() == '#') {
            continue;
        }
        Row row{.cells = split(line, '\t'), .line = number};
        for (std::string_view& cell : row.cells) {
            cell = trim(cell);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Row> load_table(std::string_view name) { return parse_table(asset(name)); }

}  // namespace synoptic
