// SPDX-License-Identifier: Apache-2.0
#include "core/utf8.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "core/text.hpp"

namespace synoptic {
namespace {

TEST(Utf8, ComposesWhatIsNotComposed) {
    EXPECT_EQ(repair_utf8("e\u0301"), "\u00E9");
    EXPECT_EQ(repair_utf8("\u1112\u1161\u11AB"), "\uD55C");
    EXPECT_EQ(repair_utf8("\u212B"), "\u00C5");
    EXPECT_EQ(repair_utf8("\u0438\u0306"), "\u0439");
    EXPECT_EQ(repair_utf8("\u304B\u3099"), "\u304C");
    EXPECT_EQ(repair_utf8("\u00E9 \u4E2D \u201C"), "\u00E9 \u4E2D \u201C");
    EXPECT_EQ(repair_utf8("a\r\nb\rc\x01"
                          "d"),
              "a\nb\nc d");
}

TEST(Utf8, KnowsWhatIsNone) {
    for (const std::string_view broken :
         {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5", "\xC3", "\xE2\x82"}) {
        EXPECT_FALSE(is_valid_utf8(broken));
        EXPECT_FALSE(is_valid_utf8("12345678 " + std::string(broken)));
    }
    EXPECT_TRUE(is_valid_utf8("\uFFFF \U0010FFFF \uD7FF"));
}

TEST(RepairUtf8, LeavesGoodTextAlone) { EXPECT_EQ(repair_utf8("Zürich, 東京, 👍\tok\n"), "Zürich, 東京, 👍\tok\n"); }

TEST(RepairUtf8, MarksEachBrokenSequenceOnce) {
    EXPECT_EQ(repair_utf8("caf\xE9 au lait"), "caf\uFFFD au lait");
    EXPECT_EQ(repair_utf8("a\xE2\x82"), "a\uFFFD");      // cut in the middle of a euro sign
    EXPECT_EQ(repair_utf8("\xC0\xAF"), "\uFFFD");        // an overlong slash
    EXPECT_EQ(repair_utf8("\xED\xA0\x80!"), "\uFFFD!");  // half of a surrogate pair
}

TEST(RepairUtf8, DropsMarksAndControls) {
    EXPECT_EQ(repair_utf8("\xEF\xBB\xBFtext"), "text");
    EXPECT_EQ(repair_utf8(std::string_view("a\0b\x07", 4)), "a b ");
    EXPECT_EQ(repair_utf8("one\r\ntwo\rthree"), "one\ntwo\nthree");
}

TEST(RepairUtf8, ComposesLetters) { EXPECT_EQ(repair_utf8("e\u0301"), "\u00E9"); }

TEST(RepairUtf8, GivesValidTextForAnyBytes) {
    std::uint32_t state = 1;
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (int i = 0; i < 24; ++i) {
            state = state * 1664525U + 1013904223U;
            bytes += static_cast<char>(state >> 24U);
        }
        EXPECT_TRUE(is_valid_utf8(repair_utf8(bytes)));
    }
}

TEST(ValidUtf8, SeesABrokenByteAnywhere) {
    for (std::size_t at = 0; at < 100; ++at) {
        std::string text(100, 'x');
        EXPECT_TRUE(is_ascii(text) && is_valid_utf8(text));
        text[at] = '\xFF';
        EXPECT_FALSE(is_ascii(text)) << at;
        EXPECT_FALSE(is_valid_utf8(text)) << at;
        EXPECT_EQ(count_broken_utf8(text), 1U) << at;
    }
}

TEST(CodePointIndex, AgreesWithCounting) {
    std::string text;
    for (int i = 0; i < 300; ++i) {
        text += i % 3 == 0 ? "é" : i % 7 == 0 ? "👍" : "x";
    }
    const CodePointIndex index(text);
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
        EXPECT_EQ(index.at(at), count_code_points(text.substr(0, at))) << at;
    }
}

}  // namespace
}  // namespace synoptic
