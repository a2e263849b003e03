// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "lineage/words.hpp"

namespace synoptic {

/// What one sentence states, as keys that survive rewording: names, numbers, the stems of its content words. Sorted by key.
struct Fact {
    std::uint64_t key = 0;
    float weight = 1;
};
using Facts = std::vector<Fact>;

/// The facts of the first 400 sentences, by sentence; none for a sentence of furniture.
std::vector<Facts> read_facts(const WordText& text);

/// Sentence `a` of one text says what sentence `b` of the other says, to a degree of `likeness` (0 to 1).
struct SentencePair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    float likeness = 0;
};

/// How far two texts tell the same facts in the same order.
struct OrderEvidence {
    std::vector<SentencePair> pairs;  ///< ascending in both texts
    std::uint32_t best_pairs = 0;     ///< sentences that are each other's best match, in any order
    float coverage_a = 0;             ///< share of a's sentences in `pairs`
    float coverage_b = 0;
    float likeness = 0;  ///< mean over `pairs`
};

/// Aligns sentences that are alike. A rewrite keeps the order of its source nearly throughout; independent accounts of one event select
/// and order the same names and numbers in their own way, so only a few of their sentences line up.
OrderEvidence compare_order(const std::vector<Facts>& a, const std::vector<Facts>& b);

}  // namespace synoptic
