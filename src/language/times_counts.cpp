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

Hit unanchored(std::size_t next, TimeKind kind, std::string value) {
    return {.next = next, .kind = kind, .period = std::nullopt, .value = std::move(value), .reason = "stated", .modifier = true};
}

/// The day that a count of larger units leads to: as exact as they are, with the day as value.
Period landing(std::int32_t day, Unit unit) {
    Period period = unit >= Unit::year    ? year_period(from_days(day).year)
                    : unit >= Unit::month ? period_with(Unit::month, day)
                                          : day_period(day);
    period.value = day_period(day).value;
    return period;
}

bool is_rate_of(const Lexeme& before, const Lexeme* further) {
    return before.kind == LexemeKind::number ||
           in_list(before.lower, {"million", "billion", "times", "percent", "once", "twice", "hours", "days"}) ||
           (before.kind == LexemeKind::word && before.lower.ends_with('s') && further != nullptr && further->kind != LexemeKind::mark &&
            !in_list(before.lower, {"is", "was", "has", "this", "as", "its", "his", "days", "takes", "lasts", "costs", "spends"}));
}

}  // namespace

std::string Amount::value() const {
    std::string text;
    bool clock = false;
    for (const Part& part : parts) {
        std::string piece = duration_value(part.count, part.unit);
        const bool hours = piece.size() > 1 && piece[1] == 'T';
        text += text.empty() ? piece : clock ? piece.substr(2) : piece.substr(1);
        clock = clock || hours;
    }
    return text;
}

std::int32_t Amount::from(std::int32_t day, int sign) const {
    for (const Part& part : parts) {
        const auto n = static_cast<int>(std::clamp(std::floor(part.count), 0.0, 9000.0));
        day = part.working              ? shift_working_days(day, sign * n)
              : part.unit == Unit::hour ? day + sign * (n / 24)
                                        : shift_day(day, part.unit, sign * n);
    }
    return day;
}

/// "16 years", "a 48-hour", "two hours and fifty minutes", "one and a half years", "2 years 1 month 21 days", "five business days", "2W".
std::optional<Amount> TimeReader::amount(std::size_t i) const {
    constexpr std::size_t most_parts = 4;
    Amount amount;
    std::size_t k = i;
    while (amount.parts.size() < most_parts && same_sentence(i, k)) {
        std::size_t from = k;
        if (!amount.parts.empty()) {
            from += word(from) == "," ? 1 : 0;
            from += word(from) == "and" ? 1 : 0;
        }
        const auto count = same_sentence(i, from) ? read_count(lexemes_, from) : std::nullopt;
        if (!count || count->ordinal || !same_sentence(i, count->next) || (from > k && in_list(word(from), {"a", "an", "another"}))) {
            break;
        }
        const bool one = in_list(word(from), {"a", "an", "another"});
        const bool digits = lexemes_[from].kind == LexemeKind::number;
        double value = count->value;
        std::size_t u = count->next;
        if (digits && word(u + 1) == "/" && same_sentence(i, u + 2) && is_plain(&lexemes_[u]) && is_plain(&lexemes_[u + 2]) &&
            lexemes_[u + 1].glued && lexemes_[u + 2].glued && lexemes_[u + 2].number > lexemes_[u].number) {  // "2 1/2 years"
            value += lexemes_[u].number / lexemes_[u + 2].number;
            u += 3;
        }
        const bool hyphen = in_list(word(u), {"-", "\u2011"}) && lexemes_[u].glued;
        u += hyphen ? 1 : 0;
        const std::size_t and_half = word(u + 1) == "a" ? u + 2 : u + 1;
        if (word(u) == "and" && in_list(word(and_half), {"half", "quarter"}) && same_sentence(i, and_half + 1)) {  // "one and a half hours"
            value += word(and_half) == "half" ? 0.5 : 0.25;
            u = and_half + 1;
        }
        const bool working = in_list(word(u), {"business", "working"});
        u += working || in_list(word(u), {"more", "full", "whole", "long", "straight", "consecutive", "calendar"}) ? 1 : 0;
        if (!same_sentence(i, u)) {
            break;
        }
        const Lexeme& named = lexemes_[u];
        auto unit = parse_unit(named.lower);
        if (digits && named.glued && named.capital && named.span.size() == 1 && in_list(named.lower, {"d", "w", "y"}) && from > 0 &&
            in_list(word(from - 1), {"for", "in", "within", "after", "lasted", "last", "takes", "took"})) {  // "for 10D"
            unit = named.lower == "d" ? Unit::day : named.lower == "w" ? Unit::week : Unit::year;
        }
        const bool plural = named.lower.ends_with('s');
        if (!unit || (digits && lexemes_[from].digits == 4 && !lexemes_[from].grouped && !plural) ||
            (named.lower == "second" && (one || (value != 1 && !hyphen))) || (*unit == Unit::quarter && value < 2 && one) ||
            *unit == Unit::season || (named.lower == "h" && !named.glued) || (!amount.parts.empty() && *unit >= amount.parts.back().unit)) {
            break;
        }
        k = u + 1;
        const std::size_t h = in_list(word(k + 1), {"a", "an"}) ? k + 2 : k + 1;
        if (word(k) == "and" && in_list(word(h), {"half", "quarter"}) && same_sentence(i, h)) {  // "an hour and a half"
            value += word(h) == "half" ? 0.5 : 0.25;
            k = h + 1;
        }
        amount.parts.push_back({.count = value, .unit = *unit, .working = working});
        amount.vague = amount.vague || count->vague;
        amount.hyphen = amount.hyphen || hyphen;
        amount.next = k;
    }
    return amount.parts.empty() ? std::nullopt : std::optional(std::move(amount));
}

