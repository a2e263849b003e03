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
    if (!is_plain(a) || mark == nullptr || b == nullptr) {
        return {};
    }
    // "2016 10 16"
    if (a->digits == 4 && year_at(i, i) && !mark->glued && is_plain(mark) && mark->digits == 2 && !b->glued && is_plain(b) &&
        b->digits == 2 && !b->plural && (lexeme(i, i + 3) == nullptr || lexemes_[i + 3].kind != LexemeKind::number)) {
        const auto day = make_day(whole(*a), whole(*mark), whole(*b));
        return day ? dated(i + 3, day_period(*day)) : Hit{};
    }
    if (!mark->glued || !in_list(mark->lower, {"-", "/", "."}) || !b->glued) {
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
            auto day = make_day(x, y, whole(*c));
            day = day ? day : make_day(x, whole(*c), y);
            return day ? dated(i + 5, day_period(*day)) : Hit{};
        }
        if (c->digits != 4 && c->digits != 2) {
            return {};
        }
        const int year = full_year(*c);
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
    if (slash && x >= 1 && y >= 1 && x <= 31 && y <= 31 && (x <= 12 || y <= 12) && !(x == 24 && y == 7)) {
        if (x == 9 && y == 11 && (i == 0 || !in_list(word(i - 1), {"on", "by", "until", "from", "to", "due"}))) {
            Hit hit = dated(i + 3, day_period(*make_day(2001, x, y)));
            hit.modifier = true;
            return hit;
        }
        const int month = x <= 12 ? x : y;
        const int day = x <= 12 ? y : x;
        const Lexeme* after = lexeme(i, i + 3);
        const bool fraction = x < y && x <= 9 && y <= 10 && (a->digits == 1 && b->digits == 1) &&
                              !(i > 0 && (in_list(word(i - 1), {"on", "from", "to", "next", "this", "friday", "by"}) || weekday_at(i - 1)));
        const auto stated_year = after != nullptr && after->lower == "," ? year_at(i + 4, i) : std::nullopt;
        const auto year = stated_year ? stated_year : missing_year(i, month, day);
        const auto at = year ? make_day(*year, month, day) : std::nullopt;
        if (at && (!fraction || stated_year) && !(after != nullptr && after->kind == LexemeKind::number && after->glued)) {
            return cycled(dated(stated_year ? i + 5 : i + 3, day_period(*at), stated_year ? "stated" : missing_year_reason(i)),
                          !stated_year, Unit::year);
        }
    }
    return {};
}

