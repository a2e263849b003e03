// SPDX-License-Identifier: Apache-2.0
#include "stories/linkage.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace synoptic {
namespace {

using Labels = std::vector<std::uint32_t>;

TEST(AverageLinkage, LeavesItemsWithoutEdgesAlone) { EXPECT_EQ(average_linkage(3, {}, {}, {.threshold = 0.5F}), (Labels{0, 1, 2})); }

TEST(AverageLinkage, JoinsTheLikeliestFirstAndThenByTheMean) {
    // 2 is close to 1 but far from 0; once 0 and 1 are one cluster the mean (0.7 + 0) / 2 is too low.
    const std::vector<Edge> edges{{0, 1, 0.9F}, {1, 2, 0.7F}};
    EXPECT_EQ(average_linkage(3, edges, {}, {.threshold = 0.4F}), (Labels{0, 0, 2}));
    EXPECT_EQ(average_linkage(3, edges, {}, {.threshold = 0.3F}), (Labels{0, 0, 0}));
}

TEST(AverageLinkage, KeepsGroupsTogether) {
    const std::vector<std::vector<std::uint32_t>> groups{{0, 2}};
    EXPECT_EQ(average_linkage(3, {}, groups, {.threshold = 0.5F}), (Labels{0, 1, 0}));
}

TEST(AverageLinkage, IgnoresTheOrderOfEdges) {
    const std::vector<Edge> edges{{0, 1, 0.6F}, {1, 2, 0.6F}, {2, 3, 0.6F}};
    const std::vector<Edge> turned{{2, 3, 0.6F}, {1, 2, 0.6F}, {0, 1, 0.6F}};
    EXPECT_EQ(average_linkage(4, edges, {}, {.threshold = 0.5F}), average_linkage(4, turned, {}, {.threshold = 0.5F}));
}

TEST(AverageLinkage, CountsNoMissingPairsBeyondThoseThatAreCompared) {
    // 3 is compared with two of the three others only.
    const std::vector<Edge> edges{{0, 1, 0.9F}, {0, 2, 0.9F}, {1, 2, 0.9F}, {1, 3, 0.6F}, {2, 3, 0.6F}};
    EXPECT_EQ(average_linkage(4, edges, {}, {.threshold = 0.5F}), (Labels{0, 0, 0, 3}));
    EXPECT_EQ(average_linkage(4, edges, {}, {.threshold = 0.5F, .compared = 2}), (Labels{0, 0, 0, 0}));
}

TEST(AverageLinkage, AsksBeforeItJoins) {
    const std::vector<Edge> edges{{0, 1, 0.9F}, {2, 3, 0.9F}, {0, 2, 0.8F}, {1, 3, 0.8F}, {0, 3, 0.8F}, {1, 2, 0.8F}};
    LinkageOptions options{.threshold = 0.5F};
    EXPECT_EQ(average_linkage(4, edges, {}, options), (Labels{0, 0, 0, 0}));
    options.may_join = [](auto a, auto b, float mean) { return a.size() + b.size() < 3 || mean > 0.85F; };
    EXPECT_EQ(average_linkage(4, edges, {}, options), (Labels{0, 0, 2, 2}));
}

}  // namespace
}  // namespace synoptic
