// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "coding/actors.hpp"
#include "coding/grammar.hpp"
#include "coding/tree.hpp"
#include "core/coded_event.hpp"

namespace synoptic {

/// Appends the events that sentence number `sentence` reports, in order of trigger: finds the words that may set a frame off, undoes the
/// operators (clause.hpp), takes the first frame whose conditions hold, reads the status (standing.hpp), and fills in who, where and when.
/// What another event is about is no event of its own: "agreed to withdraw" is one AGREE, "condemned the attack" one ACCUSE.
void code_sentence(const Tree& tree, std::uint32_t sentence, const Grammar& grammar, const ActorCoder& actors,
                   std::vector<CodedEvent>& events);

}  // namespace synoptic
