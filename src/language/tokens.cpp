// SPDX-License-Identifier: Apache-2.0
#include "language/tokens.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text.hpp"
#include "language/characters.hpp"

namespace synoptic {

namespace {

using At = std::uint32_t;

constexpr std::array<std::string_view, 22> emoticons = {":)", ":(", ";)", ":D",  ":P",  ":p", ":-)", ":-(", ";-)", ":-D", ":-P",
                                                        "=)", "=(", ":/", ":-/", ":'(", "XD", "<3",  "</3", ":o",  ":O",  "^_^"};

/// Words without an apostrophe that are two syntactic words, and the length of the first.
struct Pair {
    std::string_view word;
    At first;
};
constexpr std::array<Pair, 18> pairs = {{{"cannot", 3},
                                         {"gonna", 3},
                                         {"gotta", 3},
                                         {"wanna", 3},
                                         {"dont", 2},
                                         {"didnt", 3},
                                         {"doesnt", 4},
                                         {"isnt", 2},
                                         {"wasnt", 3},
                                         {"arent", 3},
                                         {"wouldnt", 5},
                                         {"couldnt", 5},
                                         {"havent", 4},
                                         {"hasnt", 3},
                                         {"thats", 4},
                                         {"theres", 5},
                                         {"whats", 4},
                                         {"im", 1}}};

constexpr std::array<std::string_view, 9> leading_apostrophe_words = {"em", "til", "tis", "twas", "cause", "bout", "round", "n", "s"};
constexpr std::array<std::string_view, 7> clitics = {"s", "re", "ve", "ll", "d", "m", "t"};

class Cutter {
public:
    Cutter(std::string_view text, Span sentence, const Abbreviations& abbreviations)
        : text_(text), sentence_(sentence), abbreviations_(abbreviations) {}

    std::vector<Span> cut() {
        words_.reserve(sentence_.size() / 5 + 4);
        At at = sentence_.begin;
        while (at < sentence_.end) {
            const Char c = char_at(text_, at);
            if (c.kind == CharKind::space) {
                at = c.end;
                continue;
            }
            At end = c.end;
            bool plain = c.value < 0x80 && c.kind == CharKind::letter;
            for (Char next = char_at(text_, end); end < sentence_.end && next.kind != CharKind::space; next = char_at(text_, end)) {
                plain = plain && next.value < 0x80 && next.kind == CharKind::letter;
                end = next.end;
            }
            end = std::min(end, sentence_.end);
            plain ? cut_word(at, end) : cut_chunk(at, end);
            at = end;
        }
        return std::move(words_);
    }

private:
    [[nodiscard]] std::string_view view(At begin, At end) const { return text_.substr(begin, end - begin); }
    void emit(At begin, At end) {
        if (begin < end) {
            words_.push_back({begin, end});
        }
    }

    /// Whether only marks and space stand between `at` and the end of the sentence.
    [[nodiscard]] bool is_last(At at) const {
        while (at < sentence_.end) {
            const Char c = char_at(text_, at);
            if (c.is_word()) {
                return false;
            }
            at = c.end;
        }
        return true;
    }

    [[nodiscard]] static bool is_address(std::string_view chunk) {
        if (chunk.find("://") != std::string_view::npos || lower_ascii(chunk.substr(0, 4)) == "www.") {
            return true;
        }
        const std::size_t at = chunk.find('@');
        return at != std::string_view::npos && at > 0 && is_ascii_alpha(chunk[0]) && chunk.find('.', at) != std::string_view::npos &&
               chunk.find_first_of("<>\"()[],;") == std::string_view::npos;
    }

    /// The end of a run of one mark ("...", "--", "!?!").
    [[nodiscard]] At run_end(Char c, At end) const {
        const auto is_shout = [](char32_t m) { return m == U'!' || m == U'?'; };
        const bool runs = is_shout(c.value) || c.value == U'.' || c.value == U'-' || c.value == U'*' || c.value == U'=' ||
                          c.value == U'_' || c.value == U'~' || c.value == U'+' || c.value == U'<' || c.value == U'>' || c.value == U'`' ||
                          c.value == U'#' || c.value == U'$';
        At at = c.end;
        while (runs && at < end) {
            const Char next = char_at(text_, at);
            if (next.value != c.value && !(is_shout(next.value) && is_shout(c.value))) {
                break;
            }
            at = next.end;
        }
        return c.value == U'\'' && at < end && text_[at] == '\'' ? at + 1 : at;
    }

