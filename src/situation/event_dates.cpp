// SPDX-License-Identifier: Apache-2.0
#include "situation/event_dates.hpp"

#include <algorithm>
#include <array>

#include "situation/terms.hpp"

namespace synoptic {

namespace {

constexpr std::int32_t longest_wait = 92;  // days before publication that a plan still open may have been dated

bool has_day(const TimeExpression& time) { return time.date && time.date->has_day(); }

/// Whether an event of this status can be of these days: what happened or is denied not after the account appeared ("promised gauges for
/// 1 June" dates the gauges), what is planned not long before it.
bool can_be_of(const Document& document, Status status, const DayRange& days) {
    if (!document.published || !document.published->date.has_day()) {
        constexpr std::int32_t longest = 3 * 366;  // a plan years before the last day that the text names is of another time
        return status != Status::planned || std::ranges::none_of(document.analysis.times, [&](const TimeExpression& time) {
                   const auto named = days_of(time);
                   return named && days.last + longest < named->first;
               });
    }
    const std::int32_t published = to_days(document.published->date);
    const bool told = status == Status::happened || status == Status::denied;
    return told ? days.first <= published : status != Status::planned || days.last + longest_wait >= published;
}

/// "the first since the invasion of Norland in 2022": a date inside the phrase of "since".
bool inside_since(const Document& document, const TimeExpression& time) {
    constexpr std::uint32_t reach = 10;  // tokens
    const std::uint32_t at = document.analysis.token_at(time.span.begin);
    for (std::uint32_t back = 1; back <= reach && back <= at; ++back) {
        const Token& word = document.analysis.tokens[at - back];
        if (lemma_of(document, at - back) == "since") {
            return true;
        }
        if (word.upos == Upos::VERB || word.upos == Upos::AUX || word.upos == Upos::PUNCT) {
            break;
        }
    }
    return false;
}

/// "the Accord of 1974": a date that only tells which one is meant. The parts of days are their dates: "the night of 11 March".
bool dates_a_noun(const Document& document, const TimeExpression& time, std::uint32_t trigger) {
    constexpr std::array<std::string_view, 16> parts = {"night",     "morning", "evening", "afternoon", "day",   "week",
                                                        "month",     "year",    "start",   "end",       "early", "middle",
                                                        "beginning", "weekend", "eve",     "hour"};
    const std::uint32_t at = document.analysis.token_at(time.span.begin);
    if (at < 2 || at >= document.analysis.tokens.size() || lemma_of(document, at - 1) != "of") {
        return false;
    }
    const Upos tag = document.analysis.tokens[at - 2].upos;
    return at - 2 != trigger && (tag == Upos::NOUN || tag == Upos::PROPN) &&
           std::ranges::find(parts, lemma_of(document, at - 2)) == parts.end();
}

}  // namespace

EventDates::EventDates(const StoryInput& input, const Facts& facts) : input_(input), facts_(facts) {}

const TimeExpression* EventDates::stated(std::uint32_t document, const CodedEvent& event) const {
    const Document& text = input_.documents[document];
    const std::vector<TimeExpression>& times = text.analysis.times;
    const Statement* statement = facts_.at(document, event.sentence, event.trigger);
    const auto fits = [&](const TimeExpression& time) {
        const auto days = days_of(time);
        // a year or a month belongs to its own clause: "opened as in 1974, when ..." dates what follows
        const bool own = has_day(time) || statement == nullptr || own_clause(document, event.sentence, time) == statement;
        return time.date && days && own && !only_bounds(text, time) && !inside_since(text, time) && can_be_of(text, event.status, *days) &&
               !dates_a_noun(text, time, event.trigger);
    };
    const TimeExpression* best = nullptr;
    if (event.time && *event.time < times.size() && fits(times[*event.time])) {
        best = &times[*event.time];
    }
    if ((best != nullptr && has_day(*best)) || statement == nullptr) {
        return best;
    }
    const auto distance = [&](const TimeExpression& time) {
        const std::uint32_t at = text.analysis.token_at(time.span.begin);
        return at > event.trigger ? at - event.trigger : event.trigger - at;
    };
    for (auto time = std::ranges::lower_bound(times, statement->span.begin, {}, [](const TimeExpression& t) { return t.span.begin; });
         time != times.end() && time->span.begin < statement->span.end; ++time) {
        if (fits(*time) && (best == nullptr || std::pair(!has_day(*time), distance(*time)) < std::pair(!has_day(*best), distance(*best)))) {
            best = &*time;
        }
    }
    return best;
}

const Statement* EventDates::own_clause(std::uint32_t document, std::uint32_t sentence, const TimeExpression& time) const {
    return facts_.at(document, sentence, input_.analysis(document).token_at(time.span.begin));
}

std::optional<Date> EventDates::only_day(std::uint32_t document, std::uint32_t sentence, Status status, std::size_t& count) const {
    const Document& text = input_.documents[document];
    const Span span = text.analysis.sentences[sentence].span;
    const std::vector<TimeExpression>& times = text.analysis.times;
    std::optional<Date> day;
    count = 0;
    for (auto time = std::ranges::lower_bound(times, span.begin, {}, [](const TimeExpression& t) { return t.span.begin; });
         time != times.end() && time->span.begin < span.end; ++time) {
        const auto days = days_of(*time);
        if (has_day(*time) && days && !only_bounds(text, *time) && !inside_since(text, *time) && can_be_of(text, status, *days)) {
            count += day == time->date ? 0 : 1;
            day = time->date;
        }
    }
    return count == 1 ? day : std::nullopt;
}

std::optional<Date> EventDates::inherited(std::uint32_t document, const CodedEvent& event) const {
    const Analysis& analysis = input_.analysis(document);
    std::size_t count = 0;
    const std::optional<Date> own = only_day(document, event.sentence, event.status, count);
    if (count > 0) {
        return own;
    }
    const Statement* statement = facts_.at(document, event.sentence, event.trigger);
    const Token& verb = analysis.tokens[event.trigger];
    const bool told = verb.features.tense == Tense::past && verb.features.verb_form != VerbForm::part;
    if (event.status != Status::happened || statement == nullptr || statement->quoted || !told || event.sentence == 0) {
        return std::nullopt;
    }
    return only_day(document, event.sentence - 1, event.status, count);
}

ReportDate EventDates::find(std::uint32_t document, const CodedEvent& event) const {
    ReportDate result;
    if (const TimeExpression* time = stated(document, event); time != nullptr && time->date) {
        result.date = EventDate{.date = *time->date, .basis = time->reason.empty() ? "stated" : time->reason};
        result.when = days_of(*time);
        return result;
    }
    if (const auto date = inherited(document, event)) {
        result.date = EventDate{.date = *date, .basis = "inherited"};
    }
    return result;
}

}  // namespace synoptic
