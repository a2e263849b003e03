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
    } else if (now == "overnight") {
        part = "TNI";
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

namespace {

/// What a word such as "next" says: which way it points, whether it may count from the narrative, whether it must.
struct Pointer {
    int step = 0;
    bool found = false;
    bool from_narrative = false;
    bool only_narrative = false;
};

Pointer pointer_of(std::string_view word, bool the) {
    if (in_list(word, {"next", "coming", "following", "upcoming"})) {
        return {.step = 1, .found = true, .from_narrative = word == "following" || (the && word == "next")};
    }
    if (in_list(word, {"last", "previous", "past", "preceding"})) {
        return {.step = -1, .found = true, .from_narrative = the && word == "previous"};
    }
    const bool that = in_list(word, {"that", "same"});
    return {.step = 0, .found = that || in_list(word, {"this", "current"}), .from_narrative = that, .only_narrative = that};
}

}  // namespace

/// "last week", "next Monday", "this year", "that day", "the following morning", "earlier this year", "Tuesday of next week", "the past
/// five years", "last Easter".
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
    if (const auto day = weekday_at(k); day && !the && within == 0) {  // weekday + "of" + "next week"
        std::size_t w = k + 1;
        w += in_list(word(w), {"of", "-", ","}) ? 1 : 0;
        w += word(w) == "the" ? 1 : 0;
        const Pointer week = pointer_of(word(w), false);
        if (published_ && week.found && !week.only_narrative && word(w + 1) == "week" && same_sentence(k, w + 1)) {
            return dated(w + 2, day_period(period_with(Unit::week, *published_).first + 7 * week.step + *day), "publication date");
        }
        return {};
    }
    if (word(k) == "last" && k > 0 &&
        in_list(word(k - 1), {"will", "would", "to", "could", "may", "might", "can", "should", "must", "not", "ll", "did", "does"})) {
        return {};  // "will last three days"
    }
    if (in_list(word(k), {"last", "next"}) && word(k + 1) == "day" && k > 0 &&
        in_list(word(k - 1), {"my", "our", "your", "his", "her", "its", "their", "s"})) {
        return {};  // "her last day in office"
    }
    Pointer pointer = pointer_of(word(k), the);
    const bool bare = !pointer.found;  // "later in the year"
    if (bare && !(within != 0 && the)) {
        return {};
    }
    bool near_past = word(k) == "past";
    bool near_future = false;
    if (word(k) == "this" && in_list(word(k + 1), {"coming", "past", "upcoming"})) {
        near_past = word(k + 1) == "past";
        near_future = !near_past;
        ++k;
    }
    std::size_t t = bare ? k : k + 1;
    t += in_list(word(t), {"same", "calendar", "very"}) ? 1 : 0;
    if (!same_sentence(i, t)) {
        return {};
    }
    const bool from_last = pointer.from_narrative && last_.has_value();
    const bool has_base = from_last || published_.has_value();
    const std::int32_t base = from_last ? last_->first : published_.value_or(0);
    const std::string_view reason = from_last ? "previous date" : "publication date";
    if (!bare) {
        if (const auto day = weekday_at(t)) {
            if (the && from_last && pointer.step > 0) {  // "the next Tuesday" of the narrative
                const std::int32_t after = last_->last + 1;
                return dated(t + 1, day_period(after + (*day - weekday(from_days(after)) + 7) % 7), reason);
            }
            return pointer.only_narrative ? Hit{} : pointed_weekday(t, near_future ? 2 : pointer.step, near_past);
        }
        const Hit named = pointed_name(t, pointer.step, pointer.only_narrative);
        if (named) {
            return named;
        }
        if (const std::string_view part = day_part(word(t)); !part.empty() && pointer.from_narrative && word(t) != "midnight") {
            if (!has_base) {
                return unresolved(t + 1, no_previous);
            }
            const std::int32_t from = pointer.step > 0 && from_last ? last_->last : base;
            Hit hit = dated(t + 1, day_period(from + pointer.step), reason);
            hit.kind = TimeKind::time;
            hit.value = std::string(part);
            return hit;
        }
    }
    // "next three days", "the past five years"
    if (const auto span = !bare && pointer.step != 0 && word(t) != "a" ? amount(t) : std::nullopt;
        span && !span->hyphen && span->parts.front().unit >= Unit::day && word(span->next - 1).ends_with('s')) {
        if (!published_) {
            return unresolved(span->next, no_published);
        }
        Hit hit = dated(span->next, spanned(*span, pointer.step, the && use_narrative_year(i)), "publication date");
        hit.modifier = true;
        return hit;
    }
    const bool working = in_list(word(t), {"workweek", "working", "work"}) && (word(t) == "workweek" || word(t + 1) == "week");
    t += working && word(t) != "workweek" ? 1 : 0;
    const auto unit = working ? std::optional(Unit::week) : parse_unit(word(t));
    if (!unit || *unit < Unit::day || word(t).ends_with('s') || (word(t) == "night" && !pointer.from_narrative) || *unit == Unit::season ||
        *unit == Unit::half || (bare && *unit == Unit::day)) {
        return {};
    }
    if (!the && word(k) == "past" && i == k && !in_list(word(t), {"week", "month", "year", "quarter", "weekend"})) {
        return {};
    }
    if (!has_base || (pointer.only_narrative && !from_last && *unit == Unit::day)) {
        return unresolved(t + 1, pointer.from_narrative ? no_previous : no_published);
    }
    Period period = *unit == Unit::day ? day_period(base) : period_with(*unit, base);
    if (*unit == Unit::day) {
        period = day_period(pointer.step > 0 ? (from_last ? last_->last : base) + 1 : base + pointer.step);
    } else {
        period = shift(period, pointer.step);
    }
    if (working) {
        period = interval(period.first, period.first + 4, Unit::week);
    }
    if (*unit == Unit::weekend && word(k) == "this" && published_ && weekday(from_days(*published_)) < 3 &&
        direction_(lexemes_[i]) != Direction::future) {
        period = shift(period, -1);  // on Monday "this weekend" is the one just over
    }
    if (*unit == Unit::week && word(k) == "this" && published_ && !working && within == 0 && direction_(lexemes_[i]) == Direction::past) {
        period = interval(period.first, *published_, Unit::week);  // what has happened this week
    }
    if (within != 0 && published_ && period.first <= *published_ && *published_ <= period.last) {
        period =
            within < 0 ? interval(period.first, std::max(period.first, *published_ - 1), *unit) : interval(*published_, period.last, *unit);
    } else if (within != 0 && !from_last && *unit >= Unit::week) {
        period = part_of(period, within);
    }
    Hit hit = dated(t + 1, period, reason);
    // "next week on Tuesday", "last week Monday"
    if (*unit == Unit::week && within == 0 && !working) {
        std::size_t w = t + 1;
        w += in_list(word(w), {"on", "-", ","}) ? 1 : 0;
        if (const auto day = weekday_at(w); day && same_sentence(t, w) && word(t + 1) != ",") {
            hit = dated(w + 1, day_period(period.first + *day), reason);
        }
    }
    return hit;
}

