// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "analysed.hpp"

namespace synoptic {
namespace {

/// "Ada Lund:person ..." for the names of a text, in order.
std::string names(std::string_view text) {
    const Document document = analysed(text, "2025-03-12");
    std::string shown;
    for (const Entity& entity : document.analysis.entities) {
        shown += (shown.empty() ? "" : "; ") + std::string(document.view(entity.span)) + ":" + std::string(name(entity.kind));
    }
    return shown;
}

TEST(Names, titlesMakePersons) {
    EXPECT_EQ(names("A speech by Prime Minister Orla Vestergaard drew applause."), "Orla Vestergaard:person");
    EXPECT_EQ(names("We spoke to Mr Tarkovin about it."), "Tarkovin:person");
    EXPECT_EQ(names("The envoy met harbour commissioner Dace Brill in private."), "Dace Brill:person");
}

TEST(Names, theTypeIsDecidedFromAllMentions) {
    EXPECT_EQ(names("President Ostrow arrived late. Nobody had expected Ostrow."), "Ostrow:person; Ostrow:person");
}

TEST(Names, countriesDemonymsAndCapitals) {
    EXPECT_EQ(names("The French minister flew to Norway."), "French:demonym; Norway:country");
    EXPECT_EQ(names("Officials in Ankara kept silent."), "Ankara:place");
}

TEST(Names, inventedCountries) {
    EXPECT_EQ(names("Trade between Tavonia and its neighbours fell. The Tavonian foreign minister blamed the weather."),
              "Tavonia:country; Tavonian:demonym");
    EXPECT_EQ(names("Ostmark's foreign minister left."), "Ostmark:country");
}

TEST(Names, organisations) {
    EXPECT_EQ(names("Members of the Union of Dock and Harbour Workers voted."), "Union of Dock and Harbour Workers:organization");
    EXPECT_EQ(names("The Fishermen's League protested."), "Fishermen's League:organization");
    EXPECT_EQ(names("Shares in Arden Rail fell."), "Arden Rail:organization");
}

TEST(Names, places) {
    EXPECT_EQ(names("The ship sank in the Strait of Ormen."), "Strait of Ormen:place");
    EXPECT_EQ(names("He lives in the town of Vessby."), "Vessby:place");
}

TEST(Names, aSentenceMayOpenWithAnyWord) {
    EXPECT_EQ(names("Shipowners paid. Roughly half complained. Nothing came of it."), "");
    EXPECT_EQ(names("But Premier Olga Senn refused."), "Olga Senn:person");
}

TEST(Names, daysAndMonthsAreNoNames) { EXPECT_EQ(names("The strike began on Monday and ended in March."), ""); }

TEST(Names, shipsAreNoPersons) { EXPECT_EQ(names("The tanker Bella Ronda was seized."), "Bella Ronda:other"); }

}  // namespace
}  // namespace synoptic
