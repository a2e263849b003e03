// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/dom.hpp"
#include "clean/node_names.hpp"
#include "core/document.hpp"

namespace synoptic {

/// A line or paragraph of a page as it would be seen: the text between two block borders.
struct PageBlock {
    std::uint32_t owner = 0;       ///< the innermost block element around it (a table row for its cells)
    std::uint32_t first_text = 0;  ///< its first text node
    std::string text;              ///< white space folded; cells of a row separated by " | "
    std::uint32_t linked = 0;      ///< bytes of it that are link text
    std::uint32_t strong = 0;      ///< bytes in bold
    std::uint32_t slanted = 0;     ///< bytes in italics
    BlockKind kind = BlockKind::paragraph;
    std::string_view reason;  ///< what the names and tags around it say against it; "" for nothing
    Span page;

    /// The share of link text, 0 to 1.
    [[nodiscard]] double link_density() const {
        return text.empty() ? 0.0 : static_cast<double>(linked) / static_cast<double>(text.size());
    }
};

/// All visible text of a page in page order. `reasons` has one entry for every node (see furniture_by_names).
std::vector<PageBlock> page_blocks(const Dom& dom, const std::vector<std::string_view>& reasons);

/// What speaks against elements: their tags, roles and names; their tags and roles only; nothing but that they are not seen.
enum class Trust : std::uint8_t { names, tags, nothing };

/// For every node the reason to cut it that its own or an outer element's tag, role, class or id gives, or "". Elements that are never
/// seen (scripts, hidden boxes) have the reason "invisible".
std::vector<std::string_view> furniture_by_names(const Dom& dom, const NodeNames& names, Trust trust = Trust::names);

constexpr std::string_view invisible = "invisible";

}  // namespace synoptic
