// SPDX-License-Identifier: Apache-2.0
#include "core/date.hpp"

#include <gtest/gtest.h>

namespace synoptic {
namespace {

TEST(Date, KeepsTheGrainItWasGiven) {
    EXPECT_EQ(to_iso(*parse_iso("2025-08-15")), "2025-08-15");
    EXPECT_EQ(to_iso(*parse_iso("2025-08")), "2025-08");
    EXPECT_EQ(to_iso(*parse_iso("0987")), "0987");
    EXPECT_EQ(to_iso(*parse_iso("2025-08-15T23:59:00+02:00")), "2025-08-15");
}

TEST(Date, RefusesOtherShapesAndImpossibleDays) {
    for (const char* text :
         {"", "2025-", "2025-13", "2025-02-29", "2025-00-10", "2025-8-15", "15.08.2025", "20250815", "2025-08-155", "0000"}) {
        EXPECT_FALSE(parse_iso(text)) << text;
    }
    EXPECT_TRUE(parse_iso("2024-02-29"));
}

TEST(Date, CountsDaysBothWays) {
    EXPECT_EQ(to_days({1970, 1, 1}), 0);
    EXPECT_EQ(to_days({1969, 12, 31}), -1);
    EXPECT_EQ(to_iso(from_days(to_days({2024, 2, 28}) + 2)), "2024-03-01");
    EXPECT_EQ(weekday({2025, 8, 15}), 4);  // a Friday
    EXPECT_EQ(weekday({1969, 7, 20}), 6);  // a Sunday
}

TEST(Date, IsCompatibleWhereEachKnownPartAgrees) {
    EXPECT_TRUE(compatible({2025, 8, 0}, {2025, 8, 15}));
    EXPECT_TRUE(compatible({2025, 0, 0}, {2025, 8, 15}));
    EXPECT_FALSE(compatible({2025, 8, 14}, {2025, 8, 15}));
    EXPECT_FALSE(compatible({2024, 8, 0}, {2025, 8, 15}));
}

}  // namespace
}  // namespace synoptic
