// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "coding/clause.hpp"
#include "coding/standing.hpp"

namespace synoptic {

/// A predication and the frame it sets off.
struct FrameMatch {
    Predication predication;
    Standing standing;
    const Frame* frame = nullptr;
};

/// Whether the conditions of the frame hold for the predication.
bool holds(const Frame& frame, const Tree& tree, const Grammar& grammar, const Predication& predication);

/// The best frame for a word of the sentence, or nothing. A frame that says the words mean no event is given back like any other.
std::optional<FrameMatch> match_at(const Tree& tree, const Grammar& grammar, TokenIndex trigger);

/// All matches of a sentence, in order of trigger, without those that mean no event and without those that tell what another is about.
std::vector<FrameMatch> match_sentence(const Tree& tree, const Grammar& grammar);

}  // namespace synoptic
