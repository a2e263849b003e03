// SPDX-License-Identifier: Apache-2.0
#include "clean/sources.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "clean/lines.hpp"

namespace synoptic {
namespace {

std::vector<std::string> sources_of(const std::string& text, std::string_view own = "") {
    Pieces pieces(1);
    pieces.front().text = text;
    return declared_sources(pieces, own);
}

using Names = std::vector<std::string>;

TEST(DeclaredSources, AreNamedBeforeAndAfterTheCue) {
    EXPECT_EQ(sources_of("The ferry sank, Reuters reports. A sailor told the newspaper Harbour Gazette that it was dark."),
              (Names{"Reuters", "Harbour Gazette"}));
    EXPECT_EQ(sources_of("The mill burned down, reports Valley24."), Names{"Valley24"});
    EXPECT_EQ(sources_of("The mayor is ill, according to the BBC and others."), Names{"BBC"});
}

TEST(DeclaredSources, AreOutletsAndNotPersons) {
    EXPECT_EQ(sources_of("She told Mary Holm that it was late. He writes, reports and reads."), Names{});
    EXPECT_EQ(sources_of("The board reported profits, reports say. Wages rose, reports Holm at length."), Names{});
}

TEST(DeclaredSources, AreNamedOnceAndNeverThePublisherItself) {
    EXPECT_EQ(sources_of("He told Reuters so. She told Reuters no."), Names{"Reuters"});
    EXPECT_EQ(sources_of("He told Reuters so.", "Reuters"), Names{});
}

}  // namespace
}  // namespace synoptic
