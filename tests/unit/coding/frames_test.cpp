// SPDX-License-Identifier: Apache-2.0
#include "coding/frames.hpp"

#include <gtest/gtest.h>

#include "coding/grammar.hpp"
#include "core/failure.hpp"

namespace synoptic {
namespace {

std::string failure_of(std::string_view frames, std::string_view classes = "envoy\tambassador envoy\n") {
    try {
        (void)Grammar::parse(classes, frames);
    } catch (const Failure& failure) {
        return failure.what();
    }
    return "";
}

TEST(Frames, ReadsALine) {
    const Grammar grammar = Grammar::parse("envoy\tambassador envoy\n",
                                           "recall.envoy SANCTION-expel 161 v=recall,call_back obj=@envoy,staff src=subj tgt=from,obj\n");
    const WordId call = grammar.lexicon.find("call");
    ASSERT_EQ(grammar.frames.of(HeadKind::verb, call, grammar.lexicon.find("back")).size(), 1U);
    EXPECT_TRUE(grammar.frames.of(HeadKind::verb, call).empty());
    EXPECT_TRUE(grammar.frames.has(HeadKind::verb, call));
    const Frame& frame = grammar.frames.at(0);
    EXPECT_EQ(frame.id, "recall.envoy");
    EXPECT_EQ(frame.type, "SANCTION");
    EXPECT_EQ(frame.mode, "expel");
    EXPECT_EQ(frame.cameo, "161");
    EXPECT_EQ(frame.source.size(), 1U);
    EXPECT_EQ(frame.target.size(), 2U);
    ASSERT_EQ(frame.conditions.size(), 1U);
    EXPECT_EQ(frame.conditions[0].words.size(), 1U);
}

TEST(Frames, TheStricterFrameGoesFirst) {
    const Grammar grammar = Grammar::parse("envoy\tambassador\n", "loose AGREE 030 v=recall\nstrict SANCTION 161 v=recall obj=@envoy\n");
    const auto found = grammar.frames.of(HeadKind::verb, grammar.lexicon.find("recall"));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(grammar.frames.at(found[0]).id, "strict");
}

TEST(Frames, ErrorsNameTheLine) {
    EXPECT_EQ(failure_of("# a comment\n\nmeet TALK 040 v=meet\n"), "frames, line 3: 'TALK' is no PLOVER type");
    EXPECT_EQ(failure_of("meet CONSULT-shout 040 v=meet\n"), "frames, line 1: 'shout' is no mode of CONSULT");
    EXPECT_EQ(failure_of("meet CONSULT 040 v=meet\nmeet CONSULT 040 v=see\n"), "frames, line 2: 'meet' is the id of another frame");
    EXPECT_EQ(failure_of("meet CONSULT 04x v=meet\n"), "frames, line 1: '04x' is no CAMEO code of two to four digits");
    EXPECT_EQ(failure_of("meet CONSULT 040 obj=ambassador\n"), "frames, line 1: no head: one of v=, n=, j= must be there");
    EXPECT_EQ(failure_of("meet CONSULT 040 v=meet obj=@nobody\n"), "frames, line 1: class @nobody is not defined");
    EXPECT_EQ(failure_of("meet CONSULT 040 v=meet often\n"), "frames, line 1: 'often' is neither a flag nor name=value");
    EXPECT_EQ(failure_of("meet CONSULT\n"), "frames, line 1: expected an id, a type, a CAMEO code and at least one of v=, n=, j=");
    EXPECT_EQ(failure_of("", "envoy\n"), "classes, line 1: expected a class name, a tab and its words");
    EXPECT_EQ(failure_of("", "a\tx\nb\t@c\n"), "classes, line 2: class @c is not defined before this line");
}

TEST(Frames, TheBuiltInTablesCanBeRead) {
    const Grammar grammar = Grammar::load();
    EXPECT_GT(grammar.frames.size(), 300U);
    EXPECT_GT(grammar.frames.heads(), 250U);
}

TEST(WordClasses, AClassTakesOverAnother) {
    const Grammar grammar = Grammar::parse("a\tx y\nb\tz @a\n", "");
    EXPECT_TRUE(grammar.lexicon.is(grammar.lexicon.find("x"), grammar.lexicon.find_class("b")));
    EXPECT_FALSE(grammar.lexicon.is(grammar.lexicon.find("z"), grammar.lexicon.find_class("a")));
}

}  // namespace
}  // namespace synoptic