    /// Everything between two spaces.
    void cut_chunk(At begin, At end) {
        if (std::ranges::find(emoticons, view(begin, end)) != emoticons.end()) {
            return emit(begin, end);
        }
        begin = cut_front(begin, end);
        if (begin == end) {
            return;
        }
        const At middle = find_back(begin, end);
        if (is_address(view(begin, middle))) {
            emit(begin, middle);
        } else {
            cut_middle(begin, middle);
        }
        cut_marks(middle, end);
    }

    void cut_marks(At at, At end) {
        while (at < end) {
            const Char c = char_at(text_, at);
            const At stop = run_end(c, end);
            emit(at, stop);
            at = stop;
        }
    }

    /// Emits the marks that a chunk begins with and returns where its word begins.
    At cut_front(At begin, At end) {
        At at = begin;
        while (at < end) {
            const Char c = char_at(text_, at);
            if (c.is_word()) {
                break;
            }
            const At stop = run_end(c, end);
            const Char next = stop < end ? char_at(text_, stop) : Char{};
            if (stop < end && belongs_to_word(c, next, at == begin, view(stop, end))) {
                break;
            }
            emit(at, stop);
            at = stop;
        }
        return at;
    }

    /// Whether the mark `c` before `next` is a part of the word it stands before: 'em, #tag, @name, -5, .5
    [[nodiscard]] static bool belongs_to_word(Char c, Char next, bool first, std::string_view rest) {
        switch (c.value) {
        case U'#':
        case U'@':
        case U'_':
            return next.kind == CharKind::letter;
        case U'.':
            return next.kind == CharKind::digit;
        case U'-':
        case U'+':
            return first && next.kind == CharKind::digit;
        case U'\'':
        case U'\u2019': {
            std::size_t length = 0;
            while (length < rest.size() && (is_ascii_alpha(rest[length]) || is_ascii_digit(rest[length]))) {
                ++length;
            }
            const std::string word = lower_ascii(rest.substr(0, length));
            if (length >= 2 && length <= 3 && is_ascii_digit(word[0]) && is_ascii_digit(word[1])) {
                return true;  // '90s
            }
            return std::ranges::find(leading_apostrophe_words, word) != leading_apostrophe_words.end() ||
                   (first && std::ranges::find(clitics, word) != clitics.end());
        }
        default:
            return false;
        }
    }

    /// Where the marks begin that a chunk ends with.
    [[nodiscard]] At find_back(At begin, At end) const {
        At at = end;
        while (at > begin) {
            const Char c = char_before(text_, at);
            if (c.is_word() || c.begin < begin) {
                break;
            }
            if (c.value == U'.' && keeps_stop(begin, c.begin, end)) {
                break;
            }
            const Char before = c.begin > begin ? char_before(text_, c.begin) : Char{};
            if (c.value == U'-' && before.kind == CharKind::letter && c.begin - begin <= 2 && at == end && !is_last(end)) {
                break;  // a word broken off: "th-"
            }
            at = c.begin;
        }
        return at;
    }

