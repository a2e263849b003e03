// SPDX-License-Identifier: Apache-2.0
#include "stories/key_filter.hpp"

#include <gtest/gtest.h>

#include "stories/features.hpp"

namespace synoptic {
namespace {

TEST(KeyFilter, LosesNoKeyAndLetsFewOthersPass) {
    KeyFilter filter;
    for (std::uint32_t i = 0; i < 200; ++i) {
        filter.add(i * 2654435761U);
    }
    std::uint32_t passed = 0;
    for (std::uint32_t i = 0; i < 200; ++i) {
        EXPECT_TRUE(filter.may_hold(i * 2654435761U));
        passed += filter.may_hold((i + 1000) * 2654435761U) ? 1U : 0U;
    }
    EXPECT_LT(passed, 60U);
    EXPECT_FALSE(KeyFilter().may_hold(0));
}

TEST(SparseVectors, AgreeWithAndWithoutAFilter) {
    KeyFilter everything;
    for (std::uint32_t key = 0; key < 100'000; ++key) {
        everything.add(key);
    }
    const SparseVector a = {{3, 0.5F}, {8, 0.25F}, {9, 1.0F}};
    const SparseVector b = {{1, 1.0F}, {3, 2.0F}, {9, 0.5F}, {12, 4.0F}};
    KeyFilter of_b;
    for (const auto& [key, weight] : b) {
        of_b.add(key);
    }
    EXPECT_FLOAT_EQ(dot(a, b, everything), 1.5F);
    EXPECT_FLOAT_EQ(dot(a, b, of_b), 1.5F);
    const std::vector<std::uint32_t> keys = {3, 8, 12, 77};
    EXPECT_FLOAT_EQ(share_held(keys, b, everything), 0.5F);
    EXPECT_FLOAT_EQ(share_held(keys, b, of_b), 0.5F);
    EXPECT_FLOAT_EQ(share_held({}, b, of_b), 0.0F);
}

}  // namespace
}  // namespace synoptic
