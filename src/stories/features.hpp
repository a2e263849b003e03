// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document.hpp"

namespace synoptic {

/// Keys and weights of length 1 (or empty), sorted by key.
using SparseVector = std::vector<std::pair<std::uint64_t, float>>;

float dot(const SparseVector& a, const SparseVector& b);

/// Share of `keys` that `vector` holds; 0 for no keys.
float share_held(std::span<const std::uint64_t> keys, const SparseVector& vector);

/// What a document is known by when stories are formed.
struct StoryFeatures {
    SparseVector title;
    SparseVector lead;   ///< the title and the first 60 words
    SparseVector body;   ///< all words
    SparseVector names;  ///< names, and pairs of neighbouring ones
    SparseVector numbers;
    SparseVector phrases;                  ///< pairs of neighbouring words that tell something
    SparseVector dates;                    ///< months, days of months, weekdays and years that the text names
    std::vector<std::uint64_t> key_names;  ///< the five names that weigh most
    std::vector<std::uint64_t> key_words;  ///< the ten words that weigh most
    std::optional<std::int32_t> day;       ///< publication, in days since 1970
    std::vector<std::uint64_t> rarest;     ///< the keys it is looked up by, the rarest first
};

/// Features of all documents, in their order. A word weighs by how few of these documents hold it, and by how unusual it is in English
/// at large, so that five articles on one subject can tell that subject from common speech.
std::vector<StoryFeatures> story_features(std::span<const Document> documents);

}  // namespace synoptic
