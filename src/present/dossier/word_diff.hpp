// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace synoptic {

/// Where two texts part, word by word: stretches of bytes of each whose words have no partner in the other, by the longest common
/// subsequence of words (case and punctuation do not count).
///     ("nine boats burned", "eleven boats were lost")  =>  a: {"nine", "burned"}, b: {"eleven", "were lost"}
struct WordDifference {
    std::vector<Span> a;
    std::vector<Span> b;
    std::size_t common = 0;  ///< words that pair
};

/// Quadratic in the number of words, so texts beyond `most` words are compared to there only; what follows counts as the same.
WordDifference compare_words(std::string_view a, std::string_view b, std::size_t most = 400);

}  // namespace synoptic
