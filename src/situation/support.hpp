// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/situation.hpp"
#include "situation/input.hpp"

namespace synoptic {

/// Sorts evidence by (document, sentence, span) and drops repetitions and spans that lie inside another of the same document.
void tidy(Evidence& evidence);

/// How many independent accounts stand behind the evidence: a copy or a rewrite counts as its source, a repetition not at all.
std::uint32_t count_accounts(const Evidence& evidence, const StoryInput& input);

/// Whether some account stands behind both.
bool share_account(const Evidence& a, const Evidence& b, const StoryInput& input);

}  // namespace synoptic
