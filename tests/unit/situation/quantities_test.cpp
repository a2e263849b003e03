// SPDX-License-Identifier: Apache-2.0
#include "situation/quantities.hpp"

#include <gtest/gtest.h>

#include "situation/numerals.hpp"
#include "test_story.hpp"

namespace synoptic {

namespace {

std::vector<Quantity> quantities_in(std::string_view text) {
    test::TestStory story;
    story.add(text);
    return QuantityReader().read(story.document(0));
}

Quantity first_in(std::string_view text) {
    const std::vector<Quantity> found = quantities_in(text);
    return found.empty() ? Quantity{} : found.front();
}

std::optional<Numeral> numeral(std::initializer_list<std::string> words) {
    const std::vector<std::string> list(words);
    return read_numeral(list);
}

}  // namespace

TEST(Numerals, ReadsDigitsAndWords) {
    EXPECT_EQ(numeral({"20,000", "people"})->value, 20000);
    EXPECT_EQ(numeral({"1.8", "million"})->value, 1.8e6);
    EXPECT_EQ(numeral({"two", "hundred", "and", "fifty"})->value, 250);
    EXPECT_EQ(numeral({"forty-five"})->value, 45);
    EXPECT_EQ(numeral({"90m"})->value, 9e7);
    EXPECT_EQ(numeral({"20,000", "people"})->words, 1U);
    EXPECT_FALSE(numeral({"people"}));
    EXPECT_FALSE(numeral({"4.5.2"}).has_value() && numeral({"4.5.2"})->value == 452);
}

TEST(Quantities, BringsMeasuresToOneUnit) {
    const Quantity talks = first_in("The talks lasted nearly five hours in the castle.");
    EXPECT_EQ(talks.measure, "duration");
    EXPECT_DOUBLE_EQ(talks.high, 300);
    EXPECT_LT(talks.low, 300);
    EXPECT_DOUBLE_EQ(first_in("They spoke for two hours and fifty minutes.").value, 170);
    EXPECT_DOUBLE_EQ(first_in("They left half an hour later.").value, 30);
    const Quantity money = first_in("The dredging costs $90 million a year.");
    EXPECT_EQ(money.measure, "money");
    EXPECT_DOUBLE_EQ(money.value, 9e7);
    EXPECT_EQ(money.per, "year");
}

TEST(Quantities, LeavesNamesAndCaptionsOut) {
    EXPECT_TRUE(quantities_in("The guards carried AK-47 rifles.").empty());
    EXPECT_TRUE(quantities_in("Corval Evening News 5 crews were on the quay.").empty());
    EXPECT_TRUE(quantities_in("Image 2 of 32 shows the quay.").empty());
    EXPECT_DOUBLE_EQ(first_in("In Corval 47 rifles were found.").value, 47);
}

TEST(Quantities, CountsTheWholeNotThePart) {
    EXPECT_DOUBLE_EQ(first_in("He was hit by three of the seven stones.").value, 7);
    EXPECT_DOUBLE_EQ(first_in("Six of the dam's eight gates were open.").value, 6);
}

TEST(Quantities, LeavesOpenWhatTheWordsDo) {
    const Quantity shots = first_in("More than a dozen shots were fired.");
    EXPECT_DOUBLE_EQ(shots.low, 12);
    EXPECT_GT(shots.high, 40);
    EXPECT_LT(first_in("Within 30 minutes the quay was empty.").low, 5);
    EXPECT_EQ(first_in("He earns $22 million per season.").per, "season");
}

TEST(Quantities, ReadsRangesAndShares) {
    const Quantity ships = first_in("Between 60 and 80 barges a day use the canal.");
    EXPECT_DOUBLE_EQ(ships.low, 60);
    EXPECT_DOUBLE_EQ(ships.high, 80);
    const Quantity trams = first_in("One tram in five ran on Monday.");
    EXPECT_TRUE(trams.part);
    EXPECT_DOUBLE_EQ(trams.value, 20);
}

TEST(Quantities, NamesWhatIsCounted) {
    EXPECT_EQ(first_in("Some 70 grey barges were moored there.").unit, "barge");
    EXPECT_EQ(first_in("Six of the dam's eight gates were open.").unit, "gate");
}

TEST(Quantities, LeavesDatesOut) { EXPECT_TRUE(quantities_in("They met on 2 June 2029 in Corval.").empty()); }

TEST(Quantities, AgreeWithinRoundingAndHedges) {
    EXPECT_TRUE(agree(first_in("About 70 barges pass."), first_in("Between 60 and 80 barges pass.")));
    EXPECT_FALSE(agree(first_in("About 6,000 people came."), first_in("More than 20,000 people came.")));
}

}  // namespace synoptic
