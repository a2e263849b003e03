// SPDX-License-Identifier: Apache-2.0
#include "situation/build.hpp"

#include "situation/actors.hpp"
#include "situation/alignment.hpp"
#include "situation/claims.hpp"
#include "situation/conflicts.hpp"
#include "situation/events.hpp"
#include "situation/input.hpp"
#include "situation/positions.hpp"
#include "situation/quotations.hpp"
#include "situation/statements.hpp"
#include "situation/terms.hpp"
#include "situation/timeline.hpp"

namespace synoptic {

Situation build_situation(const Story& story, std::span<const Document> documents, std::span<const std::vector<CodedEvent>> events,
                          const Lineage& lineage) {
    const StoryInput input{.story = story, .documents = documents, .events = events, .lineage = lineage};
    static const Synonyms synonyms;
    Cast cast = find_cast(input);
    const Facts facts = find_facts(input, cast, synonyms);
    const std::vector<Match> matches = align(input, facts);

    Situation situation;
    situation.quotes = find_quotations(input, cast);
    situation.events = find_events(input, cast, facts);
    situation.claims = find_claims(input, facts, matches);
    situation.conflicts = find_conflicts({input, cast, facts, matches, situation.quotes, synonyms});
    count_against(situation.claims, situation.conflicts, input);
    const auto main = main_event(situation.events);
    situation.positions = find_positions(input, cast, facts, synonyms, main ? &situation.events[*main] : nullptr);
    situation.timeline = make_timeline(situation.events);
    situation.actors = std::move(cast.actors);
    return situation;
}

}  // namespace synoptic
