// SPDX-License-Identifier: Apache-2.0
// A date conflict by the clock: one happening at two times of one day.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "core/text.hpp"
#include "situation/conflicts.hpp"
#include "situation/one_happening.hpp"

namespace synoptic {

namespace {

constexpr int least_apart = 10;     // minutes between the two, beside what their wording leaves open
constexpr int half_day = 720;       // "at four" may be told of morning or afternoon
constexpr double least_shared = 5;  // weight of the two clauses
constexpr double least_predicate = 1.5;

/// A time of day as its wording leaves it open, in minutes from midnight.
struct ClockTime {
    int first = 0;
    int last = 0;
    Span words{};
};

/// "T04:12" => 252, "2025-08-15T16" => 960 to 990
std::optional<ClockTime> parse_clock(std::string_view value) {
    const std::size_t mark = value.find('T');
    const auto number = [&](std::size_t at) -> std::optional<int> {
        if (at + 2 > value.size() || !is_ascii_digit(value[at]) || !is_ascii_digit(value[at + 1])) {
            return std::nullopt;
        }
        return (value[at] - '0') * 10 + (value[at + 1] - '0');
    };
    const auto hour = mark == std::string_view::npos ? std::nullopt : number(mark + 1);
    if (!hour) {
        return std::nullopt;
    }
    const auto minute = mark + 3 < value.size() && value[mark + 3] == ':' ? number(mark + 4) : std::nullopt;
    return minute ? ClockTime{.first = *hour * 60 + *minute, .last = *hour * 60 + *minute}
                  : ClockTime{.first = *hour * 60, .last = *hour * 60 + 30};
}

/// "2:56" alone may be the time of a race or a verse; "4.12 a.m.", "six in the morning" and "16.25" are told by the clock.
bool by_the_clock(const Document& document, const ClockTime& clock) {
    return clock.last >= 13 * 60 || std::ranges::any_of(document.view(clock.words), is_ascii_alpha);
}

/// The one time of day that hangs on a clause's own predicate; nothing where the sentence tells several.
std::optional<ClockTime> clock_of(const ConflictInput& story, const Statement& statement) {
    constexpr std::array<std::string_view, 11> loose = {"about", "around", "shortly", "just", "soon", "before",
                                                        "after", "toward", "towards", "by",   "until"};
    const Document& document = story.input.documents[statement.document];
    const Analysis& analysis = document.analysis;
    const Span sentence = analysis.sentences[statement.sentence].span;
    std::optional<ClockTime> found;
    const auto begin_of = [](const TimeExpression& time) { return time.span.begin; };
    for (auto next = std::ranges::lower_bound(analysis.times, sentence.begin, {}, begin_of);
         next != analysis.times.end() && next->span.begin < sentence.end; ++next) {
        const TimeExpression& time = *next;
        if (time.kind != TimeKind::time) {
            continue;
        }
        auto clock = parse_clock(time.value);
        if (clock) {
            clock->words = time.span;
        }
        if (!clock || found || !by_the_clock(document, *clock)) {
            return std::nullopt;
        }
        const std::uint32_t at = analysis.token_at(time.span.begin);
        if (at < statement.first || at >= statement.last) {
            return std::nullopt;
        }
        for (std::uint32_t before = at > 2 ? at - 2 : 0; before <= at; ++before) {
            if (std::ranges::find(loose, lemma_of(document, before)) != loose.end()) {
                clock->first -= 30;
                clock->last += 30;
                break;
            }
        }
        found = clock;
    }
    return found;
}

/// What happened, and no time of day that a page bears: those hang on no verb.
bool told(const ConflictInput& story, const Statement& s) {
    const bool verb = story.input.analysis(s.document).tokens[s.head].upos == Upos::VERB;
    return verb && !of_the_page(story, s) && !one_of_several(story, s) && s.status == Status::happened && !s.quoted && !s.negated &&
           !s.infinitive && !s.speech;
}

int minutes_apart(const ClockTime& a, const ClockTime& b) { return std::max({0, a.first - b.last, b.first - a.last}); }

/// What both clauses tell of beside the predicate: a thing, or somebody who is no mere name of the story.
bool share_a_noun(const ConflictInput& story, const Statement& a, const Statement& b) {
    return std::ranges::any_of(a.nouns, [&](const auto& x) {
        return !story.facts.numeric[x.second] && std::ranges::any_of(b.nouns, [&](const auto& y) { return x.second == y.second; });
    });
}

}  // namespace

std::vector<Conflict> find_clock_conflicts(const ConflictInput& story) {
    std::vector<Conflict> conflicts;
    for (const Match& match : story.matches) {
        const Statement& a = story.facts.statements[match.a];
        const Statement& b = story.facts.statements[match.b];
        const bool one_act = a.predicate == b.predicate && story.facts.weight(a.predicate) >= least_predicate && share_a_noun(story, a, b);
        const bool days_apart = a.when && b.when && !a.when->meets(*b.when);
        if (!told(story, a) || !told(story, b) || !one_act || days_apart || match.shared < least_shared || in_other_places(story, a, b) ||
            of_other_people(story, a, b) || story.input.account(a.document) == story.input.account(b.document)) {
            continue;
        }
        const auto first = clock_of(story, a);
        const auto second = clock_of(story, b);
        if (!first || !second || minutes_apart(*first, *second) < least_apart ||
            std::abs(std::abs(first->first - second->first) - half_day) <= 60) {
            continue;
        }
        const auto side = [&](std::size_t number, const ClockTime& clock) {
            const Statement& own = story.facts.statements[number];
            return Side{.value = fold_space(story.input.documents[own.document].view(clock.words)),
                        .evidence = with_company(story, number, [&](const Statement& other) {
                            const auto told_then = clock_of(story, other);
                            return told_then && minutes_apart(*told_then, clock) < least_apart;
                        })};
        };
        conflicts.push_back({.kind = ConflictKind::date,
                             .within_account = false,
                             .about = "at what time: " + quoted_clause(story, a, b),
                             .sides = {side(match.a, *first), side(match.b, *second)}});
    }
    return conflicts;
}

}  // namespace synoptic