/// What the words after an amount make of it: "ago", "later", "before 4 May", "from now"; a false Hit if nothing.
Hit TimeReader::measured(std::size_t i, const Amount& amount) const {
    const std::size_t next = amount.next;
    const std::string_view after = same_sentence(i, next) ? word(next) : std::string_view{};
    const Unit unit = amount.parts.front().unit;
    const bool one = in_list(word(i), {"a", "an", "another"});
    const auto point = [&](std::int32_t base, int sign, std::string_view reason, std::size_t end) {
        return on_weekday(dated(end, landing(amount.from(base, sign), unit), reason));
    };
    if (after == "ago" || (after == "earlier" && !last_)) {
        if (!published_) {
            return unresolved(next + 1, no_published);
        }
        if (in_list(word(next + 1), {"today", "yesterday", "tomorrow"}) && same_sentence(i, next + 1)) {  // "three years ago today"
            const Hit from = day_word(next + 1);
            return dated(next + 2, day_period(amount.from(from.period->first, -1)), from.reason);
        }
        Hit hit = point(*published_, -1, "publication date", next + 1);
        if (unit >= Unit::year && amount.parts.size() == 1 && amount.parts.front().count >= 2) {
            hit.period = year_period(from_days(hit.period->first).year);  // "ten years ago" tells no day
        }
        hit.modifier = unit < Unit::day;
        return hit;
    }
    const int sign = in_list(after, {"earlier", "before"}) ? -1 : 1;
    if (in_list(after, {"from", "after", "before", "since"}) && same_sentence(i, next + 1)) {
        const Hit base = word(next + 1) == "that" && last_ ? dated(next + 2, *last_, "previous date") : anchor(next + 1);
        if (base && base.period && unit >= Unit::day) {
            const Period& of = *base.period;
            if (of.unit >= Unit::month && of.first != of.last && unit >= of.unit) {
                return dated(base.next, period_with(of.unit, amount.from(of.first, sign)), base.reason);
            }
            return point(sign > 0 && after != "since" ? of.last : of.first, sign, base.reason, base.next);
        }
    }
    const bool ends = !same_sentence(i, next + 1) ||
                      in_list(word(next + 1), {",", ".", ";", ":", ")", "\"", "\u201D", "he", "she", "it", "they", "the"}) ||
                      lexemes_[next + 1].capital;
    const bool beside = in_list(after, {"after", "before"});
    const bool on = after == "on" && word(next + 1) == ",";  // "two years on, nothing has changed"
    if (on || in_list(after, {"later", "afterwards", "earlier", "hence"}) ||
        (beside && !one && !in_list(word(next + 1), {"the", "he", "she", "it", "they"}) && ends)) {
        if (unit < Unit::day) {  // "a few hours later": still of that day
            const bool near = last_ && last_->first == last_->last && lexemes_[i].sentence <= last_sentence_ + 1;
            Hit hit = near && amount.from(0, 1) == 0 ? dated(next + 1, *last_, "previous date") : Hit{};
            hit.kind = TimeKind::time;
            return hit ? hit : unanchored(next, TimeKind::duration, amount.value());
        }
        if (!last_ && (!published_ || beside || direction_(lexemes_[i]) == Direction::past)) {
            return unresolved(next + 1, no_previous);
        }
        if (!last_) {
            return point(*published_, sign, "publication date", next + 1);
        }
        Hit hit = point(sign > 0 ? last_->last : last_->first, sign, "previous date", next + 1);
        if (last_->unit >= Unit::month) {
            hit.period = period_with(last_->unit, amount.from(last_->first, sign));
        } else if (unit >= Unit::month && amount.vague) {
            hit.period = period_with(unit, hit.period->first);
        }
        return hit;
    }
    if (beside && unit >= Unit::day) {
        return unresolved(next + 1, "counts from an event");
    }
    return {};
}

