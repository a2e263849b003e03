// SPDX-License-Identifier: Apache-2.0
#include "clean/running_text.hpp"

#include "clean/surroundings.hpp"
#include "clean_test_tools.hpp"

namespace synoptic {
namespace {

Pieces pieces_of(const std::vector<std::string>& lines) {
    Pieces pieces(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        pieces[i].text = lines[i];
    }
    return pieces;
}

const std::vector<std::string> quay = {
    "Weather and tides",
    "The quay at Lower Wenning",
    "The board of the harbour will close the old quay at Lower Wenning for the whole of the winter.",
    "Old Quay",
    "The masons of the town are to mend the stairs of the quay, and the board pays for the stone.",
    "Cookery",
    "The ferry to Gull Rock will leave from the market on the days when the masons work on the stairs.",
};

TEST(RunningText, AHeadingSpeaksOfWhatTheSentencesSay) {
    const RunningText text(pieces_of(quay));
    EXPECT_EQ(text.size(), 3U);
    EXPECT_EQ(text.echo(0).known, 0.0F);   // "weather", "tides"
    EXPECT_EQ(text.echo(1).known, 1.0F);   // "quay", "lower", "wenning"
    EXPECT_EQ(text.echo(0).common, 0.0F);  // "and" stands in one sentence only
    EXPECT_FLOAT_EQ(text.echo(1).common, 0.2F);
}

TEST(RunningText, AShortLineIsSaidWordForWord) {
    const RunningText text(pieces_of(quay));
    EXPECT_TRUE(text.echo(3).said);
    EXPECT_FALSE(text.echo(1).said);  // no sentence says "the quay at"
    EXPECT_FALSE(text.echo(5).said);
    EXPECT_FALSE(text.echo(2).said);  // a sentence says itself
}

TEST(RunningText, ASentenceIsNotKnownByItself) {
    const RunningText text(pieces_of({quay[2], "Menu", ""}));
    EXPECT_EQ(text.size(), 1U);
    EXPECT_EQ(text.echo(0).known, 0.0F);
    EXPECT_EQ(text.echo(0).common, 0.0F);
    EXPECT_EQ(text.echo(2).known, 0.0F);
    EXPECT_FALSE(text.echo(2).said);
    EXPECT_EQ(RunningText({}).size(), 0U);
}

TEST(RunningText, WhatWasCutSaysNothing) {
    Pieces pieces = pieces_of(quay);
    for (Piece& piece : pieces) {
        piece.reason = "comment";
    }
    const RunningText text(pieces);
    EXPECT_EQ(text.size(), 0U);
    EXPECT_FALSE(text.echo(3).said);
}

TEST(Surroundings, FindTheStretchWhereSentencesStandClose) {
    std::vector<LineShape> lines(12, {.words = 2});
    lines[1] = {.words = 12, .is_sentence = true};  // far from the others, and less than what lies between costs
    lines[6] = {.words = 30, .is_sentence = true};
    lines[8] = {.words = 200, .is_sentence = true, .repeats = true};
    lines[10] = {.words = 40, .is_sentence = true, .is_known = true};
    const Surroundings around(lines);
    EXPECT_EQ(around.core().begin, 6U);
    EXPECT_EQ(around.core().end, 9U);
    EXPECT_FLOAT_EQ(around.core_share(), 90.0F / 102.0F);
    EXPECT_EQ(around.running_before(7, 8), 42U);
    EXPECT_EQ(around.running_before(7, 3), 30U);
    EXPECT_EQ(around.running_after(7, 8), 60U);
    EXPECT_EQ(around.running_after(11, 8), 0U);
    EXPECT_EQ(around.short_before(6), 4U);
    EXPECT_EQ(around.short_after(1), 4U);
    EXPECT_EQ(around.short_after(11), 0U);
    EXPECT_EQ(around.repeated_before(9, 1), 1U);
    EXPECT_EQ(around.repeated_after(6, 1), 0U);
    EXPECT_EQ(around.repeated_after(6, 4), 1U);
}

TEST(Surroundings, OfNoLines) {
    const Surroundings around({});
    EXPECT_EQ(around.core().begin, around.core().end);
    EXPECT_EQ(around.core_share(), 0.0F);
}

}  // namespace
}  // namespace synoptic
