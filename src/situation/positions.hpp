// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "situation/actors.hpp"
#include "situation/input.hpp"
#include "situation/statements.hpp"

namespace synoptic {

/// Who stands where: from verbs of stance (data/situation_stances.tsv) with an actor as their subject. The accounts' own voice has no
/// position. One entry for an actor, a stance and an issue; `main` is the story's main event, for the phase.
std::vector<Position> find_positions(const StoryInput& input, const Cast& cast, const Facts& facts, const Synonyms& synonyms,
                                     const Event* main);

}  // namespace synoptic
