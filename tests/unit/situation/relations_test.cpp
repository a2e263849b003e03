// SPDX-License-Identifier: Apache-2.0
// What findings have to do with each other: silences, outcomes of plans, one utterance in different words.
#include <gtest/gtest.h>

#include "test_story.hpp"

namespace synoptic {

using test::TestStory;

TEST(Silences, AnAccountThatCoversTheMatterAndLeavesItOut) {
    const Situation situation = TestStory()
                                    .add("Norland closed the harbour of Corval on Monday after a fire in a warehouse.")
                                    .add("The harbour of Corval was closed by Norland on Monday after a fire in a warehouse.")
                                    .add("The eastern quay in the harbour of Corval was painted by children in spring.")
                                    .add("The price of milk rose again in the valley.")
                                    .build();
    const auto shared = std::ranges::find_if(situation.claims, [](const Claim& claim) { return claim.accounts_for == 2; });
    ASSERT_NE(shared, situation.claims.end());
    ASSERT_EQ(shared->silent.size(), 1U);
    EXPECT_EQ(shared->silent.front().document, 2U);
}

TEST(Silences, WhoWroteBeforeItWasToldIsNotSilent) {
    const Situation situation =
        TestStory()
            .add("The harbour of Corval had a fire on its eastern quay, and the mayor went to see it.", "2031-05-01")
            .add("Norland closed the harbour of Corval on Monday after a fire in a warehouse.", "2031-05-12")
            .add("The harbour of Corval was closed by Norland on Monday after a fire in a warehouse.", "2031-05-12")
            .build();
    for (const Claim& claim : situation.claims) {
        EXPECT_TRUE(claim.silent.empty());
    }
}

TEST(Outcomes, APlanAndWhatCameOfIt) {
    const Situation situation = TestStory()
                                    .add("Karel Doss will visit the farmers of the Corval valley on Friday.", "2031-05-12")
                                    .add("Karel Doss visited the farmers of the Corval valley on Friday.", "2031-05-17")
                                    .build();
    const auto plan =
        std::ranges::find_if(situation.events, [](const Event& event) { return event.status == Status::planned && event.outcome; });
    ASSERT_NE(plan, situation.events.end());
    EXPECT_EQ(situation.events[*plan->outcome].status, Status::happened);
}

TEST(Outcomes, WhatAnotherDidIsNone) {
    const Situation situation = TestStory()
                                    .add("Karel Doss will visit the farmers of the Corval valley on Friday.", "2031-05-12")
                                    .add("Ilse Brandt visited the farmers of the Corval valley on Friday.", "2031-05-17")
                                    .build();
    for (const Event& event : situation.events) {
        EXPECT_FALSE(event.outcome);
    }
}

TEST(Outcomes, APlanIsNotWhatItsOwnSentenceTells) {
    const std::string_view both = "Karel Doss visited the farmers of the Corval valley on Friday and will visit the farmers of the Corval "
                                  "valley on Sunday.";
    const Situation situation = TestStory().add(both, "2031-05-16").add(both, "2031-05-17").build();
    const bool planned = std::ranges::any_of(situation.events, [](const Event& event) { return event.status == Status::planned; });
    EXPECT_TRUE(planned);
    for (const Event& event : situation.events) {
        EXPECT_FALSE(event.outcome);
    }
}

TEST(Utterances, TheSameInOtherWords) {
    const Situation situation = TestStory()
                                    .add("“Norland will not pay a single crown for the broken bridge at Corval,” Karel Doss said.")
                                    .add("Karel Doss said that Norland would not pay for the broken bridge at Corval.")
                                    .add("“The milk is cheap and the road is long,” Karel Doss said.")
                                    .build();
    ASSERT_EQ(situation.quotes.size(), 3U);
    EXPECT_EQ(situation.quotes[0].variants, std::vector<std::uint32_t>{1});
    EXPECT_EQ(situation.quotes[1].variants, std::vector<std::uint32_t>{0});
    EXPECT_TRUE(situation.quotes[2].variants.empty());
}

}  // namespace synoptic
