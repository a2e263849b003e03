// SPDX-License-Identifier: Apache-2.0
// Days, weeks and months named by their place inside a larger period.
#include <algorithm>
#include <utility>

#include "language/times_tools.hpp"

namespace synoptic {

using namespace times;

/// "the first week of May", "the last three months of 2021", "the second Tuesday of next month", "the 9th month of next year".
Hit TimeReader::inside(std::size_t i) const {
    const std::size_t k = word(i) == "the" ? i + 1 : i;
    if (Hit of_week = week_of(i)) {
        return of_week;
    }
    if (!same_sentence(i, k + 2)) {
        return {};
    }
    const bool last = in_list(word(k), {"last", "final", "closing"});
    const auto place = last ? std::optional(Count{.value = 1, .next = k + 1}) : read_count(lexemes_, k);
    if (!place || !(place->ordinal || last) || place->value < 1 || place->value > 366 || !same_sentence(i, place->next + 2)) {
        return {};
    }
    std::size_t u = place->next;
    int many = 1;
    if (const auto count = read_count(lexemes_, u); count && !count->ordinal && !count->vague && (last || place->value == 1)) {
        many = static_cast<int>(std::clamp(count->value, 1.0, 366.0));
        u = count->next;
    }
    const auto weekday = weekday_at(u);
    const auto unit = parse_unit(word(u));
    if ((!weekday && !unit) || (unit && (*unit < Unit::day || *unit > Unit::decade || *unit == Unit::half || *unit == Unit::season)) ||
        !same_sentence(i, u + 2) || (unit && (many > 1) != word(u).ends_with('s'))) {
        return {};
    }
    std::size_t of = u + 1;
    const std::string_view part = weekday ? day_part(word(of)) : std::string_view{};
    of += part.empty() ? 0 : 1;
    if (!in_list(word(of), {"of", "in"}) || !same_sentence(i, of + 1)) {
        return {};
    }
    const std::size_t w = word(of + 1) == "the" ? of + 2 : of + 1;
    const Hit whole = longer(stated(w), pointed(of + 1));
    if (!whole || !whole.period || whole.period->unit < Unit::month || !same_sentence(i, whole.next - 1)) {
        return {};
    }
    const Period& in = *whole.period;
    const auto n = static_cast<int>(place->value);
    Hit hit = dated(whole.next, in, whole.reason);
    hit.cycle = whole.cycle;
    if (weekday) {
        const std::int32_t first = in.first + (*weekday - synoptic::weekday(from_days(in.first)) + 7) % 7 + 7 * (n - 1);
        const std::int32_t final = in.last - (synoptic::weekday(from_days(in.last)) - *weekday + 7) % 7;
        hit.period = day_period(last ? final : first);
        hit.kind = part.empty() ? TimeKind::date : TimeKind::time;
        hit.value = std::string(part);
    } else if (*unit >= in.unit) {
        return {};
    } else {
        Period piece = period_with(*unit, last ? in.last : in.first);
        if (*unit == Unit::week) {  // a week belongs to the month or year that holds its Thursday
            piece = last && piece.first + 3 > in.last ? shift(piece, -1) : !last && piece.first + 3 < in.first ? shift(piece, 1) : piece;
        }
        const Period from = last ? shift(piece, 1 - many) : shift(piece, n - 1);
        const Period to = last ? piece : shift(from, many - 1);
        hit.period = many == 1 ? from : interval(from.first, to.last, *unit);
    }
    return hit.period->first <= in.last && hit.period->last >= in.first ? hit : Hit{};
}

/// "week 31", "the week of April 10th", "w/c 4 February", "the weekend of Halloween", "the week after next".
Hit TimeReader::week_of(std::size_t i) const {
    const std::size_t k = word(i) == "the" ? i + 1 : i;
    if (!same_sentence(i, k + 1)) {
        return {};
    }
    if (word(k) == "w" && word(k + 1) == "/" && word(k + 2) == "c" && same_sentence(k, k + 3)) {
        const Hit day = stated(k + 3);
        return day && day.period && day.period->unit == Unit::day
                   ? cycled(dated(day.next, period_with(Unit::week, day.period->first), day.reason), day.cycle.has_value(), Unit::year)
                   : Hit{};
    }
    if (word(k) == "weekend" && word(k + 1) == "of") {
        const Hit day = longer(holiday(k + 2), stated(word(k + 2) == "the" ? k + 3 : k + 2));
        return day && day.period && day.period->unit == Unit::day ? dated(day.next, weekend_about(day.period->first), day.reason) : Hit{};
    }
    if (word(k) != "week") {
        return {};
    }
    if (word(k + 1) == "after" && word(k + 2) == "next" && same_sentence(i, k + 2)) {
        return published_ ? dated(k + 3, shift(period_with(Unit::week, *published_), 2), "publication date")
                          : unresolved(k + 3, no_published);
    }
    if (in_list(word(k + 1), {"of", "beginning", "starting", "commencing"})) {
        const std::size_t d = word(k + 2) == "on" ? k + 3 : k + 2;
        const Hit day = same_sentence(i, d) ? longer(stated(d), stated(word(d) == "the" ? d + 1 : d)) : Hit{};
        return day && day.period && day.period->unit == Unit::day
                   ? cycled(dated(day.next, period_with(Unit::week, day.period->first), day.reason), day.cycle.has_value(), Unit::year)
                   : Hit{};
    }
    const Lexeme& number = lexemes_[k + 1];
    if (published_ && number.kind == LexemeKind::number && !number.decimal && number.number >= 1 && number.number <= 53 &&
        !number.ordinal) {
        int year = from_days(*published_).year;
        std::size_t next = k + 2;
        if (word(next) == "of") {
            const Hit of_year = longer(stated(next + 1), pointed(next + 1));
            if (of_year && of_year.period && of_year.period->unit == Unit::year) {
                year = from_days(of_year.period->first).year;
                next = of_year.next;
            }
        }
        const Period first = period_with(Unit::week, year_period(year).first + 3);
        return dated(next, shift(first, static_cast<int>(number.number) - 1), "publication date");
    }
    return {};
}

}  // namespace synoptic
