// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "stories/frequencies.hpp"
#include "stories/key_filter.hpp"
#include "stories/keys.hpp"

namespace synoptic {

/// Keys and weights of length 1 (or empty), sorted by key.
using SparseVector = std::vector<std::pair<std::uint32_t, float>>;

/// `filter`: of the document that b is of.
float dot(const SparseVector& a, const SparseVector& b, const KeyFilter& filter);

/// Share of `keys` that `vector` holds; 0 for no keys. `filter`: of the document that the vector is of.
float share_held(std::span<const std::uint32_t> keys, const SparseVector& vector, const KeyFilter& filter);

/// What a document is compared by. Vectors keep their heaviest entries only, so that a comparison has a bound.
struct StoryFeatures {
    SparseVector title;
    SparseVector lead;   ///< the title and the first 60 words
    SparseVector body;   ///< all words
    SparseVector names;  ///< names, and pairs of neighbouring ones
    SparseVector numbers;
    SparseVector phrases;                   ///< pairs of neighbouring words that tell something
    SparseVector dates;                     ///< months, days of months, weekdays and years that the text names
    std::vector<std::uint32_t> key_names;   ///< the five names that weigh most
    std::vector<std::uint32_t> lead_names;  ///< of the lead's names the eight that weigh most
    std::vector<std::uint32_t> lead_numbers;
    std::vector<std::uint32_t> key_words;  ///< the ten words that weigh most
    KeyFilter filter;                      ///< of the keys of all vectors
    std::optional<std::int32_t> day;       ///< as in DocumentKeys
    std::vector<std::int32_t> event_days;
    std::vector<std::pair<std::uint32_t, float>> lookup;  ///< the keys it is looked up by and their rarity, the most telling first
};

/// A word weighs by how few documents hold it of late, and by how unusual it is in English at large, so that five articles on one subject
/// can tell that subject from common speech.
StoryFeatures weigh(const DocumentKeys& document, const Frequencies& frequencies);

}  // namespace synoptic
