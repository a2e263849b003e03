// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "lineage/reading.hpp"

namespace synoptic {

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

/// Aligns sentences that are alike: that share names, numbers and stems of content words, the rarer in the two texts the better. A rewrite
/// keeps the order of its source nearly throughout; independent accounts of one event select and order the same names and numbers in their
/// own way, so only a few of their sentences line up.
OrderEvidence compare_order(const Reading& a, const Reading& b);

}  // namespace synoptic
