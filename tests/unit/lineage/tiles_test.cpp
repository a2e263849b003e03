// SPDX-License-Identifier: Apache-2.0
#include "lineage/tiles.hpp"

#include <gtest/gtest.h>

#include <string>

namespace synoptic {
namespace {

std::string tiles_text(std::string_view a, std::string_view b, std::uint32_t shortest) {
    std::string shown;
    const auto words_a = to_read_words(read_words(a));
    const auto words_b = to_read_words(read_words(b));
    for (const Tile& tile : TileFinder(words_b, shortest).find(words_a)) {
        shown += std::to_string(tile.a) + ":" + std::to_string(tile.b) + "+" + std::to_string(tile.length) + " ";
    }
    return shown;
}

TEST(Tiles, AreLongestRunsOfEqualWords) { EXPECT_EQ(tiles_text("one a b c d e two", "x A, B c d e!", 3), "1:1+5 "); }

TEST(Tiles, MayHaveChangedPlaces) { EXPECT_EQ(tiles_text("a b c x d e f", "d e f y a b c", 3), "0:4+3 4:0+3 "); }

TEST(Tiles, TakeNoWordTwice) { EXPECT_EQ(tiles_text("a b c", "a b c a b c", 3), "0:0+3 "); }

TEST(Tiles, ShorterThanAskedForAreNone) { EXPECT_EQ(tiles_text("a b c", "a b x", 3), ""); }

TEST(Tiles, OfOneWordRepeatedAreFoundInReasonableTime) {
    std::string same;
    for (int i = 0; i < 20000; ++i) {
        same += "na ";
    }
    const auto words = to_read_words(read_words(same));
    EXPECT_FALSE(TileFinder(words, 3).find(words).empty());
}

}  // namespace
}  // namespace synoptic