/// "two months from today" + "on Tuesday": the nearest Tuesday.
Hit TimeReader::on_weekday(Hit hit) const {
    if (word(hit.next) == "on" && same_sentence(hit.next - 1, hit.next + 1)) {
        if (const auto day = weekday_at(hit.next + 1); day && hit.period) {
            hit.period = day_period(nearest_weekday(named_day(*hit.period), *day));
            hit.next += 2;
        }
    }
    return hit;
}

/// "16 years", "two days later", "three weeks ago", "in two months", "two days after 4 May", "a 48-hour strike", "the day before".
Hit TimeReader::counted(std::size_t i) const {
    const bool in = word(i) == "in" || word(i) == "within";
    std::size_t k = in ? i + 1 : i;
    if (!same_sentence(i, k)) {
        return {};
    }
    if (word(k) == "the") {
        const auto unit = !in && in_list(word(k + 1), {"day", "week", "month", "year", "night"}) ? parse_unit(word(k + 1)) : std::nullopt;
        return unit && in_list(word(k + 2), {"before", "after"}) && same_sentence(i, k + 2) ? beside(i, *unit) : Hit{};
    }
    if (in_list(word(k), {"all", "half"}) && same_sentence(i, k + 1)) {
        const std::size_t u = in_list(word(k + 1), {"a", "an", "the"}) ? k + 2 : k + 1;
        const auto unit = same_sentence(i, u) ? parse_unit(word(u)) : std::nullopt;
        return unit && !word(u).ends_with('s') && word(u) != "second"
                   ? unanchored(u + 1, TimeKind::duration, duration_value(word(k) == "half" ? 0.5 : 1.0, *unit))
                   : Hit{};
    }
    auto amount = this->amount(k);
    if (!amount) {
        return two_words_turned(i, k);
    }
    // ages
    const std::size_t old = in_list(word(amount->next), {"-", "\u2011"}) ? amount->next + 1 : amount->next;
    if (in_list(word(old), {"old", "olds"}) || (i > 0 && in_list(word(i - 1), {"aged", "age"}))) {
        return {};
    }
    if (in_list(word(amount->next), {"'", "\u2019"}) && lexemes_[amount->next].glued && same_sentence(i, amount->next)) {
        ++amount->next;
        amount->next += word(amount->next) == "s" ? 1 : 0;
    }
    const Unit unit = amount->parts.front().unit;
    // "for 3 days starting next Monday", "for a week, from 20 December"
    std::size_t s = amount->next + (word(amount->next) == "," ? 1 : 0);
    const bool opens = in_list(word(s), {"starting", "beginning", "commencing"});
    if (unit >= Unit::day && i > 0 && word(i - 1) == "for" && (opens || word(s) == "from") && same_sentence(i, s + 1)) {
        s += opens && in_list(word(s + 1), {"from", "on"}) ? 2 : 1;
        if (const Hit start = same_sentence(i, s) ? anchor(s) : Hit{}; start && start.period) {
            return dated(start.next, interval(start.period->first, amount->from(start.period->first, 1) - 1, unit), start.reason);
        }
    }
    if (Hit point = measured(k, *amount)) {
        return point;
    }
    if (in) {
        return ahead(i, *amount);
    }
    // "85 ships a day", "$90 million a year"
    const bool one = word(k) == "a" || word(k) == "an";
    if (one && i > 0 && same_sentence(i, i - 1) && word(amount->next) != "long" &&
        is_rate_of(lexemes_[i - 1], i > 1 ? &lexemes_[i - 2] : nullptr)) {
        return unanchored(amount->next, TimeKind::set, duration_value(1, unit));
    }
    return unanchored(amount->next, TimeKind::duration, amount->value());
}

/// "the day before", "the year after": beside the date before it, or beside the day of writing.
Hit TimeReader::beside(std::size_t i, Unit unit) const {
    const std::size_t after = i + 2;
    const int sign = word(after) == "before" ? -1 : 1;
    if (const Hit base = same_sentence(i, after + 1) ? anchor(after + 1) : Hit{}; base && base.period) {
        const std::int32_t from = sign > 0 ? base.period->last : base.period->first;
        return dated(base.next, unit == Unit::day ? day_period(from + sign) : shift(period_with(unit, from), sign), base.reason);
    }
    const bool ends = !same_sentence(i, after + 1) || lexemes_[after + 1].kind == LexemeKind::mark ||
                      in_list(word(after + 1), {"he", "she", "it", "they", "in", "at"}) || lexemes_[after + 1].capital;
    if (!ends) {
        return unresolved(after + 1, "counts from an event");
    }
    if (!last_ && !published_) {
        return unresolved(after + 1, no_previous);
    }
    const std::int32_t from = last_ ? (sign > 0 ? last_->last : last_->first) : *published_;
    return dated(after + 1, unit == Unit::day ? day_period(from + sign) : shift(period_with(unit, from), sign),
                 last_ ? "previous date" : "publication date");
}

