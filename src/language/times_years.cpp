// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "language/times_tools.hpp"

namespace synoptic {

using namespace times;

Hit TimeReader::year_date(std::size_t i) const {
    const Lexeme* p = lexeme(i, i);
    if (p == nullptr) {
        return {};
    }
    std::size_t k = i;
    if ((p->lower == "year" || (p->lower == "the" && word(i + 1) == "year"))) {
        k = p->lower == "the" ? i + 2 : i + 1;
        k += word(k) == "of" ? 1 : 0;
        const auto year = year_at(k, i);
        return year ? dated(k + 1, year_period(*year)) : Hit{};
    }
    // "15th century", "the sixteenth century"
    if (const auto count = read_count(lexemes_, k); count && count->ordinal && count->value >= 1 && count->value <= 22) {
        std::size_t c = count->next;
        c += in_list(word(c), {"-", "\u2013"}) ? 1 : 0;
        if (same_sentence(i, c) && (word(c) == "century" || word(c) == "centuries")) {
            const bool before_christ = in_list(word(c + 1), {"bc", "bce"});
            return before_christ ? unresolved(c + 2, "before the common era")
                                 : dated(c + 1, century_period(static_cast<int>(count->value)));
        }
    }
    constexpr std::array<std::pair<std::string_view, int>, 8> decades = {{{"twenties", 1920},
                                                                          {"thirties", 1930},
                                                                          {"forties", 1940},
                                                                          {"fifties", 1950},
                                                                          {"sixties", 1960},
                                                                          {"seventies", 1970},
                                                                          {"eighties", 1980},
                                                                          {"nineties", 1990}}};
    if (const auto found = std::ranges::find(decades, p->lower, &std::pair<std::string_view, int>::first);
        found != decades.end() && i > 0 && in_list(word(i - 1), {"the", "late", "early", "mid", "in", "-"})) {
        return dated(i + 1, decade_period(found->second));
    }
    if (const auto spoken = spoken_year(i);
        spoken.second != 0 && i > 0 &&
        in_list(word(i - 1), {"in", "of", "since", "by", "until", "from", "year", "to", ",", "and", "around", "about"})) {
        return dated(spoken.second, year_period(spoken.first));
    }
    if (!is_plain(p) || p->ordinal) {
        return {};
    }
    const int number = whole(*p);
    const std::string_view before = i > 0 && same_sentence(i, i - 1) ? word(i - 1) : std::string_view{};
    const Lexeme* after = lexeme(i, i + 1);
    const std::string_view next = after != nullptr ? std::string_view(after->lower) : std::string_view{};
    const bool split_decade = p->digits == 4 && number % 10 == 0 && next == "s";
    const bool marked_decade = p->digits == 4 && number % 10 == 0 && in_list(next, {"'", "\u2019"}) && word(i + 2) == "s" &&
                               same_sentence(i, i + 2) && lexemes_[i + 1].glued && lexemes_[i + 2].glued;
    if (p->digits == 2 && number % 10 == 0 && number >= 20 && next == "s" && before == "in") {
        return dated(i + 2, decade_period(1900 + number));  // "in 90 s"
    }
    if ((p->plural || split_decade || marked_decade) && p->digits == 4 && number % 10 == 0 && number >= 1000 && number < 2200) {
        return dated(marked_decade  ? i + 3
                     : split_decade ? i + 2
                                    : i + 1,
                     number % 100 == 0 && number < 2000 ? century_period(number / 100 + 1) : decade_period(number));
    }
    if (p->plural && p->digits == 2 && number % 10 == 0 && number >= 20) {
        return dated(i + 1, decade_period(1900 + number));
    }
    if (const Hit old = ancient_year(i)) {
        return old;
    }
    const auto year = year_at(i, i);
    if (!year || p->plural) {
        return {};
    }
    if (in_list(next, {"bc", "bce"})) {
        return unresolved(i + 2, "before the common era");
    }
    const bool spans = in_list(next, {"-", "\u2013"}) && year_at(i + 2, i) && lexemes_[i + 2].number > number;
    if ((!spans &&
         in_list(before, {"$", "\u20AC", "\u00A3", "\u00A5", "#", "no", "\u2116", "over", "than", "about", "some", "nearly", "almost"})) ||
        (p->glued &&
         (in_list(before, {"-", "/", ".", ":"}) && i > 1 && lexemes_[i - 2].kind == LexemeKind::number && lexemes_[i - 2].digits != 4)) ||
        (p->glued && i > 0 && lexemes_[i - 1].kind == LexemeKind::word)) {
        return {};
    }
    const bool led_in =
        in_list(before, {"in",    "since", "by",     "until",  "till",    "from",   "before", "after",   "during", "of",    "for",
                         "early", "late",  "mid",    "(",      "between", "to",     "and",    "through", "around", "circa", "c",
                         "as",    "year",  "spring", "summer", "autumn",  "winter", "fall",   "the",     "[",      ",",     "\u2013"});
    const bool unit = in_list(next, {"%",       "percent",    "per",        "people", "troops", "men",     "soldiers", "miles",
                                     "km",      "kilometres", "kilometers", "meters", "metres", "tons",    "tonnes",   "dollars",
                                     "euros",   "pounds",     "marks",      "square", "feet",   "years",   "days",     "hours",
                                     "million", "votes",      "workers",    "jobs",   "ships",  "members", "\u00B0"});
    const bool told = next == "per" && in_list(before, {"in", "since", "until", "till", "during"});
    if ((unit && !told) || (!led_in && (number < 1500 || number > 2100)) || (number < 1500 && before == "of")) {
        return {};
    }
    Hit hit = dated(i + 1, year_period(*year));
    hit.modifier = before != "in" && i > 0 && same_sentence(i, i - 1);
    return hit;
}

/// "AD 842", "500 CE", "c. 347", "in the year 71", "314 - 368"; once the text has told of such years also "in 348".
Hit TimeReader::ancient_year(std::size_t i) const {
    const Lexeme* p = lexeme(i, i);
    if (!is_plain(p) || p->ordinal || p->plural || p->digits > 3 || p->number < 10) {
        return {};
    }
    const auto number = whole(*p);
    const auto before = [&](std::size_t back) { return i >= back && same_sentence(i, i - back) ? word(i - back) : std::string_view{}; };
    const std::string_view after = same_sentence(i, i + 1) ? word(i + 1) : std::string_view{};
    if (in_list(after, {"ad", "ce"})) {
        return dated(i + 2, year_period(number));
    }
    if (in_list(after, {"bc", "bce"})) {
        return unresolved(i + 2, "before the common era");
    }
    const bool era = in_list(before(1), {"ad", "ca", "circa"}) || (before(1) == "." && in_list(before(2), {"c", "ca"})) || before(1) == "c";
    if (era || (before(1) == "year" && before(2) == "the")) {
        return dated(i + 1, year_period(number));
    }
    const bool ends = after.empty() || (lexemes_[i + 1].kind == LexemeKind::mark && !in_list(after, {"%", "-", "/", ":", "\u00B0"})) ||
                      lexemes_[i + 1].capital || in_list(after, {"he", "she", "it", "they", "the", "and", "when", "in", "at", "by", "who"});
    // "(837 - 908)"
    const bool spanned = p->digits == 3 && in_list(before(1), {"-", "\u2013"}) && i >= 2 && lexemes_[i - 2].kind == LexemeKind::number &&
                         lexemes_[i - 2].digits == 3 && whole(lexemes_[i - 2]) < number && after == ")";
    const Lexeme* last = lexeme(i, i + 2);
    const bool spans = p->digits == 3 && in_list(after, {"-", "\u2013"}) && is_plain(last) && last->digits == 3 && number < last->number &&
                       same_sentence(i, i + 3) && (ancient_ > 0 || word(i + 3) == ")");
    const bool told =
        ancient_ > 0 && p->digits == 3 && ends &&
        in_list(before(1), {"in", "until", "since", "after", "before", "about", "around", "by", "when", "from", "-", "\u2013"});
    return spanned || spans || told ? dated(i + 1, year_period(number)) : Hit{};
}

/// "nineteen ninety six", "two thousand and fifteen": the year and the lexeme after it; {0, 0} for anything else.
std::pair<int, std::size_t> TimeReader::spoken_year(std::size_t i) const {
    if (i >= lexemes_.size() || lexemes_[i].kind != LexemeKind::word) {
        return {0, 0};
    }
    const auto first = read_count(lexemes_, i);
    if (!first || first->vague || first->ordinal || !same_sentence(i, first->next - 1)) {
        return {0, 0};
    }
    const auto value = static_cast<int>(first->value);
    if (value >= 1100 && value < 2200) {
        return {value, first->next};
    }
    if (value < 11 || value > 20 || !same_sentence(i, first->next) || lexemes_[first->next].kind != LexemeKind::word) {
        return {0, 0};
    }
    const auto second = read_count(lexemes_, first->next);
    if (!second || second->vague || second->ordinal || second->value < 10 || second->value > 99 || word(first->next) == "a") {
        return {0, 0};
    }
    return {value * 100 + static_cast<int>(second->value), second->next};
}

Hit TimeReader::season_or_quarter(std::size_t i) const {
    const Lexeme* p = lexeme(i, i);
    if (p == nullptr) {
        return {};
    }
    if (const auto season = p->kind == LexemeKind::word ? parse_season(p->lower) : std::nullopt) {
        std::size_t k = i + 1;
        k += in_list(word(k), {"of", ",", "in"}) ? 1 : 0;
        if (const auto year = year_at(k, i)) {
            const Lexeme* second = lexeme(i, k + 2);
            if (*season == 0 && in_list(word(k + 1), {"-", "\u2013", "/"}) && is_plain(second) && second->digits <= 2 &&
                whole(*second) == (*year + 1) % 100) {
                return dated(k + 3, season_period(*year, 0));  // "the winter of 1776-77"
            }
            return dated(k + 1, *season == 0 ? season_period(*year - 1, 0) : season_period(*year, *season));
        }
        if (p->lower == "spring" || p->lower == "fall" || i == 0 ||
            !in_list(word(i - 1), {"the", "in", "during", "since", "over", "late", "early", "by"})) {
            return {};
        }
        return {
            .next = i + 1, .kind = TimeKind::date, .period = std::nullopt, .value = {}, .reason = "the year is unknown", .modifier = true};
    }
    const auto quarter_of = [&](int year, int quarter, std::size_t next) {
        return dated(next, period_with(Unit::quarter, month_period(year, 3 * quarter - 1).first));
    };
    const auto half_of = [&](int year, int half, std::size_t next) {
        return dated(next, period_with(Unit::half, month_period(year, half == 1 ? 2 : 8).first));
    };
    const auto letter = [&](std::size_t k, std::string_view name, int most) -> int {
        const Lexeme* q = lexeme(i, k);
        const Lexeme* n = lexeme(i, k + 1);
        return q != nullptr && q->lower == name && is_plain(n) && n->glued && n->digits == 1 && n->number >= 1 && n->number <= most
                   ? whole(*n)
                   : 0;
    };
    for (const auto& [name, most] : {std::pair<std::string_view, int>{"q", 4}, std::pair<std::string_view, int>{"h", 2}}) {
        if (const int number = letter(i, name, most); number != 0) {
            std::size_t k = i + 2;
            k += in_list(word(k), {"of", "-", ",", "/"}) ? 1 : 0;
            const auto year = year_at(k, i);
            const auto own = year ? year : published_ ? std::optional<int>(from_days(*published_).year) : std::nullopt;
            if (own) {
                return name == "q" ? quarter_of(*own, number, year ? k + 1 : i + 2) : half_of(*own, number, year ? k + 1 : i + 2);
            }
        }
        if (const auto year = year_at(i, i)) {
            const std::size_t k = in_list(word(i + 1), {"-", "/"}) ? i + 2 : i + 1;
            if (const int number = letter(k, name, most); number != 0) {
                return name == "q" ? quarter_of(*year, number, k + 2) : half_of(*year, number, k + 2);
            }
        }
    }
    std::size_t k = p->lower == "the" ? i + 1 : i;
    const auto count = same_sentence(i, k) ? read_count(lexemes_, k) : std::nullopt;
    if (count && count->ordinal && count->value >= 1 && count->value <= 4 &&
        (word(count->next) == "quarter" || word(count->next) == "half")) {
        const bool quarter = word(count->next) == "quarter";
        std::size_t y = count->next + 1;
        y += in_list(word(y), {"of", "in", ","}) ? 1 : 0;
        auto year = year_at(y, i);
        std::size_t next = year ? y + 1 : 0;
        if (!year && published_ && in_list(word(y), {"this", "last", "next", "the"}) && word(y + 1) == "year" && same_sentence(i, y + 1)) {
            year = from_days(*published_).year + (word(y) == "last" ? -1 : word(y) == "next" ? 1 : 0);
            next = y + 2;
        }
        if (year && (quarter || count->value <= 2)) {
            return quarter ? quarter_of(*year, static_cast<int>(count->value), next) : half_of(*year, static_cast<int>(count->value), next);
        }
    }
    return {};
}

}  // namespace synoptic
