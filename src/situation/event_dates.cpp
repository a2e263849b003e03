// SPDX-License-Identifier: Apache-2.0
#include "situation/event_dates.hpp"

#include <algorithm>

namespace synoptic {

namespace {

constexpr std::uint32_t opening_sentences = 3;
constexpr std::int32_t freshest = 4;  // days before publication that an opening's day may be, to be the day the account is about

bool has_day(const TimeExpression& time) { return time.date && time.date->has_day(); }

}  // namespace

EventDates::EventDates(const StoryInput& input, const Facts& facts) : input_(input), facts_(facts) {
    for (std::uint32_t number : input.story.documents) {
        const Document& document = input.documents[number];
        for (const TimeExpression& time : document.analysis.times) {
            if (!has_day(time) || only_bounds(document, time)) {
                continue;
            }
            const std::uint32_t sentence = document.analysis.sentence_at(time.span.begin);
            const std::uint32_t block = document.analysis.sentences[sentence].block;
            paragraph_.try_emplace({number, block}, *time.date);
            const bool fresh = document.published && document.published->date.has_day() &&
                               to_days(*time.date) <= to_days(document.published->date) &&
                               to_days(document.published->date) - to_days(*time.date) <= freshest;
            if (sentence < opening_sentences && fresh) {
                opening_.try_emplace(number, *time.date);
            }
        }
    }
}

const TimeExpression* EventDates::stated(std::uint32_t document, const CodedEvent& event) const {
    const Document& text = input_.documents[document];
    const std::vector<TimeExpression>& times = text.analysis.times;
    const Statement* statement = facts_.at(document, event.sentence, event.trigger);
    const TimeExpression* best = nullptr;
    if (event.time && *event.time < times.size() && !only_bounds(text, times[*event.time])) {
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
        if (time->date && !only_bounds(text, *time) &&
            (best == nullptr || std::pair(!has_day(*time), distance(*time)) < std::pair(!has_day(*best), distance(*best)))) {
            best = &*time;
        }
    }
    return best;
}

std::optional<Date> EventDates::inherited(std::uint32_t document, const CodedEvent& event) const {
    const Analysis& analysis = input_.analysis(document);
    const Sentence& sentence = analysis.sentences[event.sentence];
    std::optional<Date> only;
    std::size_t count = 0;
    for (auto time =
             std::ranges::lower_bound(analysis.times, sentence.span.begin, {}, [](const TimeExpression& t) { return t.span.begin; });
         time != analysis.times.end() && time->span.begin < sentence.span.end; ++time) {
        if (has_day(*time) && !only_bounds(input_.documents[document], *time)) {
            only = time->date;
            ++count;
        }
    }
    if (count > 0) {
        return count == 1 ? only : std::nullopt;
    }
    const Statement* statement = facts_.at(document, event.sentence, event.trigger);
    const Token& verb = analysis.tokens[event.trigger];
    const bool told = verb.features.tense == Tense::past && verb.features.verb_form != VerbForm::part;
    if (event.status != Status::happened || statement == nullptr || statement->quoted || !told) {
        return std::nullopt;
    }
    if (const auto paragraph = paragraph_.find({document, sentence.block}); paragraph != paragraph_.end()) {
        return paragraph->second;
    }
    const auto opening = opening_.find(document);
    return opening == opening_.end() ? std::nullopt : std::optional(opening->second);
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
