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
}

TEST(Text, FoldsForComparingNames) {
    EXPECT_EQ(fold_accents("Mácron’s “Élysée”"), "macron's \"elysee\"");
    EXPECT_EQ(fold_case("ÉLYSÉE"), "élysée");
    EXPECT_EQ(fold_accents("Anna–Lena"), "anna-lena");
}

TEST(Text, SplitsKeepingEmptyParts) {
    EXPECT_EQ(split("a\tb\t", '\t'), (Parts{"a", "b", ""}));
    EXPECT_EQ(split("", ','), (Parts{""}));
}

}  // namespace
}  // namespace synoptic
