// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "clean/dom.hpp"
#include "clean/node_names.hpp"

namespace synoptic {

/// One visible line of a page: the text of a block element, or what of it stands between two blocks.
struct PageLine {
    std::uint32_t begin = 0;  ///< its nodes, [begin, end)
    std::uint32_t end = 0;
    std::uint32_t words_before = 0;  ///< words of the page before it, those of asides left out
    std::string text;                ///< white space folded, a space where an element ends; at most `longest` bytes of it
    bool whole = true;               ///< `text` is all of it
    bool aside = false;              ///< stands in a navigation, a list of other articles, comments, a form or the like

    static constexpr std::size_t longest = 300;  ///< bytes
};

/// The visible lines of a page in page order, and where its headline stands among them.
class PageLines {
public:
    static constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

    /// `headline` is the node of the heading, or `nowhere`. What holds it is no aside, whatever its name.
    PageLines(const Dom& dom, const NodeNames& names, std::uint32_t headline);

    [[nodiscard]] const std::vector<PageLine>& lines() const { return lines_; }
    [[nodiscard]] const PageLine& operator[](std::size_t at) const { return lines_[at]; }
    [[nodiscard]] std::size_t size() const { return lines_.size(); }
    /// The first and the last line of the headline; both size() where there is none.
    [[nodiscard]] std::size_t headline() const { return headline_; }
    [[nodiscard]] std::size_t headline_end() const { return headline_end_; }
    /// Whether the node stands in an aside.
    [[nodiscard]] bool is_aside(std::uint32_t node) const;
    /// The line that a node begins in, or the next one; size() after the last.
    [[nodiscard]] std::size_t line_of(std::uint32_t node) const;

    /// How far a line stands from the headline, as its place tells of a byline.
    enum class Place : std::uint8_t { far, above, below };
    /// `below`: after the headline and before much text; `above`: one of the few lines before it, with no aside between.
    [[nodiscard]] Place place(std::size_t line) const;

private:
    struct Range {
        std::uint32_t begin;
        std::uint32_t end;
    };
    std::vector<PageLine> lines_;
    std::vector<Range> asides_;
    std::size_t headline_ = 0;
    std::size_t headline_end_ = 0;
};

}  // namespace synoptic
