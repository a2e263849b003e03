// SPDX-License-Identifier: Apache-2.0
#include "language/latest_day.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace synoptic {

namespace {

std::string latest(std::string_view text) {
    static const Analyzer analyzer;
    Document document;
    document.language = "en";
    document.text = text;
    document.blocks = {{{0, static_cast<std::uint32_t>(text.size())}}};
    const auto day = latest_day_told(document, analyzer);
    return day ? to_iso(*day) : "";
}

}  // namespace

TEST(LatestDay, IsTheLastOfThoseOnWhichSomethingHappened) {
    EXPECT_EQ(latest("The bridge at Hollin fell into the river on 3 May 2025."), "2025-05-03");
    EXPECT_EQ(latest("On March 2, 2024, the families sued the county. The court dismissed the case on November 9, 2023."), "2024-03-02");
    EXPECT_EQ(latest("Nine miners were killed on 12 June 2021 when a shaft collapsed."), "2021-06-12");
}

TEST(LatestDay, DaysToComeAreNone) {
    EXPECT_EQ(latest("The bridge will be opened on 1 June 2026."), "");
    EXPECT_EQ(latest("The board said on 3 May 2025 that the bridge would be opened on 1 June 2026."), "");
    EXPECT_EQ(latest("The trial is scheduled to begin on 7 July 2026."), "");
    EXPECT_EQ(latest("She returns to court on 4 February 2026."), "");
    EXPECT_EQ(latest("The fall took nobody by surprise. The new bridge opens on 1 June 2026."), "");
    EXPECT_EQ(latest("The bridge fell on 3 May 2025. The new one will open on 1 June 2026."), "2025-05-03");
}

TEST(LatestDay, BoundsRangesAndNounsLeaveItOpen) {
    EXPECT_EQ(latest("Farmers applied for grants by 31 December 2025."), "");
    EXPECT_EQ(latest("The rule was changed from 1 March 2026."), "");
    EXPECT_EQ(latest("Delegates discussed the summit of 5 September 2026."), "");
}

TEST(LatestDay, NeedsTheYearAndTheDay) {
    EXPECT_EQ(latest("The bridge fell on 3 May."), "");
    EXPECT_EQ(latest("The bridge fell in May 2025."), "");
    EXPECT_EQ(latest("The bridge fell on Tuesday."), "");
}

}  // namespace synoptic
