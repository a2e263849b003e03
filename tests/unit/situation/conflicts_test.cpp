// SPDX-License-Identifier: Apache-2.0
// One test for each kind of conflict, and one for each look-alike that is none.
#include <gtest/gtest.h>

#include "test_story.hpp"

namespace synoptic {

using test::conflicts_of;
using test::TestStory;

TEST(Conflicts, TwoOfficesOfOnePerson) {
    const Situation situation = TestStory()
                                    .add("Foreign Minister Karel Doss left the castle at noon.")
                                    .add("Karel Doss, the Norland transport minister, told reporters that the road was open.")
                                    .build();
    ASSERT_EQ(conflicts_of(situation, ConflictKind::role), 1U);
    EXPECT_EQ(situation.conflicts.front().sides.size(), 2U);
    EXPECT_FALSE(situation.conflicts.front().within_account);
}

TEST(Conflicts, AFormerOfficeBesideAnotherIsNone) {
    const Situation situation = TestStory()
                                    .add("Foreign Minister Karel Doss left the castle at noon.")
                                    .add("Karel Doss, a former transport minister, told reporters that the road was open.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::role), 0U);
}

TEST(Conflicts, OneUtteranceOfTwoSpeakers) {
    const Situation situation = TestStory()
                                    .add("“A bridge is not a bargaining chip,” Ilse Brandt said on Tuesday.")
                                    .add("“A bridge is not a bargaining chip,” Karel Doss said after the talks.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::who), 1U);
}

TEST(Conflicts, FiguresOfOneMatter) {
    const Situation situation = TestStory()
                                    .add("About 300 tractors blocked the Corval bridge on Saturday.")
                                    .add("On Saturday 640 tractors blocked the bridge at Corval for most of the day.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::number), 1U);
}

TEST(Conflicts, ARangeThatHoldsTheFigureIsNone) {
    const Situation situation = TestStory()
                                    .add("Between 250 and 350 tractors blocked the Corval bridge on Saturday.")
                                    .add("On Saturday 300 tractors blocked the bridge at Corval for most of the day.")
                                    .build();
    EXPECT_TRUE(situation.conflicts.empty());
}

TEST(Conflicts, ATollThatRisesIsNone) {
    const Situation situation = TestStory()
                                    .add("The landslide at Corval killed nine people in the valley.", "2031-05-12")
                                    .add("The landslide at Corval killed 14 people in the valley.", "2031-05-14")
                                    .build();
    EXPECT_TRUE(situation.conflicts.empty());
}

TEST(Conflicts, FirstSinceTwoYears) {
    const Situation situation = TestStory()
                                    .add("It was the first strike on the railways of Norland since 1991.")
                                    .add("The railways of Norland had not seen a strike since 2008.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::precedence), 1U);
}

TEST(Conflicts, SixteenYearsAndTheYearItselfAgree) {
    const Situation situation = TestStory()
                                    .add("It was the first strike on the railways of Norland in 16 years.", "2031-05-15")
                                    .add("The railways of Norland had not seen a strike since 2015.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::precedence), 0U);
}

TEST(Conflicts, ToldAndDenied) {
    const Situation situation = TestStory()
                                    .add("Karel Doss offered no apology to the families in Corval.")
                                    .add("Karel Doss apologised to the families at the gate.")
                                    .build();
    ASSERT_EQ(conflicts_of(situation, ConflictKind::occurrence), 1U);
}

TEST(Conflicts, APlanThatCameToNothingIsNone) {
    const Situation situation = TestStory()
                                    .add("Officials in Corval expect a joint communiqué by the evening.", "2031-05-10")
                                    .add("No joint communiqué was issued in Corval.", "2031-05-15")
                                    .build();
    EXPECT_TRUE(situation.conflicts.empty());
}

TEST(Conflicts, BeforeAndAfter) {
    const Situation situation = TestStory()
                                    .add("The freighter was released three weeks before the summit was announced.")
                                    .add("The freighter was released only after the summit had been announced.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::date), 1U);
}

TEST(Conflicts, ACopyStandsOnItsSourcesSide) {
    const std::string text = "Foreign Minister Karel Doss left the castle at noon.";
    const Situation situation = TestStory()
                                    .add(text)
                                    .add(text, "2031-05-16", 0)
                                    .add("Karel Doss, the Norland transport minister, told reporters that the road was open.")
                                    .build();
    ASSERT_EQ(situation.conflicts.size(), 1U);
    EXPECT_EQ(situation.conflicts.front().sides.front().evidence.size(), 2U);
}

TEST(Conflicts, TwoHappeningsOfOneKindAreNone) {
    const Situation labels = TestStory()
                                 .add("The shooting occurred in the 12200 block of Corval Street in Norland on Saturday.")
                                 .add("The shooting occurred in the 3300 block of Corval Street in Norland on Saturday.")
                                 .build();
    EXPECT_EQ(conflicts_of(labels, ConflictKind::number), 0U);
    const Situation rest = TestStory()
                               .add("The landslide at Corval damaged nine houses in the valley on Monday.")
                               .add("The landslide at Corval damaged two more houses in the valley on Monday.")
                               .build();
    EXPECT_EQ(conflicts_of(rest, ConflictKind::number), 0U);
}

TEST(Conflicts, TwoHoursOfTwoPlacesOrOfTwoPeopleAreNone) {
    const auto of_clock = [](std::string_view one, std::string_view other) {
        return conflicts_of(TestStory().add(one).add(other).build(), ConflictKind::date);
    };
    constexpr std::string_view doss = "Karel Doss was attacked beside a lorry on Corval quay at 2:10 a.m. on Monday.";
    EXPECT_EQ(of_clock(doss, "Karel Doss was attacked beside a lorry on Corval quay at 4:45 a.m. on Monday."), 1U);
    EXPECT_EQ(of_clock(doss, "Ilse Brandt was attacked beside a lorry on Corval quay at 4:45 a.m. on Monday."), 0U);
    constexpr std::string_view fourth =
        "A deckhand was attacked beside her lorry in the 200 block of West 4th Street at 2:10 a.m. on Monday.";
    EXPECT_EQ(of_clock(fourth, "A deckhand was attacked beside her lorry in the 200 block of West 4th Street at 4:45 a.m. on Monday."), 1U);
    EXPECT_EQ(of_clock(fourth, "A deckhand was attacked beside her lorry in the 900 block of West 31st Street at 4:45 a.m. on Monday."),
              0U);
}

TEST(Conflicts, AnAccountThatTellsBothFiguresTellsOfTwoThings) {
    const Situation situation = TestStory()
                                    .add("About 300 tractors blocked the Corval bridge on Saturday.")
                                    .add("On Saturday 640 tractors blocked the bridge at Corval for most of the day. An hour later 300 "
                                         "tractors were still there.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::number), 0U);
}

TEST(Conflicts, DenyingTheDoerTheMomentOrTheNumberIsNotDenyingTheAct) {
    const auto occurrences = [](std::string_view telling, std::string_view denial) {
        return conflicts_of(TestStory().add(telling).add(denial).build(), ConflictKind::occurrence);
    };
    EXPECT_EQ(occurrences("Karel Doss was hired as the head coach of the Corval rowing club.",
                          "Manager Ilse Brandt did not hire Karel Doss, the head coach of the Corval rowing club."),
              0U);
    EXPECT_EQ(occurrences("Karel Doss has signed for the second season of the Corval rowing league.",
                          "Unlike Karel Doss, Ilse Brandt is not signed for the second season of the Corval rowing league."),
              0U);
    EXPECT_EQ(
        occurrences("Gunfire was heard near the Corval bridge at noon.", "A neighbour near the Corval bridge did not hear a gunshot."), 0U);
}

TEST(Conflicts, AreAboutSomethingAReaderUnderstands) {
    const Situation situation = TestStory()
                                    .add("Karel Doss offered no apology to the families in Corval.")
                                    .add("Karel Doss took off his hat and apologised to the families at the gate.")
                                    .build();
    ASSERT_EQ(situation.conflicts.size(), 1U);
    EXPECT_EQ(situation.conflicts.front().about, "whether: \u201CKarel Doss apologised to the families at the gate\u201D");
}

TEST(Conflicts, APlaceOfOneMeeting) {
    const Situation situation = TestStory()
                                    .add("Karel Doss met the hauliers in Munich on Saturday. The summit in Munich was short.")
                                    .add("The summit, held in Munich, ended after an hour. Karel Doss met nobody else.")
                                    .add("It was the first summit in Poland in years, the hauliers said. Karel Doss met them for an hour.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::place), 1U);
}

TEST(Conflicts, ATownAndItsCountryAreOnePlace) {
    const Situation situation = TestStory()
                                    .add("Karel Doss met the hauliers in Munich on Saturday. The summit in Munich was short.")
                                    .add("The summit, held in Munich, ended after an hour. Karel Doss met nobody else.")
                                    .add("It was the first summit in Germany in years, the hauliers said. Karel Doss met them for an hour.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::place), 0U);
}

TEST(Conflicts, AFormerOfficeInAnotherActIsNone) {
    const Situation situation = TestStory()
                                    .add("President Karel Doss opened the bridge at Corval in 2027. The farmers cheered him.")
                                    .add("The rules of former President Karel Doss were dropped on Friday.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::role), 0U);
}

TEST(Conflicts, AFormerAndAPresentHolderOfOneAct) {
    const Situation situation = TestStory()
                                    .add("President Karel Doss met Ilse Brandt in Munich to talk of the bridge toll.")
                                    .add("Former President Karel Doss met Ilse Brandt in Munich to talk of the bridge toll.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::role), 1U);
}

TEST(Conflicts, ADenialOfAllPayment) {
    const Situation situation =
        TestStory().add("Norland paid three million crowns to the hauliers.").add("Norland did not pay anything to the hauliers.").build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::occurrence), 1U);
}

TEST(Conflicts, ADenialOfSomethingNarrowerIsNone) {
    const Situation situation = TestStory()
                                    .add("Karel Doss apologised to the farmers on Saturday for the closed bridge.")
                                    .add("Karel Doss did not apologise for what he had said of the judge in a letter to her daughter.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::occurrence), 0U);
}

TEST(Conflicts, ThePreviousOfItsKind) {
    const Situation situation = TestStory()
                                    .add("Norland and Sarland exchanged prisoners on Friday, the first such exchange since 2016.")
                                    .add("The last exchange of prisoners took place in 2011, when eleven fishermen were sent home.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::precedence), 1U);
}

TEST(Conflicts, ShortPhrasesOfTwoSpeakersAreNone) {
    const Situation situation = TestStory()
                                    .add("Ilse Brandt called the toll “an act of war”.")
                                    .add("Karel Doss said that the blockade was “an act of war”.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::who), 0U);
}

TEST(Conflicts, FiguresOfTwoDaysOfRiotsAreNone) {
    const Situation situation = TestStory()
                                    .add("Shops opened again after four days of the worst riots that Corval has seen.", "")
                                    .add("Corval was calm after eight days of the worst riots that it has seen.", "")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::number), 0U);
}

TEST(Conflicts, TwoTimesOfOneDay) {
    const Situation situation = TestStory()
                                    .add("The landslide hit the village of Corval at 4.12 a.m. on Tuesday.")
                                    .add("On Tuesday the landslide hit the village of Corval at 5.40 a.m., the mayor said.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::date), 1U);
}

TEST(Conflicts, ARoundedTimeOfDayIsNone) {
    const Situation situation = TestStory()
                                    .add("The landslide hit the village of Corval at 4.12 a.m. on Tuesday.")
                                    .add("On Tuesday the landslide hit the village of Corval shortly after four in the morning.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::date), 0U);
}

TEST(Conflicts, TwoMagnitudesOfOneEarthquake) {
    const Situation situation = TestStory()
                                    .add("An earthquake of magnitude 6.4 struck the coast of Norland on Tuesday.")
                                    .add("The 6.1-magnitude earthquake struck the coast of Norland before dawn on Tuesday.")
                                    .add("A strong aftershock of magnitude 5.2 struck the coast of Norland on Tuesday.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::number), 1U);
}

namespace {

std::size_t numbers_between(std::string_view first, std::string_view second) {
    return conflicts_of(TestStory().add(first).add(second).build(), ConflictKind::number);
}

}  // namespace

TEST(Conflicts, PeopleAreCountedInOneRole) {
    const std::string_view hurt =
        "Four people were injured by the falling crane on Corval quay on Monday. The harbour master closed the quay.";
    EXPECT_EQ(numbers_between(hurt, "Nine people were injured by the falling crane on Corval quay, according to the harbour master."), 1U);
    EXPECT_EQ(numbers_between(hurt, "Nine people watched the falling crane on Corval quay, according to the harbour master."), 0U);
}

TEST(Conflicts, OthersAreCountedBesideTheSame) {
    const std::string_view three =
        "One woman died and three others were injured by the falling crane on Corval quay, said the harbour master.";
    EXPECT_EQ(numbers_between(three, "One man died and four others were injured by the falling crane on Corval quay on Monday. The harbour "
                                     "master closed the quay."),
              1U);
    EXPECT_EQ(numbers_between(three, "Two men died and four others were injured by the falling crane on Corval quay on Monday. The harbour "
                                     "master closed the quay."),
              0U);
}

TEST(Conflicts, TheDeadAreNotTheInjured) {
    EXPECT_EQ(numbers_between("The falling crane on Corval quay left one docker dead on Monday, the harbour master said.",
                              "The falling crane on Corval quay left another docker dead and two people injured, the harbour master said."),
              0U);
    EXPECT_EQ(numbers_between("The falling crane on Corval quay left five people dead on Monday, the harbour master said.",
                              "The falling crane on Corval quay left two people dead on Monday, the harbour master said."),
              1U);
}

TEST(Conflicts, WhatOneDidWithoutOthersMayHaveDone) {
    const Situation situation = TestStory()
                                    .add("Captain Karel Doss scattered the crowd at the Corval mill in two minutes without firing a shot.")
                                    .add("Gunfire was heard at the Corval mill before the crowd scattered.")
                                    .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::occurrence), 0U);
}

TEST(Conflicts, APauseIsNoDuration) {
    EXPECT_EQ(numbers_between("The siege of the Corval mill lasted 40 minutes, the guards said.",
                              "The siege of the Corval mill lasted two hours, the guards said."),
              1U);
    EXPECT_EQ(numbers_between("The siege of the Corval mill lasted 40 minutes, the guards said.",
                              "Two hours later the siege of the Corval mill was over, the guards said."),
              0U);
}

TEST(Conflicts, ChargesAreCountedForEachAccused) {
    EXPECT_EQ(numbers_between("Karel Doss was charged with two counts of arson at the Corval mill.",
                              "Ilse Brandt was charged with five counts of arson at the Corval mill."),
              0U);
}

TEST(Conflicts, HoursOfTwoPlacesAreOfTwoHappenings) {
    const auto dates = [](std::string_view first, std::string_view second) {
        return conflicts_of(TestStory().add(first).add(second).build(), ConflictKind::date);
    };
    EXPECT_EQ(dates("The tanker explosion killed a welder at 4:10 a.m. on Monday near Corval.",
                    "The tanker explosion killed a welder at 6:40 a.m. on Monday near Corval."),
              1U);
    EXPECT_EQ(dates("The tanker explosion killed a welder at 4:10 a.m. on Monday near Corval.",
                    "The tanker explosion killed a welder at 6:40 a.m. on Monday near Ostrov."),
              0U);
    EXPECT_EQ(dates("The tanker explosion killed a welder at 4:10 a.m. on Monday.",
                    "The latest tanker explosion killed a welder at 6:40 a.m. on Monday."),
              0U);
}

TEST(Conflicts, ADenialIsOfTheActItself) {
    const auto occurrences = [](std::string_view telling, std::string_view denial) {
        return conflicts_of(TestStory().add(telling).add(denial).build(), ConflictKind::occurrence);
    };
    const std::string_view telling = "Karel Doss offered an apology to the families of the Corval mill.";
    EXPECT_EQ(occurrences(telling, "Karel Doss made no apology to the families of the Corval mill."), 1U);
    EXPECT_EQ(occurrences(telling, "The apology of Karel Doss did not calm the families of the Corval mill."), 0U);
    EXPECT_EQ(occurrences(telling, "There was no sign of an apology to the families of the Corval mill by Karel Doss."), 0U);
    EXPECT_EQ(occurrences("Karel Doss apologised to the families of the Corval mill.",
                          "Earlier Karel Doss had refused to apologise to the families of the Corval mill."),
              0U);
}

TEST(Conflicts, AreBetweenAccountsOfWhatHappened) {
    const std::string_view guide =
        "The falling crane on Corval quay lifts four containers. It stands on rails and runs on diesel. The driver sits in a cabin and "
        "sees the quay. Visitors wait behind the fence, and the harbour master opens it.";
    EXPECT_EQ(numbers_between(guide, "The falling crane on Corval quay lifts nine containers."), 0U);
    EXPECT_EQ(numbers_between("The falling crane on Corval quay lifted four containers.",
                              "The falling crane on Corval quay lifted nine containers."),
              1U);
}

TEST(Conflicts, ADocumentOnBothSidesTellsOfTwoThings) {
    const Situation situation =
        TestStory()
            .add("Karel Doss was pronounced dead at 1:19 a.m. in the Corval clinic. Ilse Brandt was pronounced dead at 1:35 a.m. in the "
                 "Corval clinic.")
            .add("A guard was pronounced dead at 1:19 a.m. in the Corval clinic. A welder was pronounced dead at 1:35 a.m. in the Corval "
                 "clinic.")
            .build();
    EXPECT_EQ(conflicts_of(situation, ConflictKind::date), 0U);
}

}  // namespace synoptic