/// "05-Aug-2016", "2020/Sep/23", "September-2020-23", "5-aug": a month's name and numbers between equal marks, in any order.
Hit TimeReader::named_month_between_marks(std::size_t i) const {
    int month = 0;
    int year = 0;
    int day = 0;
    std::size_t k = i;
    std::size_t next = i;
    for (int piece = 0; piece < 3; ++piece, k += 2) {
        const Lexeme* now = lexeme(i, k);
        if (now == nullptr || (piece > 0 && !now->glued)) {
            break;
        }
        const auto named = now->kind == LexemeKind::word ? parse_month(now->lower) : std::nullopt;
        if (named && month == 0) {
            month = *named;
        } else if (is_plain(now) && !now->plural && !now->ordinal && now->digits == 4 && year == 0) {
            year = whole(*now);
        } else if (is_plain(now) && !now->plural && now->digits <= 2 && day == 0) {
            day = whole(*now);
        } else if (is_plain(now) && !now->plural && now->digits == 2 && year == 0) {
            year = full_year(*now);
        } else {
            break;
        }
        next = k + 1;
        const Lexeme* mark = lexeme(i, k + 1);
        if (mark == nullptr || !mark->glued || !in_list(mark->lower, {"-", "/", "."}) || (piece > 0 && mark->lower != word(i + 1))) {
            break;
        }
    }
    if (month == 0 || (day == 0 && year == 0) || next < i + 3) {
        return {};
    }
    if (day == 0) {
        return dated(next, month_period(year, month));
    }
    const auto found = year != 0 ? std::optional(year) : missing_year(i, month, day);
    const auto at = found ? make_day(*found, month, day) : std::nullopt;
    return at ? cycled(dated(next, day_period(*at), year != 0 ? "stated" : missing_year_reason(i)), year == 0, Unit::year) : Hit{};
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
        if (const Lexeme* old = lexeme(i, k + 1); is_plain(old) && !old->plural && !old->ordinal && word(k) == "of" &&
                                                  (old->digits == 3 || (old->digits == 2 && old->number > 31))) {
            return dated(k + 2, month_period(full_year(*old), *month));  // "December of 384", "April of 87"
        }
        if (const auto spoken = same_sentence(i, k + 1) ? spoken_year(k + 1) : std::pair<int, std::size_t>{0, 0}; spoken.second != 0) {
            return dated(spoken.second, month_period(spoken.first, *month));
        }
    }
    if (const auto spoken = same_sentence(i, k) && !separated ? spoken_year(k) : std::pair<int, std::size_t>{0, 0}; spoken.second != 0) {
        return dated(spoken.second, month_period(spoken.first, *month));
    }
    if (const auto [named, next] = pointed_year(k, i); next != 0) {
        return dated(next, month_period(named, *month), "publication date");
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
                year = full_year(lexemes_[next + 1]);
                next += 2;
            }
        }
        if (const auto [named, after] = pointed_year(next, i); !year && after != 0) {
            year = named;
            next = after;
        }
        const auto found = year ? year : missing_year(i, *month, day);
        if (!found) {
            return unresolved(next, "the year is unknown");
        }
        if (const auto at = make_day(*found, *month, day)) {
            return cycled(dated(next, day_period(*at), year ? "stated" : missing_year_reason(i)), !year, Unit::year);
        }
    }
    const auto year = missing_year(i, *month, 0);
    return year ? cycled(dated(i + 1, month_period(*year, *month), missing_year_reason(i)), true, Unit::year)
                : unresolved(i + 1, "the year is unknown");
}

