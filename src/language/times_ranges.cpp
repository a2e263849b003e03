// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "language/times_tools.hpp"

namespace synoptic {

using namespace times;

namespace {

bool is_range_mark(std::string_view word) {
    return in_list(word, {"-", "\u2013", "\u2014", "~", "to", "until", "till", "through", "thru"});
}

}  // namespace

/// "10 - 12 May 2019", "2014-2018", "between March and May", "from 5 to 9 June".
Hit TimeReader::range(std::size_t i) const {
    const std::string_view opening = word(i);
    const bool between = opening == "between";
    const bool from = opening == "from";
    const std::size_t start = between || from ? i + 1 : i;
    if (!same_sentence(i, start)) {
        return {};
    }
    // "3 to 12 September", "18-19 November": the first is a bare day
    const Lexeme& first_piece = lexemes_[start];
    if (first_piece.kind == LexemeKind::number && first_piece.digits <= 2 && !first_piece.decimal && first_piece.number >= 1 &&
        first_piece.number <= 31 && (is_range_mark(word(start + 1)) || (between && word(start + 1) == "and")) &&
        same_sentence(i, start + 2)) {
        const Hit last = day_month(start + 2);
        if (last && last.period && last.period->unit == Unit::day) {
            const Date end = from_days(last.period->last);
            const auto begin = make_day(end.year, end.month, whole(first_piece));
            if (begin && *begin < last.period->last) {
                return dated(last.next, interval(*begin, last.period->last, Unit::day), last.reason);
            }
        }
        return {};
    }
    const Hit a = stated(start);
    if (!a || !a.period || !same_sentence(i, a.next)) {
        return {};
    }
    const std::string_view link = word(a.next);
    if (!((between && link == "and") || is_range_mark(link)) || !same_sentence(i, a.next + 1)) {
        return {};
    }
    const bool glued = lexemes_[a.next].glued && lexemes_[a.next + 1].glued;
    const bool years = a.period->unit == Unit::year;
    if (years && !glued && link != "through") {
        return {};  // "from 2004 to 2009", "between 2004 and 2009" are two dates
    }
    if (!between && !from && !glued && !in_list(link, {"-", "\u2013", "through"})) {
        return {};
    }
    if (!between && !from && !glued && a.reason == "stated" && link != "through") {
        return {};  // "(8 February 1700 - 17 March 1782)" are two dates
    }
    // "November 18-19"
    const Lexeme& second_piece = lexemes_[a.next + 1];
    if (a.period->unit == Unit::day && second_piece.kind == LexemeKind::number && second_piece.digits <= 2 && a.reason != "stated") {
        const Date begin = from_days(a.period->first);
        std::size_t next = a.next + 2;
        std::optional<int> year;
        if (word(next) == "," && year_at(next + 1, i)) {
            year = year_at(next + 1, i);
            next += 2;
        }
        const auto first = make_day(year.value_or(begin.year), begin.month, begin.day);
        const auto last = make_day(year.value_or(begin.year), begin.month, whole(second_piece));
        if (first && last && *last > *first && !(word(next) == "/" && lexemes_[next].glued)) {
            return dated(next, interval(*first, *last, Unit::day), year ? "stated" : a.reason);
        }
    }
    Hit b = longer(stated(a.next + 1), day_word(a.next + 1));
    if (!b && published_ && word(a.next + 1) == "now" && (between || from)) {
        b = dated(a.next + 2, day_period(*published_), "publication date");
    }
    if (!b || !b.period) {
        return {};
    }
    std::int32_t begin = a.period->first;
    if (a.reason != "stated" && b.reason == "stated") {  // "from May to October 2020": the year stands with the second
        const Date stated_end = from_days(b.period->last);
        Date own = from_days(begin);
        own.year = stated_end.year;
        begin = make_day(own.year, own.month, std::min<int>(own.day, days_in_month(own.year, own.month))).value_or(begin);
        if (begin > b.period->last) {
            begin = shift_day(begin, Unit::year, -1);
        }
    }
    std::int32_t end = b.period->last;
    if (end < begin && b.reason != "stated") {
        end = shift_day(end, Unit::year, 1);
    }
    return begin <= end ? dated(b.next, interval(begin, end, a.period->unit), b.reason) : Hit{};
}

/// "late August", "mid-November", "early in 2015", "the end of September", "the beginning of last year".
Hit TimeReader::part(std::size_t i) const {
    std::size_t k = word(i) == "the" || word(i) == "very" ? i + 1 : i;
    int which = 2;
    const std::string_view opening = word(k);
    if (opening == "early") {
        which = -1;
    } else if (opening == "mid" || opening == "middle") {
        which = 0;
    } else if (opening == "late") {
        which = 1;
    } else if (opening == "beginning" || opening == "start" || opening == "turn") {
        which = -1;
    } else if (opening == "end" || opening == "close") {
        which = 1;
    }
    if (which == 2 || !same_sentence(i, k + 1)) {
        return {};
    }
    const bool needs_of = in_list(opening, {"beginning", "start", "end", "close", "middle", "turn"});
    ++k;
    if (in_list(word(k), {"-", "\u2013"})) {
        ++k;
    } else if (word(k) == "of" || (word(k) == "in" && !needs_of)) {
        ++k;
    } else if (needs_of) {
        return {};
    }
    if (word(k) == "the") {
        ++k;
    }
    if (!same_sentence(i, k)) {
        return {};
    }
    Hit whole_hit = longer(stated(k), pointed(k));
    if (!whole_hit && published_ && in_list(word(k), {"week", "month", "year"}) && needs_of) {
        whole_hit = dated(k + 1, period_with(*parse_unit(word(k)), *published_), "publication date");
    }
    if (!whole_hit || !whole_hit.period || whole_hit.period->first == whole_hit.period->last) {
        return {};
    }
    whole_hit.period = part_of(*whole_hit.period, which);
    return whole_hit;
}

}  // namespace synoptic
