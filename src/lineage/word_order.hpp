// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace synoptic {

/// The length of the longest common subsequence of two lists of word forms: how many words both have in one order, others between them or
/// not. {1, 2, 3, 4}, {2, 9, 4} => 2. Bit-parallel, a step for each word of `a` and each 64 of `b` (Crochemore, Iliopoulos, Pinzon and
/// Reid, "A fast and practical bit-vector algorithm for the longest common subsequence problem", 2001).
std::size_t common_subsequence(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

/// Different pairs of neighbours in a list, and how many of them another has too.
struct NeighbourCounts {
    std::size_t shared = 0;
    std::size_t of_a = 0;
    std::size_t of_b = 0;
};
NeighbourCounts count_neighbours(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

}  // namespace synoptic
