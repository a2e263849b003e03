// SPDX-License-Identifier: Apache-2.0
#include "situation/build.hpp"

#include "situation/actors.hpp"
#include "situation/alignment.hpp"
#include "situation/claims.hpp"
#include "situation/conflicts.hpp"
#include "situation/corrections.hpp"
#include "situation/events.hpp"
#include "situation/hiding.hpp"
#include "situation/input.hpp"
#include "situation/outcomes.hpp"
#include "situation/positions.hpp"
#include "situation/quotations.hpp"
#include "situation/silences.hpp"
#include "situation/statements.hpp"
#include "situation/terms.hpp"
#include "situation/timeline.hpp"
#include "situation/utterances.hpp"

namespace synoptic {

namespace {

/// The coded events of a story without those that were said to be none; by document, as they were given.
std::vector<std::vector<CodedEvent>> without_corrected(const Story& story, std::span<const Document> documents,
                                                       std::span<const std::vector<CodedEvent>> events, CorrectionsInUse& corrections) {
    std::vector<std::vector<CodedEvent>> kept(events.begin(), events.end());
    for (const std::uint32_t document : story.documents) {
        std::erase_if(kept[document], [&](const CodedEvent& event) { return corrections.no_event(documents[document], event); });
    }
    return kept;
}

}  // namespace

Situation build_situation(const Story& story, std::span<const Document> documents, std::span<const std::vector<CodedEvent>> events,
                          const Lineage& lineage, const Corrections& corrections) {
    CorrectionsInUse in_use(corrections);
    std::vector<std::vector<CodedEvent>> kept;
    if (!corrections.not_event.empty()) {
        kept = without_corrected(story, documents, events, in_use);
        events = kept;
    }
    const StoryInput input{.story = story, .documents = documents, .events = events, .lineage = lineage, .corrections = in_use};
    static const Synonyms synonyms;
    Cast cast = find_cast(input);
    const Facts facts = find_facts(input, cast, synonyms);
    const std::vector<Match> matches = align(facts);

    Situation situation;
    situation.quotes = find_quotations(input, cast);
    match_utterances(situation.quotes, facts, matches);
    situation.events = find_events(input, cast, facts);
    situation.claims = find_claims(input, facts, matches);
    situation.conflicts = find_conflicts({input, cast, facts, matches, situation.quotes, synonyms});
    hide_conflicts(situation.conflicts, input);
    count_against(situation.claims, situation.conflicts, input);
    find_silences(situation.claims, input, facts);
    const auto main = main_event(situation.events);
    situation.positions = find_positions(input, cast, facts, synonyms, main ? &situation.events[*main] : nullptr);
    hide_findings(situation, input);
    match_outcomes(situation.events, input, cast, facts);
    situation.timeline = make_timeline(situation.events);
    situation.actors = std::move(cast.actors);
    situation.corrected = in_use.lines_used();
    return situation;
}

}  // namespace synoptic
