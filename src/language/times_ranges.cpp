// SPDX-License-Identifier: Apache-2.0
// Ranges and parts. A range reaches from the first day of its first date to the first day of its second: what is certainly in it. Its two
// dates, each with its own grain, are its ends.
#include <algorithm>
#include <utility>

#include "language/times_tools.hpp"

namespace synoptic {

using namespace times;

namespace {

bool is_dash(std::string_view word) { return in_list(word, {"-", "\u2013", "\u2014", "~"}); }

bool is_link(std::string_view word) { return is_dash(word) || in_list(word, {"to", "until", "till", "through", "thru"}); }

/// A date so many cycles later: "5 May" of the next year, "Friday" of the week before.
Period move(const Period& period, Unit cycle, int count) {
    const std::int32_t first = shift_day(period.first, cycle, count);
    if (period.unit == Unit::day || period.unit == Unit::month || period.unit == Unit::year) {
        return period_with(period.unit, first);
    }
    return interval(first, shift_day(period.last, cycle, count), period.unit);
}

/// Chooses what the words left open of the two dates so that the second does not lie before the first: the nearest such pair.
void order(Hit& first, Hit& second) {
    constexpr int furthest = 200;  // years, where the second states one
    if (first.cycle) {
        for (int step = 0; step < furthest && first.period->first > second.period->first; ++step) {
            first.period = move(*first.period, *first.cycle, -1);
        }
        for (int step = 0; step < furthest; ++step) {
            Period later = move(*first.period, *first.cycle, 1);
            if (later.first > second.period->first || *first.cycle == Unit::day) {
                break;
            }
            first.period = std::move(later);
        }
    } else if (second.cycle) {
        for (int step = 0; step < furthest && second.period->first > first.period->first; ++step) {
            second.period = move(*second.period, *second.cycle, -1);
        }
        for (int step = 0; step < furthest && second.period->first < first.period->first; ++step) {
            second.period = move(*second.period, *second.cycle, 1);
        }
    }
}

/// A number of a day or of a year without its century, which says nothing by itself: "from 5 to 9 June", "1998-99".
struct Bare {
    int number = 0;  ///< 0: none
    std::size_t next = 0;
    explicit operator bool() const { return number != 0; }
};

/// "from the 27th to the 3rd of April": the day of the second's month, or of the month before.
Hit day_before(const Bare& bare, const Hit& second) {
    const Date last = from_days(second.period->first);
    auto day = make_day(last.year, last.month, bare.number);
    if (day && *day >= second.period->first) {
        const Date before = from_days(shift_day(month_period(last.year, last.month).first, Unit::month, -1));
        day = make_day(before.year, before.month, bare.number);
    }
    return day ? Hit{.next = bare.next, .period = day_period(*day), .value = {}, .reason = second.reason, .cycle = {}, .ends = {}} : Hit{};
}

}  // namespace

/// "10 - 12 May 2019", "2014-2018", "between March and May", "from 5 to 9 June", "from next Monday to Friday".
Hit TimeReader::range(std::size_t i) const {
    const bool between = word(i) == "between";
    const bool from = word(i) == "from";
    const std::size_t start = between || from ? i + 1 : i;
    if (!between && !links_soon(i)) {
        return {};
    }
    const auto bare_at = [&](std::size_t k) -> Bare {
        const std::size_t n = word(k) == "the" ? k + 1 : k;
        const auto count = same_sentence(i, n) ? read_count(lexemes_, n) : std::nullopt;
        if (!count || count->vague || count->value < 1 || count->value > 99) {
            return {};
        }
        const Lexeme& number = lexemes_[n];
        const bool digits = number.kind == LexemeKind::number && number.digits <= 2 && !number.decimal && !number.plural;
        return digits || (number.kind == LexemeKind::word && count->ordinal)
                   ? Bare{.number = static_cast<int>(count->value), .next = count->next}
                   : Bare{};
    };
    const auto end_at = [&](std::size_t k, bool opens) { return same_sentence(i, k) ? longer(moment(k, opens), anchor(k)) : Hit{}; };

    Hit first = end_at(start, true);
    const Bare bare = !first ? bare_at(start) : Bare{};
    if ((!first || !first.period) && !bare) {
        return {};
    }
    std::size_t link = first ? first.next : bare.next;
    link += word(link) == "," && between ? 1 : 0;
    const bool linked = same_sentence(i, link + 1) && (is_link(word(link)) || (between && word(link) == "and"));
    if (!linked) {
        return {};
    }
    std::size_t begin = link + 1;
    begin += word(begin) == "to" && is_dash(word(link)) ? 1 : 0;
    Hit second = end_at(begin, false);
    if (bare) {  // "5 to 9 June", "4-23 in next month"
        const auto both = !second.period || second.period->unit != Unit::day ? bare_at(begin) : Bare{};
        if (both && in_list(word(both.next), {"in", "of", "this", "next", "last"})) {
            const Hit month = pointed(in_list(word(both.next), {"in", "of"}) ? both.next + 1 : both.next);
            const Date in = from_days(month.period ? month.period->first : 0);
            const auto day = month.period && month.period->unit == Unit::month ? make_day(in.year, in.month, both.number) : std::nullopt;
            second = day ? dated(month.next, day_period(*day), month.reason) : Hit{};
        }
        if (second.period && second.period->unit == Unit::century && bare.number <= 22 && second.reason == "stated") {
            first = dated(bare.next, century_period(bare.number));  // "from the 15th to the 19th century"
        } else if (!second || !second.period || second.period->unit != Unit::day || second.period->first != second.period->last ||
                   !same_sentence(i, second.next - 1)) {
            return {};
        }
        if (!first) {
            first = day_before(bare, second);
        }
        if (!first) {
            return {};
        }
    } else if (const auto piece = bare_at(begin); piece && (!second || second.next <= piece.next)) {
        const Date at = from_days(first.period->first);
        const Lexeme* after = lexeme(i, piece.next);
        if (first.period->unit == Unit::year && is_dash(word(link)) && lexemes_[begin].kind == LexemeKind::number &&
            lexemes_[begin].digits == 2 && piece.number > at.year % 100) {  // "1998-99"
            second = dated(piece.next, year_period(at.year - at.year % 100 + piece.number));
        } else if (first.period->unit == Unit::day && first.cycle != Unit::week && piece.number <= 31 &&
                   (after == nullptr || after->kind == LexemeKind::mark || year_at(piece.next, i) || lexemes_[begin].ordinal ||
                    in_list(after->lower, {"in", "at", "of", "for", "and", "with", "as", "by", "when", "while", "on"}))) {
            // "5-9 June" the other way round: "June 5-9, 2024"
            std::size_t next = piece.next;
            Date own = at;
            if (const auto year = year_at(word(next) == "," ? next + 1 : next, i); year && first.cycle) {
                own.year = static_cast<std::int16_t>(*year);
                next += word(next) == "," ? 2 : 1;
            }
            const auto begin_day = make_day(own.year, own.month, own.day);
            const std::int32_t month_after =
                shift_day(month_period(own.year, own.month).first, Unit::month, piece.number > own.day ? 0 : 1);
            const Date in = from_days(month_after);
            const auto day = make_day(in.year, in.month, piece.number);
            if (!begin_day || !day || (piece.number <= own.day && !from)) {
                return {};
            }
            first.period = day_period(*begin_day);
            first.cycle = next == piece.next ? first.cycle : std::nullopt;
            second = dated(next, day_period(*day), next == piece.next ? first.reason : "stated");
        }
    }
    if (!second || !second.period || !same_sentence(i, second.next - 1)) {
        return {};
    }
    const bool weekdays = first.cycle == Unit::week && second.cycle == Unit::week;
    const bool mixed = (first.period->unit < Unit::year) != (second.period->unit < Unit::year);
    if (!between && !from && !bare && (mixed || (weekdays && !is_dash(word(link)))) && !in_list(word(link), {"through", "thru"})) {
        return {};  // "moved the talks on Monday to Friday", "Flag Day - February 6 - this year"
    }
    order(first, second);
    if (first.period->first > second.period->first) {
        return {};
    }
    Hit hit = dated(second.next, interval(first.period->first, second.period->first, first.period->unit), second.reason);
    if (second.reason == "stated" && first.reason != "stated" && !first.cycle) {
        hit.reason = first.reason;
    }
    first.begin = start;
    second.begin = begin;
    hit.ends = {std::move(first), std::move(second)};
    return hit;
}

namespace {

struct Place {
    int which = 2;  ///< -1 the beginning, 0 the middle, 1 the end; 2 none
    bool noun = false;
};

Place place_of(std::string_view word) {
    if (in_list(word, {"beginning", "start", "turn"})) {
        return {.which = -1, .noun = true};
    }
    if (word == "middle") {
        return {.which = 0, .noun = true};
    }
    if (in_list(word, {"end", "close"})) {
        return {.which = 1, .noun = true};
    }
    return {.which = word == "early" ? -1 : word == "mid" ? 0 : word == "late" ? 1 : 2};
}

}  // namespace

/// "late August", "mid-November", "early in 2015", "the end of September", "the beginning of last year", "end of month", "EOY". As a bound
/// the end is its last day: "by the end of the year".
Hit TimeReader::part(std::size_t i) const {
    std::size_t k = word(i) == "the" || word(i) == "very" ? i + 1 : i;
    if (published_ && in_list(word(k), {"eoy", "eom"}) && same_sentence(i, k)) {
        return dated(k + 1, part_of(period_with(word(k) == "eoy" ? Unit::year : Unit::month, *published_), 1), "publication date");
    }
    const Place place = place_of(word(k));
    if (place.which == 2 || !same_sentence(i, k + 1)) {
        return {};
    }
    ++k;
    if (in_list(word(k), {"-", "\u2013"})) {
        ++k;
    } else if (word(k) == "of" || (word(k) == "in" && !place.noun)) {
        ++k;
    } else if (place.noun) {
        return {};
    }
    const std::size_t t = word(k) == "the" ? k + 1 : k;
    if (!same_sentence(i, t)) {
        return {};
    }
    Hit whole = longer(stated(t), pointed(k));
    if (!whole && published_ && in_list(word(t), {"week", "month", "year"}) && place.noun) {
        whole = dated(t + 1, period_with(*parse_unit(word(t)), *published_), "publication date");
    }
    if (!whole || !whole.period || whole.period->first == whole.period->last) {
        return {};
    }
    const bool bound = place.which > 0 && place.noun && i > 0 && in_list(word(i - 1), {"by", "until", "till"});
    whole.period = bound ? day_period(whole.period->last) : part_of(*whole.period, place.which);
    return whole;
}

/// Whether a word that joins two dates stands in reach of lexeme `i`: spares most expressions the search for a range.
bool TimeReader::links_soon(std::size_t i) const {
    constexpr std::size_t longest = 12;  // lexemes of a first date
    for (std::size_t k = i + 1; k < i + longest && same_sentence(i, k); ++k) {
        if (is_link(lexemes_[k].lower)) {
            return true;
        }
    }
    return false;
}

/// "the end of 2008" as an end of a range: its last day, or where the range opens with it the day after; "the middle of September": its
/// middle.
Hit TimeReader::moment(std::size_t i, bool opens) const {
    const std::size_t k = word(i) == "the" || word(i) == "very" ? i + 1 : i;
    const Place place = place_of(word(k));
    if (!place.noun || word(k + 1) != "of" || !same_sentence(i, k + 2)) {
        return {};
    }
    Hit whole = longer(stated(k + 2), pointed(k + 2));
    if (!whole || !whole.period || whole.period->first == whole.period->last) {
        return {};
    }
    const Period& in = *whole.period;
    whole.period = day_period(place.which < 0   ? in.first
                              : place.which > 0 ? in.last + (opens ? 1 : 0)
                                                : in.first + (in.last - in.first + 1) / 2);
    return whole;
}

}  // namespace synoptic
