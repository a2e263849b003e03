// SPDX-License-Identifier: Apache-2.0
#include "clean/spinning.hpp"

#include <gtest/gtest.h>

namespace synoptic {

namespace {

Document text(std::string_view words) {
    Document document;
    document.text = std::string(words);
    return document;
}

}  // namespace

TEST(Spinning, OddWordsGiveARewordedTextAway) {
    const auto warning = find_spinning(text("As per the minister, the pact was autographed by a duo of functionaries prior to the feast."));
    ASSERT_TRUE(warning);
    EXPECT_EQ(warning->kind, "machine-spun");
    EXPECT_EQ(warning->evidence, "as per, autographed, a duo of, functionaries, prior to the");
}

TEST(Spinning, OneOddWordIsAWritersTaste) {
    EXPECT_FALSE(find_spinning(text("The two ministers signed the pact, which a poet had penned, before the feast began.")));
    EXPECT_FALSE(find_spinning(text("")));
}

}  // namespace synoptic
