// SPDX-License-Identifier: Apache-2.0
#include "language/quotes_marks.hpp"

#include <optional>

#include "core/text.hpp"
#include "language/characters.hpp"

namespace synoptic {

namespace {

enum class Mark : std::uint8_t { none, open, close, either };

struct Found {
    Mark mark = Mark::none;
    std::uint32_t length = 0;
};

Found double_mark(std::string_view text, std::uint32_t at) {
    const char c = text[at];
    if (c == '"') {
        return {Mark::either, 1};
    }
    const std::string_view rest = text.substr(at, 3);
    if (c == '`' && rest.starts_with("``")) {
        return {Mark::open, 2};
    }
    if (c == '\'' && rest.starts_with("''")) {
        return {Mark::close, 2};
    }
    if (static_cast<unsigned char>(c) < 0x80U) {
        return {};
    }
    if (rest == "\u201C" || rest == "\u201E" || rest == "\u201F") {
        return {rest == "\u201C" ? Mark::open : Mark::open, 3};
    }
    if (rest == "\u201D") {
        return {Mark::close, 3};
    }
    if (rest.starts_with("\u00AB")) {
        return {Mark::open, 2};
    }
    if (rest.starts_with("\u00BB")) {
        return {Mark::close, 2};
    }
    return {};
}

Found single_mark(std::string_view text, std::uint32_t at) {
    if (text[at] == '\'') {
        return {Mark::either, 1};
    }
    const std::string_view rest = text.substr(at, 3);
    if (rest == "\u2018") {
        return {Mark::open, 3};
    }
    if (rest == "\u2019") {
        return {Mark::close, 3};
    }
    return {};
}

bool word_before(std::string_view text, std::uint32_t at, std::uint32_t begin) { return at > begin && char_before(text, at).is_word(); }
bool word_after(std::string_view text, std::uint32_t at, std::uint32_t end) { return at < end && char_at(text, at).is_word(); }
bool space_before(std::string_view text, std::uint32_t at, std::uint32_t begin) {
    return at <= begin || char_before(text, at).kind == CharKind::space || text[at - 1] == '(' || text[at - 1] == '[' ||
           text[at - 1] == '-';
}
bool space_after(std::string_view text, std::uint32_t at, std::uint32_t end) {
    return at >= end || char_at(text, at).kind == CharKind::space;
}

/// A straight mark opens before a word, closes after one; where both or neither holds it does the one that is due.
bool opens(std::string_view text, std::uint32_t at, std::uint32_t after, Span block, bool is_open) {
    const bool free_left = space_before(text, at, block.begin);
    const bool free_right = space_after(text, after, block.end);
    if (free_left != free_right) {
        return free_left;
    }
    return !is_open;
}

/// The quoted stretches of one block.
class BlockScanner {
public:
    BlockScanner(std::string_view text, Span block, bool next_opens) : text_(text), block_(block), next_opens_(next_opens) {}

    void scan(std::vector<Quoted>& found) {
        for (std::uint32_t at = block_.begin; at < block_.end;) {
            const Found mark = double_mark(text_, at);
            if (mark.length == 0) {
                at = open_ ? at + 1 : scan_single(at, found);
                continue;
            }
            const std::uint32_t after = at + mark.length;
            const bool opening =
                mark.mark == Mark::open || (mark.mark == Mark::either && opens(text_, at, after, block_, open_.has_value()));
            if (opening && open_ && mark.mark == Mark::either) {
                // a second opener while one is open: the first was a stray mark or its mate is missing
                open_ = at;
                content_ = after;
            } else if (opening && !open_) {
                open_ = at;
                content_ = after;
            } else if (opening) {
                ++depth_;
            } else if (open_ && depth_ > 0) {
                --depth_;
            } else if (open_) {
                found.push_back({.span = {*open_, after}, .content = {content_, at}});
                open_.reset();
            }
            at = after;
        }
        if (open_ && next_opens_) {
            found.push_back({.span = {*open_, block_.end}, .content = {content_, block_.end}, .closed = false});
        }
    }

private:
    /// Handles a single mark at `at` outside double ones; returns where to go on.
    std::uint32_t scan_single(std::uint32_t at, std::vector<Quoted>& found) {
        const Found mark = single_mark(text_, at);
        if (mark.length == 0) {
            return at + 1;
        }
        const std::uint32_t after = at + mark.length;
        if (mark.mark == Mark::close || !space_before(text_, at, block_.begin) || !word_after(text_, after, block_.end) ||
            at < no_single_until_) {
            return after;
        }
        for (std::uint32_t k = after; k < block_.end; ++k) {
            if (double_mark(text_, k).length != 0) {
                no_single_until_ = k;
                return after;
            }
            const Found closing = single_mark(text_, k);
            if (closing.length == 0 || closing.mark == Mark::open) {
                continue;
            }
            const std::uint32_t end = k + closing.length;
            // an apostrophe stands before a letter (don't) or ends a plural (workers' rights)
            const bool plural = word_before(text_, k, block_.begin) && text_[k - 1] == 's' && end < block_.end && text_[end] == ' ' &&
                                text_.substr(end, block_.end - end).find_first_of("'\u2019") != std::string_view::npos &&
                                closing.mark == Mark::either;
            if (!word_after(text_, end, block_.end) && !plural && k > after) {
                found.push_back({.span = {at, end}, .content = {after, k}, .closed = true, .single = true});
                return end;
            }
        }
        no_single_until_ = block_.end;
        return after;
    }

    std::string_view text_;
    Span block_;
    bool next_opens_;
    std::optional<std::uint32_t> open_;
    std::uint32_t content_ = 0;
    std::uint32_t depth_ = 0;
    std::uint32_t no_single_until_ = 0;
};

}  // namespace

std::vector<Quoted> find_quoted(const Document& document) {
    std::vector<Quoted> found;
    const std::string_view text = document.text;
    for (std::size_t b = 0; b < document.blocks.size(); ++b) {
        const Span block = document.blocks[b].span;
        bool next_opens = false;
        if (b + 1 < document.blocks.size() && !document.blocks[b + 1].span.empty()) {
            next_opens = double_mark(text, document.blocks[b + 1].span.begin).length != 0;
        }
        BlockScanner(text, block, next_opens).scan(found);
    }
    return found;
}

}  // namespace synoptic
