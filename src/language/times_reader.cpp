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

/// Whether some expression can begin with this word: most words are told apart here, at the cost of one look-up.
bool may_begin(std::string_view word) {
    static const std::unordered_set<std::string_view> openers = {
        "the",      "a",          "an",         "in",        "within",    "from",      "between",  "last",      "next",      "this",
        "that",     "same",       "every",      "each",      "early",     "late",      "mid",      "beginning", "start",     "end",
        "middle",   "close",      "turn",       "very",      "yesterday", "today",     "tomorrow", "tmrw",      "tonight",   "year",
        "week",     "q",          "h",          "half",      "quarter",   "all",       "some",     "few",       "several",   "couple",
        "another",  "daily",      "weekly",     "biweekly",  "monthly",   "quarterly", "annually", "yearly",    "hourly",    "once",
        "twice",    "earlier",    "later",      "following", "previous",  "coming",    "upcoming", "past",      "preceding", "current",
        "noon",     "midnight",   "midday",     "final",     "winter",    "summer",    "autumn",   "fall",      "spring",    "wintertime",
        "zero",     "summertime", "springtime", "hundred",   "dozen",     "overnight", "w",        "weekend",   "eoy",       "eom",
        "workweek", "ad",         "rest",       "remainder", "twenties",  "thirties",  "forties",  "fifties",   "sixties",   "seventies",
        "eighties", "nineties"};
    return openers.contains(word) || (word.size() >= 3 && (parse_month(word) || parse_weekday(word) || is_number_word(word)));
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
    const bool holy = i > 0 && lexemes_[i - 1].capital &&
                      in_list(lexemes_[i - 1].lower, {"good", "black", "ash", "palm", "maundy", "holy", "shrove", "easter", "bloody"});
    return ambiguous || sun || holy ? std::nullopt : day;
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
    const int told = last_->date().year;
    const int now = from_days(*published_).year;
    return told < now || (told > now && last_told_ && narrated_ > 1);  // a page may grow after its first day
}

std::string_view TimeReader::missing_year_reason(std::size_t i) const {
    return use_narrative_year(i) ? "previous date" : "publication date";
}

std::optional<int> TimeReader::missing_year(std::size_t i, int month, int day) const {
    return choose_year(
        i, [month, day](int year) { return make_day(year, month, day == 0 ? 15 : day); }, day == 0 ? 31 : 0);
}

