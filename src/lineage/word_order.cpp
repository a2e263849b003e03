// SPDX-License-Identifier: Apache-2.0
#include "lineage/word_order.hpp"

#include <absl/container/flat_hash_map.h>

#include <algorithm>
#include <bit>
#include <iterator>
#include <vector>

namespace synoptic {

namespace {

constexpr std::size_t word_bits = 64;

/// Each pair of neighbours once, ascending.
std::vector<std::uint64_t> neighbours_of(std::span<const std::uint32_t> forms) {
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 0; i + 1 < forms.size(); ++i) {
        pairs.push_back(std::uint64_t{forms[i]} << 32U | forms[i + 1]);
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

}  // namespace

std::size_t common_subsequence(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    absl::flat_hash_map<std::uint32_t, std::vector<std::uint32_t>> places;
    for (std::size_t j = 0; j < b.size(); ++j) {
        places[b[j]].push_back(static_cast<std::uint32_t>(j));
    }
    // A zero in `row` marks a place of b at which the common subsequence with the words of a so far grows.
    std::vector<std::uint64_t> row((b.size() + word_bits - 1) / word_bits, ~std::uint64_t{0});
    std::vector<std::uint64_t> matches(row.size());
    for (const std::uint32_t form : a) {
        const auto found = places.find(form);
        if (found == places.end()) {
            continue;
        }
        for (const std::uint32_t place : found->second) {
            matches[place / word_bits] |= std::uint64_t{1} << (place % word_bits);
        }
        std::uint64_t carry = 0;
        for (std::size_t k = 0; k < row.size(); ++k) {
            const std::uint64_t both = row[k] & matches[k];
            const std::uint64_t sum = row[k] + both;
            const std::uint64_t carried = sum + carry;
            carry = (sum < both ? 1U : 0U) | (carried < sum ? 1U : 0U);
            row[k] = carried | (row[k] & ~matches[k]);
        }
        for (const std::uint32_t place : found->second) {
            matches[place / word_bits] = 0;
        }
    }
    std::size_t length = 0;
    for (std::size_t k = 0; k < row.size(); ++k) {
        const std::size_t bits = std::min(word_bits, b.size() - k * word_bits);
        const std::uint64_t mask = bits == word_bits ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1;
        length += static_cast<std::size_t>(std::popcount(~row[k] & mask));
    }
    return length;
}

NeighbourCounts count_neighbours(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    const std::vector<std::uint64_t> pairs_a = neighbours_of(a);
    const std::vector<std::uint64_t> pairs_b = neighbours_of(b);
    std::vector<std::uint64_t> shared;
    std::ranges::set_intersection(pairs_a, pairs_b, std::back_inserter(shared));
    return {.shared = shared.size(), .of_a = pairs_a.size(), .of_b = pairs_b.size()};
}

}  // namespace synoptic