    /// Whether the full stop at `stop` is part of the word that begins at `begin` or later: "Mr.", "U.S.", "J."
    [[nodiscard]] bool keeps_stop(At begin, At stop, At end) const {
        if (stop == begin || (stop + 1 < end && text_[stop + 1] == '.')) {
            return false;
        }
        At first = stop;
        while (first > begin) {
            const Char c = char_before(text_, first);
            if (c.kind != CharKind::letter && c.value != U'.') {
                break;
            }
            first = c.begin;
        }
        const std::string_view word = view(first, stop);
        if (word.empty() || word.front() == '.' || word.back() == '.') {
            return false;
        }
        if (is_dotted(word)) {
            return true;
        }
        const bool last = is_last(stop + 1);
        const Char only = char_at(text_, first);
        if (only.end == stop) {  // one letter: an initial, but not at the end of a sentence
            return !last && (is_upper(only.value) || abbreviations_.find(word) != Abbreviation::none);
        }
        switch (abbreviations_.find(lower_ascii(word))) {
        case Abbreviation::title:
        case Abbreviation::inner:
        case Abbreviation::number:
            return !last;
        case Abbreviation::month:
            return is_upper(only.value) && !(last && word.size() == 3 && (word == "Sun" || word == "Mar"));
        case Abbreviation::final:
            return !last || !is_plain_word(word);
        case Abbreviation::none:
            return false;
        }
        return false;
    }

    /// Abbreviations that look like plain words, so that a last "in." is not one.
    [[nodiscard]] static bool is_plain_word(std::string_view word) {
        constexpr std::array<std::string_view, 16> plain = {"ill", "wash", "miss", "ore", "mass", "pa",  "la",  "me",
                                                            "sec", "ext",  "tel",  "min", "mins", "del", "ala", "inst"};
        return std::ranges::find(plain, lower_ascii(word)) != plain.end();
    }

    /// "U.S", "a.m", "Ph.D": short runs of letters with stops between them.
    [[nodiscard]] static bool is_dotted(std::string_view word) {
        bool dotted = false;
        std::size_t run = 0;
        for (const char c : word) {
            if (c == '.') {
                dotted = true;
                run = 0;
            } else if (++run > 2) {
                return false;
            }
        }
        return dotted;
    }

    /// The part of a chunk between its first and its last word character: splits at marks inside.
    void cut_middle(At begin, At end) {
        At piece = begin;
        At at = begin;
        while (at < end) {
            const Char c = char_at(text_, at);
            if (c.is_word()) {
                at = c.end;
                continue;
            }
            const At stop = run_end(c, end);
            if (at > piece && stop < end && splits(begin, piece, c, stop, end)) {
                cut_word(piece, at);
                emit(at, stop);
                piece = stop;
            } else if (c.value == U'$' && at > piece && stop < end) {  // US$58
                emit(piece, stop);
                piece = stop;
            } else if (at == piece && at > begin && stop < end &&
                       (is_closer(c.value) || is_opener(c.value) || c.value == U'<' || c.value == U'>')) {
                emit(at, stop);
                piece = stop;
            }
            at = stop;
        }
        cut_word(piece, end);
    }

    /// Whether the marks [c.begin, stop) inside a chunk stand between two words.
    [[nodiscard]] bool splits(At begin, At piece, Char c, At stop, At end) const {
        const Char before = char_before(text_, c.begin);
        const Char after = char_at(text_, stop);
        const bool digits = before.kind == CharKind::digit && after.kind == CharKind::digit;
        const bool run = stop > c.end;
        switch (c.value) {
        case U'.':
            return run || (stop < end && c.begin - piece >= 3 && is_lower(before.value) && is_upper(after.value) &&
                           view(begin, end).find_first_of("@/_") == std::string_view::npos);
        case U'-':
        case U'\u2010':
        case U'\u2011':
            return run || splits_hyphen(begin, piece, c, stop, end);
        case U',':
        case U':':
            return !digits;
        case U'/':
            return splits_slash(begin, end);
        case U'\'':
        case U'\u2019':
        case U'&':
        case U'_':
        case U'@':
        case U'#':
        case U'+':
        case U'*':
        case U'%':
        case U'\\':
            return false;
        case U'$':
            return before.kind == CharKind::digit;
        default:
            return true;
        }
    }

    [[nodiscard]] bool splits_slash(At begin, At end) const {
        bool digits = true;
        At longest = 0;
        At run = 0;
        for (At at = begin; at < end; ++at) {
            digits = digits && !is_ascii_alpha(text_[at]);
            run = text_[at] == '/' ? 0 : run + 1;
            longest = std::max(longest, run);
        }
        return !digits && longest > 1 && lower_ascii(view(begin, begin + 2)) != "w/";
    }

