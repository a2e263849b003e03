// SPDX-License-Identifier: Apache-2.0
#include "situation/build.hpp"

#include <gtest/gtest.h>

#include "situation/support.hpp"
#include "test_story.hpp"

namespace synoptic {

using test::TestStory;

namespace {

constexpr std::string_view summit_a =
    "Prime Minister Ilse Brandt of Norland and President Temir Jumaev of Sarkand met in Corval on Tuesday. They agreed to open a telephone "
    "hotline between "
    "their coast guards.\n\nBrandt rejected a discount of 30 percent on the bridge toll. \"A smaller wrong is still a wrong,\" she said.";
constexpr std::string_view summit_b = "President Jumaev met Prime Minister Ilse Brandt in the town of Corval on Tuesday. A hotline between "
                                      "the coast guards was agreed.\n\nNorland turned down a "
                                      "discount of 30 percent on the toll. Opposition lawmakers demanded that the minutes be published.";

const Event* event_of(const Situation& situation, std::string_view type) {
    const auto found = std::ranges::find(situation.events, type, &Event::type);
    return found == situation.events.end() ? nullptr : &*found;
}

}  // namespace

TEST(BuildSituation, NothingComesOfNothing) {
    const Situation empty = TestStory().build();
    EXPECT_TRUE(empty.actors.empty());
    const Situation blank = TestStory().add("").build();
    EXPECT_TRUE(blank.claims.empty());
}

TEST(BuildSituation, OneMeetingToldByTwoAccountsIsOneEvent) {
    const Situation situation = TestStory().add(summit_a).add(summit_b).build();
    const Event* meeting = event_of(situation, "CONSULT");
    ASSERT_NE(meeting, nullptr);
    EXPECT_EQ(meeting->accounts, 2U);
    EXPECT_EQ(meeting->status, Status::happened);
    ASSERT_TRUE(meeting->date);
    EXPECT_EQ(to_iso(meeting->date->date), "2031-05-13");
    EXPECT_GE(meeting->source.size() + meeting->target.size(), 2U);
}

TEST(BuildSituation, CopiesNeverRaiseACount) {
    const Situation alone = TestStory().add(summit_a).build();
    const Situation copied = TestStory().add(summit_a).add(summit_a, "2031-05-16", 0).build();
    for (const Event& event : copied.events) {
        EXPECT_EQ(event.accounts, 1U);
    }
    for (const Claim& claim : copied.claims) {
        EXPECT_EQ(claim.accounts_for, 1U);
    }
    EXPECT_EQ(alone.actors.size(), copied.actors.size());
}

TEST(BuildSituation, AClaimOfTwoAccountsComesFirst) {
    const Situation situation = TestStory().add(summit_a).add(summit_b).build();
    ASSERT_FALSE(situation.claims.empty());
    EXPECT_EQ(situation.claims.front().accounts_for, 2U);
}

TEST(BuildSituation, PlansAreNotTheirOutcome) {
    const Situation situation = TestStory()
                                    .add("Ilse Brandt will meet Temir Jumaev in Corval on Tuesday.", "2031-05-10")
                                    .add("Ilse Brandt met Temir Jumaev in Corval on Tuesday.", "2031-05-14")
                                    .build();
    std::size_t planned = 0;
    for (const Event& event : situation.events) {
        planned += event.status == Status::planned ? 1 : 0;
        EXPECT_TRUE(event.status != Status::happened || event.evidence.front().document == 1U);
    }
    EXPECT_GE(planned, 1U);
}

TEST(BuildSituation, PositionsBelongToActors) {
    const Situation situation = TestStory().add(summit_a).add(summit_b).build();
    const Actor* brandt = test::actor_with(situation, "Ilse Brandt");
    ASSERT_NE(brandt, nullptr);
    EXPECT_TRUE(std::ranges::any_of(situation.positions, [&](const Position& position) {
        return &situation.actors[position.actor] == brandt && position.stance == Stance::rejects &&
               position.issue.find("discount") != std::string::npos;
    }));
}

TEST(BuildSituation, TheTimelineIsInOrderAndHoldsNoHypothesis) {
    const Situation situation = TestStory().add(summit_a).add(summit_b).build();
    EXPECT_TRUE(std::ranges::is_sorted(situation.timeline, {}, &TimelineEntry::date));
    for (const TimelineEntry& entry : situation.timeline) {
        const Status status = situation.events[entry.event].status;
        EXPECT_TRUE(status == Status::happened || status == Status::planned);
    }
}

TEST(BuildSituation, QuotationsFindTheirFragments) {
    const Situation situation = TestStory()
                                    .add("“The bridge is older than either of our countries,” Ilse Brandt said.")
                                    .add("Brandt said that the bridge was “older than either of our countries”.")
                                    .build();
    ASSERT_EQ(situation.quotes.size(), 2U);
    EXPECT_EQ(situation.quotes[0].same_as, std::vector<std::uint32_t>{1});
    EXPECT_EQ(situation.quotes[1].same_as, std::vector<std::uint32_t>{0});
}

TEST(Support, CountsAccountsAndNotDocuments) {
    Lineage lineage;
    lineage.account_of = {0, 0, 1};
    const Story story;
    const Corrections none;
    CorrectionsInUse corrections(none);
    const StoryInput input{.story = story, .documents = {}, .events = {}, .lineage = lineage, .corrections = corrections};
    Evidence evidence = {Provenance(1, 0, {0, 5}), Provenance(0, 0, {0, 5}), Provenance(2, 1, {0, 9}), Provenance(2, 1, {2, 5}),
                         Provenance(0, 0, {0, 5})};
    tidy(evidence);
    EXPECT_EQ(evidence.size(), 3U);
    EXPECT_EQ(count_accounts(evidence, input), 2U);
}

}  // namespace synoptic
