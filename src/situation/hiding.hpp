// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/situation.hpp"
#include "situation/input.hpp"

namespace synoptic {

/// Drops the conflicts that the user's corrections hide; before claims are counted against them.
void hide_conflicts(std::vector<Conflict>& conflicts, const StoryInput& input);

/// Drops the claims, events, positions and quotations that they hide; before the timeline is made.
void hide_findings(Situation& situation, const StoryInput& input);

}  // namespace synoptic
