// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/analysis.hpp"
#include "core/id.hpp"
#include "core/span.hpp"
#include "core/string_pool.hpp"
#include "core/table.hpp"
#include "core/workers.hpp"

namespace synoptic {
namespace {

TEST(Span, IsCutAtTheEndOfItsText) {
    EXPECT_EQ((Span{4, 7}.in("The sea is")), "sea");
    EXPECT_EQ((Span{8, 70}.in("The sea is")), "is");
    EXPECT_EQ((Span{70, 80}.in("The sea is")), "");
    EXPECT_TRUE((Span{0, 3}.overlaps({2, 5})));
    EXPECT_FALSE((Span{0, 3}.overlaps({3, 5})));
}

TEST(Id, DependsOnWhereThePiecesEnd) {
    EXPECT_NE(make_id<struct A>({"ab", "c"}), make_id<struct A>({"a", "bc"}));
    EXPECT_EQ(make_id<struct A>({"ab", "c"}), make_id<struct A>({"ab", "c"}));
}

TEST(Id, GoesThroughHex) {
    const auto id = make_id<struct A>({"x"});
    EXPECT_EQ(to_hex(id).size(), 32U);
    EXPECT_EQ(from_hex(to_hex(id)), id.bits);
    EXPECT_EQ(from_hex("no hex"), (std::array<std::uint64_t, 2>{}));
    EXPECT_EQ(from_hex(std::string(31, 'a') + "g"), (std::array<std::uint64_t, 2>{}));
}

TEST(StringPool, GivesOneNumberPerString) {
    StringPool pool;
    const auto sea = pool.intern("sea");
    const auto empty = pool.intern("");
    EXPECT_EQ(pool.intern("sea"), sea);
    EXPECT_NE(sea, empty);
    const StringPool copy = pool;
    EXPECT_EQ(copy.view(sea), "sea");
    EXPECT_EQ(copy.view(empty), "");
    EXPECT_EQ(copy.view(99), "");
}

TEST(Table, LeavesOutCommentsAndKeepsLineNumbers) {
    const auto rows = parse_table("# name\tcode\n\nVarna\t VAR \nlone\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].at(1), "VAR");
    EXPECT_EQ(rows[0].line, 3U);
    EXPECT_EQ(rows[1].at(1), "");
}

TEST(Workers, DoEachPieceOnceWhateverTheirNumber) {
    for (const unsigned threads : {0U, 1U, 2U, 7U}) {
        std::vector<std::atomic<int>> done(100);
        for_each_parallel(done.size(), threads, [&](std::size_t i) { ++done[i]; });
        for (const auto& count : done) {
            EXPECT_EQ(count.load(), 1);
        }
    }
}

TEST(Workers, ThrowTheFirstFailureByNumber) {
    try {
        for_each_parallel(50, 4, [](std::size_t i) {
            if (i % 10 == 7) {
                throw std::runtime_error(std::to_string(i));
            }
        });
        FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "7");
    }
}

TEST(Tags, GoThroughTheirNames) {
    EXPECT_EQ(parse_upos("PROPN"), Upos::PROPN);
    EXPECT_EQ(parse_upos("propn"), std::nullopt);
    EXPECT_EQ(parse_deprel("nsubj:pass"), Deprel::nsubj_pass);
    EXPECT_EQ(parse_deprel("obl:npmod"), Deprel::obl);
    EXPECT_EQ(parse_deprel("nonsense"), std::nullopt);
    for (int i = 0; i <= static_cast<int>(Deprel::xcomp); ++i) {
        EXPECT_EQ(parse_deprel(name(static_cast<Deprel>(i))), static_cast<Deprel>(i));
    }
}

TEST(Analysis, FindsSentencesAndTokensByPosition) {
    Analysis analysis;
    analysis.sentences = {{.span = {0, 10}, .first = 0, .last = 2, .block = 0}, {.span = {12, 20}, .first = 2, .last = 3, .block = 1}};
    analysis.tokens.resize(3);
    const std::array<Span, 3> spans = {{{0, 4}, {5, 10}, {12, 20}}};
    for (std::size_t i = 0; i < spans.size(); ++i) {
        analysis.tokens[i].begin = spans[i].begin;
        analysis.tokens[i].end = spans[i].end;
    }
    EXPECT_EQ(analysis.sentence_at(3), 0U);
    EXPECT_EQ(analysis.sentence_at(11), 0U);
    EXPECT_EQ(analysis.sentence_at(12), 1U);
    EXPECT_EQ(analysis.token_at(4), 1U);
    EXPECT_EQ(analysis.token_at(11), 2U);
    EXPECT_EQ(analysis.token_at(20), 3U);
}

}  // namespace
}  // namespace synoptic
