// SPDX-License-Identifier: Apache-2.0
#include "stories/key_index.hpp"

#include <gtest/gtest.h>

namespace synoptic {
namespace {

using Found = std::vector<std::pair<std::uint32_t, float>>;

TEST(KeyIndex, AddsUpTheWeightsOfSharedKeys) {
    KeyIndex index;
    index.add(1, {{10, 1.0F}, {20, 1.0F}});
    index.add(2, {{20, 1.0F}, {30, 1.0F}});
    EXPECT_EQ(index.find({{10, 0.5F}, {20, 2.0F}, {40, 9.0F}}), (Found{{1, 2.5F}, {2, 2.0F}}));
    EXPECT_TRUE(index.find({{40, 9.0F}}).empty());
}

TEST(KeyIndex, KeepsTheNewestHoldersOfAKey) {
    KeyIndex index;
    for (std::uint32_t document = 0; document < 40; ++document) {
        index.add(document, {{7, 1.0F}});
    }
    const Found found = index.find({{7, 1.0F}});
    ASSERT_EQ(found.size(), 16U);
    EXPECT_EQ(found.front().first, 24U);
    EXPECT_EQ(found.back().first, 39U);
}

TEST(KeyIndex, ForgetsWhatIsNotKept) {
    KeyIndex index;
    index.add(1, {{7, 1.0F}});
    index.add(2, {{7, 1.0F}, {8, 1.0F}});
    index.add(3, {{8, 1.0F}});
    index.keep_if([](std::uint32_t document) { return document != 2; });
    EXPECT_EQ(index.find({{7, 1.0F}, {8, 3.0F}}), (Found{{1, 1.0F}, {3, 3.0F}}));
}

}  // namespace
}  // namespace synoptic
