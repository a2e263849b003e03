// SPDX-License-Identifier: Apache-2.0
#include "language/sentences.hpp"

#include <gtest/gtest.h>

#include <string>

namespace synoptic {
namespace {

/// The sentences of one block, each in bars.
std::string split(std::string_view block) {
    static const Abbreviations abbreviations;
    std::string out;
    for (const Span span : split_sentences(block, {0, static_cast<std::uint32_t>(block.size())}, abbreviations)) {
        out += "|";
        out += span.in(block);
    }
    return out.empty() ? out : out + "|";
}

TEST(Sentences, EndAtFullStopsBeforeCapitals) {
    EXPECT_EQ(split("The ferry sank. Nobody died.  Divers came."), "|The ferry sank.|Nobody died.|Divers came.|");
    EXPECT_EQ(split("Is it so? It is! Fine."), "|Is it so?|It is!|Fine.|");
    EXPECT_EQ(split("No stop at the end"), "|No stop at the end|");
    EXPECT_EQ(split(""), "");
    EXPECT_EQ(split(" \n "), "");
    EXPECT_EQ(split("..."), "|...|");
}

TEST(Sentences, DoNotEndAtAbbreviationsAndInitials) {
    EXPECT_EQ(split("Mr. Holte met Gen. Ruiz. They spoke."), "|Mr. Holte met Gen. Ruiz.|They spoke.|");
    EXPECT_EQ(split("J. R. Okafor and Ana B. Lind left."), "|J. R. Okafor and Ana B. Lind left.|");
    EXPECT_EQ(split("The U.S. Navy sailed. The U.N. Security Council met."), "|The U.S. Navy sailed.|The U.N. Security Council met.|");
    EXPECT_EQ(split("He lives in the U.S. The rest stayed."), "|He lives in the U.S.|The rest stayed.|");
    EXPECT_EQ(split("Acme Inc. Chairman Ode spoke. Acme Inc. However, fell."), "|Acme Inc. Chairman Ode spoke.|Acme Inc.|However, fell.|");
    EXPECT_EQ(split("On Jan. 5 at 5 p.m. Friday it rained."), "|On Jan. 5 at 5 p.m. Friday it rained.|");
    EXPECT_EQ(split("It was No. 5 vs. Spain, i.e. Sunday."), "|It was No. 5 vs. Spain, i.e. Sunday.|");
    EXPECT_EQ(split("He said no. Ten left."), "|He said no.|Ten left.|");
}

TEST(Sentences, DoNotEndInNumbers) {
    EXPECT_EQ(split("It rose 3.5 percent to 1.200 units. Then it fell."), "|It rose 3.5 percent to 1.200 units.|Then it fell.|");
    EXPECT_EQ(split("1. Read the rules. 2. Obey."), "|1. Read the rules.|2. Obey.|");
    EXPECT_EQ(split("It began in 2004. Two years later it ended."), "|It began in 2004.|Two years later it ended.|");
}

TEST(Sentences, KeepClosingMarks) {
    EXPECT_EQ(split("\"We must go.\" He left."), "|\"We must go.\"|He left.|");
    EXPECT_EQ(split("“We must go.” He left."), "|“We must go.”|He left.|");
    EXPECT_EQ(split("(It rained.) They stayed."), "|(It rained.)|They stayed.|");
    EXPECT_EQ(split("He left. \"We stay,\" she said."), "|He left.|\"We stay,\" she said.|");
    EXPECT_EQ(split("It fell in 1805.[6] Nobody knew."), "|It fell in 1805.[6]|Nobody knew.|");
}

TEST(Sentences, GoOnWithTheSpeakerOfAQuestion) {
    EXPECT_EQ(split("\"Why now?\" he asked. Nobody knew."), "|\"Why now?\" he asked.|Nobody knew.|");
    EXPECT_EQ(split("“Stop!” Mr. Anders Holte said."), "|“Stop!” Mr. Anders Holte said.|");
    EXPECT_EQ(split("“Is it over?” The crowd went home."), "|“Is it over?”|The crowd went home.|");
}

TEST(Sentences, TellEllipsesApart) { EXPECT_EQ(split("He waited ... and left. Well... No."), "|He waited ... and left.|Well...|No.|"); }

TEST(Sentences, SeeALostSpace) {
    EXPECT_EQ(split("They left the town.The police came."), "|They left the town.|The police came.|");
    EXPECT_EQ(split("See www.Example.Org or Node.Js today"), "|See www.Example.Org or Node.Js today|");
}

TEST(Sentences, EndAtLinesThatStandAlone) {
    EXPECT_EQ(split("Ferry talks resume\nThe two ministers met on Friday in the harbour hall to talk about the line."),
              "|Ferry talks resume|The two ministers met on Friday in the harbour hall to talk about the line.|");
    EXPECT_EQ(split("- bread\n- salt"), "|- bread|- salt|");
    EXPECT_EQ(split("The two ministers met on Friday in the large hall of the harbour\nand spoke for nearly five hours about tolls."),
              "|The two ministers met on Friday in the large hall of the harbour\nand spoke for nearly five hours about tolls.|");
}

TEST(Sentences, StayLinearOnOddInput) {
    const std::string stops(200000, '.');
    EXPECT_EQ(split_sentences(stops, {0, 200000}, Abbreviations()).size(), 1U);
    std::string lines;
    for (int i = 0; i < 20000; ++i) {
        lines += "a.\n\"(";
    }
    EXPECT_FALSE(split_sentences(lines, {0, static_cast<std::uint32_t>(lines.size())}, Abbreviations()).empty());
}

}  // namespace
}  // namespace synoptic
