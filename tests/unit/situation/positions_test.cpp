// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "test_story.hpp"

namespace synoptic {

using test::TestStory;

namespace {

/// "Ilse Brandt rejects toll", one for each position.
std::vector<std::string> positions_in(std::string_view text) {
    const Situation situation = TestStory().add(text).build();
    std::vector<std::string> found;
    for (const Position& position : situation.positions) {
        found.push_back(situation.actors[position.actor].name + " " + std::string(name(position.stance)) + " " + position.issue);
    }
    return found;
}

using Positions = std::vector<std::string>;

}  // namespace

TEST(Positions, WhatIsNoIssueMakesNoPosition) {
    EXPECT_EQ(positions_in("Karel Doss declined to comment."), Positions{});
    EXPECT_EQ(positions_in("Karel Doss offered no apology to the families."), Positions{});
    EXPECT_EQ(positions_in("Karel Doss rejected nothing."), Positions{});
}

TEST(Positions, NameTheIssueAndNotTheWordsAroundIt) {
    EXPECT_EQ(positions_in("Karel Doss agreed, however, to an inquiry."), Positions{"Karel Doss accepts inquiry"});
    EXPECT_EQ(positions_in("Karel Doss rejected it on Friday. Ilse Brandt rejected the toll."), Positions{"Ilse Brandt rejects toll"});
    EXPECT_EQ(positions_in("The tolls, which Karel Doss has rejected, were announced in Corval."), Positions{"Karel Doss rejects tolls"});
    EXPECT_EQ(positions_in("Karel Doss urged the government to publish the minutes."), Positions{"Karel Doss demands publish the minutes"});
}

TEST(Positions, ItIsWhatWasSpokenOfLast) {
    EXPECT_EQ(positions_in("Ilse Brandt offered a discount. Karel Doss rejected it at once."),
              (Positions{"Ilse Brandt offers discount", "Karel Doss rejects discount"}));
}

TEST(Positions, OneMatterInTwoWordingsIsOnePosition) {
    const Situation situation = TestStory()
                                    .add("Karel Doss rejected the toll on the Corval bridge.")
                                    .add("Karel Doss rejected the Corval bridge toll on Tuesday.")
                                    .build();
    ASSERT_EQ(situation.positions.size(), 1U);
    EXPECT_EQ(situation.positions.front().evidence.size(), 2U);
}

}  // namespace synoptic
