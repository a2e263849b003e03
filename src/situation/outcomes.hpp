// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "situation/actors.hpp"
#include "situation/input.hpp"
#include "situation/statements.hpp"

namespace synoptic {

/// Matches what was planned or called for with what came of it: a happened event of the same type, by the same, told later or dated then,
/// with much of the plan's own words. Sets Event::outcome of the plan to the nearest such event.
void match_outcomes(std::vector<Event>& events, const StoryInput& input, const Cast& cast, const Facts& facts);

}  // namespace synoptic