/// "next Tuesday" (1), "last Tuesday" (-1), "this Tuesday" (0), "this coming Tuesday" (2); the weekday stands at lexeme `t`.
Hit TimeReader::pointed_weekday(std::size_t t, int step, bool near_past) const {
    const int day = *weekday_at(t);
    if (!published_) {
        return unresolved(t + 1, no_published);
    }
    const std::size_t d = in_list(word(t + 1), {",", "(", "-"}) ? t + 2 : t + 1;
    for (const Hit& hit : {month_date(d), day_month(d), numeric_date(d)}) {
        if (hit && hit.period && hit.period->unit == Unit::day && same_sentence(t, hit.next - 1)) {
            return hit;  // "next Friday, 12 May"
        }
    }
    const std::int32_t today = *published_;
    const int now = weekday(from_days(today));
    const int ahead = (day - now + 7) % 7;
    const int back = (now - day + 7) % 7;
    std::int32_t at = today - now + day;
    if (step == 2) {
        at = at < today ? at + 7 : at;
    } else if (step > 0) {
        // two days ahead is "this Friday"; "next Friday" then is a week later
        const bool near = ahead < 3 || word(t - 1) == "following";
        at = today + (ahead == 0 ? 7 : near ? ahead + 7 : ahead);
    } else if (near_past) {
        at = today - (back == 0 ? 7 : back);
    } else if (step < 0) {
        at = back == 0 ? today - 7 : back < 3 ? today - back - 7 : today - back;
    }
    return dated(t + 1, day_period(at), "publication date");
}

