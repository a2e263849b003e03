// SPDX-License-Identifier: Apache-2.0
#include "situation/spelling.hpp"

#include <gtest/gtest.h>

namespace synoptic {

TEST(Spelling, TakesOutTheHabitsOfTransliteration) {
    EXPECT_EQ(spelling_key("Dzhumaev"), spelling_key("Jumaev"));
    EXPECT_EQ(spelling_key("Kovalskyy"), spelling_key("Kovalsky"));
    EXPECT_EQ(spelling_key("Hållström"), spelling_key("Halstrom"));
}

TEST(Spelling, TellsVariantsFromOtherNames) {
    EXPECT_EQ(compare_words("Orban", "ORBÁN"), Likeness::same);
    EXPECT_EQ(compare_words("Temir", "Timir"), Likeness::similar);
    EXPECT_EQ(compare_words("Isidro", "Izidro"), Likeness::similar);
    EXPECT_EQ(compare_words("Hansen", "Jansen"), Likeness::different);
    EXPECT_EQ(compare_words("Marin", "Morena"), Likeness::different);
    EXPECT_EQ(compare_words("Li", "Lu"), Likeness::different);
    EXPECT_EQ(compare_words("", "Lu"), Likeness::different);
}

TEST(Spelling, FirstNamesALetterApart) {
    EXPECT_TRUE(one_letter_apart("Joris", "Yoris"));
    EXPECT_TRUE(one_letter_apart("Mirka", "Mirca"));
    EXPECT_FALSE(one_letter_apart("Paul", "Paula"));
    EXPECT_FALSE(one_letter_apart("Anna", "Hanna"));
    EXPECT_FALSE(one_letter_apart("Jan", "Jon"));
    EXPECT_FALSE(one_letter_apart("", ""));
}

}  // namespace synoptic