/// The year in which a date without one falls: the narrative's, or the one that brings it nearest to the publication, on the side that the
/// verb tells. `slack`: how many days it may lie on the other side.
std::optional<int> TimeReader::choose_year(std::size_t i, const std::function<std::optional<std::int32_t>(int)>& day_in,
                                           std::int32_t slack) const {
    if (use_narrative_year(i)) {
        return last_->date().year;
    }
    if (!published_) {
        return last_ && last_->unit != Unit::century && last_->unit != Unit::decade ? std::optional<int>(last_->date().year) : std::nullopt;
    }
    const int year = from_days(*published_).year;
    const Direction direction = direction_(lexemes_[i]);
    const bool future = direction == Direction::future;
    // "in December, in January and in March": the list goes on
    if (slack > 0 && open_month_ && direction == Direction::unknown && lexemes_[i].sentence == last_sentence_) {
        const int before = from_days(open_month_->first).year;
        return day_in(before) && *day_in(before) < open_month_->first ? before + 1 : before;
    }
    const std::int64_t wrong = direction == Direction::past ? 400 : 200;  // days; the past tense tells more than others
    std::optional<int> best;
    std::int64_t best_distance = 0;
    for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
        const auto at = day_in(candidate);
        if (!at) {
            continue;
        }
        const bool wrong_side = future ? *at < *published_ - slack : *at > *published_ + slack;
        const std::int64_t distance = std::abs(static_cast<std::int64_t>(*at) - *published_) + (wrong_side ? wrong : 0);
        if (!best || distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    for (int candidate = year; candidate > year - 8 && !best; --candidate) {
        best = day_in(candidate) ? std::optional(candidate) : std::nullopt;  // 29 February
    }
    return best;
}

/// Two digits name the year at most 20 years ahead of the publication, else one before it: 87 => 1987, 25 => 2025.
int TimeReader::full_year(const Lexeme& lexeme) const {
    const int number = whole(lexeme);
    if (lexeme.digits > 2) {
        return number;
    }
    const int now = published_ ? from_days(*published_).year : 2025;
    const int year = now - now % 100 + number;
    return year > now + 20 ? year - 100 : year;
}

Hit TimeReader::stated(std::size_t i) const {
    Hit best = numeric_date(i);
    best = longer(std::move(best), named_month_between_marks(i));
    best = longer(std::move(best), month_date(i));
    best = longer(std::move(best), day_month(i));
    best = longer(std::move(best), listed_day(i));
    best = longer(std::move(best), weekday_date(i));
    best = longer(std::move(best), year_date(i));
    best = longer(std::move(best), season_or_quarter(i));
    best = longer(std::move(best), era(i));
    return longer(std::move(best), holiday(i));
}

/// Whether lexeme `i` is the middle of a longer number: "138-2010-2015".
bool TimeReader::inside_number(std::size_t i) const {
    return i > 1 && same_sentence(i, i - 2) && lexemes_[i].kind == LexemeKind::number && lexemes_[i].glued && lexemes_[i - 1].glued &&
           lexemes_[i - 2].kind == LexemeKind::number && in_list(word(i - 1), {"-", "/", "$", "+", ".", ":"}) &&
           lexemes_[i - 2].digits != 4;
}

/// Any expression that names days by itself or by what is around it, to count from or to reach to.
Hit TimeReader::anchor(std::size_t i) const {
    if (i >= lexemes_.size()) {
        return {};
    }
    Hit best = part(i);
    best = longer(std::move(best), stated(i));
    best = longer(std::move(best), day_word(i));
    best = longer(std::move(best), pointed(i));
    best = longer(std::move(best), inside(i));
    const std::size_t k = in_list(word(i), {"the", "current"}) ? i + 1 : i;
    if (published_ && same_sentence(i, k) && in_list(word(k), {"now", "present", "date", "today"})) {
        best = longer(std::move(best), dated(k + 1, day_period(*published_), "publication date"));
    }
    return best;
}

Hit TimeReader::read(std::size_t i) const {
    const bool opens = lexemes_[i].kind == LexemeKind::word ? may_begin(lexemes_[i].lower) || holidays_.begins(lexemes_[i].lower)
                                                            : lexemes_[i].kind == LexemeKind::number;
    if (!opens || inside_number(i)) {
        return {};
    }
    Hit best = range(i);
    best = longer(std::move(best), part(i));
    best = longer(std::move(best), with_day_part(stated(i)));
    best = longer(std::move(best), with_day_part(day_word(i)));
    best = longer(std::move(best), with_day_part(pointed(i)));
    best = longer(std::move(best), inside(i));
    best = longer(std::move(best), counted(i));
    best = longer(std::move(best), whole_of_now(i));
    best = longer(std::move(best), repeated(i));
    return longer(std::move(best), clock(i));
}

void TimeReader::note(const Hit& hit, std::size_t i) {
    ancient_ += hit.period && hit.period->date().year < 1000 ? 1 : 0;
    if (!hit.period || hit.modifier || (hit.kind != TimeKind::date && hit.kind != TimeKind::time)) {
        return;
    }
    constexpr std::uint32_t opening = 4;  // sentences
    const bool states_day = hit.period->unit == Unit::day && hit.period->first == hit.period->last && hit.reason == "stated";
    if (!published_ && !opening_ && states_day && lexemes_[i].sentence < opening) {
        opening_ = hit.period->first;
    }
    last_ = hit.period;
    last_sentence_ = lexemes_[i].sentence;
    last_told_ = direction_(lexemes_[i]) == Direction::past;
    open_month_ = hit.cycle == Unit::year && hit.period->unit == Unit::month ? hit.period : std::nullopt;
    const int year = hit.period->date().year;
    narrated_ += hit.reason == "stated" && published_ && (year < from_days(*published_).year || last_told_) ? 1 : 0;
    if (hit.period->unit == Unit::day && hit.period->first == hit.period->last && published_ && hit.cycle != Unit::week &&
        tells_its_day(hit, i)) {
        published_ = hit.period->first;
    }
}

/// "It is Friday, May 7th", or a line that is a date and near the publication: diaries, transcripts and datelines tell the day of writing.
bool TimeReader::tells_its_day(const Hit& hit, std::size_t i) const {
    constexpr std::int32_t near = 3;  // days
    const auto before = [&](std::size_t back) { return i >= back && same_sentence(i, i - back) ? word(i - back) : std::string_view{}; };
    const bool alone = before(1).empty() && !same_sentence(i, hit.next);
    if (alone && !hit.cycle && std::abs(hit.period->first - *published_) <= near) {
        return true;
    }
    const std::string_view subject = before(1) == "is" || (before(1) == "s" && before(2).empty()) ? before(2)
                                     : before(1) == "s"                                           ? before(3)
                                                                                                  : std::string_view{};
    return in_list(subject, {"it", "today"});
}

}  // namespace synoptic
