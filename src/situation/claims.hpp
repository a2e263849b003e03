// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "situation/alignment.hpp"
#include "situation/input.hpp"
#include "situation/statements.hpp"

namespace synoptic {

/// What the accounts state, aligned: claims that several independent accounts hold first, then the weightier of those that one holds.
/// `against` is left for the conflicts to fill.
std::vector<Claim> find_claims(const StoryInput& input, const Facts& facts, const std::vector<Match>& matches);

/// Whether two matching statements can both be right: no negation, date or number between them.
bool compatible(const Facts& facts, const Statement& a, const Statement& b);

/// A statement's place.
Provenance place_of(const Statement& statement);

}  // namespace synoptic
