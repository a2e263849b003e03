// SPDX-License-Identifier: Apache-2.0
#include "clean/page_lines.hpp"

#include <algorithm>

#include "clean/lines.hpp"
#include "clean/tags.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

/// The most bytes, at most `most`, that end with a whole character.
std::size_t valid_prefix(std::string_view text, std::size_t most) {
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) {
        --most;
    }
    return most;
}

bool is_hidden(Tag tag) {
    return any_of(tag, Tag::script, Tag::style, Tag::noscript, Tag::template_, Tag::title, Tag::svg, Tag::select, Tag::textarea,
                  Tag::iframe, Tag::math, Tag::button);
}

}  // namespace

PageLines::PageLines(const Dom& dom, const NodeNames& names, std::uint32_t headline) {
    std::uint32_t aside_end = 0;
    std::uint32_t article_end = 0;
    std::uint32_t block = nowhere;
    bool broken = true;
    std::uint32_t words = 0;
    PageLine line;
    const auto flush = [&] {
        if (line.end != 0) {
            line.text = fold_space(line.text);
            const auto count = static_cast<std::uint32_t>(count_words(line.text));
            if (line.text.size() > PageLine::longest) {
                line.text.resize(valid_prefix(line.text, PageLine::longest));
                line.whole = false;
            }
            line.words_before = words;
            words += line.aside ? 0 : count;
            if (count > 0) {
                lines_.push_back(std::move(line));
            }
        }
        line = {};
        broken = true;
    };
    for (std::uint32_t i = 0; i < dom.size(); ++i) {
        const Dom::Node& node = dom[i];
        if (node.tag != Tag::text) {
            if (is_hidden(node.tag)) {
                i = node.end - 1;
                continue;
            }
            const bool holds_headline = headline != nowhere && i <= headline && headline < node.end;
            article_end = node.tag == Tag::article ? std::max(article_end, node.end) : article_end;
            const bool is_whole = any_of(node.tag, Tag::html, Tag::body) || node.end - i > dom.size() / 3;
            if (i >= aside_end && !holds_headline && !is_whole && node.end > i + 1 &&
                (any_of(node.tag, Tag::nav, Tag::aside, Tag::form) || (node.tag == Tag::footer && i >= article_end) ||
                 names.by_class(i).is_aside || names.by_id(i).is_aside)) {
                aside_end = node.end;
                asides_.push_back({i, node.end});
            }
            broken = broken || is_block(node.tag) || node.tag == Tag::br;
            continue;
        }
        const std::string_view text = dom.text(i);
        if (std::ranges::all_of(text, is_ascii_space)) {
            line.text += ' ';
            continue;
        }
        std::uint32_t holder = node.parent;
        while (holder != 0 && !is_block(dom[holder].tag)) {
            holder = dom[holder].parent;
        }
        if (broken || holder != block) {
            flush();
            block = holder;
            line.text.clear();
            line.begin = i;
            line.aside = i < aside_end;
            broken = false;
        } else {
            line.text += ' ';
        }
        line.end = i + 1;
        line.text += text;
    }
    flush();
    headline_ = headline_end_ = lines_.size();
    if (headline != nowhere) {
        headline_ = line_of(headline);
        headline_end_ = std::min(std::max(line_of(dom[headline].end), headline_ + 1), lines_.size());
    }
}

bool PageLines::is_aside(std::uint32_t node) const {
    const auto after = std::ranges::upper_bound(asides_, node, {}, &Range::begin);
    return after != asides_.begin() && node < std::prev(after)->end;
}

std::size_t PageLines::line_of(std::uint32_t node) const {
    const auto first = std::ranges::upper_bound(lines_, node, {}, &PageLine::end);
    return static_cast<std::size_t>(first - lines_.begin());
}

PageLines::Place PageLines::place(std::size_t line) const {
    constexpr std::size_t lines_above = 6;
    constexpr std::size_t lines_below = 25;
    constexpr std::uint32_t words_below = 150;
    if (headline_ == lines_.size()) {
        return Place::far;
    }
    if (line < headline_) {
        const auto between = lines_.begin() + static_cast<std::ptrdiff_t>(line);
        const auto headline = lines_.begin() + static_cast<std::ptrdiff_t>(headline_);
        return headline_ - line <= lines_above && std::none_of(between, headline, [](const PageLine& other) { return other.aside; })
                   ? Place::above
                   : Place::far;
    }
    const std::uint32_t words = lines_[line].words_before - lines_[std::min(headline_end_, line)].words_before;
    return line - headline_ <= lines_below && words <= words_below ? Place::below : Place::far;
}

}  // namespace synoptic
