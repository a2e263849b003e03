// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "language/quotes_speakers.hpp"

namespace synoptic {

/// Adds indirect speech: "X said that ...", "X said ...", "..., X said", "according to X, ...". The span is the content clause. Cues that
/// introduce a direct quotation (`used_cue`) and words inside quotation marks are left alone.
void find_indirect(const Words& words, const CueTable& cues, const SpeakerSearch& search, const std::vector<bool>& in_quote,
                   const std::vector<bool>& used_cue, std::vector<Quote>& quotes);

}  // namespace synoptic
