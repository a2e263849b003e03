// SPDX-License-Identifier: Apache-2.0
#include "language/tokens.hpp"

#include <gtest/gtest.h>

#include <string>

namespace synoptic {
namespace {

/// The words of one sentence with spaces between them.
std::string words(std::string_view sentence) {
    static const Abbreviations abbreviations;
    std::string out;
    for (const Span span : tokenize(sentence, {0, static_cast<std::uint32_t>(sentence.size())}, abbreviations)) {
        out += out.empty() ? "" : " ";
        out += span.in(sentence);
    }
    return out;
}

TEST(Tokens, CutsCliticsApart) {
    EXPECT_EQ(words("The envoy didn't answer."), "The envoy did n't answer .");
    EXPECT_EQ(words("She can't, and he won't."), "She ca n't , and he wo n't .");
    EXPECT_EQ(words("Orlov's aide said it's late"), "Orlov 's aide said it 's late");
    EXPECT_EQ(words("They've said we'll know what I'd do, and I'm sure you're right"),
              "They 've said we 'll know what I 'd do , and I 'm sure you 're right");
    EXPECT_EQ(words("They cannot stay"), "They can not stay");
    EXPECT_EQ(words("We're gonna win"), "We 're gon na win");
    EXPECT_EQ(words("It’s the minister’s view; he doesn’t mind"), "It ’s the minister ’s view ; he does n’t mind");
    EXPECT_EQ(words("DON'T"), "DO N'T");
}

TEST(Tokens, KeepsNamesWithApostrophes) {
    EXPECT_EQ(words("O'Brien left at ten o'clock"), "O'Brien left at ten o'clock");
    EXPECT_EQ(words("the workers' union"), "the workers ' union");
    EXPECT_EQ(words("in the '90s"), "in the '90s");
}

TEST(Tokens, CutsHyphensButNotBehindPrefixes) {
    EXPECT_EQ(words("a 15-year plan"), "a 15 - year plan");
    EXPECT_EQ(words("long-term, US-led talks"), "long - term , US - led talks");
    EXPECT_EQ(words("a state-of-the-art ferry"), "a state - of - the - art ferry");
    EXPECT_EQ(words("anti-war, pro-union and non-lethal"), "anti-war , pro-union and non-lethal");
    EXPECT_EQ(words("send an e-mail"), "send an e-mail");
    EXPECT_EQ(words("10-20 ships"), "10 - 20 ships");
    EXPECT_EQ(words("call 555-0134-22"), "call 555-0134-22");
}

TEST(Tokens, KeepsAbbreviationsAndInitialsWhole) {
    EXPECT_EQ(words("Mr. J. R. Holte of Acme Inc. met Gen. Ruiz"), "Mr. J. R. Holte of Acme Inc. met Gen. Ruiz");
    EXPECT_EQ(words("the U.S. navy"), "the U.S. navy");
    EXPECT_EQ(words("They left the U.S."), "They left the U.S.");
    EXPECT_EQ(words("at 5 p.m. on Jan. 5"), "at 5 p.m. on Jan. 5");
    EXPECT_EQ(words("Vitamin B."), "Vitamin B .");
    EXPECT_EQ(words("He said no."), "He said no .");
    EXPECT_EQ(words("room No. 5"), "room No. 5");
}

TEST(Tokens, CutsMoneyPercentAndUnits) {
    EXPECT_EQ(words("$58 million"), "$ 58 million");
    EXPECT_EQ(words("US$1,200.50"), "US$ 1,200.50");
    EXPECT_EQ(words("£3bn or €2.5m"), "£ 3 bn or € 2.5 m");
    EXPECT_EQ(words("up 3.5%"), "up 3.5 %");
    EXPECT_EQ(words("from 10am to 5pm"), "from 10 am to 5 pm");
    EXPECT_EQ(words("the 20th of 12,000"), "the 20th of 12,000");
    EXPECT_EQ(words("at 10:30"), "at 10:30");
}

TEST(Tokens, CutsMarksApart) {
    EXPECT_EQ(words("\"Go,\" she said."), "\" Go , \" she said .");
    EXPECT_EQ(words("“Why now?” he asked (twice)."), "“ Why now ? ” he asked ( twice ) .");
    EXPECT_EQ(words("Well... yes -- or no—perhaps"), "Well ... yes -- or no — perhaps");
    EXPECT_EQ(words("What?! No!!!"), "What ?! No !!!");
    EXPECT_EQ(words("ships/boats and 1/2"), "ships / boats and 1/2");
    EXPECT_EQ(words("the deal [sic]; fine"), "the deal [ sic ] ; fine");
}

TEST(Tokens, KeepsAddressesWhole) {
    EXPECT_EQ(words("See https://example.org/a-b?c=1, or www.example.org."), "See https://example.org/a-b?c=1 , or www.example.org .");
    EXPECT_EQ(words("write to desk@example.org."), "write to desk@example.org .");
    EXPECT_EQ(words("#summit @harbour AT&T"), "#summit @harbour AT&T");
}

TEST(Tokens, HoldsEveryCharacterThatIsNoSpace) {
    const std::string odd = "a\u00A0b '''' --x .5. $$ <\xEF\xBF\xBD> «ça» 漢字。 e\u0301 -'s 's' n't";
    std::string glued = words(odd);
    std::erase(glued, ' ');
    std::string wanted = odd;
    std::erase(wanted, ' ');
    wanted.erase(wanted.find("\u00A0"), 2);
    EXPECT_EQ(glued, wanted);
    EXPECT_EQ(words(""), "");
    EXPECT_EQ(words("   \n\t "), "");
}

TEST(Tokens, KnowsClitics) {
    EXPECT_TRUE(is_clitic("do", "n't"));
    EXPECT_TRUE(is_clitic("Trump", "’s"));
    EXPECT_TRUE(is_clitic("can", "not"));
    EXPECT_FALSE(is_clitic("may", "not"));
    EXPECT_FALSE(is_clitic("\"", "s"));
    EXPECT_FALSE(is_clitic("", "n't"));
}

}  // namespace
}  // namespace synoptic
