// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "language/times_tools.hpp"

namespace synoptic {

using namespace times;

namespace {

Hit duration(std::size_t next, double count, Unit unit) {
    return {.next = next,
            .kind = TimeKind::duration,
            .period = std::nullopt,
            .value = duration_value(count, unit),
            .reason = "stated",
            .modifier = true};
}

}  // namespace

/// "16 years", "two days later", "three weeks ago", "in two months", "two days after 4 May", "a 48-hour strike".
Hit TimeReader::counted(std::size_t i) const {
    std::size_t k = i;
    const bool in = word(i) == "in" || word(i) == "within";
    k += in ? 1 : 0;
    const bool the = word(k) == "the";
    k += the &&
                 (word(k + 1) == "day" || word(k + 1) == "week" || word(k + 1) == "month" || word(k + 1) == "year" ||
                  word(k + 1) == "night") &&
                 !in
             ? 1
             : 0;
    if (!same_sentence(i, k)) {
        return {};
    }
    std::optional<Count> count = read_count(lexemes_, k);
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
    const bool hyphen = in_list(word(u), {"-", "\u2011"}) && lexemes_[u].glued;
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
            Hit hit = dated(u + 2,
                            ahead ? interval(*published_ + 1, shift_day(*published_, *unit, n), *unit)
                                  : interval(shift_day(*published_, *unit, -n), *published_, *unit),
                            "publication date");
            hit.modifier = true;
            return hit;
        }
    }
    u += in_list(word(u), {"more", "full", "whole", "long", "straight", "consecutive", "business", "calendar", "working"}) ? 1 : 0;
    const auto unit = same_sentence(i, u) ? parse_unit(word(u)) : std::nullopt;
    if (lexemes_[k].kind == LexemeKind::number && lexemes_[k].digits == 4 && !lexemes_[k].grouped && !word(u).ends_with('s')) {
        return {};  // a year
    }
    const bool one = word(k) == "a" || word(k) == "an" || word(k) == "another";
    if (!unit || (one && word(u) == "second") || (word(u) == "second" && value != 1 && !hyphen) ||
        (*unit == Unit::quarter && value < 2 && one) || *unit == Unit::season || (word(u) == "h" && !lexemes_[u].glued)) {
        return {};
    }
    std::size_t next = u + 1;
    // ages
    const std::size_t old = in_list(word(next), {"-", "\u2011"}) ? next + 1 : next;
    if (in_list(word(old), {"old", "olds"}) || (i > 0 && in_list(word(i - 1), {"aged", "age"}))) {
        return {};
    }
    if (word(next) == "'" || word(next) == "\u2019") {
        next += lexemes_[next].glued && same_sentence(i, next) ? 1 : 0;
    }
    // "an hour and a half", "two hours and fifty minutes"
    if (word(next) == "and" && same_sentence(i, next + 1)) {
        const std::size_t h = word(next + 1) == "a" || word(next + 1) == "an" ? next + 2 : next + 1;
        if ((word(h) == "half" || word(h) == "quarter") && same_sentence(i, h)) {
            value += word(h) == "half" ? 0.5 : 0.25;
            next = h + 1;
        } else if (const auto second = read_count(lexemes_, next + 1); second && !second->ordinal && same_sentence(i, second->next)) {
            const auto smaller = parse_unit(word(second->next));
            if (smaller && *smaller < *unit) {
                const std::string tail = duration_value(second->value, *smaller);
                const std::string head = duration_value(value, *unit);
                const bool both_clock = *unit <= Unit::hour;
                return {.next = second->next + 1,
                        .kind = TimeKind::duration,
                        .period = std::nullopt,
                        .value = head + (both_clock               ? tail.substr(2)
                                         : *smaller <= Unit::hour ? tail.substr(1)
                                                                  : tail.substr(1)),
                        .reason = "stated",
                        .modifier = true};
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
            return {.next = next + 1,
                    .kind = TimeKind::date,
                    .period = published_ ? std::optional(day_period(*published_)) : std::nullopt,
                    .value = {},
                    .reason = std::string(published_ ? "publication date" : no_published),
                    .modifier = true};
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
    const bool ends = !same_sentence(i, next + 1) ||
                      in_list(word(next + 1), {",", ".", ";", ":", ")", "\"", "\u201D", "he", "she", "it", "they", "the"}) ||
                      (next + 1 < lexemes_.size() && lexemes_[next + 1].capital);
    if (after == "later" || after == "afterwards" || after == "earlier" || after == "hence" ||
        ((after == "after" || after == "before") && (the || !one) && !in_list(word(next + 1), {"the", "he", "she", "it", "they"}) &&
         ends)) {
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
        if (in_list(word(b), {"first", "last", "time", "only", "most", "least", "worst", "best"}) ||
            (word(b).size() > 5 && word(b).ends_with("est"))) {
            return {};
        }
    }
    if (in && whole_days && published_ && direction_(lexemes_[i]) == Direction::future && !hyphen) {
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
        const Lexeme& before = lexemes_[i - 1];
        const bool rate =
            before.kind == LexemeKind::number || before.lower == "million" || before.lower == "billion" || before.lower == "times" ||
            before.lower == "percent" || before.lower == "once" || before.lower == "twice" || before.lower == "hours" ||
            before.lower == "days" ||
            (before.kind == LexemeKind::word && before.lower.ends_with('s') && i > 1 &&
             (lexemes_[i - 2].kind == LexemeKind::number || lexemes_[i - 2].kind == LexemeKind::word) &&
             !in_list(before.lower, {"is", "was", "has", "this", "as", "its", "his", "days", "takes", "lasts", "costs", "spends"}));
        if (rate) {
            return {.next = next,
                    .kind = TimeKind::set,
                    .period = std::nullopt,
                    .value = duration_value(1, *unit),
                    .reason = "stated",
                    .modifier = true};
        }
    }
    return duration(next, value, *unit);
}

/// "every Monday", "each two days", "daily", "three times a week", "Mondays".
Hit TimeReader::repeated(std::size_t i) const {
    const auto set = [](std::size_t next, std::string value) {
        return Hit{
            .next = next, .kind = TimeKind::set, .period = std::nullopt, .value = std::move(value), .reason = "stated", .modifier = true};
    };
    const std::string_view now = word(i);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> adverbs = {{{"daily", "P1D"},
                                                                                       {"weekly", "P1W"},
                                                                                       {"biweekly", "P2W"},
                                                                                       {"monthly", "P1M"},
                                                                                       {"quarterly", "P3M"},
                                                                                       {"annually", "P1Y"},
                                                                                       {"yearly", "P1Y"},
                                                                                       {"hourly", "PT1H"}}};
    if (const auto found = std::ranges::find(adverbs, now, &std::pair<std::string_view, std::string_view>::first);
        found != adverbs.end() && !lexemes_[i].capital) {
        return set(i + 1, std::string(found->second));
    }
    if (now == "once" || now == "twice") {
        const auto unit =
            in_list(word(i + 1), {"a", "an", "every", "per"}) && same_sentence(i, i + 2) ? parse_unit(word(i + 2)) : std::nullopt;
        return unit ? set(i + 3, duration_value(1, *unit)) : Hit{};
    }
    if (const auto count = read_count(lexemes_, i); count && word(count->next) == "times" &&
                                                    in_list(word(count->next + 1), {"a", "an", "every", "per"}) &&
                                                    same_sentence(i, count->next + 2)) {
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
    } else if (const auto count = same_sentence(i, k) ? read_count(lexemes_, k) : std::nullopt; count && !count->ordinal) {
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

}  // namespace synoptic
