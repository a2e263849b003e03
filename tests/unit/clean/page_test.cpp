// SPDX-License-Identifier: Apache-2.0
#include "clean_test_tools.hpp"

namespace synoptic {
namespace {

Page json_line(std::string record, std::string id, std::string url = "") {
    Page page;
    page.path = "folder/lines.jsonl";
    page.record = std::move(record);
    page.url = std::move(url);
    page.kind = PageKind::article;
    page.stated.id = std::move(id);
    page.bytes = "The ferry to Ostrel will sail twice a day from May on, the harbour board said.";
    return page;
}

DocId id_of(const Page& page) { return clean(page).value().id; }

TEST(DocumentId, StaysWhenLinesAreReordered) {
    EXPECT_EQ(id_of(json_line("line 3", "a7")), id_of(json_line("line 90", "a7")));
    EXPECT_EQ(id_of(json_line("line 3", "", "https://a.example/x")), id_of(json_line("line 90", "", "https://a.example/x")));
}

TEST(DocumentId, TellsRecordsApart) {
    EXPECT_NE(id_of(json_line("line 3", "a7")), id_of(json_line("line 3", "a8")));
    EXPECT_NE(id_of(json_line("line 3", "")), id_of(json_line("line 4", "")));
}

Page text_page(std::string bytes, PageKind kind = PageKind::text) {
    Page page;
    page.path = "folder/page.txt";
    page.kind = kind;
    page.bytes = std::move(bytes);
    return page;
}

TEST(BrokenEncoding, IsRepairedAndListed) {
    for (const PageKind kind : {PageKind::text, PageKind::html, PageKind::article}) {
        const auto document =
            clean(text_page("<p>The caf\xC3 at the quay of Ostr\xE2\x82 stayed open until the last ferry had left, its owner "
                            "said on Monday, and \u201Cnobody drowned\u201D; \u201Cthe tide \u2013 as ever \u2013 went out\u201D, "
                            "\u201Csooner\u201D or \u201Clater\u201D, "
                            "as \u00C9mile and Ren\u00E9 of the \u00CEle had said.</p>",
                            kind));
        ASSERT_TRUE(document);
        EXPECT_TRUE(has(document.value(), "caf\uFFFD at"));
        EXPECT_EQ(document.value().warnings.front().kind, "broken encoding");
        EXPECT_EQ(document.value().warnings.front().evidence, "2 byte sequences replaced");
        EXPECT_EQ(fault_of_kept(document.value()), "holds 2 byte sequences that are no UTF-8; they were replaced by U+FFFD");
    }
}

TEST(BrokenEncoding, WhatTheReaderReplacedCounts) {
    Page page = text_page("The caf\uFFFD at the quay stayed open.", PageKind::article);
    EXPECT_FALSE(fault_of_kept(clean(page).value()));
    page.broken_sequences = 1;
    EXPECT_EQ(fault_of_kept(clean(page).value()), "holds 1 byte sequence that is no UTF-8; it was replaced by U+FFFD");
}

TEST(BrokenEncoding, ByteSoupIsInNoCharset) {
    for (const std::string_view soup : {"the caf\xE9 at the quay, \xFF\xFE and \xE2\x82 more", "the quay \x81 and the \x8F wall"}) {
        const auto document = clean(text_page("Divers looked at " + std::string(soup) + " on Monday, the harbour board of Ostrel said."));
        ASSERT_TRUE(document);
        EXPECT_TRUE(fault_of_kept(document.value())) << document.value().text;
    }
}

TEST(BrokenEncoding, LegacyCharsetsAreNotBroken) {
    const auto latin =
        clean(text_page("<meta charset=windows-1252><p>The caf\xE9 of Ren\xE9 at the quay stayed open until the last ferry had "
                        "left, \x93late as ever\x94, its owner said on Monday.</p>",
                        PageKind::html));
    EXPECT_TRUE(has(latin.value(), "caf\u00E9 of Ren\u00E9"));
    EXPECT_FALSE(fault_of_kept(latin.value()));
}

TEST(OddPages, ALineLongerThanAnyArticleIsRejected) {
    const std::string sentence = "The ferry to Ostrel will sail twice a day from May on, the harbour board said. ";
    std::string line;
    while (line.size() < 999'000) {
        line += sentence;
    }
    EXPECT_TRUE(clean(text_page("A title\n" + line)));
    const auto rejected = clean(text_page("A title\n" + line + std::string(2000, 'x') + "\nmore"));
    ASSERT_FALSE(rejected);
    EXPECT_EQ(rejected.reason(), "has a line of " + std::to_string(line.size() + 2000) + " bytes, longer than any article's");
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

TEST(OddPages, TagsNestedAbsurdlyDeepAreRejected) {
    for (const std::string_view tags : {"<div>", "<b>", "<x-box>", "<ul><li>", "<div><span>"}) {
        const auto rejected = clean(text_page(repeated(tags, 10'001) + paragraphs, PageKind::html));
        ASSERT_FALSE(rejected) << tags;
        EXPECT_EQ(rejected.reason(), "nests tags more than 10000 deep");
    }
}

TEST(OddPages, ManyTagsAreNotDeepOnes) {
    for (const std::string_view tags : {"<div></div>", "<br>", "<p>", "<li>", "<b><p>", "<font><div></div>", "<img src=x>", "<a name=x>"}) {
        EXPECT_TRUE(has(clean_html(repeated(tags, 12'000) + "<div>" + paragraphs + "</div>"), "harbour board")) << tags;
    }
}

}  // namespace
}  // namespace synoptic
