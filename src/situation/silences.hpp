// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "situation/input.hpp"
#include "situation/statements.hpp"

namespace synoptic {

/// Notes for each claim that two accounts or more hold the accounts that are silent about it though they cover the matter: the place of
/// theirs that comes nearest. An account that had ended before the others could tell it is not silent.
void find_silences(std::vector<Claim>& claims, const StoryInput& input, const Facts& facts);

}  // namespace synoptic
