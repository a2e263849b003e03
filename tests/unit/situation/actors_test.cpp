// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "test_story.hpp"

namespace synoptic {

using test::actor_with;
using test::TestStory;

TEST(Actors, FoldsSpellingsTitlesAndSurnamesOfOnePerson) {
    const Situation situation =
        TestStory()
            .add("President Temir Jumaev met Prime Minister Ilse Brandt in Corval on Tuesday. Jumaev smiled and said nothing.")
            .add("President Timir Dzhumaev arrived in Corval on Monday night. Dzhumaev was met by Ilse Brandt.")
            .build();
    const Actor* actor = actor_with(situation, "Temir Jumaev");
    ASSERT_NE(actor, nullptr);
    EXPECT_EQ(actor, actor_with(situation, "Dzhumaev"));
    EXPECT_EQ(actor, actor_with(situation, "President Timir Dzhumaev"));
    EXPECT_EQ(actor->kind, ActorKind::person);
    EXPECT_NE(actor, actor_with(situation, "Ilse Brandt"));
}

TEST(Actors, KeepsTwoPeopleOfOneSurnameApart) {
    const Situation situation =
        TestStory().add("Anna Keller accused the port of negligence. Her brother, Martin Keller, said nothing on Monday.").build();
    ASSERT_NE(actor_with(situation, "Anna Keller"), nullptr);
    EXPECT_NE(actor_with(situation, "Anna Keller"), actor_with(situation, "Martin Keller"));
}

TEST(Actors, ResolvesAnOfficeToItsHolder) {
    const Situation situation = TestStory()
                                    .add("Prime Minister Ilse Brandt opened the talks in Corval.\n\nOn Wednesday the prime minister told "
                                         "reporters that she was content.")
                                    .build();
    const Actor* actor = actor_with(situation, "Ilse Brandt");
    ASSERT_NE(actor, nullptr);
    EXPECT_EQ(actor, actor_with(situation, "the prime minister"));
    ASSERT_FALSE(actor->roles.empty());
    EXPECT_EQ(actor->roles.front().text, "Prime Minister");
}

TEST(Actors, EveryMentionLiesInItsDocument) {
    TestStory story;
    story.add("Prime Minister Ilse Brandt of Norland met the dockers' union in Corval.");
    for (const Actor& actor : story.build().actors) {
        for (const Provenance& place : actor.mentions) {
            EXPECT_LE(place.span.end, story.document(place.document).text.size());
        }
    }
}

TEST(Actors, FirstNamesALetterApartAreOneWhereTheOfficeIs) {
    const Situation one = TestStory()
                              .add("Water Minister Joris Haller opened the dam in Corval on Tuesday.")
                              .add("Yoris Haller, the water minister, said that the dam was safe.")
                              .build();
    ASSERT_NE(actor_with(one, "Joris Haller"), nullptr);
    EXPECT_EQ(actor_with(one, "Joris Haller"), actor_with(one, "Yoris Haller"));
    const Situation two = TestStory()
                              .add("Water Minister Mario Haller opened the dam in Corval on Tuesday.")
                              .add("Water Minister Maria Haller said that the dam was safe.")
                              .build();
    EXPECT_NE(actor_with(two, "Mario Haller"), actor_with(two, "Maria Haller"));
}

TEST(Actors, APersonNeedsASign) {
    const Situation situation =
        TestStory()
            .add("Engineers from both sides of the border have until July. The operator, Corval Hydro, suspended her on Monday. Anna "
                 "Keller said that she was content.")
            .build();
    const Actor* person = actor_with(situation, "Anna Keller");
    ASSERT_NE(person, nullptr);
    EXPECT_EQ(person->kind, ActorKind::person);
    for (const Actor& actor : situation.actors) {
        EXPECT_TRUE(actor.kind != ActorKind::person || actor.name == "Anna Keller") << actor.name;
    }
}

TEST(Actors, ATimeIsNoPartOfATitle) {
    const Situation situation = TestStory().add("On Friday morning Prime Minister Ilse Brandt flew over the valley near Corval.").build();
    const Actor* actor = actor_with(situation, "Ilse Brandt");
    ASSERT_NE(actor, nullptr);
    ASSERT_FALSE(actor->roles.empty());
    EXPECT_EQ(actor->roles.front().text, "Prime Minister");
}

}  // namespace synoptic
