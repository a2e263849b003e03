// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

#include "language/times_reader.hpp"

namespace synoptic {

namespace {

constexpr std::string_view no_published = "the document has no date";
constexpr std::string_view no_previous = "no date before it to count from";

bool in_list(std::string_view word, std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

Hit longer(Hit a, Hit b) { return b.next > a.next ? b : a; }

std::string_view day_part(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> parts = {{{"morning", "TMO"}, {"afternoon", "TAF"}, {"evening", "TEV"}, {"night", "TNI"}, {"midday", "T12:00"},
                                                                                     {"noon", "T12:00"}, {"midnight", "T24:00"}, {"dawn", "TMO"}, {"dusk", "TEV"}, {"lunchtime", "T12:00"}}};
    const auto found = std::ranges::find(parts, word, &std::pair<std::string_view, std::string_view>::first);
    return found == parts.end() ? std::string_view{} : found->second;
}

Hit duration(std::size_t next, double count, Unit unit) {
    return {.next = next, .kind = TimeKind::duration, .period = std::nullopt, .value = duration_value(count, unit), .reason = "stated", .modifier = true};
}

}  // namespace

/// "Monday" + "night", "yesterday" + "afternoon".
Hit TimeReader::with_day_part(Hit hit) const {
    if (!hit || (hit.period && hit.period->unit != Unit::day) || hit.kind != TimeKind::date) {
        return hit;
    }
    std::size_t k = hit.next;
    if (in_list(word(k), {"early", "late"}) && !day_part(word(k + 1)).empty()) {
        ++k;
    }
    const std::string_view part = same_sentence(hit.next - 1, k) ? day_part(word(k)) : std::string_view{};
    if (!part.empty() && hit.next > 0) {
        hit.next = k + 1;
        hit.kind = TimeKind::time;
        hit.value = std::string(part);
    }
    return hit;
}

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
        if (published_ && in_list(word(w), {"next", "last", "this", "following", "previous", "coming"}) && word(w + 1) == "week" && same_sentence(k, w + 1)) {
            const int step = in_list(word(w), {"next", "following", "coming"}) ? 1 : word(w) == "this" ? 0 : -1;
            return dated(w + 2, day_period(period_with(Unit::week, *published_).first + 7 * step + *day), "publication date");
        }
        return {};
    }
    const std::string_view pointer = word(k);
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
    const bool bare = !(in_list(word(k), {"next", "coming", "following", "upcoming", "last", "previous", "past", "preceding", "this", "that", "same", "current"}));
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
            if (hit && hit.period && hit.period->unit == Unit::day && pieces_[t].sentence == pieces_[hit.next - 1].sentence) {
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
        if (year_at(t + 1, t) || (piece(t, t + 1) != nullptr && pieces_[t + 1].kind == PieceKind::number)) {
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
    if (const auto count = read_count(pieces_, t); count && !count->ordinal && step != 0 && !bare && word(t) != "a") {
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
    if (!unit || *unit < Unit::day || word(t).ends_with('s') || (word(t) == "night" && pointer != "that") || *unit == Unit::season || *unit == Unit::half) {
        return {};
    }
    if (bare && *unit == Unit::day) {
        return {};
    }
    if (pointer == "past" && !the && word(k) == "past" && i == k && *unit != Unit::week && *unit != Unit::month && *unit != Unit::year && *unit != Unit::quarter && *unit != Unit::weekend) {
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
    if (*unit == Unit::weekend && pointer == "this" && published_ && weekday(from_days(*published_)) < 3 && direction_(pieces_[i]) == Direction::past) {
        period = shift(period, -1);  // on Monday "this weekend" is the one just over
    }
    if (within != 0 && published_ && period.first <= *published_ && *published_ <= period.last) {
        period = within < 0 ? interval(period.first, std::max(period.first, *published_ - 1), *unit) : interval(*published_, period.last, *unit);
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

/// "16 years", "two days later", "three weeks ago", "in two months", "two days after 4 May", "a 48-hour strike".
Hit TimeReader::counted(std::size_t i) const {
    std::size_t k = i;
    const bool in = word(i) == "in" || word(i) == "within";
    k += in ? 1 : 0;
    const bool the = word(k) == "the";
    k += the && (word(k + 1) == "day" || word(k + 1) == "week" || word(k + 1) == "month" || word(k + 1) == "year" || word(k + 1) == "night") && !in ? 1 : 0;
    if (!same_sentence(i, k)) {
        return {};
    }
    std::optional<Count> count = read_count(pieces_, k);
    if (the && !in && k == i + 1) {
        count = Count{.value = 1, .next = k};  // "the day before"
    } else if (the) {
        return {};
    }
    if (!count && in_list(word(k), {"all", "half"}) && same_sentence(i, k + 1)) {
        const std::size_t u = in_list(word(k + 1), {"a", "an", "the"}) ? k + 2 : k + 1;
        const auto unit = parse_unit(word(u));
        return unit && !word(u).ends_with('s') && word(u) != "second" ? duration(u + 1, word(k) == "half" ? 0.5 : 1.0, *unit) : Hit{};
    }
    if (!count || count->ordinal || !same_sentence(i, count->next)) {
        return {};
    }
    std::size_t u = count->next;
    const bool hyphen = in_list(word(u), {"-", "\u2011"}) && pieces_[u].glued;
    u += hyphen ? 1 : 0;
    double value = count->value;
    if (word(u) == "and" && in_list(word(u + 1), {"a", "half"})) {  // "one and a half hours"
        const std::size_t h = word(u + 1) == "a" ? u + 2 : u + 1;
        if (word(h) == "half" || word(h) == "quarter") {
            value += word(h) == "half" ? 0.5 : 0.25;
            u = h + 1;
        }
    }
    if (in_list(word(u), {"next", "upcoming", "coming", "past", "previous", "last"}) && same_sentence(i, u + 1) && published_) {
        const auto unit = parse_unit(word(u + 1));
        const auto n = static_cast<int>(std::min(value, 9000.0));
        if (unit && *unit >= Unit::day) {
            const bool ahead = in_list(word(u), {"next", "upcoming", "coming"});
            Hit hit = dated(u + 2, ahead ? interval(*published_ + 1, shift_day(*published_, *unit, n), *unit) : interval(shift_day(*published_, *unit, -n), *published_, *unit), "publication date");
            hit.modifier = true;
            return hit;
        }
    }
    u += in_list(word(u), {"more", "full", "whole", "long", "straight", "consecutive", "business", "calendar", "working"}) ? 1 : 0;
    const auto unit = same_sentence(i, u) ? parse_unit(word(u)) : std::nullopt;
    if (pieces_[k].kind == PieceKind::number && pieces_[k].digits == 4 && !pieces_[k].grouped && !word(u).ends_with('s')) {
        return {};  // a year
    }
    const bool one = word(k) == "a" || word(k) == "an" || word(k) == "another";
    if (!unit || (one && word(u) == "second") || (word(u) == "second" && value != 1 && !hyphen) || (*unit == Unit::quarter && value < 2 && one) || *unit == Unit::season ||
        (word(u) == "h" && !pieces_[u].glued)) {
        return {};
    }
    std::size_t next = u + 1;
    // ages
    const std::size_t old = in_list(word(next), {"-", "\u2011"}) ? next + 1 : next;
    if (in_list(word(old), {"old", "olds"}) || (i > 0 && in_list(word(i - 1), {"aged", "age"}))) {
        return {};
    }
    if (word(next) == "'" || word(next) == "\u2019") {
        next += pieces_[next].glued && same_sentence(i, next) ? 1 : 0;
    }
    // "an hour and a half", "two hours and fifty minutes"
    if (word(next) == "and" && same_sentence(i, next + 1)) {
        const std::size_t h = word(next + 1) == "a" || word(next + 1) == "an" ? next + 2 : next + 1;
        if ((word(h) == "half" || word(h) == "quarter") && same_sentence(i, h)) {
            value += word(h) == "half" ? 0.5 : 0.25;
            next = h + 1;
        } else if (const auto second = read_count(pieces_, next + 1); second && !second->ordinal && same_sentence(i, second->next)) {
            const auto smaller = parse_unit(word(second->next));
            if (smaller && *smaller < *unit) {
                const std::string tail = duration_value(second->value, *smaller);
                const std::string head = duration_value(value, *unit);
                const bool both_clock = *unit <= Unit::hour;
                return {.next = second->next + 1, .kind = TimeKind::duration, .period = std::nullopt,
                        .value = head + (both_clock ? tail.substr(2) : *smaller <= Unit::hour ? tail.substr(1) : tail.substr(1)), .reason = "stated", .modifier = true};
            }
        }
    }
    const auto n = static_cast<int>(std::clamp(std::floor(value), 0.0, 9000.0));
    const std::string_view after = same_sentence(i, next) ? word(next) : std::string_view{};
    const bool whole_days = *unit >= Unit::day;
    const auto point = [&](std::int32_t base, int sign, std::string_view reason, std::size_t end) {
        const std::int32_t at = shift_day(base, *unit, sign * n);
        const bool far = n >= 2 && *unit >= Unit::year && base == published_.value_or(base) && reason == "publication date";
        return dated(end, far ? year_period(from_days(at).year) : *unit == Unit::year ? day_period(at) : day_period(at), reason);
    };
    if (after == "ago" || (after == "earlier" && !last_)) {
        if (!whole_days) {
            return {.next = next + 1, .kind = TimeKind::date, .period = published_ ? std::optional(day_period(*published_)) : std::nullopt, .value = {}, .reason = std::string(published_ ? "publication date" : no_published), .modifier = true};
        }
        return published_ ? point(*published_, -1, "publication date", next + 1) : unresolved(next + 1, no_published);
    }
    if ((after == "from" || after == "after" || after == "before" || after == "since") && same_sentence(i, next + 1) && whole_days) {
        const int sign = after == "before" ? -1 : 1;
        if (word(next + 1) == "now" && published_) {
            return point(*published_, sign, "publication date", next + 2);
        }
        const Hit base = longer(stated(next + 1), day_word(next + 1));
        if (base && base.period) {
            return point(sign > 0 ? base.period->last : base.period->first, sign, base.reason, base.next);
        }
    }
    const bool ends = !same_sentence(i, next + 1) || in_list(word(next + 1), {",", ".", ";", ":", ")", "\"", "\u201D", "he", "she", "it", "they", "the"}) || (next + 1 < pieces_.size() && pieces_[next + 1].capital);
    if (after == "later" || after == "afterwards" || after == "earlier" || after == "hence" || ((after == "after" || after == "before") && (the || !one) && !in_list(word(next + 1), {"the", "he", "she", "it", "they"}) && ends)) {
        const int sign = after == "earlier" || after == "before" ? -1 : 1;
        if (!whole_days) {
            return duration(next, value, *unit);
        }
        if (!last_) {
            return unresolved(next + 1, no_previous);
        }
        Hit hit = dated(next + 1, day_period(shift_day(sign > 0 ? last_->last : last_->first, *unit, sign * n)), "previous date");
        if (last_->unit >= Unit::month) {
            hit.period = period_with(last_->unit, shift_day(last_->first, *unit, sign * n));
        } else if (*unit >= Unit::month && count->vague) {
            hit.period = period_with(*unit, hit.period->first);
        }
        return hit;
    }
    if ((after == "after" || after == "before") && whole_days) {
        return unresolved(next + 1, "counts from an event");
    }
    if (the && k == i + 1) {
        return {};
    }
    // "the first meeting in 16 years" looks back
    for (std::size_t b = i; in && b-- > 0 && i - b < 10 && same_sentence(i, b);) {
        if (in_list(word(b), {"first", "last", "time", "only", "most", "least", "worst", "best"}) || (word(b).size() > 5 && word(b).ends_with("est"))) {
            return {};
        }
    }
    if (in && whole_days && published_ && direction_(pieces_[i]) == Direction::future && !hyphen) {
        if (word(i) == "within") {
            return dated(next, interval(*published_, shift_day(*published_, *unit, n), *unit), "publication date");
        }
        return point(*published_, 1, "publication date", next);
    }
    if (in) {
        return {};
    }
    // "85 ships a day", "$90 million a year"
    if (one && i > 0 && same_sentence(i, i - 1) && !in_list(word(k), {"another"}) && after != "long") {
        const Piece& before = pieces_[i - 1];
        const bool rate = before.kind == PieceKind::number || before.lower == "million" || before.lower == "billion" || before.lower == "times" || before.lower == "percent" ||
                          before.lower == "once" || before.lower == "twice" || before.lower == "hours" || before.lower == "days" ||
                          (before.kind == PieceKind::word && before.lower.ends_with('s') && i > 1 && (pieces_[i - 2].kind == PieceKind::number || pieces_[i - 2].kind == PieceKind::word) && !in_list(before.lower, {"is", "was", "has", "this", "as", "its", "his", "days", "takes", "lasts", "costs", "spends"}));
        if (rate) {
            return {.next = next, .kind = TimeKind::set, .period = std::nullopt, .value = duration_value(1, *unit), .reason = "stated", .modifier = true};
        }
    }
    return duration(next, value, *unit);
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
    const Piece& number = pieces_[k + 1];
    if (word(k) == "week" && number.kind == PieceKind::number && !number.decimal && number.number >= 1 && number.number <= 53 && !number.ordinal) {
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
    const auto count = last ? std::optional(Count{.value = 1, .next = k + 1}) : read_count(pieces_, k);
    if (count && (count->ordinal || last) && (word(count->next) == "week" || word(count->next) == "day" || word(count->next) == "weekend") && in_list(word(count->next + 1), {"of", "in"}) && same_sentence(i, count->next + 2)) {
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

/// "every Monday", "each two days", "daily", "three times a week", "Mondays".
Hit TimeReader::repeated(std::size_t i) const {
    const auto set = [](std::size_t next, std::string value) {
        return Hit{.next = next, .kind = TimeKind::set, .period = std::nullopt, .value = std::move(value), .reason = "stated", .modifier = true};
    };
    const std::string_view now = word(i);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> adverbs = {{{"daily", "P1D"}, {"weekly", "P1W"}, {"biweekly", "P2W"}, {"monthly", "P1M"}, {"quarterly", "P3M"}, {"annually", "P1Y"}, {"yearly", "P1Y"}, {"hourly", "PT1H"}}};
    if (const auto found = std::ranges::find(adverbs, now, &std::pair<std::string_view, std::string_view>::first); found != adverbs.end() && !pieces_[i].capital) {
        return set(i + 1, std::string(found->second));
    }
    if (now == "once" || now == "twice") {
        const auto unit = in_list(word(i + 1), {"a", "an", "every", "per"}) && same_sentence(i, i + 2) ? parse_unit(word(i + 2)) : std::nullopt;
        return unit ? set(i + 3, duration_value(1, *unit)) : Hit{};
    }
    if (const auto count = read_count(pieces_, i); count && word(count->next) == "times" && in_list(word(count->next + 1), {"a", "an", "every", "per"}) && same_sentence(i, count->next + 2)) {
        if (const auto unit = parse_unit(word(count->next + 2))) {
            return set(count->next + 3, duration_value(1, *unit));
        }
    }
    if (now != "every" && now != "each") {
        return {};
    }
    std::size_t k = i + 1;
    double n = 1;
    if (word(k) == "other") {
        n = 2;
        ++k;
    } else if (const auto count = same_sentence(i, k) ? read_count(pieces_, k) : std::nullopt; count && !count->ordinal) {
        n = count->value;
        k = count->next;
    }
    if (!same_sentence(i, k)) {
        return {};
    }
    if (const auto day = weekday_at(k)) {
        return set(k + 1, fmt::format("XXXX-WXX-{}", *day + 1));
    }
    if (const auto month = month_at(k)) {
        return set(k + 1, fmt::format("XXXX-{:02}", *month));
    }
    if (!day_part(word(k)).empty()) {
        return set(k + 1, "XXXX-XX-XX" + std::string(day_part(word(k))));
    }
    const auto unit = parse_unit(word(k));
    return unit ? set(k + 1, duration_value(n, *unit)) : Hit{};
}

/// "10:45", "8 a.m.", "half past five", "three o'clock", "mid-morning", "midnight"; a day that follows ("on Monday") is another expression.
Hit TimeReader::clock(std::size_t i) const {
    const auto time = [](std::size_t next, std::string value) {
        return Hit{.next = next, .kind = TimeKind::time, .period = std::nullopt, .value = std::move(value), .reason = "no day stated", .modifier = true};
    };
    const std::string_view now = word(i);
    if (now == "midnight" || now == "noon" || now == "midday") {
        return time(i + 1, std::string(day_part(now)));
    }
    if (now == "mid" && in_list(word(i + 1), {"-"}) && !day_part(word(i + 2)).empty() && same_sentence(i, i + 2)) {
        return time(i + 3, std::string(day_part(word(i + 2))));
    }
    if (now == "the" && in_list(word(i + 1), {"morning", "afternoon", "evening"}) && i > 0 && in_list(word(i - 1), {"in", "during", "by"}) && same_sentence(i, i + 1)) {
        return time(i + 2, std::string(day_part(word(i + 1))));
    }
    if ((now == "half" || now == "quarter") && word(i + 1) == "past" && same_sentence(i, i + 2)) {
        const auto hour = read_count(pieces_, i + 2);
        return hour && hour->value >= 1 && hour->value <= 24 ? time(hour->next, fmt::format("T{:02}:{}", static_cast<int>(hour->value), now == "half" ? 30 : 15)) : Hit{};
    }
    const auto count = read_count(pieces_, i);
    if (!count || count->ordinal || count->vague || in_list(now, {"a", "an", "another"}) || count->value < 0 || count->value > 24) {
        return {};
    }
    auto hour = static_cast<int>(count->value);
    int minute = -1;
    std::size_t k = count->next;
    const Piece& first = pieces_[i];
    if (first.kind == PieceKind::number && first.decimal && first.digits <= 2) {
        const double fraction = std::round((first.number - std::floor(first.number)) * 100);
        if (fraction < 60 && first.span.size() >= 4 && in_list(word(k), {"am", "pm", "a", "p"})) {
            minute = static_cast<int>(fraction);
        }
    } else if (word(k) == ":" && same_sentence(i, k + 1) && pieces_[k].glued && pieces_[k + 1].kind == PieceKind::number && pieces_[k + 1].digits == 2 && pieces_[k + 1].number < 60 && first.digits <= 2) {
        minute = static_cast<int>(pieces_[k + 1].number);
        k += 2;
        if (word(k) == ":" && same_sentence(i, k + 1) && pieces_[k + 1].kind == PieceKind::number && pieces_[k + 1].digits == 2) {
            k += 2;
        }
    }
    bool known = minute >= 0 && !(first.kind == PieceKind::number && first.decimal && !in_list(word(k), {"am", "pm"}));
    if (same_sentence(i, k) && in_list(word(k), {"am", "pm"})) {
        hour += word(k) == "pm" && hour < 12 ? 12 : 0;
        hour = word(k) == "am" && hour == 12 ? 0 : hour;
        known = true;
        ++k;
    } else if (word(k) == "o" && same_sentence(i, k + 2) && (word(k + 1) == "'" || word(k + 1) == "\u2019") && word(k + 2) == "clock") {
        known = true;
        k += 3;
    } else if (word(k) == "oclock" && same_sentence(i, k)) {
        known = true;
        ++k;
    }
    if (word(k) == "in" && word(k + 1) == "the" && !day_part(word(k + 2)).empty() && same_sentence(i, k + 2)) {
        const bool later = word(k + 2) == "afternoon" || word(k + 2) == "evening";
        if (known || (i > 0 && in_list(word(i - 1), {"at", "after", "before", "until", "by", "past", "around", "about", "to", "from"}))) {
            hour += later && hour < 12 ? 12 : 0;
            known = true;
            k += 3;
        }
    }
    return known && hour <= 24 ? time(k, minute >= 0 ? fmt::format("T{:02}:{:02}", hour, minute) : fmt::format("T{:02}", hour)) : Hit{};
}

}  // namespace synoptic