    [[nodiscard]] bool splits_hyphen(At begin, At piece, Char c, At stop, At end) const {
        const auto is_digits = [&](At from, At to) {
            return from < to && std::all_of(text_.begin() + from, text_.begin() + to, is_ascii_digit);
        };
        At next = stop;
        while (next < end && text_[next] != '-') {
            ++next;
        }
        const At left = begin + static_cast<At>(view(begin, c.begin).find_last_of('-') + 1);  // npos + 1 == 0
        if (is_digits(left, c.begin) && is_digits(stop, next)) {  // a range, but no telephone number and no date
            const bool more = next < end || left > begin;
            return !more && next - stop <= 4 && !(c.begin - left <= 3 && next - stop == 4);
        }
        if (abbreviations_.is_prefix(lower_ascii(view(piece, c.begin)))) {
            return piece > begin;
        }
        return true;
    }

    /// A word without splitting marks inside: cuts off clitics, units and the halves of "cannot".
    void cut_word(At begin, At end) {
        if (end - begin < 2) {
            return emit(begin, end);
        }
        for (At at = end; at > begin && end - at <= 3;) {
            const Char c = char_before(text_, at);
            if (is_apostrophe(c.value)) {
                const At cut = clitic_begin(begin, c, end);
                if (cut > begin) {
                    cut_word(begin, cut);
                    return emit(cut, end);
                }
                break;
            }
            at = c.begin;
        }
        if (is_ascii_digit(text_[begin]) && is_ascii_alpha(text_[end - 1])) {
            At at = begin;
            while (at < end && !is_ascii_alpha(text_[at])) {
                ++at;
            }
            if (is_ascii_digit(text_[at - 1]) && abbreviations_.is_unit(lower_ascii(view(at, end)))) {
                emit(begin, at);
                return emit(at, end);
            }
        }
        if (end - begin <= 7) {
            const std::string lower = lower_ascii(view(begin, end));
            const auto pair = std::ranges::find(pairs, lower, &Pair::word);
            if (pair != pairs.end() && !(lower == "im" && view(begin, end) == "IM")) {
                emit(begin, begin + pair->first);
                return emit(begin + pair->first, end);
            }
        }
        emit(begin, end);
    }

    /// Where the clitic with this apostrophe begins; `begin` where it is none (O'Brien, o'clock).
    [[nodiscard]] At clitic_begin(At begin, Char apostrophe, At end) const {
        const std::string tail = lower_ascii(view(apostrophe.end, end));
        if (tail == "t") {
            const char n = apostrophe.begin > begin ? text_[apostrophe.begin - 1] : ' ';
            return (n == 'n' || n == 'N') && apostrophe.begin - 1 > begin ? apostrophe.begin - 1 : begin;
        }
        return std::ranges::find(clitics, tail) != clitics.end() ? apostrophe.begin : begin;
    }

    std::string_view text_;
    Span sentence_;
    const Abbreviations& abbreviations_;
    std::vector<Span> words_;
};

}  // namespace

std::vector<Span> tokenize(std::string_view text, Span sentence, const Abbreviations& abbreviations) {
    sentence.end = std::min(sentence.end, static_cast<At>(text.size()));
    return Cutter(text, sentence, abbreviations).cut();
}

bool is_clitic(std::string_view before, std::string_view word) {
    if (before.empty() || word.size() > 5 ||
        !(is_ascii_alpha(before.back()) || is_ascii_digit(before.back()) || (before.back() & 0x80) != 0)) {
        return false;
    }
    const std::string lower = lower_ascii(word);
    const std::size_t apostrophe = lower.starts_with('\'') ? 1 : lower.starts_with("\u2019") ? 3 : 0;
    if (apostrophe != 0) {
        const std::string_view tail = std::string_view(lower).substr(apostrophe);
        return tail.empty() || std::ranges::find(clitics, tail) != clitics.end();
    }
    if (lower == "n't" || lower == "n\u2019t") {
        return true;
    }
    const std::string whole = lower_ascii(before) + lower;
    return std::ranges::find(pairs, whole, &Pair::word) != pairs.end();
}

}  // namespace synoptic
