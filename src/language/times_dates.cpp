// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "language/times_tools.hpp"

namespace synoptic {

using namespace times;

Hit TimeReader::numeric_date(std::size_t i) const {
    const Lexeme* a = lexeme(i, i);
    const Lexeme* mark = lexeme(i, i + 1);
    const Lexeme* b = lexeme(i, i + 2);
    if (a == nullptr || a->kind != LexemeKind::number || a->plural || a->ordinal) {
        return {};
    }
    if (a->digits == 8 && !a->decimal && !a->grouped && (i == 0 || !a->glued || word(i - 1) == "-")) {  // 20250815
        const int packed = whole(*a);
        const auto day =
            packed / 10000 >= 1900 && packed / 10000 < 2100 ? make_day(packed / 10000, packed / 100 % 100, packed % 100) : std::nullopt;
        return day ? dated(i + 1, day_period(*day)) : Hit{};
    }
    if (!is_plain(a) || mark == nullptr || !mark->glued || !in_list(mark->lower, {"-", "/", "."}) || b == nullptr || !b->glued) {
        return {};
    }
    // 05-aug-2016
    if (const auto month = b->kind == LexemeKind::word ? parse_month(b->lower) : std::nullopt; month && a->digits <= 2) {
        const Lexeme* second = lexeme(i, i + 3);
        const auto year = second != nullptr && second->glued && is_plain(lexeme(i, i + 4))
                              ? std::optional(full_year(whole(lexemes_[i + 4]), lexemes_[i + 4].digits))
                              : std::nullopt;
        if (const auto day = make_day(year.value_or(missing_year(i, *month, whole(*a)).value_or(0)), *month, whole(*a))) {
            return dated(year ? i + 5 : i + 3, day_period(*day), year ? "stated" : missing_year_reason(i));
        }
        return {};
    }
    if (!is_plain(b) || b->plural || b->ordinal) {
        return {};
    }
    const Lexeme* second = lexeme(i, i + 3);
    const Lexeme* c = lexeme(i, i + 4);
    const bool three = second != nullptr && second->glued && second->lower == mark->lower && is_plain(c) && c->glued && !c->plural;
    const int x = whole(*a);
    const int y = whole(*b);
    if (three) {
        if (a->digits == 4) {
            const auto day = make_day(x, y, whole(*c));
            return day ? dated(i + 5, day_period(*day)) : Hit{};
        }
        if (c->digits != 4 && c->digits != 2) {
            return {};
        }
        const int year = full_year(whole(*c), c->digits);
        auto day = mark->lower == "." ? make_day(year, y, x) : make_day(year, x, y);  // 5.8.2016 is European, 8/5/2016 American
        if (!day) {
            day = mark->lower == "." ? make_day(year, x, y) : make_day(year, y, x);
        }
        return day ? dated(i + 5, day_period(*day)) : Hit{};
    }
    if (a->digits == 4 && b->digits <= 2 && mark->lower != "." && y >= 1 && y <= 12 && x >= 1500 && x < 2200) {
        return dated(i + 3, month_period(x, y));
    }
    if (a->digits <= 2 && b->digits == 4 && mark->lower != "." && x >= 1 && x <= 12 && y >= 1500 && y < 2200) {
        return dated(i + 3, month_period(y, x));
    }
    const bool slash =
        mark->lower == "/" && a->digits <= 2 && b->digits <= 2 && (second == nullptr || !second->glued || second->lower != "/");
    if (slash && x >= 1 && y >= 1 && x <= 31 && y <= 31 && (x <= 12 || y <= 12) && !(x == 24 && y == 7) && !(x == 9 && y == 11)) {
        const int month = x <= 12 ? x : y;
        const int day = x <= 12 ? y : x;
        const Lexeme* after = lexeme(i, i + 3);
        const bool fraction = x < y && x <= 9 && y <= 10 && (a->digits == 1 && b->digits == 1) &&
                              !(i > 0 && (in_list(word(i - 1), {"on", "from", "to", "next", "this", "friday", "by"}) || weekday_at(i - 1)));
        const auto year = missing_year(i, month, day);
        const auto at = year ? make_day(*year, month, day) : std::nullopt;
        if (at && !fraction && !(after != nullptr && after->kind == LexemeKind::number && after->glued)) {
            return dated(i + 3, day_period(*at), missing_year_reason(i));
        }
    }
    return {};
}

/// "August 15, 2025", "August 15", "August 2025", "August", "Dec/2018", "Mar3", "May twenty nine".
Hit TimeReader::month_date(std::size_t i) const {
    const auto month = month_at(i);
    if (!month) {
        return {};
    }
    std::size_t k = i + 1;
    if (in_list(word(k), {".", "/", "-"}) && same_sentence(i, k) && lexemes_[k].glued) {
        ++k;
    } else if (word(k) == "," && same_sentence(i, k)) {
        ++k;
    }
    const bool separated = k > i + 1;
    if (const auto year = year_at(k, i)) {
        return dated(k + 1, month_period(*year, *month));
    }
    if ((word(k) == "of" || word(k) == "in") && !separated) {
        if (const auto year = year_at(k + 1, i)) {
            return dated(k + 2, month_period(*year, *month));
        }
        if (const auto spoken = same_sentence(i, k + 1) ? spoken_year(k + 1) : std::pair<int, std::size_t>{0, 0}; spoken.second != 0) {
            return dated(spoken.second, month_period(spoken.first, *month));
        }
    }
    if (const auto spoken = same_sentence(i, k) && !separated ? spoken_year(k) : std::pair<int, std::size_t>{0, 0}; spoken.second != 0) {
        return dated(spoken.second, month_period(spoken.first, *month));
    }
    if (word(k) == "the" && !separated && same_sentence(i, k)) {
        ++k;
    }
    const auto count = same_sentence(i, k) ? read_count(lexemes_, k) : std::nullopt;
    const bool as_day =
        count && !count->vague && count->value >= 1 && count->value <= 31 && std::floor(count->value) == count->value &&
        (lexemes_[k].kind == LexemeKind::number
             ? lexemes_[k].digits <= 2 && !lexemes_[k].decimal && !lexemes_[k].plural && !(word(k + 1) == ":" && lexemes_[k + 1].glued) &&
                   word(k + 1) != "%" && word(k + 1) != "percent" && word(k + 1) != "million"
             : word(k) != "a" && word(k) != "an" && word(k) != "another");
    if (as_day) {
        std::size_t next = count->next;
        const int day = static_cast<int>(count->value);
        std::optional<int> year = year_at(next, i);
        if (year) {
            ++next;
        } else if (in_list(word(next), {",", "in", "of", "-", "/"})) {
            year = year_at(next + 1, i);
            next += year ? 2 : 0;
        } else if (const auto spoken = same_sentence(i, next) ? spoken_year(next) : std::pair<int, std::size_t>{0, 0}; spoken.second != 0) {
            year = spoken.first;
            next = spoken.second;
        } else if (word(next) == "'" || word(next) == "\u2019") {
            if (is_plain(lexeme(i, next + 1)) && lexemes_[next + 1].digits == 2 && lexemes_[next + 1].glued) {
                year = full_year(whole(lexemes_[next + 1]), 2);
                next += 2;
            }
        }
        const auto found = year ? year : missing_year(i, *month, day);
        if (!found) {
            return unresolved(next, "the year is unknown");
        }
        if (const auto at = make_day(*found, *month, day)) {
            return dated(next, day_period(*at), year ? "stated" : missing_year_reason(i));
        }
    }
    const auto year = missing_year(i, *month, 0);
    return year ? dated(i + 1, month_period(*year, *month), missing_year_reason(i)) : unresolved(i + 1, "the year is unknown");
}

/// "15 October 2025", "the 9th of May", "second of Aug", "the 18th" (of the month of publication).
Hit TimeReader::day_month(std::size_t i) const {
    std::size_t k = i;
    if (word(k) == "the") {
        ++k;
    }
    if (!same_sentence(i, k) ||
        (lexemes_[k].kind == LexemeKind::number && (lexemes_[k].digits > 2 || lexemes_[k].decimal || lexemes_[k].plural))) {
        return {};
    }
    const auto count = read_count(lexemes_, k);
    if (!count || count->vague || count->value < 1 || count->value > 31 || in_list(word(k), {"a", "an", "another"}) ||
        (lexemes_[k].kind == LexemeKind::word && !count->ordinal)) {
        return {};
    }
    std::size_t m = count->next;
    if (word(m) == "of" || ((word(m) == "-" || word(m) == "/") && same_sentence(i, m) && lexemes_[m].glued)) {
        ++m;
    }
    const auto month = same_sentence(i, m) ? month_at(m) : std::nullopt;
    if (!month) {
        return bare_day(i, k, *count);
    }
    const int day = static_cast<int>(count->value);
    std::size_t next = m + 1;
    std::optional<int> year = year_at(next, i);
    if (year) {
        ++next;
    } else if (const auto spoken = same_sentence(i, next) ? spoken_year(next) : std::pair<int, std::size_t>{0, 0}; spoken.second != 0) {
        year = spoken.first;
        next = spoken.second;
    } else if (in_list(word(next), {",", "in", "of", "-", "."}) && year_at(next + 1, i)) {
        year = year_at(next + 1, i);
        next += 2;
    }
    const auto found = year ? year : missing_year(i, *month, day);
    if (!found) {
        return unresolved(next, "the year is unknown");
    }
    const auto at = make_day(*found, *month, day);
    return at ? dated(next, day_period(*at), year ? "stated" : missing_year_reason(i)) : Hit{};
}

/// "on the 18th": of the month of publication or the one beside it.
Hit TimeReader::bare_day(std::size_t i, std::size_t k, const Count& count) const {
    const bool led_in =
        i > 0 && same_sentence(i, i - 1) && in_list(word(i - 1), {"on", "until", "till", "by", "before", "around", "of", "since"});
    const Lexeme* after = lexeme(i, count.next);
    const bool ends =
        after == nullptr || after->kind == LexemeKind::mark || in_list(after->lower, {"and", "at", "in", "for", "with", "to"});
    if (!published_ || k == i || !led_in || !count.ordinal || lexemes_[k].kind != LexemeKind::number || !ends) {
        return {};
    }
    const Date today = from_days(*published_);
    const auto day = make_day(today.year, today.month, static_cast<int>(count.value));
    if (!day) {
        return {};
    }
    const bool future = direction_(lexemes_[i]) == Direction::future;
    const int step = future && *day < *published_ ? 1 : !future && *day > *published_ ? -1 : 0;
    return dated(count.next, day_period(shift_day(*day, Unit::month, step)), "publication date");
}

Hit TimeReader::weekday_date(std::size_t i) const {
    const auto day = weekday_at(i);
    if (!day) {
        return {};
    }
    std::size_t k = i + 1;
    if (in_list(word(k), {",", ".", "-", "("})) {
        ++k;
    }
    for (const Hit& hit : {month_date(k), day_month(k), numeric_date(k)}) {
        if (hit && same_sentence(i, k) && (!hit.period || hit.period->unit == Unit::day)) {
            return hit;
        }
    }
    if (!published_) {
        return unresolved(i + 1, "the document has no date");
    }
    const std::int32_t today = *published_;
    // "Sunday 31", "Tuesday the eleventh": the nearest such day
    const std::size_t d = word(i + 1) == "the" ? i + 2 : i + 1;
    const auto number = same_sentence(i, d) ? read_count(lexemes_, d) : std::nullopt;
    const Lexeme* beyond = number ? lexeme(i, number->next) : nullptr;
    const bool alone = beyond == nullptr || beyond->kind == LexemeKind::mark
                           ? beyond == nullptr || in_list(beyond->lower, {".", ",", "!", "?", ";", ")"})
                           : false;
    if (number && number->value >= 1 && number->value <= 31 && !number->vague &&
        (number->ordinal || (alone && lexemes_[d].kind == LexemeKind::number && !lexemes_[d].decimal))) {
        const bool ahead = direction_(lexemes_[i]) == Direction::future;
        for (std::int32_t away = 0; away < 900; ++away) {
            const std::int32_t at = ahead ? today + away : today - away;
            if (from_days(at).day == static_cast<std::uint8_t>(number->value) && weekday(from_days(at)) == *day) {
                return dated(number->next, day_period(at), "publication date");
            }
        }
    }
    const int now = weekday(from_days(today));
    const int back = (now - *day + 7) % 7;
    const Direction direction = direction_(lexemes_[i]);
    const std::int32_t at = direction == Direction::future ? today + (7 - back) % 7 : today - back;
    return dated(i + 1, day_period(at), "publication date");
}

}  // namespace synoptic
