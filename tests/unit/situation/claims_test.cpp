// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <gtest/gtest.h>

#include "test_story.hpp"

namespace synoptic {

using test::conflicts_of;
using test::TestStory;

TEST(Claims, AConflictThatOnlyTouchesTheSentenceDoesNotCountAgainstIt) {
    const Situation situation =
        TestStory()
            .add("Former President Karel Doss and President Temir Jumaev convened in the harbour town of Corval on 12 May 2031.")
            .add("President Karel Doss and President Temir Jumaev convened in Corval on 12 May 2031.")
            .build();
    ASSERT_EQ(conflicts_of(situation, ConflictKind::role), 1U);
    ASSERT_FALSE(situation.claims.empty());
    for (const Claim& claim : situation.claims) {
        EXPECT_TRUE(claim.against.empty()) << claim.text;
        EXPECT_EQ(claim.accounts_against, 0U);
    }
}

TEST(Claims, AConflictOfTheClaimItselfDoes) {
    const Situation situation = TestStory()
                                    .add("About 300 tractors blocked the Corval bridge on Saturday.")
                                    .add("On Saturday 640 tractors blocked the bridge at Corval for most of the day.")
                                    .build();
    ASSERT_EQ(conflicts_of(situation, ConflictKind::number), 1U);
    EXPECT_TRUE(std::ranges::any_of(situation.claims, [](const Claim& claim) { return claim.accounts_against == 1; }));
}

TEST(Claims, NoTwoReadTheSame) {
    const std::string sentence = "Ilse Brandt opened the Corval bridge in the rain on Monday, and Karel Doss closed the old ferry pier "
                                 "after forty years of service.";
    const Situation situation = TestStory()
                                    .add(sentence)
                                    .add("On Monday Ilse Brandt opened the Corval bridge in the rain. Karel Doss closed the old ferry pier "
                                         "after forty years of service.")
                                    .build();
    std::set<std::string> texts;
    for (const Claim& claim : situation.claims) {
        EXPECT_TRUE(texts.insert(claim.text).second) << claim.text;
    }
    EXPECT_GE(situation.claims.size(), 2U);
}

}  // namespace synoptic
