// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "stories/features.hpp"

namespace synoptic {

using DocumentPair = std::pair<std::uint32_t, std::uint32_t>;

/// Pairs (i < j) of documents that may tell one story, sorted: all pairs of up to `all_pairs_up_to` documents; of more, those that
/// share one of their rarest keys, each key linking a document to the 48 before it that hold the key, and each document to at most 192
/// in all. The documents should be in order of time.
std::vector<DocumentPair> candidate_pairs(std::span<const StoryFeatures> documents, std::size_t all_pairs_up_to = 500);

}  // namespace synoptic
