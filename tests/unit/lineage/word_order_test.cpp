// SPDX-License-Identifier: Apache-2.0
#include "lineage/word_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace synoptic {
namespace {

using Forms = std::vector<std::uint32_t>;

std::size_t slow_common_subsequence(const Forms& a, const Forms& b) {
    std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
        }
    }
    return best[a.size()][b.size()];
}

TEST(CommonSubsequence, AgreesWithTheTableOfAllPrefixes) {
    std::uint32_t state = 7;
    const auto draw = [&](std::uint32_t below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % below;
    };
    for (int round = 0; round < 300; ++round) {
        Forms a(draw(200));
        Forms b(draw(200));
        const std::uint32_t kinds = 1 + draw(60);
        for (Forms* forms : {&a, &b}) {
            std::ranges::generate(*forms, [&] { return draw(kinds); });
        }
        EXPECT_EQ(common_subsequence(a, b), slow_common_subsequence(a, b)) << round;
    }
}

TEST(CommonSubsequence, IsNoneOfNothingAndAllOfItself) {
    const Forms forms = {5, 3, 5, 8};
    EXPECT_EQ(common_subsequence({}, forms), 0U);
    EXPECT_EQ(common_subsequence(forms, {}), 0U);
    EXPECT_EQ(common_subsequence(forms, forms), 4U);
    const Forms other = {3, 9, 8, 5};
    EXPECT_EQ(common_subsequence(forms, other), 2U);
}

TEST(Neighbours, AreCountedOnceEach) {
    const Forms a = {1, 2, 1, 2, 3};
    const Forms b = {2, 3, 1, 2};
    const NeighbourCounts counts = count_neighbours(a, b);
    EXPECT_EQ(counts.of_a, 3U);    // 1 2, 2 1, 2 3
    EXPECT_EQ(counts.of_b, 3U);    // 2 3, 3 1, 1 2
    EXPECT_EQ(counts.shared, 2U);  // 2 3, 1 2
    EXPECT_EQ(count_neighbours({}, b).shared, 0U);
}

}  // namespace
}  // namespace synoptic
