// SPDX-License-Identifier: Apache-2.0
#include "coding/actors.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "coding/coder.hpp"
#include "language/analyzer.hpp"

namespace synoptic {
namespace {

/// "SOURCE > TARGET" of the last event of a text.
std::string codes(std::string_view text, std::string_view own = "") {
    Document document;
    document.language = "en";
    document.text = text;
    document.blocks.push_back({.span = {0, static_cast<std::uint32_t>(text.size())}});
    Analyzer().analyze(document);
    const auto events = Coder(own).code(document);
    if (events.empty()) {
        return "no event";
    }
    const auto joined = [](const std::vector<Participant>& participants) {
        std::string all;
        for (const Participant& each : participants) {
            all += (all.empty() ? "" : "; ") + each.code;
        }
        return all;
    };
    return joined(events.back().source) + " > " + joined(events.back().target);
}

TEST(Actors, CountryAndRole) {
    EXPECT_EQ(codes("Norwegian soldiers attacked the Chilean embassy."), "NORMIL > CHLGOV");
    EXPECT_EQ(codes("The president of Norway accused Chilean lawmakers."), "NORGOV > CHLLEG");
    EXPECT_EQ(codes("An MSF Peru doctor accused Chile of theft."), "NGOMSF > CHL");
}

TEST(Actors, APhraseMaySpeakOfSeveral) {
    EXPECT_EQ(codes("The leaders of Norway and Chile praised Peru."), "NORGOV/CHLGOV > PER");
    EXPECT_EQ(codes("Peru welcomed a resumption of ties with Norway, Chile and Ghana."), "PER > NOR/CHL/GHA");
    EXPECT_EQ(codes("Lawmakers and officials in Norway praised Peru."), "NORLEG; NORGOV > PER");
}

TEST(Actors, ACapitalStandsForItsGovernment) {
    EXPECT_EQ(codes("Carvel, the capital of Norway, was quiet. Carvel accused Peru of theft."), "NORGOV > PER");
}

TEST(Actors, APossessivePronounHasTheCountryOfItsName) {
    EXPECT_EQ(codes("Norway was furious. Its soldiers attacked Peru."), "NORMIL > PER");
}

TEST(Actors, ATargetTakesItsCountryFromDeeperDown) {
    EXPECT_EQ(codes("Norway closed the roads leading into Chile."), "NOR > CHL");
    EXPECT_EQ(codes("Norway criticised the closure of roads in Chile."), "NOR > CHL");
}

TEST(Actors, AnOwnNameMayStandForSeveral) { EXPECT_EQ(codes("The Isles attacked Peru.", "The Isles\tAAA/BBB\n"), "AAA/BBB > PER"); }

}  // namespace
}  // namespace synoptic
