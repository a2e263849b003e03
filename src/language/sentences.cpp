// SPDX-License-Identifier: Apache-2.0
#include "language/sentences.hpp"

#include <algorithm>
#include <string>

#include "core/text.hpp"
#include "language/characters.hpp"

namespace synoptic {

namespace {

using At = std::uint32_t;

bool is_terminator(char32_t c) { return c == U'.' || c == U'!' || c == U'?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F; }

class Splitter {
public:
    Splitter(std::string_view text, Span block, const Abbreviations& abbreviations)
        : text_(text), block_(block), abbreviations_(abbreviations), start_(block.begin) {}

    std::vector<Span> split() {
        measure_lines();
        At at = block_.begin;
        while (at < block_.end) {
            const char c = text_[at];
            if (c == '\n' && ends_line(at)) {
                close(at);
                ++at;
            } else if (c == '.' || c == '!' || c == '?' || (static_cast<unsigned char>(c) & 0x80U) != 0) {
                at = pass(char_at(text_, at));
            } else {
                ++at;
            }
        }
        close(block_.end);
        return std::move(sentences_);
    }

private:
    [[nodiscard]] std::string_view view(At begin, At end) const { return text_.substr(begin, end - begin); }
    [[nodiscard]] Char look(At at) const { return at < block_.end ? char_at(text_, at) : Char{.begin = at, .end = at}; }

    void close(At end) {
        while (start_ < end && look(start_).kind == CharKind::space) {
            start_ = look(start_).end;
        }
        At last = end;
        while (last > start_ && char_before(text_, last).kind == CharKind::space) {
            last = char_before(text_, last).begin;
        }
        if (start_ < last) {
            sentences_.push_back({start_, last});
        }
        start_ = end;
    }

    /// Looks at one mark or other character and returns where to go on.
    At pass(Char c) {
        if (!is_terminator(c.value)) {
            return std::max(c.end, c.begin + 1);
        }
        At stop = c.end;
        while (stop < block_.end && is_terminator(look(stop).value)) {
            stop = look(stop).end;
        }
        At end = stop;
        while (end < block_.end && is_closer(look(end).value) && closes_here(end)) {
            end = look(end).end;
        }
        end = pass_notes(end);
        if (end == block_.end || is_boundary(c, stop, end)) {
            close(end);
        }
        return end;
    }

    /// Past footnote numbers that stand close to a full stop: ".[6][7]"
    [[nodiscard]] At pass_notes(At end) const {
        for (At at = end; at < block_.end && text_[at] == '[';) {
            ++at;
            const At digits = at;
            while (at < block_.end && is_ascii_digit(text_[at])) {
                ++at;
            }
            if (at == digits || at - digits > 3 || at >= block_.end || text_[at] != ']') {
                break;
            }
            end = ++at;
        }
        return end;
    }

    /// A mark after a full stop closes unless it is an ASCII quote that opens the next word.
    [[nodiscard]] bool closes_here(At at) const {
        const Char c = look(at);
        if (c.value != U'"' && c.value != U'\'') {
            return true;
        }
        const Char next = look(c.end);
        return !next.is_word();
    }

    /// Whether a sentence ends after the marks [first.begin, stop) and the closers [stop, end).
    [[nodiscard]] bool is_boundary(Char first, At stop, At end) const {
        const Char after = look(end);
        if (after.kind != CharKind::space) {
            return first.end == stop && is_run_together(first, end);
        }
        At next = end;
        while (next < block_.end && look(next).kind == CharKind::space) {
            next = look(next).end;
        }
        if (next >= block_.end) {
            return true;
        }
        At word = next;  // past marks that open
        while (word < block_.end && (is_opener(look(word).value) || is_closer(look(word).value))) {
            word = look(word).end;
        }
        const Char begin = look(word);
        const bool one_stop = first.value == U'.' && first.end == stop;
        if (is_lower(begin.value)) {
            return begins_low(first, stop, end);
        }
        if (!one_stop) {
            return first.value == U'.' || first.value == 0x2026 ? is_upper(begin.value) || begin.kind == CharKind::digit || word > next
                                                                : !goes_on_with_speaker(stop, end, word);
        }
        return stop != end || is_stop(first.begin, word, begin);
    }

    /// Whether a new sentence may begin with a small letter: after a question that is not quoted, and where the writer uses no capitals.
    [[nodiscard]] bool begins_low(Char first, At stop, At end) const {
        if (stop != end) {
            return false;
        }
        At from = first.begin;
        while (from > start_ && char_before(text_, from).is_word()) {
            from = char_before(text_, from).begin;
        }
        if (first.value == U'?') {
            return true;
        }
        const bool low = is_lower(look(from).value);
        if (first.value == U'!') {
            return low || first.end != stop;
        }
        return low && first.value == U'.' && first.end == stop && first.begin - from > 2 && is_lower(look(first_word()).value) &&
               abbreviations_.find(lower_ascii(view(from, first.begin))) == Abbreviation::none &&
               (from == start_ || char_before(text_, from).value != U'.');
    }

    /// "town.The": a space that was lost, not "Node.Js".
    [[nodiscard]] bool is_run_together(Char stop, At end) const {
        const Char next = look(end);
        if (!is_upper(next.value) || !is_lower(look(next.end).value) || !is_lower(char_before(text_, stop.begin).value)) {
            return false;
        }
        At from = stop.begin;
        while (from > start_ && stop.begin - from < 64 && char_before(text_, from).kind != CharKind::space) {
            from = char_before(text_, from).begin;
        }
        const std::string_view before = view(from, stop.begin);
        if (before.size() < 3 || before == "www" || before.find_first_of("@/_.") != std::string_view::npos) {
            return false;
        }
        At next_end = end;
        while (look(next_end).is_word()) {
            next_end = look(next_end).end;
        }
        return is_lower(look(from).value) || abbreviations_.begins_sentence(view(end, next_end));
    }

    /// "Why?" Mr. Holte asked.
    [[nodiscard]] bool goes_on_with_speaker(At stop, At end, At word) const {
        if (stop == end || !is_quote_mark(look(stop).value)) {
            return false;
        }
        At at = word;
        for (int words = 0; words < 6 && at < block_.end; ++words) {
            At word_end = at;
            while (word_end < block_.end && look(word_end).kind != CharKind::space) {
                word_end = look(word_end).end;
            }
            std::string_view each = view(at, word_end);
            const bool stops = !each.empty() && (each.back() == ',' || each.back() == '.');
            const std::string lower = lower_ascii(stops ? each.substr(0, each.size() - 1) : each);
            if (abbreviations_.is_speech_verb(lower)) {
                return words > 0;
            }
            if (is_lower(look(at).value) || (stops && abbreviations_.find(lower) == Abbreviation::none)) {
                return false;
            }
            at = word_end;
            while (at < block_.end && look(at).kind == CharKind::space) {
                at = look(at).end;
            }
        }
        return false;
    }

    /// Whether a single full stop at `stop` ends its sentence, the next word being at `word`.
    [[nodiscard]] bool is_stop(At stop, At word, Char begin) const {
        At from = stop;
        while (from > start_ && stop - from < 64) {
            const Char c = char_before(text_, from);
            if (!c.is_word() && c.value != U'.' && !is_apostrophe(c.value)) {
                break;
            }
            from = c.begin;
        }
        const std::string_view before = view(from, stop);
        if (before.empty()) {
            return true;
        }
        const At sentence_begin = first_word();
        if (from <= sentence_begin && is_list_number(before)) {
            return false;
        }
        At word_end = word;
        while (word_end < block_.end && look(word_end).is_word()) {
            word_end = look(word_end).end;
        }
        const std::string_view next = view(word, word_end);
        const bool starter = abbreviations_.begins_sentence(next);
        const Char initial = char_at(text_, from);
        if (initial.end == stop && is_upper(initial.value)) {
            return initial.value == U'I' ? true : starter && next.size() > 1;
        }
        const std::string lower = lower_ascii(before);
        const bool dotted = before.find('.') != std::string_view::npos && is_ascii_alpha(before.back());
        switch (abbreviations_.find(lower)) {
        case Abbreviation::title:
            return !is_upper(initial.value) || (begin.kind != CharKind::letter && begin.kind != CharKind::digit);
        case Abbreviation::inner:
            return false;
        case Abbreviation::number:
            return begin.kind != CharKind::digit;
        case Abbreviation::month:
            return begin.kind != CharKind::digit && (starter || !is_upper(initial.value));
        case Abbreviation::final:
            return starter || (begin.kind == CharKind::mark && !is_opener(begin.value));
        case Abbreviation::none:
            return !dotted || starter;
        }
        return true;
    }

    [[nodiscard]] At first_word() const {
        At at = start_;
        while (at < block_.end && !look(at).is_word()) {
            at = look(at).end;
        }
        return at;
    }

    /// "1", "12", "b", "iv" at the front of a sentence.
    [[nodiscard]] static bool is_list_number(std::string_view word) {
        const bool digits = std::ranges::all_of(word, is_ascii_digit);
        return (digits && word.size() <= 2) || (word.size() == 1 && is_ascii_alpha(word.front()) && word != "I") ||
               (word.size() <= 4 && word.find_first_not_of("ivx") == std::string_view::npos);
    }

    void measure_lines() {
        At begin = block_.begin;
        for (At at = block_.begin; at < block_.end; ++at) {
            if (text_[at] == '\n') {
                longest_line_ = std::max(longest_line_, at - begin);
                begin = at + 1;
            }
        }
    }

    /// Whether the line feed at `at` ends a sentence without a full stop: the line is short, or the next one is a list item or empty.
    [[nodiscard]] bool ends_line(At at) const {
        At next = at + 1;
        while (next < block_.end && (text_[next] == ' ' || text_[next] == '\t')) {
            ++next;
        }
        const Char c = look(next);
        if (next >= block_.end || c.value == U'\n') {
            return true;
        }
        if (c.value == 0x2022 || c.value == 0x25AA || c.value == 0xB7 ||
            ((c.value == U'-' || c.value == U'*') && look(c.end).kind == CharKind::space)) {
            return true;
        }
        const std::size_t line = text_.rfind('\n', at == 0 ? 0 : at - 1);
        const At begin = line == std::string_view::npos || line < block_.begin || at == 0 ? block_.begin : static_cast<At>(line + 1);
        const std::string_view words = trim(view(begin, at));
        if (words.empty() || words.back() == ',' || words.back() == ';' || words.back() == '-') {
            return false;
        }
        return !is_lower(c.value) && words.size() * 4 < static_cast<std::size_t>(std::max<At>(longest_line_, 60)) * 3;
    }

    std::string_view text_;
    Span block_;
    const Abbreviations& abbreviations_;
    At start_;
    At longest_line_ = 0;
    std::vector<Span> sentences_;
};

}  // namespace

std::vector<Span> split_sentences(std::string_view text, Span block, const Abbreviations& abbreviations) {
    block.end = std::min(block.end, static_cast<At>(text.size()));
    if (block.empty()) {
        return {};
    }
    return Splitter(text, block, abbreviations).split();
}

}  // namespace synoptic
