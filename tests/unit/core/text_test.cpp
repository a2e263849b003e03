// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace synoptic {
namespace {

using Parts = std::vector<std::string_view>;

TEST(Text, TrimsAndFoldsSpace) {
    EXPECT_EQ(trim(" \u00A0a b\n"), "a b");
    EXPECT_EQ(trim(" \t"), "");
    EXPECT_EQ(fold_space("  a\n\u00A0 b  "), "a b");
    EXPECT_EQ(fold_space("a b"), "a b");
    EXPECT_EQ(fold_space("a\u00A0b \u00A9\u00C2 "), "a b \u00A9\u00C2");
    EXPECT_EQ(fold_space("\u00A0"), "");
    EXPECT_EQ(fold_space("a\u00A0"), "a");
    EXPECT_EQ(fold_space("\xC2"), "\xC2");
}

TEST(Text, FoldsForComparingNames) {
    EXPECT_EQ(fold_accents("Mácron’s “Élysée”"), "macron's \"elysee\"");
    EXPECT_EQ(fold_case("ÉLYSÉE"), "élysée");
    EXPECT_EQ(fold_accents("Anna–Lena"), "anna-lena");
    EXPECT_EQ(fold_accents("STRASSE straße ŉ"), "strasse strasse 'n");
    EXPECT_EQ(fold_accents("e\u0301"), "e");
    EXPECT_EQ(fold_accents("한"), "\u1112\u1161\u11AB");  // letters of a syllable
    EXPECT_EQ(fold_accents("\U00010400"), "\U00010428");
    EXPECT_EQ(fold_accents("A\xC3"), "A\xC3");  // no UTF-8: as it is
}

TEST(Text, SplitsKeepingEmptyParts) {
    EXPECT_EQ(split("a\tb\t", '\t'), (Parts{"a", "b", ""}));
    EXPECT_EQ(split("", ','), (Parts{""}));
}

}  // namespace
}  // namespace synoptic
