// SPDX-License-Identifier: Apache-2.0
#include "clean/judge.hpp"

#include "clean/trees.hpp"
#include "clean_test_tools.hpp"
#include "core/failure.hpp"

namespace synoptic {
namespace {

std::vector<ClueRow> three_lines() {
    std::vector<ClueRow> rows(3);
    rows[0][static_cast<std::size_t>(Clue::length)] = 10;
    rows[1][static_cast<std::size_t>(Clue::length)] = 200;
    rows[2][static_cast<std::size_t>(Clue::length)] = 30;
    return rows;
}

TEST(Trees, AskALineAndTheLinesAroundIt) {
    const Trees trees("threshold\t0.5\nbias\t1\ntree\tlength\t100\tlength@-1\t50\t=\t-1\t=\t-2\t=\t4\ntree\t=\t0.25\n", clue_names);
    const std::vector<ClueRow> rows = three_lines();
    const std::vector<std::size_t> lines = {0, 1, 2};
    const std::vector<float> scores = trees(rows, lines);
    EXPECT_FLOAT_EQ(scores[0], 0.25F);  // no line before it: 0
    EXPECT_FLOAT_EQ(scores[1], 5.25F);
    EXPECT_FLOAT_EQ(scores[2], -0.75F);  // a long line before it
    EXPECT_TRUE(trees(rows, {}).empty());
    EXPECT_FLOAT_EQ(trees.threshold(), 0.5F);
}

TEST(Trees, BrokenTablesAreRefused) {
    EXPECT_THROW(Trees("tree\tlength\t100\t=\t1\n", clue_names), Failure);  // a branch is missing
    EXPECT_THROW(Trees("tree\t=\t1\t=\t1\n", clue_names), Failure);         // one too many
    EXPECT_THROW(Trees("tree\tno-such-clue\t1\t=\t1\t=\t2\n", clue_names), Failure);
    EXPECT_THROW(Trees("threshold\tmuch\n", clue_names), Failure);
}

TEST(Clues, EachHasAName) {
    for (const std::string_view name : clue_names) {
        EXPECT_FALSE(name.empty());
    }
    EXPECT_EQ(reason_number(""), 0.0F);
    EXPECT_GT(reason_number("cookie"), reason_number("repeated"));
}

TEST(Clues, OfALine) {
    Pieces pieces(2);
    pieces[0].text = "Sign up for our newsletter!";
    pieces[1].text = "\u201CThe wall will hold,\u201D said Marta Quill, who has watched it for 20 years.";
    Metadata metadata;
    metadata.author = "Marta Quill";
    const auto rows = gather_clues(pieces, metadata, {});
    const auto clue = [&](std::size_t line, Clue what) { return rows[line][static_cast<std::size_t>(what)]; };
    EXPECT_GT(clue(0, Clue::rule), 0.0F);
    EXPECT_EQ(clue(0, Clue::shout), 1.0F);
    EXPECT_GE(clue(0, Clue::reader), 3.0F);
    EXPECT_EQ(clue(1, Clue::author), 1.0F);
    EXPECT_EQ(clue(1, Clue::quoted), 1.0F);
    EXPECT_EQ(clue(1, Clue::reader), 0.0F);
    EXPECT_EQ(clue(1, Clue::place), 0.5F);
}

}  // namespace
}  // namespace synoptic
