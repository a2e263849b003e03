// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "language/times_tools.hpp"

namespace synoptic {

using namespace times;

Hit TimeReader::day_word(std::size_t i) const {
    const std::string_view now = word(i);
    std::size_t next = i + 1;
    std::int32_t offset = 0;
    std::string_view part;
    if (now == "yesterday") {
        offset = -1;
    } else if (now == "tomorrow" || now == "tmrw") {
        offset = 1;
    } else if (now == "tonight") {
        part = "TNI";
    } else if (now == "the" && word(i + 1) == "day" && word(i + 2) == "before" && word(i + 3) == "yesterday") {
        offset = -2;
        next = i + 4;
    } else if (now == "the" && word(i + 1) == "day" && word(i + 2) == "after" && word(i + 3) == "tomorrow") {
        offset = 2;
        next = i + 4;
    } else if (now == "last" && word(i + 1) == "night") {
        offset = -1;
        part = "TNI";
        next = i + 2;
    } else if (now == "this" && !day_part(word(i + 1)).empty() && same_sentence(i, i + 1)) {
        part = day_part(word(i + 1));
        next = i + 2;
    } else if (now != "today") {
        return {};
    }
    if (!published_) {
        return unresolved(next, no_published);
    }
    Hit hit = dated(next, day_period(*published_ + offset), "publication date");
    if (!part.empty()) {
        hit.kind = TimeKind::time;
        hit.value = std::string(part);
    }
    hit.modifier = now == "today" && word(i + 1) == "'";
    return hit;
}

/// "last week", "next Monday", "this year", "that day", "the following month", "the next day", "earlier this year", "Tuesday of next week".
Hit TimeReader::pointed(std::size_t i) const {
    std::size_t k = i;
    int within = 0;  // "earlier this month" -1, "later this month" 1
    if (word(k) == "earlier" || word(k) == "later") {
        within = word(k) == "earlier" ? -1 : 1;
        ++k;
        k += word(k) == "in" ? 1 : 0;
    }
    const bool the = word(k) == "the";
    k += the ? 1 : 0;
    if (!same_sentence(i, k)) {
        return {};
    }
    // weekday + "of" + "next week"
    if (const auto day = weekday_at(k); day && !the && within == 0) {
        std::size_t w = k + 1;
        w += in_list(word(w), {"of", "-", ","}) ? 1 : 0;
        w += word(w) == "the" ? 1 : 0;
        if (published_ && in_list(word(w), {"next", "last", "this", "following", "previous", "coming"}) && word(w + 1) == "week" &&
            same_sentence(k, w + 1)) {
            const int step = in_list(word(w), {"next", "following", "coming"}) ? 1 : word(w) == "this" ? 0 : -1;
            return dated(w + 2, day_period(period_with(Unit::week, *published_).first + 7 * step + *day), "publication date");
        }
        return {};
    }
    const std::string_view pointer = word(k);
    if (pointer == "last" && k > 0 &&
        in_list(word(k - 1), {"will", "would", "to", "could", "may", "might", "can", "should", "must", "not", "ll", "did", "does"})) {
        return {};  // "will last three days"
    }
    const bool from_previous = in_list(pointer, {"that", "same"}) || (the && in_list(pointer, {"next", "following", "previous"}));
    int step = 0;
    if (in_list(pointer, {"next", "coming", "following", "upcoming"})) {
        step = 1;
    } else if (in_list(pointer, {"last", "previous", "past", "preceding"})) {
        step = -1;
    } else if (!in_list(pointer, {"this", "that", "same", "current"}) && !(within != 0 && the)) {
        return {};
    }
    if (pointer == "this" && in_list(word(k + 1), {"coming", "past", "upcoming"})) {
        step = 0;
        ++k;
    }
    const bool bare = !(in_list(
        word(k), {"next", "coming", "following", "upcoming", "last", "previous", "past", "preceding", "this", "that", "same", "current"}));
    std::size_t t = bare ? k : k + 1;
    t += word(t) == "same" || word(t) == "calendar" || word(t) == "very" ? 1 : 0;
    if (!same_sentence(i, t)) {
        return {};
    }
    const bool from_last = from_previous && last_.has_value();
    const bool needs_last = pointer == "that" || pointer == "same";
    const bool has_base = from_last || (!needs_last && published_.has_value());
    const std::int32_t base = from_last ? last_->first : published_.value_or(0);
    const std::string_view reason = from_last ? "previous date" : "publication date";

    if (const auto day = weekday_at(t); day && !bare) {
        if (!published_) {
            return unresolved(t + 1, no_published);
        }
        // "next week on Tuesday" is read below; here "next Tuesday"
        for (const Hit& hit : {month_date(t + 1), numeric_date(t + 1), month_date(t + 2), numeric_date(t + 2)}) {
            if (hit && hit.period && hit.period->unit == Unit::day && lexemes_[t].sentence == lexemes_[hit.next - 1].sentence) {
                return hit;
            }
        }
        if (the && from_last && step > 0) {  // "the next Tuesday" of the narrative
            const std::int32_t after = last_->last + 1;
            return dated(t + 1, day_period(after + (*day - weekday(from_days(after)) + 7) % 7), reason);
        }
        const std::int32_t today = *published_;
        const int now = weekday(from_days(today));
        std::int32_t at = period_with(Unit::week, today).first + *day;
        if (step > 0) {
            const int ahead = (*day - now + 7) % 7;
            at = pointer == "following" || ahead < 3 ? today + (ahead == 0 ? 7 : ahead) + (ahead == 0 ? 0 : 7) : today + ahead;
            at = ahead == 0 ? today + 7 : at;
        } else if (step < 0) {
            const int back = (now - *day + 7) % 7;
            at = back == 0 ? today - 7 : back < 3 && pointer != "past" ? today - back - 7 : today - back;
        } else if (pointer == "this" && word(k) == "past") {
            const int back = (now - *day + 7) % 7;
            at = today - (back == 0 ? 7 : back);
        } else if (pointer == "this" && word(k) != "this") {
            at = at < today ? at + 7 : at;
        } else if (pointer == "that" || pointer == "same") {
            return {};
        }
        return dated(t + 1, day_period(at), "publication date");
    }
    if (const auto month = month_at(t); month && !bare && pointer != "that") {
        if (year_at(t + 1, t) || (lexeme(t, t + 1) != nullptr && lexemes_[t + 1].kind == LexemeKind::number)) {
            return longer(Hit{}, month_date(t));
        }
        if (!published_) {
            return unresolved(t + 1, no_published);
        }
        const Date today = from_days(*published_);
        int year = today.year;
        year += step > 0 && *month <= today.month ? 1 : step < 0 && *month >= today.month ? -1 : 0;
        return dated(t + 1, month_period(year, *month), "publication date");
    }
    if (const auto season = parse_season(word(t)); season && !bare) {
        if (!published_) {
            return unresolved(t + 1, no_published);
        }
        const Period current = period_with(Unit::season, *published_);
        int year = from_days(*published_).year;
        Period period = season_period(year, *season);
        if (step > 0) {
            period = period.first <= *published_ ? season_period(year + 1, *season) : period;
        } else if (step < 0) {
            period = period.last >= *published_ ? season_period(year - 1, *season) : period;
            if (*season == 0 && period.last >= *published_) {
                period = season_period(year - 2, 0);
            }
        } else if (*season == 0 && current.first == season_period(year - 1, 0).first) {
            period = current;
        }
        return dated(t + 1, period, "publication date");
    }
    // "next three days", "the past five years"
    if (const auto count = read_count(lexemes_, t); count && !count->ordinal && step != 0 && !bare && word(t) != "a") {
        const std::size_t u = word(count->next) == "business" || word(count->next) == "calendar" ? count->next + 1 : count->next;
        const auto unit = same_sentence(i, u) ? parse_unit(word(u)) : std::nullopt;
        if (unit && *unit >= Unit::day) {
            if (!published_) {
                return unresolved(u + 1, no_published);
            }
            const auto n = static_cast<int>(std::min(count->value, 9000.0));
            if (*unit == Unit::quarter) {
                const Period current = period_with(*unit, *published_);
                return step > 0 ? dated(u + 1, interval(current.last + 1, shift(current, n).last, *unit), "publication date")
                                : dated(u + 1, interval(shift(current, -n).first, current.first - 1, *unit), "publication date");
            }
            Hit hit = step > 0 ? dated(u + 1, interval(*published_ + 1, shift_day(*published_, *unit, n), *unit), "publication date")
                               : dated(u + 1, interval(shift_day(*published_, *unit, -n), *published_, *unit), "publication date");
            hit.modifier = true;
            return hit;
        }
        return {};
    }
    const auto unit = parse_unit(word(t));
    if (!unit || *unit < Unit::day || word(t).ends_with('s') || (word(t) == "night" && pointer != "that") || *unit == Unit::season ||
        *unit == Unit::half) {
        return {};
    }
    if (bare && *unit == Unit::day) {
        return {};
    }
    if (pointer == "past" && !the && word(k) == "past" && i == k && *unit != Unit::week && *unit != Unit::month && *unit != Unit::year &&
        *unit != Unit::quarter && *unit != Unit::weekend) {
        return {};
    }
    if (!has_base) {
        return unresolved(t + 1, from_previous ? no_previous : no_published);
    }
    Period period = *unit == Unit::day ? day_period(base) : period_with(*unit, base);
    if (*unit == Unit::day) {
        period = day_period(step > 0 ? (from_last ? last_->last : base) + 1 : base + step);
    } else {
        period = shift(period, step);
    }
    if (*unit == Unit::weekend && pointer == "this" && published_ && weekday(from_days(*published_)) < 3 &&
        direction_(lexemes_[i]) == Direction::past) {
        period = shift(period, -1);  // on Monday "this weekend" is the one just over
    }
    if (within != 0 && published_ && period.first <= *published_ && *published_ <= period.last) {
        period =
            within < 0 ? interval(period.first, std::max(period.first, *published_ - 1), *unit) : interval(*published_, period.last, *unit);
    }
    Hit hit = dated(t + 1, period, reason);
    // "next week on Tuesday", "last week Monday"
    if (*unit == Unit::week && within == 0) {
        std::size_t w = t + 1;
        w += in_list(word(w), {"on", "-", ","}) ? 1 : 0;
        if (const auto day = weekday_at(w); day && same_sentence(t, w) && word(t + 1) != ",") {
            hit = dated(w + 1, day_period(period.first + *day), reason);
        }
    }
    return hit;
}

/// "week 31", "the week of April 10th", "the first week of May", "the week after next".
Hit TimeReader::week_of(std::size_t i) const {
    const std::size_t k = word(i) == "the" ? i + 1 : i;
    if (!same_sentence(i, k + 1) || !published_) {
        return {};
    }
    if (word(k) == "week" && word(k + 1) == "after" && word(k + 2) == "next" && same_sentence(i, k + 2)) {
        return dated(k + 3, shift(period_with(Unit::week, *published_), 2), "publication date");
    }
    if (word(k) == "week" && in_list(word(k + 1), {"of", "beginning", "starting", "commencing"})) {
        std::size_t d = word(k + 2) == "on" ? k + 3 : k + 2;
        d += word(d) == "the" ? 1 : 0;
        const Hit day = stated(d);
        if (day && day.period && day.period->unit == Unit::day) {
            return dated(day.next, period_with(Unit::week, day.period->first), day.reason);
        }
        return {};
    }
    const Lexeme& number = lexemes_[k + 1];
    if (word(k) == "week" && number.kind == LexemeKind::number && !number.decimal && number.number >= 1 && number.number <= 53 &&
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
        const Period first = period_with(Unit::week, *make_day(year, 1, 4));
        return dated(next, shift(first, static_cast<int>(number.number) - 1), "publication date");
    }
    const bool last = word(k) == "last" || word(k) == "final";
    const auto count = last ? std::optional(Count{.value = 1, .next = k + 1}) : read_count(lexemes_, k);
    if (count && (count->ordinal || last) &&
        (word(count->next) == "week" || word(count->next) == "day" || word(count->next) == "weekend") &&
        in_list(word(count->next + 1), {"of", "in"}) && same_sentence(i, count->next + 2)) {
        std::size_t m = count->next + 2;
        m += word(m) == "the" ? 1 : 0;
        const Hit whole = longer(stated(m), pointed(m));
        if (!whole || !whole.period || whole.period->unit < Unit::month) {
            return {};
        }
        const auto n = static_cast<int>(count->value);
        if (word(count->next) == "day") {
            return dated(whole.next, day_period(last ? whole.period->last : whole.period->first + n - 1), whole.reason);
        }
        const Unit unit = word(count->next) == "week" ? Unit::week : Unit::weekend;
        // a week belongs to the month that holds its Thursday
        Period week = last ? period_with(unit, whole.period->last) : period_with(unit, whole.period->first);
        if (unit == Unit::week) {
            if (last && week.first + 3 > whole.period->last) {
                week = shift(week, -1);
            } else if (!last && week.first + 3 < whole.period->first) {
                week = shift(week, 1);
            }
        }
        return dated(whole.next, last ? week : shift(week, n - 1), whole.reason);
    }
    return {};
}

}  // namespace synoptic
