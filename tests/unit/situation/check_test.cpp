// SPDX-License-Identifier: Apache-2.0
#include "situation/check.hpp"

#include <gtest/gtest.h>

#include "test_story.hpp"

namespace synoptic {

using test::TestStory;

namespace {

TestStory bridge_story() {
    TestStory story;
    story.add("About 300 tractors blocked the Corval bridge on Saturday. Karel Doss did not meet the farmers.")
        .add("The Corval bridge was blocked by 300 tractors. The farmers had lunch.")
        .add("On Saturday 640 tractors blocked the bridge at Corval. Karel Doss met the farmers at noon.");
    return story;
}

}  // namespace

TEST(Check, AccountsForAndAgainstANumber) {
    const CheckedSentence checked = bridge_story().check("About 300 tractors blocked the Corval bridge.");
    EXPECT_EQ(checked.accounts_for, 2U);
    ASSERT_EQ(checked.accounts_against, 1U);
    EXPECT_EQ(checked.against[0].difference, "640 tractors");
    EXPECT_EQ(checked.against[0].where.document, 2U);
}

TEST(Check, ADenialSpeaksAgainst) {
    const CheckedSentence checked = bridge_story().check("Karel Doss met the farmers.");
    EXPECT_EQ(checked.accounts_for, 1U);
    ASSERT_EQ(checked.accounts_against, 1U);
    EXPECT_EQ(checked.against[0].difference, "denied");
}

TEST(Check, NotEnoughToSay) {
    EXPECT_FALSE(bridge_story().check("The queen of Norland sold her horses.").enough_to_say());
    EXPECT_FALSE(bridge_story().check("The farmers met a bishop.").enough_to_say());
}

TEST(Check, ACopyIsNoAccountOfItsOwn) {
    TestStory story;
    story.add("Norland closed the harbour of Corval.").add("Norland closed the harbour of Corval.", "2031-05-15", 0);
    const CheckedSentence checked = story.check("Norland closed the harbour of Corval.");
    EXPECT_EQ(checked.in_favour.size(), 2U);
    EXPECT_EQ(checked.accounts_for, 1U);
}

}  // namespace synoptic