/// "in two weeks", "within ten days" from the publication, unless the sentence tells of the past.
Hit TimeReader::ahead(std::size_t i, const Amount& amount) const {
    const Unit unit = amount.parts.front().unit;
    // "the first meeting in 16 years" looks back
    for (std::size_t b = i; b-- > 0 && i - b < 10 && same_sentence(i, b);) {
        if (in_list(word(b), {"first", "last", "time", "only", "most", "least", "worst", "best"}) ||
            (word(b).size() > 5 && word(b).ends_with("est"))) {
            return {};
        }
    }
    if (unit < Unit::day || !published_ || direction_(lexemes_[i]) == Direction::past || amount.hyphen) {
        return {};
    }
    const std::size_t next = amount.next + (word(amount.next) == "time" && same_sentence(i, amount.next) ? 1 : 0);
    if (word(i) == "within") {
        return dated(next, interval(*published_, amount.from(*published_, 1), unit), "publication date");
    }
    return on_weekday(dated(next, landing(amount.from(*published_, 1), unit), "publication date"));
}

/// "the 3 next weeks", "10 previous days": the count before the word that points.
Hit TimeReader::two_words_turned(std::size_t i, std::size_t k) const {
    const auto count = read_count(lexemes_, k);
    if (!published_ || !count || count->ordinal || !same_sentence(i, count->next + 1) ||
        !in_list(word(count->next), {"next", "upcoming", "coming", "past", "previous", "last"})) {
        return {};
    }
    const auto unit = parse_unit(word(count->next + 1));
    if (!unit || *unit < Unit::day || (count->value != 1 && !word(count->next + 1).ends_with('s'))) {
        return {};
    }
    Amount span;
    span.parts.push_back({.count = count->value, .unit = *unit});
    const int step = in_list(word(count->next), {"next", "upcoming", "coming"}) ? 1 : -1;
    Hit hit = dated(count->next + 2, spanned(span, step, false), "publication date");
    hit.modifier = true;
    return hit;
}

/// "for the day", "throughout the weekend", "the rest of the week": the period that holds the day of writing.
Hit TimeReader::whole_of_now(std::size_t i) const {
    const std::string_view before = i > 0 && same_sentence(i, i - 1) ? word(i - 1) : std::string_view{};
    if (in_list(word(i), {"rest", "remainder"}) && word(i + 1) == "of" && in_list(word(i + 2), {"the", "this"}) &&
        in_list(word(i + 3), {"week", "month", "year", "decade"}) && published_ && same_sentence(i, i + 3)) {
        const Unit unit = *parse_unit(word(i + 3));
        return dated(i + 4, interval(*published_, period_with(unit, *published_).last, unit), "publication date");
    }
    if (word(i) != "the" || !same_sentence(i, i + 1) || !in_list(word(i + 1), {"day", "week", "weekend", "month", "year"}) || !published_) {
        return {};
    }
    if (word(i + 1) == "day" && before == "of" && i > 1 && word(i - 2) == "course") {
        return dated(i + 2, day_period(*published_), "publication date");  // "in the course of the day"
    }
    const std::string_view after = same_sentence(i, i + 2) ? word(i + 2) : std::string_view{};
    Hit hit = dated(i + 2, period_with(*parse_unit(word(i + 1)), *published_), "publication date");
    hit.modifier = true;
    if (word(i + 1) == "year" && after == "to" && word(i + 3) == "date") {
        hit.period = interval(year_period(from_days(*published_).year).first, *published_, Unit::year);
        hit.next = i + 4;
        return hit;
    }
    const bool stops = after.empty() || lexemes_[i + 2].kind == LexemeKind::mark;
    if (!stops && !in_list(after, {"and", "in", "at", "with"})) {
        return {};
    }
    if (word(i + 1) == "weekend") {
        if (!in_list(before, {"over", "throughout", "during", "for", "at", "on", "through", "by", "until", "before"})) {
            return {};
        }
        const bool ahead = direction_(lexemes_[i]) == Direction::future || weekday(from_days(*published_)) > 3;
        hit.period = ahead ? *hit.period : shift(*hit.period, -1);
        return hit;
    }
    const bool led = word(i + 1) == "day" ? before == "for" : in_list(before, {"for", "throughout"}) || (before == "in" && stops);
    return led ? hit : Hit{};
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