/// "next March", "last summer", "this Christmas", "next 5/12"; `step` says which of them, the name begins with lexeme `t`.
Hit TimeReader::pointed_name(std::size_t t, int step, bool only_narrative) const {
    const auto day_of = [&](std::size_t next, const std::function<std::optional<std::int32_t>(int)>& in) {
        if (!published_) {
            return unresolved(next, no_published);
        }
        const int year = from_days(*published_).year;
        std::optional<std::int32_t> best = in(year);
        for (int candidate = year - 8; candidate <= year + 8 && step != 0; ++candidate) {
            const auto at = in(candidate);
            const bool fits = at && (step > 0 ? *at > *published_ : *at < *published_);
            const bool worse = best && (step > 0 ? *best > *published_ && at && *best <= *at : false);
            if (fits && !worse) {
                best = at;
            }
        }
        return best ? dated(next, day_period(*best), "publication date") : Hit{};
    };
    if (const auto [rule, next] = holiday_rule(t); rule != nullptr && !year_at(next, t)) {
        return day_of(next, [rule = rule](int year) { return rule->in(year); });
    }
    Hit date = longer(month_date(t), longer(numeric_date(t), day_month(t)));
    if (date && date.period && date.period->unit == Unit::day) {
        const Date named = from_days(date.period->first);
        if (date.cycle == Unit::year && step != 0) {
            return day_of(date.next, [&](int year) { return make_day(year, named.month, named.day); });
        }
        date.cycle.reset();
        return date;
    }
    if (const auto month = month_at(t); month && !only_narrative) {
        if (date && !date.cycle) {
            return date;
        }
        if (!published_) {
            return unresolved(t + 1, no_published);
        }
        const Date today = from_days(*published_);
        int year = today.year;
        year += step > 0 && *month <= today.month ? 1 : step < 0 && *month >= today.month ? -1 : 0;
        return dated(t + 1, month_period(year, *month), "publication date");
    }
    const auto season = parse_season(word(t));
    if (!season) {
        return {};
    }
    if (!published_) {
        return unresolved(t + 1, no_published);
    }
    const Period current = period_with(Unit::season, *published_);
    const int year = from_days(*published_).year;
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
    } else if (period.first > *published_ && direction_(lexemes_[t]) == Direction::past) {
        period = season_period(year - 1, *season);  // "what we did this summer", said in January
    }
    return dated(t + 1, period, "publication date");
}

/// The days of "the next two weeks" (`step` 1) or "the past five years" (-1), from the publication or from the narrative before it.
Period TimeReader::spanned(const Amount& span, int step, bool narrative) const {
    const Amount::Part& first = span.parts.front();
    const auto n = static_cast<int>(std::clamp(first.count, 1.0, 9000.0));
    const std::int32_t today = narrative && last_ ? last_->first : *published_;
    if (first.working) {
        return step > 0 ? interval(shift_working_days(today, 1), shift_working_days(today, n), Unit::day)
                        : interval(shift_working_days(today, -n), shift_working_days(today, -1), Unit::day);
    }
    const Unit unit = first.unit;
    if (span.parts.size() == 1 && (unit == Unit::quarter || unit >= Unit::decade)) {
        const Period current = period_with(unit, today);
        return step > 0 ? interval(current.last + 1, shift(current, n).last, unit)
                        : interval(shift(current, -n).first, current.first - 1, unit);
    }
    return step > 0 ? interval(today + 1, span.from(today, 1), unit) : interval(span.from(today, -1), today, unit);
}

}  // namespace synoptic
