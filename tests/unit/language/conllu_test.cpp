// SPDX-License-Identifier: Apache-2.0
#include "language/conllu.hpp"

#include <gtest/gtest.h>

namespace synoptic {
namespace {

constexpr std::string_view sample = "# newdoc id = harbour\n"
                                    "# sent_id = harbour-1\n"
                                    "# text = Don't sail (yet).\n"
                                    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                    "1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_\n"
                                    "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
                                    "3\tsail\tsail\tVERB\tVB\t_\t0\troot\t_\t_\n"
                                    "4\t(\t(\tPUNCT\t-LRB-\t_\t5\tpunct\t_\tSpaceAfter=No\n"
                                    "5\tyet\tyet\tADV\tRB\t_\t3\tadvmod\t_\tSpaceAfter=No\n"
                                    "5.1\tnull\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                    "6\t)\t)\tPUNCT\t-RRB-\t_\t5\tpunct\t_\tSpaceAfter=No\n"
                                    "7\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
                                    "\n"
                                    "# sent_id = harbour-2\n"
                                    "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n";

TEST(Conllu, IsReadWithRangesAndWithoutEmptyNodes) {
    const auto parsed = parse_conllu(sample);
    ASSERT_TRUE(parsed.ok());
    ASSERT_EQ(parsed.value().size(), 2U);
    const ConlluSentence& first = parsed.value()[0];
    EXPECT_EQ(first.id, "harbour-1");
    EXPECT_EQ(first.document, "harbour");
    ASSERT_EQ(first.words.size(), 7U);
    EXPECT_EQ(first.words[2].head, no_head);
    EXPECT_EQ(first.words[0].head, 2);
    EXPECT_EQ(first.words[4].deprel, Deprel::advmod);
    EXPECT_EQ(first.words[0].upos, Upos::AUX);
    ASSERT_EQ(first.ranges.size(), 1U);
    EXPECT_EQ(first.ranges[0].form, "Don't");
    EXPECT_EQ(first.ranges[0].last, 2U);
}

TEST(Conllu, BecomesDocumentsWithTokensInPlace) {
    const std::vector<Document> documents = documents_of(parse_conllu(sample).value());
    ASSERT_EQ(documents.size(), 1U);
    const Document& document = documents[0];
    EXPECT_EQ(document.text, "Don't sail (yet). No ");
    EXPECT_EQ(document.view(document.analysis.tokens[1]), "n't");
    EXPECT_EQ(document.view(document.analysis.tokens[5]), ")");
    ASSERT_EQ(document.analysis.sentences.size(), 2U);
    EXPECT_EQ(document.view(document.analysis.sentences[1].span), "No");
}

TEST(Conllu, WrittenAndReadAgainIsTheSame) {
    std::vector<Document> documents = documents_of(parse_conllu(sample).value());
    Analysis& analysis = documents[0].analysis;
    const std::int32_t heads[] = {2, 2, no_head, 4, 2, 4, 2, no_head};
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
        analysis.tokens[i].head = heads[i];
    }
    analysis.tokens[2].features.verb_form = VerbForm::inf;
    analysis.entities.push_back({.span = {6, 10}, .first = 2, .last = 3, .kind = EntityKind::person});
    const std::string written = to_conllu(documents[0], "harbour");
    EXPECT_NE(written.find("# text = Don't sail (yet).\n1-2\tDon't\t"), std::string::npos) << written;
    EXPECT_NE(written.find("VerbForm=Inf\t0\troot\t_\tNER=B-PER\n"), std::string::npos) << written;
    const auto again = parse_conllu(written);
    ASSERT_TRUE(again.ok()) << again.reason();
    EXPECT_EQ(documents_of(again.value())[0].text, documents[0].text);
    ASSERT_EQ(again.value().size(), 2U);
    for (std::size_t i = 0; i < 7; ++i) {
        EXPECT_EQ(again.value()[0].words[i].head, heads[i]) << i;
    }
}

TEST(Conllu, LeavesColumnsOpenWithoutSyntax) {
    const std::vector<Document> documents = documents_of(parse_bio("No\tO\n"));
    EXPECT_NE(to_conllu(documents[0], "x", false).find("\n1\tNo\t_\t_\t_\t_\t_\t_\t_\t_\n"), std::string::npos);
}

TEST(Conllu, TellsTheLineOfAMistake) {
    const auto few = parse_conllu("1\tNo\tno\n");
    ASSERT_FALSE(few.ok());
    EXPECT_EQ(few.reason(), "line 1: there are 3 columns, not 10");
    EXPECT_FALSE(parse_conllu("2\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n").ok());
    EXPECT_FALSE(parse_conllu("1\tNo\tno\tINTJ\tUH\t_\tx\troot\t_\t_\n").ok());
    EXPECT_FALSE(parse_conllu("3-1\tNo\t_\t_\t_\t_\t_\t_\t_\t_\n").ok());
    EXPECT_TRUE(parse_conllu("").ok());
}

TEST(Conllu, KeepsHeadsInsideTheSentence) {
    const auto parsed = parse_conllu("1\tNo\tno\tINTJ\tUH\t_\t9\tdep\t_\t_\n");
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(parsed.value()[0].words[0].head, no_head);
}

TEST(Conllu, ReadsWordsOfTaggedLines) {
    const std::vector<ConlluSentence> sentences = parse_bio("Anna\tB-PER\nLind\tI-PER\n\nleft\tO\n");
    ASSERT_EQ(sentences.size(), 2U);
    EXPECT_EQ(sentences[0].words[1].form, "Lind");
    EXPECT_EQ(documents_of(sentences)[0].text, "Anna Lind \n\nleft ");
}

}  // namespace
}  // namespace synoptic
