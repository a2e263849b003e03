// SPDX-License-Identifier: Apache-2.0
#include "lineage/find_lineage.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "articles.hpp"
#include "lineage/direction.hpp"

namespace synoptic {
namespace {

using namespace articles;

/// "chronicle -> blog rewrite; ..." in the order of the ids.
std::string shown(const std::vector<Document>& documents, const Lineage& lineage) {
    std::vector<std::string> lines;
    for (const Derivation& derivation : lineage.derivations) {
        lines.push_back(documents[derivation.a].given_id + " -> " + documents[derivation.b].given_id + " " +
                        std::string(name(derivation.relation)));
    }
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

std::string first_half(std::string_view text) { return std::string(text.substr(0, text.find("\n\n", text.size() / 2))); }

TEST(Lineage, OfNothingAndOfEmptyTextsIsQuiet) {
    EXPECT_TRUE(find_lineage({}).accounts.empty());
    const std::vector<Document> documents{article("a", ""), article("b", ""), article("c", "One word.")};
    const Lineage lineage = find_lineage(documents);
    EXPECT_TRUE(lineage.derivations.empty());
    EXPECT_EQ(lineage.accounts.size(), 3U);
}

TEST(Lineage, FindsTheRewriteAndKeepsTheIndependentAccountApart) {
    const std::vector<Document> documents{
        article("courier", dam_by_the_courier, "2031-05-09", "Courier"), article("blog", dam_reworded, "2031-05-10", "Newsmill"),
        article("chronicle", dam_by_the_chronicle, "2031-05-09", "Kolmar Chronicle"), article("music", orchestra, "2031-05-09")};
    const Lineage lineage = find_lineage(documents);
    EXPECT_EQ(shown(documents, lineage), "chronicle -> blog rewrite\n");
    EXPECT_EQ(lineage.accounts.size(), 3U);
    EXPECT_EQ(lineage.account_of[1], lineage.account_of[2]);
    EXPECT_NE(lineage.account_of[0], lineage.account_of[2]);
    EXPECT_EQ(lineage.relation_of[1], Relation::rewrite);
    EXPECT_EQ(lineage.relation_of[2], Relation::original);
    EXPECT_EQ(lineage.source_of[1], 2U);
}

TEST(Lineage, ProvesARewriteByAlignedSentences) {
    const std::vector<Document> documents{article("a", dam_by_the_chronicle, "2031-05-09"), article("b", dam_reworded, "2031-05-10")};
    const Lineage lineage = find_lineage(documents);
    ASSERT_EQ(lineage.derivations.size(), 1U);
    const auto& passages = lineage.derivations[0].passages;
    EXPECT_GE(passages.size(), 8U);
    const auto soldiers =
        std::ranges::find_if(passages, [&](const Passage& p) { return documents[0].view(p.a).find("140 soldiers") != std::string::npos; });
    ASSERT_NE(soldiers, passages.end());
    EXPECT_NE(documents[1].view(soldiers->b).find("140 troops"), std::string::npos);
}

TEST(Lineage, TellsCopyAbridgementAndExtensionApart) {
    const std::string half = first_half(dam_by_the_chronicle);
    const std::string longer =
        std::string(dam_by_the_chronicle) + "\n\n" + std::string(orchestra) + "\n\n" + std::string(dam_by_the_courier);
    const std::vector<Document> copy{article("a", dam_by_the_chronicle, "2031-05-09"), article("b", dam_by_the_chronicle, "2031-05-11")};
    EXPECT_EQ(shown(copy, find_lineage(copy)), "a -> b copy\n");
    const std::vector<Document> abridged{article("a", half), article("b", dam_by_the_chronicle)};
    EXPECT_EQ(shown(abridged, find_lineage(abridged)), "b -> a abridged\n") << "undated: the shorter is taken from the longer";
    const std::vector<Document> extended{article("a", dam_by_the_chronicle, "2031-05-09"), article("b", longer, "2031-05-11")};
    EXPECT_EQ(shown(extended, find_lineage(extended)), "a -> b extended\n");
}

TEST(Lineage, SaysHowMuchOfEachIsHeldByTheOther) {
    const std::vector<Document> documents{article("a", dam_by_the_chronicle), article("b", first_half(dam_by_the_chronicle))};
    const Lineage lineage = find_lineage(documents);
    ASSERT_EQ(lineage.derivations.size(), 1U);
    EXPECT_NEAR(lineage.derivations[0].contained_a, 0.6, 0.15);
    EXPECT_FLOAT_EQ(lineage.derivations[0].contained_b, 1.0F);
}

TEST(Lineage, TakesASharedSpeechForNoCopy) {
    const std::string speech = "\"The dam was old, and every one of us knew that it was old, and year after year we spent the money on the "
                               "road to the airport, on the "
                               "stadium and on the lights of the square, because a dam that holds wins nobody an election and a dam that "
                               "breaks is somebody else's "
                               "fault. I have nothing to add to that and I will not be taking any questions tonight,\"";
    const std::vector<Document> documents{article("a", speech + " the mayor said.\n\n" + std::string(dam_by_the_courier)),
                                          article("b", std::string(orchestra) + "\n\nElsewhere a mayor spoke. " + speech + " she said.")};
    EXPECT_EQ(shown(documents, find_lineage(documents)), "");
}

TEST(Lineage, TakesFurnitureForNoCopy) {
    const std::string legal =
        "\n\nAll material on these pages belongs to the Tarn Valley Newspaper Company and may not be printed, broadcast, rewritten or "
        "passed on in any "
        "form without its written consent, which can be had from the office in Mill Lane on weekdays between nine and noon.";
    std::vector<Document> documents;
    for (const std::string_view town : {"Arle", "Brom", "Calder", "Dunn", "Esk", "Fenn"}) {
        documents.push_back(article(town, "Nobody was hurt when a barn burned down near " + std::string(town) +
                                              " last night. Neighbours carried out the horses. The owner is insured, firemen of " +
                                              std::string(town) + " said." + legal));
        documents.back().text.insert(0, std::string(town) + " council met. ");
    }
    documents[0].text =
        "A choir from the coast sang in the square until the rain came, and then sang in the church, which was fuller than at Christmas." +
        legal;
    documents[1].text =
        "Three goats that had left their farm on Sunday were found on the roof of the library, where they had eaten most of the moss." +
        legal;
    const Lineage lineage = find_lineage(documents);
    EXPECT_FALSE(lineage.source_of[0]);
    EXPECT_FALSE(lineage.source_of[1]);
}

TEST(Lineage, DependsOnTheDocumentsAndNotOnTheirOrder) {
    std::vector<Document> documents{article("chronicle", dam_by_the_chronicle), article("blog", dam_reworded),
                                    article("half", first_half(dam_by_the_chronicle)), article("courier", dam_by_the_courier),
                                    article("music", orchestra)};
    const std::string there = shown(documents, find_lineage(documents));
    std::ranges::reverse(documents);
    EXPECT_EQ(shown(documents, find_lineage(documents)), there);
    EXPECT_NE(there, "");
}

TEST(Lineage, FollowsADeclaredSourceBeforeDates) {
    Document blog = article("blog", dam_reworded, "2031-05-09", "Newsmill");
    Document chronicle = article("chronicle", dam_by_the_chronicle, "2031-05-10", "Chronicle");
    blog.declared_sources = {"reports the Chronicle"};
    const std::vector<Document> documents{blog, chronicle};
    EXPECT_EQ(shown(documents, find_lineage(documents)), "chronicle -> blog rewrite\n");
}

TEST(Lineage, TakesTheReportersArticleForTheSourceWhereDatesAreMissing) {
    std::vector<Document> documents{article("a", dam_reworded), article("b", dam_by_the_chronicle)};
    documents[0].author = "News Team";
    documents[1].author = "Ada Quist";
    EXPECT_EQ(shown(documents, find_lineage(documents)), "b -> a rewrite\n");
}

DirectionBasis basis_of(const std::vector<Document>& documents) {
    const Lineage lineage = find_lineage(documents);
    EXPECT_EQ(lineage.derivations.size(), 1U);
    return lineage.derivations.empty() ? DirectionBasis::unknown : lineage.derivations[0].basis;
}

TEST(Lineage, SaysWhatTellsTheDirectionOrThatNothingDoes) {
    std::vector<Document> documents{article("a", dam_by_the_chronicle), article("b", dam_reworded)};
    EXPECT_EQ(basis_of(documents), DirectionBasis::unknown);
    documents[1].author = "Ada Quist";
    EXPECT_EQ(basis_of(documents), DirectionBasis::byline);
    documents[0].published = Published{{2031, 5, 9}, "meta"};
    documents[1].published = Published{{2031, 5, 8}, "meta"};
    EXPECT_EQ(basis_of(documents), DirectionBasis::date);
    EXPECT_EQ(shown(documents, find_lineage(documents)), "b -> a rewrite\n");
    documents[0].publisher = "Chronicle";
    EXPECT_EQ(basis_of(documents), DirectionBasis::declared) << "\"she informed the Chronicle\"";
    EXPECT_EQ(basis_of({article("a", dam_by_the_chronicle), article("b", first_half(dam_by_the_chronicle))}), DirectionBasis::abridgement);
}

TEST(Lineage, ComparesWithinTheWindowOnly) {
    std::vector<Document> documents{article("a", dam_by_the_chronicle, "2031-05-09"), article("b", dam_by_the_chronicle, "2031-06-08")};
    EXPECT_EQ(shown(documents, find_lineage(documents)), "a -> b copy\n");
    documents[1] = article("b", dam_by_the_chronicle, "2031-06-09");
    EXPECT_EQ(shown(documents, find_lineage(documents)), "");
    EXPECT_EQ(shown(documents, find_lineage(documents, {.days = 31})), "a -> b copy\n");
    documents[1].published.reset();
    EXPECT_EQ(shown(documents, find_lineage(documents)), "a -> b copy\n") << "an undated document may be of any day";
}

TEST(Lineage, IsTheSameForAnyNumberOfThreads) {
    std::vector<Document> documents{article("chronicle", dam_by_the_chronicle), article("blog", dam_reworded),
                                    article("half", first_half(dam_by_the_chronicle)), article("courier", dam_by_the_courier)};
    EXPECT_EQ(shown(documents, find_lineage(documents, {.threads = 1})), shown(documents, find_lineage(documents, {.threads = 7})));
}

TEST(Lineage, LinksAccountsThatDeclareOneSource) {
    std::vector<Document> documents{article("a", dam_by_the_chronicle, "2031-05-09", "Chronicle"),
                                    article("b", dam_by_the_courier, "2031-05-09", "Courier"),
                                    article("c", orchestra, "2031-05-09", "Baton")};
    documents[0].declared_sources = {"told Valley Wire"};
    documents[1].declared_sources = {"according to Valley Wire"};
    documents[2].declared_sources = {"told the Baton"};
    const Lineage lineage = find_lineage(documents);
    EXPECT_EQ(lineage.accounts[0].shares_sources_with, std::vector<std::uint32_t>{1});
    EXPECT_EQ(lineage.accounts[1].shares_sources_with, std::vector<std::uint32_t>{0});
    EXPECT_TRUE(lineage.accounts[2].shares_sources_with.empty()) << "its own name is no source";
}

TEST(SourceKey, LeavesOffTheWordsOfDeclaring) {
    EXPECT_EQ(source_key("told Reuters"), "reuters");
    EXPECT_EQ(source_key("reports 24brussels"), "24brussels");
    EXPECT_EQ(source_key("[1] https://www.example.org/a/b?x=1"), "example");
    EXPECT_EQ(source_key("cnn.com"), source_key("reports CNN"));
    EXPECT_EQ(source_key(""), "");
}

}  // namespace
}  // namespace synoptic
