// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "language/times_tools.hpp"

namespace synoptic {

using namespace times;

namespace {

/// Whether some expression can begin with this lexeme: most words are told apart here, at the cost of one look-up.
bool may_begin(const Lexeme& lexeme) {
    static const std::unordered_set<std::string_view> openers = {
        "the",       "a",          "an",           "in",           "within",   "from",      "between",   "last",
        "next",      "this",       "that",         "same",         "every",    "each",      "early",     "late",
        "mid",       "beginning",  "start",        "end",          "middle",   "close",     "turn",      "very",
        "yesterday", "today",      "tomorrow",     "tmrw",         "tonight",  "year",      "week",      "q",
        "h",         "half",       "quarter",      "all",          "some",     "few",       "several",   "couple",
        "another",   "daily",      "weekly",       "biweekly",     "monthly",  "quarterly", "annually",  "yearly",
        "hourly",    "once",       "twice",        "christmas",    "boxing",   "new",       "good",      "easter",
        "halloween", "valentine",  "independence", "thanksgiving", "earth",    "black",     "labor",     "earlier",
        "later",     "following",  "previous",     "coming",       "upcoming", "past",      "preceding", "current",
        "noon",      "midnight",   "midday",       "final",        "winter",   "summer",    "autumn",    "fall",
        "spring",    "wintertime", "summertime",   "springtime",   "zero",     "hundred",   "dozen"};
    if (lexeme.kind != LexemeKind::word) {
        return lexeme.kind == LexemeKind::number;
    }
    const std::string_view word = lexeme.lower;
    if (openers.contains(word)) {
        return true;
    }
    return word.size() >= 3 && (parse_month(word) || parse_weekday(word) || is_number_word(word));
}

}  // namespace

std::string_view TimeReader::word(std::size_t i) const {
    return i < lexemes_.size() ? std::string_view(lexemes_[i].lower) : std::string_view{};
}

bool TimeReader::same_sentence(std::size_t i, std::size_t k) const {
    return k < lexemes_.size() && i < lexemes_.size() && lexemes_[i].sentence == lexemes_[k].sentence;
}

const Lexeme* TimeReader::lexeme(std::size_t i, std::size_t k) const { return same_sentence(i, k) ? &lexemes_[k] : nullptr; }

std::optional<int> TimeReader::month_at(std::size_t i) const {
    if (i >= lexemes_.size() || lexemes_[i].kind != LexemeKind::word) {
        return std::nullopt;
    }
    const auto month = parse_month(lexemes_[i].lower);
    if (month && !lexemes_[i].capital && in_list(lexemes_[i].lower, {"may", "march", "mar", "dec", "sept"})) {
        // "march" and "may" are verbs too: only beside a number or after a preposition of time
        const bool number = (lexeme(i, i + 1) != nullptr && lexemes_[i + 1].kind == LexemeKind::number) ||
                            (i > 0 && lexemes_[i - 1].kind == LexemeKind::number) ||
                            (i > 0 && in_list(lexemes_[i - 1].lower, {"to", "from", "in", "of", "this", "last", "next", "until", "since",
                                                                      "between", "and", "/", "-", "early", "late", "mid"}));
        return number ? month : std::nullopt;
    }
    return month;
}

std::optional<int> TimeReader::weekday_at(std::size_t i) const {
    if (i >= lexemes_.size() || lexemes_[i].kind != LexemeKind::word) {
        return std::nullopt;
    }
    const auto day = parse_weekday(lexemes_[i].lower);
    const bool ambiguous = in_list(lexemes_[i].lower, {"sun", "sat", "wed", "mon", "fri"}) && !lexemes_[i].capital;
    const bool sun = lexemes_[i].lower == "sun" &&
                     !(lexeme(i, i + 1) != nullptr && (in_list(word(i + 1), {",", "."}) || lexemes_[i + 1].kind == LexemeKind::number));
    return ambiguous || sun ? std::nullopt : day;
}

/// A year at lexeme `i` of an expression that began at `from`: four digits, also after a comma or "in" or "of".
std::optional<int> TimeReader::year_at(std::size_t i, std::size_t from) const {
    const Lexeme* p = lexeme(from, i);
    if (is_plain(p) && p->digits == 4 && !p->ordinal && !p->plural && p->number >= 1000 && p->number < 2200) {
        const Lexeme* after = lexeme(from, i + 1);
        const bool colon = after != nullptr && after->lower == ":" && after->glued;
        const Lexeme* third = lexeme(from, i + 4);
        const bool longer_number = after != nullptr && after->glued && in_list(after->lower, {"-", "/"}) && third != nullptr &&
                                   third->glued && third->kind == LexemeKind::number;
        return colon || longer_number ? std::nullopt : std::optional(whole(*p));
    }
    return std::nullopt;
}

Hit TimeReader::dated(std::size_t next, const Period& period, std::string_view reason) const {
    return {.next = next, .kind = TimeKind::date, .period = period, .value = {}, .reason = std::string(reason), .modifier = false};
}

Hit TimeReader::unresolved(std::size_t next, std::string_view reason) const {
    return {.next = next, .kind = TimeKind::date, .period = std::nullopt, .value = {}, .reason = std::string(reason), .modifier = true};
}

/// A date without a year belongs to the year of the narrative where the text has just told of another year, in the past.
bool TimeReader::use_narrative_year(std::size_t i) const {
    // one date long past is an aside; a text with many of them is a history
    const std::uint32_t window = std::min(12U, 1 + 2 * narrated_);
    if (!last_ || !published_ || lexemes_[i].sentence > last_sentence_ + window || direction_(lexemes_[i]) == Direction::future) {
        return false;
    }
    return last_->date().year < from_days(*published_).year;
}

std::string_view TimeReader::missing_year_reason(std::size_t i) const {
    return use_narrative_year(i) ? "previous date" : "publication date";
}

std::optional<int> TimeReader::missing_year(std::size_t i, int month, int day) const {
    if (use_narrative_year(i)) {
        return last_->date().year;
    }
    if (!published_) {
        return last_ && last_->unit != Unit::century && last_->unit != Unit::decade ? std::optional<int>(last_->date().year) : std::nullopt;
    }
    const int year = from_days(*published_).year;
    const Direction direction = direction_(lexemes_[i]);
    std::optional<int> best;
    std::int64_t best_distance = 0;
    for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
        const auto at = make_day(candidate, month, day == 0 ? 15 : day);
        if (!at) {
            continue;
        }
        std::int64_t distance = std::abs(static_cast<std::int64_t>(*at) - *published_);
        const bool wrong_side =
            direction == Direction::future ? *at < *published_ - (day == 0 ? 31 : 0) : *at > *published_ + (day == 0 ? 31 : 0);
        distance += wrong_side ? 200 : 0;
        if (!best || distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    if (!best) {
        for (int candidate = year; candidate > year - 8 && !best; --candidate) {
            best = make_day(candidate, month, day) ? std::optional(candidate) : std::nullopt;  // 29 February
        }
    }
    return best;
}

Hit TimeReader::stated(std::size_t i) const {
    Hit best = numeric_date(i);
    best = longer(std::move(best), month_date(i));
    best = longer(std::move(best), day_month(i));
    best = longer(std::move(best), weekday_date(i));
    best = longer(std::move(best), year_date(i));
    best = longer(std::move(best), season_or_quarter(i));
    return longer(std::move(best), holiday(i));
}

/// Whether lexeme `i` is the middle of a longer number: "138-2010-2015".
bool TimeReader::inside_number(std::size_t i) const {
    return i > 1 && same_sentence(i, i - 2) && lexemes_[i].kind == LexemeKind::number && lexemes_[i].glued && lexemes_[i - 1].glued &&
           lexemes_[i - 2].kind == LexemeKind::number && in_list(word(i - 1), {"-", "/", "$", "+", ".", ":"}) &&
           lexemes_[i - 2].digits != 4;
}

Hit TimeReader::read(std::size_t i) const {
    if (!may_begin(lexemes_[i]) || inside_number(i)) {
        return {};
    }
    Hit best = range(i);
    best = longer(std::move(best), part(i));
    best = longer(std::move(best), with_day_part(stated(i)));
    best = longer(std::move(best), with_day_part(day_word(i)));
    best = longer(std::move(best), with_day_part(pointed(i)));
    best = longer(std::move(best), counted(i));
    best = longer(std::move(best), week_of(i));
    best = longer(std::move(best), repeated(i));
    return longer(std::move(best), clock(i));
}

void TimeReader::note(const Hit& hit, std::uint32_t sentence) {
    if (hit.period && !hit.modifier && (hit.kind == TimeKind::date || hit.kind == TimeKind::time)) {
        last_ = hit.period;
        last_sentence_ = sentence;
        narrated_ += hit.reason == "stated" && published_ && hit.period->date().year < from_days(*published_).year ? 1 : 0;
    }
}

}  // namespace synoptic
