// SPDX-License-Identifier: Apache-2.0
#include "language/times_lexer.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.hpp"
#include "language/characters.hpp"

namespace synoptic {

namespace {

using Word = std::pair<std::string_view, int>;

constexpr std::array<Word, 30> cardinals = {{{"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
                                             {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
                                             {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
                                             {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
                                             {"twenty", 20},  {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},
                                             {"seventy", 70}, {"eighty", 80},  {"ninety", 90},    {"dozen", 12},    {"fourty", 40}}};

constexpr std::array<Word, 24> ordinals = {
    {{"first", 1},       {"second", 2},      {"third", 3},      {"fourth", 4},     {"fifth", 5},        {"sixth", 6},
     {"seventh", 7},     {"eighth", 8},      {"ninth", 9},      {"tenth", 10},     {"eleventh", 11},    {"twelfth", 12},
     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15}, {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18},
     {"nineteenth", 19}, {"twentieth", 20},  {"thirtieth", 30}, {"fortieth", 40},  {"fiftieth", 50},    {"hundredth", 100}}};

template <std::size_t size>
std::optional<int> look_up(const std::array<Word, size>& words, std::string_view word) {
    const auto found = std::ranges::find(words, word, &Word::first);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

void read_number(std::string_view text, std::uint32_t end, Lexeme& lexeme) {
    std::uint32_t at = lexeme.span.begin;
    lexeme.kind = LexemeKind::number;
    while (at < end &&
           (is_ascii_digit(text[at]) || (text[at] == ',' && at + 3 < end && is_ascii_digit(text[at + 1]) && is_ascii_digit(text[at + 2]) &&
                                         is_ascii_digit(text[at + 3]) && (at + 4 >= end || !is_ascii_digit(text[at + 4]))))) {
        if (text[at] == ',') {
            if (lexeme.digits > 3) {
                break;
            }
            lexeme.grouped = true;
        } else if (lexeme.digits < 15) {
            lexeme.number = lexeme.number * 10 + (text[at] - '0');
            ++lexeme.digits;
        } else {
            ++lexeme.digits;
        }
        ++at;
    }
    lexeme.span.end = at;
}

void read_suffix(std::string_view text, std::uint32_t end, Lexeme& lexeme) {
    const std::uint32_t at = lexeme.span.end;
    const auto is_end = [&](std::uint32_t k) { return k >= end || !is_ascii_alpha(text[k]); };
    if (at + 1 < end) {
        const std::string two = lower_ascii(text.substr(at, 2));
        if ((two == "st" || two == "nd" || two == "rd" || two == "th") && is_end(at + 2)) {
            lexeme.ordinal = true;
            lexeme.span.end += 2;
            return;
        }
    }
    if (at < end && (text[at] == 's' || text[at] == 'S') && is_end(at + 1)) {
        lexeme.plural = true;
        lexeme.span.end += 1;
    } else if (at + 1 < end && text[at] == '\'' && text[at + 1] == 's' && is_end(at + 2) && lexeme.digits == 4) {
        lexeme.plural = true;
        lexeme.span.end += 2;
    }
}

}  // namespace

void cut_lexemes(std::string_view text, Span span, std::uint32_t sentence, std::vector<Lexeme>& lexemes) {
    bool space = true;
    for (std::uint32_t at = span.begin; at < span.end;) {
        const Char c = char_at(text, at);
        if (c.kind == CharKind::space) {
            space = true;
            at = std::max(c.end, at + 1);
            continue;
        }
        Lexeme lexeme{.span = {at, c.end}, .glued = !space, .sentence = sentence};
        space = false;
        if (is_ascii_digit(text[at])) {
            read_number(text, span.end, lexeme);
            const std::uint32_t dot = lexeme.span.end;
            if (dot + 1 < span.end && text[dot] == '.' && is_ascii_digit(text[dot + 1])) {
                // a decimal, unless more points follow (dates such as 5.8.2016)
                std::uint32_t k = dot + 1;
                double scale = 0.1;
                double number = lexeme.number;
                while (k < span.end && is_ascii_digit(text[k])) {
                    number += scale * (text[k++] - '0');
                    scale /= 10;
                }
                const bool more = k + 1 < span.end && text[k] == '.' && is_ascii_digit(text[k + 1]);
                if (!more && !(lexeme.digits <= 2 && k - dot <= 3 && k < span.end && text[k] == '/')) {
                    lexeme.number = number;
                    lexeme.decimal = true;
                    lexeme.span.end = k;
                }
            }
            read_suffix(text, span.end, lexeme);
        } else if (c.kind == CharKind::letter) {
            lexeme.kind = LexemeKind::word;
            lexeme.capital = is_upper(c.value);
            std::uint32_t k = c.end;
            while (k < span.end) {
                const Char next = char_at(text, k);
                const bool inner_stop =
                    text[k] == '.' && k + 2 < span.end && k - at == 1 && is_ascii_alpha(text[k + 1]) && text[k + 2] == '.';
                if (next.kind == CharKind::letter) {
                    k = next.end;
                } else if (inner_stop) {
                    k += 3;  // "a.m."
                } else {
                    break;
                }
            }
            lexeme.span.end = k;
            lexeme.lower = lower_ascii(text.substr(at, k - at));
            std::erase(lexeme.lower, '.');
        } else {
            lexeme.lower = std::string(text.substr(at, c.end - at));
        }
        at = std::max(lexeme.span.end, at + 1);
        lexemes.push_back(std::move(lexeme));
    }
}

bool is_number_word(std::string_view lower) {
    return look_up(cardinals, lower) || look_up(ordinals, lower) || (lower.size() > 6 && lower.ends_with("ties"));
}

std::optional<Count> read_count(const std::vector<Lexeme>& lexemes, std::size_t i) {
    if (i >= lexemes.size()) {
        return std::nullopt;
    }
    const Lexeme& first = lexemes[i];
    const auto word = [&](std::size_t k) {
        return k < lexemes.size() && lexemes[k].sentence == first.sentence ? std::string_view(lexemes[k].lower) : std::string_view{};
    };
    if (first.kind == LexemeKind::number) {
        return Count{.value = first.number, .next = i + 1, .ordinal = first.ordinal};
    }
    const std::string_view opening = word(i);
    if ((opening == "a" || opening == "an") &&
        (word(i + 1) == "couple" || word(i + 1) == "few" || word(i + 1) == "dozen" || word(i + 1) == "pair")) {
        const std::size_t next = word(i + 2) == "of" ? i + 3 : i + 2;
        return Count{.value = word(i + 1) == "few"     ? 3.0
                              : word(i + 1) == "dozen" ? 12.0
                                                       : 2.0,
                     .next = next,
                     .ordinal = false,
                     .vague = word(i + 1) != "dozen"};
    }
    if (opening == "a" || opening == "an" || opening == "another") {
        return Count{.value = 1, .next = i + 1};
    }
    if (opening == "couple") {
        return Count{.value = 2, .next = word(i + 1) == "of" ? i + 2 : i + 1, .ordinal = false, .vague = true};
    }
    if (opening == "few" || opening == "several" || opening == "some") {
        return Count{.value = 3, .next = i + 1, .ordinal = false, .vague = true};
    }
    double total = 0;
    double group = -1;
    std::size_t k = i;
    bool ordinal = false;
    bool tens = false;
    for (; k < lexemes.size() && k < i + 12; ++k) {
        const std::string_view now = word(k);
        const auto value = look_up(cardinals, now);
        const auto place = look_up(ordinals, now);
        if (value) {
            if (group > 0 && !(tens && *value < 10) && group < 100) {
                break;  // "twenty nine" goes on, "nine thirty" does not
            }
            group = std::max(group, 0.0) + *value;
            tens = *value >= 20 && *value % 10 == 0 && *value != 12;
        } else if (place) {
            if (group > 0 && !(tens && *place < 10)) {
                break;
            }
            group = std::max(group, 0.0) + *place;
            ordinal = true;
            ++k;
            break;
        } else if (now == "hundred" && group > 0) {
            group *= 100;
            tens = false;
        } else if (now == "thousand" && group > 0) {
            total += group * 1000;
            group = 0;
            tens = false;
        } else if ((now == "-" && k > i && k + 1 < lexemes.size() && lexemes[k].glued && lexemes[k + 1].glued && tens &&
                    (look_up(cardinals, word(k + 1)) || look_up(ordinals, word(k + 1)))) ||
                   (now == "and" && k > i && (group == 0 || group >= 20) &&
                    (look_up(cardinals, word(k + 1)) || look_up(ordinals, word(k + 1))))) {
            if (now == "and" && group < 100 && group != 0 && !tens) {
                break;
            }
            continue;
        } else {
            break;
        }
    }
    if (group < 0) {
        return std::nullopt;
    }
    return Count{.value = total + group, .next = k, .ordinal = ordinal};
}

}  // namespace synoptic
