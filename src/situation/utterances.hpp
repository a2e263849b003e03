// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "situation/alignment.hpp"
#include "situation/input.hpp"
#include "situation/statements.hpp"

namespace synoptic {

/// Follows one utterance through paraphrase: sets Quotation::variants to the quotations of the same speaker in other documents that say the
/// same in different words, told by clauses that match. Those with the same words are in same_as already.
void match_utterances(std::vector<Quotation>& quotes, const Facts& facts, const std::vector<Match>& matches);

}  // namespace synoptic
