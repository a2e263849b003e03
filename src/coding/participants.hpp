// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "coding/actors.hpp"
#include "coding/matching.hpp"
#include "core/coded_event.hpp"

namespace synoptic {

struct Parties {
    std::vector<Participant> source;
    std::vector<Participant> target;
    bool mutual = false;  ///< they do it to each other
};

/// Who does it and to whom, from the roles that the frame names:
/// - a conjunction gives several, "the ties between A and B" gives A and B, a pronoun the name it stands for in the same sentence;
/// - a clause in the place of a noun gives whom it is about ("refused to recognise the court" => the court);
/// - where the target would be a mere thing, somebody named in a phrase beside it goes before it ("returned a statue to Italy" => Italy);
/// - those who do a reciprocal thing together are each other's target, and so are those who do something to "their talks";
/// - a target without country takes it from whoever is named deeper in the phrases of the deed.
Parties parties_of(const Tree& tree, const Grammar& grammar, const ActorCoder& actors, const FrameMatch& match);

/// One participant for each conjunct of a noun.
void add_participants(const Tree& tree, const Grammar& grammar, const ActorCoder& actors, TokenIndex noun, std::vector<Participant>& to);

}  // namespace synoptic
