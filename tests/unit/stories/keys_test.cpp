// SPDX-License-Identifier: Apache-2.0
#include "stories/keys.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "../lineage/articles.hpp"
#include "stories/event_days.hpp"

namespace synoptic {
namespace {

using namespace articles;

std::int32_t day(std::string_view iso) { return to_days(*parse_iso(iso)); }

std::vector<std::int32_t> days_in(std::string_view text, std::optional<std::int32_t> from = std::nullopt) {
    return event_days(read_words(text), text, from);
}

TEST(EventDays, AreReadInFull) {
    EXPECT_EQ(days_in("The mill burned on March 4, 2031, and again on 9 April 2031."), (std::vector{day("2031-03-04"), day("2031-04-09")}));
    EXPECT_EQ(days_in("Filed 2031-05-09 in Kolmar."), (std::vector{day("2031-05-09")}));
    EXPECT_TRUE(days_in("It burned on March 40, 2031, said 12 men who may march.").empty());
}

TEST(EventDays, AreCountedFromTheDayOfThePaper) {
    const std::int32_t friday = day("2031-05-09");
    EXPECT_EQ(days_in("The wall gave way on Thursday and was inspected on Friday.", friday), (std::vector{friday - 1, friday}));
    EXPECT_EQ(days_in("It happened yesterday, after the flood of 30 December.", day("2031-01-02")),
              (std::vector{day("2031-01-01"), day("2030-12-30")}));
    EXPECT_TRUE(days_in("It happened yesterday, on a Thursday.").empty());
}

TEST(DocumentKeys, TakeTheDateOfTheDateline) {
    EXPECT_EQ(read_keys(article("a", "May 9, 2031. The wall gave way.")).day, day("2031-05-09"));
    EXPECT_EQ(read_keys(article("a", "May 9, 2031. The wall gave way.", "2031-05-11")).day, day("2031-05-11"));
    EXPECT_EQ(read_keys(article("a", "The wall gave way.")).day, std::nullopt);
}

TEST(DocumentKeys, SurvivePacking) {
    for (const std::string_view text : {dam_by_the_chronicle, std::string_view()}) {
        const DocumentKeys keys = read_keys(article("a", text, "2031-05-09"));
        const auto again = unpack_keys(pack_keys(keys));
        ASSERT_TRUE(again);
        EXPECT_EQ(*again, keys);
    }
}

TEST(DocumentKeys, KeepLongNamesApartAndInflectedOnesTogether) {
    const auto names_of = [](std::string_view text) {
        std::vector<std::uint32_t> names;
        for (const KeyUse& use : read_keys(article("a", text)).uses) {
            if (use.kind == KeyKind::name) {
                names.push_back(use.key);
            }
        }
        return names;
    };
    EXPECT_NE(names_of("A bus left Brennerfield at noon."), names_of("A bus left Brennerdale at noon."));
    EXPECT_EQ(names_of("A bus left Varkesh at noon."), names_of("A Varkeshi bus left at noon."));
}

TEST(DocumentKeys, AreNotUnpackedFromOtherBytes) {
    std::string bytes = pack_keys(read_keys(article("a", dam_by_the_chronicle, "2031-05-09")));
    EXPECT_FALSE(unpack_keys(""));
    EXPECT_FALSE(unpack_keys(std::string_view(bytes).substr(0, bytes.size() - 3)));
    EXPECT_FALSE(unpack_keys(std::string(64, '\xFF')));
    bytes[bytes.size() - 4] = '\x7F';  // no kind of key
    EXPECT_FALSE(unpack_keys(bytes));
}

}  // namespace
}  // namespace synoptic
