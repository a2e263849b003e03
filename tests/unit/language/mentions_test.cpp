// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "analysed.hpp"

namespace synoptic {
namespace {

/// The mentions of each chain that has more than one, in order: "Ada Lund = the minister = she".
std::string chains(std::string_view text) {
    const Document document = analysed(text, "2025-03-12");
    std::map<std::uint32_t, std::pair<int, std::string>> found;
    std::map<std::uint32_t, std::uint32_t> first;
    for (const Mention& mention : document.analysis.mentions) {
        auto& [count, shown] = found[mention.chain];
        shown += (count++ == 0 ? "" : " = ") + std::string(document.view(mention.span));
        first.emplace(mention.chain, mention.span.begin);
    }
    std::map<std::uint32_t, std::string> ordered;
    for (const auto& [chain, entry] : found) {
        if (entry.first > 1) {
            ordered[first[chain]] += entry.second;
        }
    }
    std::string shown;
    for (const auto& [begin, text_of_chain] : ordered) {
        shown += (shown.empty() ? "" : "; ") + text_of_chain;
    }
    return shown;
}

std::string roles(std::string_view text) {
    const Document document = analysed(text, "2025-03-12");
    std::string shown;
    for (const RoleFact& fact : document.analysis.roles) {
        shown += (shown.empty() ? "" : "; ") + std::string(document.view(fact.person)) + ": " + std::string(document.view(fact.role));
    }
    return shown;
}

TEST(Mentions, surnameToFullName) {
    EXPECT_EQ(chains("Prime Minister Orla Vestergaard spoke. Vestergaard left early."), "Orla Vestergaard = Vestergaard");
}

TEST(Mentions, pronounsByGender) {
    EXPECT_EQ(chains("President Karl Ostrow met Prime Minister Maria Lund. She offered a truce."), "Maria Lund = She");
}

TEST(Mentions, rolesSpeakOfTheirHolder) {
    EXPECT_EQ(chains("Foreign Minister Anders Quill resigned. The minister gave no reason."), "Anders Quill = The minister");
    EXPECT_EQ(chains("Premier Hugo Rand spoke. The finance minister was absent."), "");
}

TEST(Mentions, apposition) {
    EXPECT_EQ(chains("Dora Stahl, the finance minister, was absent."), "Dora Stahl = the finance minister");
    EXPECT_EQ(roles("Dora Stahl, the finance minister, was absent."), "Dora Stahl: finance minister");
    EXPECT_EQ(roles("Piet Amsel, who chairs the Dockers' League, was blunt."), "Piet Amsel: chairs the Dockers' League");
}

TEST(Mentions, twoPeopleOfOneSurnameStayApart) {
    EXPECT_EQ(chains("Minister Karl Lund spoke. Minister Maria Lund was silent."), "");
    EXPECT_EQ(chains("Minister Tobias Renk spoke. Tobias Rennk then left."), "Tobias Renk = Tobias Rennk");
}

TEST(Mentions, organisationsByTheirHeadWord) {
    EXPECT_EQ(chains("The Northern Dockers' League met. The League wants a rise."), "Northern Dockers' League = League");
}

TEST(Mentions, acronyms) { EXPECT_EQ(chains("The Harbour Workers Union met. The HWU wants a rise."), "Harbour Workers Union = HWU"); }

}  // namespace
}  // namespace synoptic
