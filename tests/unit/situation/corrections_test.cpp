// SPDX-License-Identifier: Apache-2.0
#include "situation/corrections.hpp"

#include <gtest/gtest.h>

#include "core/failure.hpp"
#include "test_story.hpp"

namespace synoptic {

using test::actor_with;
using test::TestStory;

namespace {

std::string fault_of(std::string_view toml) {
    try {
        parse_corrections(toml, "mine.toml");
    } catch (const Failure& failure) {
        return failure.what();
    }
    return "none";
}

}  // namespace

TEST(Corrections, FaultsAreToldWithTheirLine) {
    EXPECT_TRUE(fault_of("\n[[same_actor]]\nnames = [\"Doss\", ").starts_with("mine.toml:3: "))
        << fault_of("\n[[same_actor]]\nnames = [\"Doss\", ");
    EXPECT_TRUE(fault_of("[[same_actr]]\nnames = [\"A\", \"B\"]").starts_with("mine.toml:1: 'same_actr' is no correction"));
    EXPECT_TRUE(fault_of("[[hide]]\nwhat = \"claim\"\nword = \"toll\"").starts_with("mine.toml:3: 'word' means nothing in [[hide]]"));
    EXPECT_TRUE(fault_of("# a note\n[[not_same]]\nnames = [\"A\"]").starts_with("mine.toml:2: 'names' must be a list"));
    EXPECT_TRUE(fault_of("[[hide]]\nwhat = \"verdict\"\nwords = \"toll\"").starts_with("mine.toml:1: 'what' must be one of"));
    EXPECT_TRUE(fault_of("[[not_event]]\ntype = \"ASSAULT\"").starts_with("mine.toml:1: 'sentence' is missing"));
    EXPECT_TRUE(fault_of("[[not_event]]\nsentence = 3").starts_with("mine.toml:2: 'sentence' must be a text"));
    EXPECT_TRUE(fault_of("same_actor = 1").starts_with("mine.toml:1: write each correction"));
    EXPECT_EQ(fault_of(""), "none");
}

TEST(Corrections, TwoNamesOfOneActor) {
    TestStory story;
    story.add("Karel Doss closed the harbour on Monday.").add("The Grey Pilot closed the harbour, Ilse Brandt said.");
    const Corrections corrections = parse_corrections("[[same_actor]]\nnames = [\"Karel Doss\", \"Ilse Brandt\"]", "mine.toml");
    const Situation plain = story.build();
    EXPECT_NE(actor_with(plain, "Karel Doss"), actor_with(plain, "Ilse Brandt"));
    const Situation corrected = story.build(corrections);
    ASSERT_NE(actor_with(corrected, "Ilse Brandt"), nullptr);
    EXPECT_EQ(actor_with(corrected, "Ilse Brandt")->name, "Karel Doss");
    EXPECT_EQ(corrected.corrected, std::vector<std::uint32_t>{1});
}

TEST(Corrections, TwoActorsOfOneName) {
    TestStory story;
    story.add("Anna Pell, the harbour master, opened the gate.").add("Hanna Pell opened the gate, the crew said.");
    const Situation apart = story.build(parse_corrections("[[not_same]]\nnames = [\"Anna Pell\", \"Hanna Pell\"]", "mine.toml"));
    ASSERT_NE(actor_with(apart, "Anna Pell"), nullptr);
    EXPECT_NE(actor_with(apart, "Anna Pell"), actor_with(apart, "Hanna Pell"));
}

TEST(Corrections, WhatIsNoEvent) {
    TestStory story;
    story.add("Norland attacked the harbour of Corval on Monday.");
    ASSERT_FALSE(story.build().events.empty());
    const Situation corrected = story.build(parse_corrections("[[not_event]]\nsentence = \"attacked the harbour\"", "mine.toml"));
    EXPECT_TRUE(corrected.events.empty());
    EXPECT_FALSE(
        story.build(parse_corrections("[[not_event]]\nsentence = \"attacked the harbour\"\ntype = \"AID\"", "mine.toml")).events.empty());
}

TEST(Corrections, WhoSpoke) {
    TestStory story;
    story.add("“A bridge is not a bargaining chip,” Ilse Brandt said. Karel Doss left the hall.");
    const Situation corrected =
        story.build(parse_corrections("[[wrong_speaker]]\nquote = \"not a bargaining chip\"\nspeaker = \"Karel Doss\"", "mine.toml"));
    ASSERT_EQ(corrected.quotes.size(), 1U);
    ASSERT_TRUE(corrected.quotes[0].speaker.has_value());
    EXPECT_EQ(corrected.actors[*corrected.quotes[0].speaker].name, "Karel Doss");
    const Situation nobody = story.build(parse_corrections("[[wrong_speaker]]\nquote = \"not a bargaining chip\"", "mine.toml"));
    EXPECT_FALSE(nobody.quotes[0].speaker.has_value());
}

TEST(Corrections, AHiddenConflictCountsAgainstNoClaim) {
    TestStory story;
    story.add("About 300 tractors blocked the Corval bridge on Saturday.")
        .add("On Saturday 640 tractors blocked the bridge at Corval for most of the day.");
    ASSERT_EQ(story.build().conflicts.size(), 1U);
    const Situation corrected = story.build(parse_corrections("[[hide]]\nwhat = \"conflict\"\nwords = \"640 tractors\"", "mine.toml"));
    EXPECT_TRUE(corrected.conflicts.empty());
    for (const Claim& claim : corrected.claims) {
        EXPECT_EQ(claim.accounts_against, 0U);
    }
    EXPECT_EQ(corrected.corrected, std::vector<std::uint32_t>{1});
    EXPECT_TRUE(story.build(parse_corrections("[[hide]]\nwhat = \"conflict\"\nwords = \"no such words\"", "mine.toml")).corrected.empty());
}

}  // namespace synoptic