/// "last year" or "of this year" behind a date that began at `from`: the year and the lexeme after it; {0, 0} for anything else.
std::pair<int, std::size_t> TimeReader::pointed_year(std::size_t i, std::size_t from) const {
    const std::size_t k = in_list(word(i), {"of", ","}) ? i + 1 : i;
    if (!published_ || !same_sentence(from, k + 1) || word(k + 1) != "year" || !in_list(word(k), {"last", "this", "next"})) {
        return {0, 0};
    }
    return {from_days(*published_).year + (word(k) == "last" ? -1 : word(k) == "next" ? 1 : 0), k + 2};
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
        (lexemes_[k].kind == LexemeKind::word && !count->ordinal && (count->value < 2 || word(count->next) == "may"))) {
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
    if (k == i && m == k + 1 && i > 0 && in_list(word(i - 1), {"$", "\u20AC", "\u00A3"})) {
        return {};  // "for $12 December 27"
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
    if (const Lexeme* old = lexeme(i, next + 1); !year && word(next) == "of" && is_plain(old) && !old->plural && !old->ordinal &&
                                                 (old->digits == 3 || (old->digits == 2 && old->number > 31))) {
        year = full_year(*old);  // "15 April of 87"
        next += 2;
    } else if (const Lexeme* ancient = lexeme(i, next); !year && is_plain(ancient) && ancient->digits == 3 && !ancient->plural &&
                                                        !ancient->ordinal &&
                                                        (lexeme(i, next + 1) == nullptr || lexemes_[next + 1].kind == LexemeKind::mark)) {
        year = whole(*ancient);  // "30 September 420"
        ++next;
    } else if (const auto [named, after_year] = pointed_year(next, i); !year && after_year != 0) {
        year = named;
        next = after_year;
    }
    const auto found = year ? year : missing_year(i, *month, day);
    if (!found) {
        return unresolved(next, "the year is unknown");
    }
    const auto at = make_day(*found, *month, day);
    return at ? cycled(dated(next, day_period(*at), year ? "stated" : missing_year_reason(i)), !year, Unit::year) : Hit{};
}

/// "18 and 19 June 2024", "the 3rd, 4th and 5th of May": a day whose month stands with a later one.
Hit TimeReader::listed_day(std::size_t i) const {
    constexpr int longest = 4;
    std::size_t k = word(i) == "the" ? i + 1 : i;
    int day = 0;
    std::size_t next = 0;
    for (int piece = 0; piece < longest && same_sentence(i, k); ++piece) {
        const Lexeme& now = lexemes_[k];
        if (now.kind != LexemeKind::number || now.digits > 2 || now.decimal || now.plural || now.number < 1 || now.number > 31) {
            return {};
        }
        if (piece == 0) {
            day = whole(now);
            next = k + 1;
        } else if (const Hit last = day_month(k); last && last.period && last.period->unit == Unit::day) {
            const Date end = from_days(last.period->first);
            const auto at = make_day(end.year, end.month, day);
            return at && *at < last.period->first ? cycled(dated(next, day_period(*at), last.reason), last.cycle.has_value(), Unit::year)
                                                  : Hit{};
        }
        ++k;
        const std::size_t link = k;
        k += in_list(word(k), {","}) ? 1 : 0;
        k += in_list(word(k), {"and", "or", "&"}) ? 1 : 0;
        if (k == link) {
            return {};
        }
        k += word(k) == "the" ? 1 : 0;
    }
    return {};
}

/// "on the 18th", "the week of the 18th", "the 21st of next month": of the month of publication or the one beside it.
Hit TimeReader::bare_day(std::size_t i, std::size_t k, const Count& count) const {
    if (!published_ || !count.ordinal) {
        return {};
    }
    const auto day = static_cast<int>(count.value);
    std::size_t p = count.next + (word(count.next) == "of" ? 1 : 0);
    p += word(p) == "the" ? 1 : 0;
    if (in_list(word(p), {"this", "next", "last", "same", "following", "previous"}) && word(p + 1) == "month" && same_sentence(i, p + 1)) {
        const Hit month = pointed(p);
        const Date in = from_days(month.period ? month.period->first : *published_);
        const auto at = month.period ? make_day(in.year, in.month, day) : std::nullopt;
        return at ? dated(month.next, day_period(*at), month.reason) : Hit{};
    }
    const bool led_in = i > 0 && same_sentence(i, i - 1) &&
                        in_list(word(i - 1), {"on", "until", "till", "by", "before", "around", "of", "since", "beginning", "starting"});
    const Lexeme* after = lexeme(i, count.next);
    const bool ends =
        after == nullptr || after->kind == LexemeKind::mark || in_list(after->lower, {"and", "at", "in", "for", "with", "to"});
    if (!(led_in && ends) || (k == i && word(i - 1) != "on") || (lexemes_[k].kind != LexemeKind::number && word(i - 1) != "on")) {
        return {};
    }
    const Date today = from_days(*published_);
    const auto here = make_day(today.year, today.month, day);
    if (!here) {
        return {};
    }
    const bool future = direction_(lexemes_[i]) == Direction::future;
    const int step = future && *here < *published_ ? 1 : !future && *here > *published_ ? -1 : 0;
    return cycled(dated(count.next, day_period(shift_day(*here, Unit::month, step)), "publication date"), true, Unit::month);
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
    // "Monday two weeks from now": the nearest such day
    if (const auto span = same_sentence(i, k) ? amount(k) : std::nullopt) {
        const Hit hit = in_list(word(span->next), {"from", "after", "before", "ago"}) ? measured(k, *span) : Hit{};
        if (hit && hit.period && hit.kind == TimeKind::date) {
            return dated(hit.next, day_period(nearest_weekday(named_day(*hit.period), *day)), hit.reason);
        }
    }
    if (!published_ && !opening_) {
        return unresolved(i + 1, no_published);
    }
    const std::int32_t today = published_ ? *published_ : *opening_;
    const std::string_view reason = published_ ? "publication date" : "date in the opening";
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
                return dated(number->next, day_period(at), reason);
            }
        }
    }
    const int now = weekday(from_days(today));
    const int back = (now - *day + 7) % 7;
    const Direction direction = direction_(lexemes_[i]);
    constexpr int tomorrow_or_next = 5;  // days back from there
    const bool ahead = direction == Direction::future || (direction == Direction::unknown && back >= tomorrow_or_next);
    const std::int32_t at = ahead ? today + (7 - back) % 7 : today - back;
    return cycled(dated(i + 1, day_period(at), reason), true, Unit::week);
}

}  // namespace synoptic
