// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "analysed.hpp"
#include "language/quotes.hpp"

namespace synoptic {
namespace {

std::string name_of(const Document& document, const Quote& quote) {
    for (const Mention& mention : document.analysis.mentions) {
        if (quote.speaker_chain && mention.chain == *quote.speaker_chain && mention.kind == MentionKind::name) {
            return std::string(document.view(mention.span));
        }
    }
    return std::string(document.view(quote.speaker));
}

/// "direct We won. <Ada Lund>; ..." for the quotations in marks, the speaker by name where the chain has one.
std::string quotes(std::string_view text) {
    const Document document = analysed(text, "2025-03-12");
    std::string shown;
    for (const Quote& quote : document.analysis.quotes) {
        if (quote.kind != QuoteKind::indirect) {
            shown += (shown.empty() ? "" : "; ") + std::string(name(quote.kind)) + " " + std::string(document.view(quote.content)) + " <" +
                     name_of(document, quote) + ">";
        }
    }
    return shown;
}

std::string indirect(std::string_view text) {
    const Document document = analysed(text, "2025-03-12");
    std::string shown;
    for (const Quote& quote : document.analysis.quotes) {
        if (quote.kind == QuoteKind::indirect) {
            shown += (shown.empty() ? "" : "; ") + std::string(document.view(quote.content)) + " <" + name_of(document, quote) + ">";
        }
    }
    return shown;
}

TEST(Quotes, cueAfter) {
    EXPECT_EQ(quotes("\"The harbour is closed,\" Mayor Ada Lund said on Friday."), "direct The harbour is closed, <Ada Lund>");
    EXPECT_EQ(quotes("“The harbour is closed,” said Ada Lund, who runs it."), "direct The harbour is closed, <Ada Lund>");
}

TEST(Quotes, cueBefore) {
    EXPECT_EQ(quotes("Mayor Ada Lund told reporters: “The harbour is closed.”"), "direct The harbour is closed. <Ada Lund>");
}

TEST(Quotes, splitInTwo) {
    EXPECT_EQ(quotes("“We waited,” Ada Lund said. “Nobody came.”"), "direct We waited, <Ada Lund>; direct Nobody came. <Ada Lund>");
    const Document document = analysed("“We waited,” Ada Lund said. “Nobody came.”");
    const auto joined = join_pieces(document);
    ASSERT_EQ(joined.size(), 1U);
    EXPECT_EQ(document.view(joined[0].span), document.text);
}

TEST(Quotes, speakerOfTheSentenceBefore) {
    EXPECT_EQ(quotes("Ada Lund was blunt about the vote. “It was a farce.”"), "direct It was a farce. <Ada Lund>");
    EXPECT_EQ(quotes("Mayor Ada Lund was blunt about the vote. “It was a farce,” she said."), "direct It was a farce, <Ada Lund>");
}

TEST(Quotes, overParagraphs) {
    EXPECT_EQ(quotes("“The first day was quiet,” Ada Lund said. “The second was not.\n“We learned from it.”"),
              "direct The first day was quiet, <Ada Lund>; direct The second was not. <Ada Lund>; direct We learned from it. <Ada Lund>");
}

TEST(Quotes, nestedMarksBelongToTheOuter) {
    EXPECT_EQ(quotes("“He shouted ‘stop’ and ran,” Ada Lund said."), "direct He shouted ‘stop’ and ran, <Ada Lund>");
}

TEST(Quotes, singleMarks) {
    EXPECT_EQ(quotes("‘The harbour isn’t closed,’ said Ada Lund."), "direct The harbour isn’t closed, <Ada Lund>");
}

TEST(Quotes, fragments) {
    EXPECT_EQ(quotes("Premier Ada Lund called the plan “a leaking boat” on Monday."), "mixed a leaking boat <Ada Lund>");
}

TEST(Quotes, namesInMarksAreNoSpeech) {
    EXPECT_EQ(quotes("The talks, which officials nicknamed “Ferryman”, failed."), "");
    EXPECT_EQ(quotes("The 7.12, the “Milk Train”, is still a bus."), "");
    EXPECT_EQ(quotes("His book “The Long Quiet River” sold well."), "");
}

TEST(Quotes, indirectSpeech) {
    EXPECT_EQ(indirect("Ada Lund said that the harbour would stay closed."), "the harbour would stay closed <Ada Lund>");
    EXPECT_EQ(indirect("According to Ada Lund, the harbour is closed."), "the harbour is closed <Ada Lund>");
    EXPECT_EQ(indirect("The harbour had been closed for weeks, Ada Lund said."), "The harbour had been closed for weeks <Ada Lund>");
}

TEST(Quotes, textWithoutQuotations) { EXPECT_EQ(quotes("It's the workers' boat."), ""); }

TEST(Quotes, hostileMarksTakeLinearTime) {
    std::string open;
    for (int i = 0; i < 50000; ++i) {
        open += " 'a";
    }
    const QuoteFinder finder;
    for (const std::string& text : {std::string(100000, '"'), open, std::string(1 << 20, 'x')}) {
        Document document = analysed(text, {}, "de");  // sentences and tokens only
        finder.find(document);
        for (const Quote& quote : document.analysis.quotes) {  // linear: quadratic code runs into the test's time limit
            ASSERT_TRUE(quote.span.covers(quote.content));
            ASSERT_LE(quote.span.end, text.size());
        }
    }
}

}  // namespace
}  // namespace synoptic
