// SPDX-License-Identifier: Apache-2.0
#include "clean/class_words.hpp"
#include "clean/dom.hpp"
#include "clean/encoding.hpp"
#include "clean/json_ld.hpp"
#include "clean/raw_text.hpp"
#include "clean_test_tools.hpp"

namespace synoptic {
namespace {

TEST(Encoding, CharsetFromHeaderMetaAndBytes) {
    EXPECT_EQ(decode_page("caf\xC3\xA9", "latin1").text(), "caf\u00E9");
    EXPECT_TRUE(decode_page("caf\xC3\xA9", "").same_bytes);
    EXPECT_EQ(decode_page("<meta charset=\"windows-1251\"><p>\xCF\xEE\xF0\xF2", "").text(),
              "<meta charset=\"windows-1251\"><p>\u041F\u043E\u0440\u0442");
    EXPECT_EQ(decode_page("\xCF\xEE\xF0\xF2", "windows-1251").text(), "\u041F\u043E\u0440\u0442");
    EXPECT_EQ(decode_page("caf\xE9", "no-such-charset").text(), "caf\u00E9");
    EXPECT_EQ(decode_page(std::string_view("\xFF\xFEh\0i\0", 6), "").text(), "hi");
    EXPECT_EQ(decode_page("\xEF\xBB\xBFhi", "").text(), "hi");
    EXPECT_EQ(decode_page("\xC3\xA9\xC3\xA8\xC3\xA0\xC3\xB4\xC3\xBC ok \xC3", "").text(), "\u00E9\u00E8\u00E0\u00F4\u00FC ok \uFFFD");
    EXPECT_EQ(meta_charset("<html><meta http-equiv=x content='text/html; charset=euc-jp'>"), "euc-jp");
}

std::string outline(std::string_view html) {
    const Dom dom = Dom::parse(html);
    std::string lines;
    for (std::uint32_t i = 1; i < dom.size(); ++i) {
        lines += dom[i].tag == Tag::text ? std::string(dom.text(i)) : "<" + std::to_string(dom[i].parent) + ">";
    }
    return lines;
}

TEST(Dom, ImpliedEnds) {
    EXPECT_EQ(outline("<p>a<p>b"), "<0>a<0>b");
    EXPECT_EQ(outline("<ul><li>a<li>b</ul>c"), "<0><1>a<1>bc");
    EXPECT_EQ(outline("<p>a<div>b</div>c"), "<0>a<0>bc");
    EXPECT_EQ(outline("<table><tr><td>a<td>b<tr><td>c</table>d"), "<0><1><2>a<2>b<1><7>cd");
    EXPECT_EQ(outline("<div></span>a</p></div>b"), "<0>ab");
    EXPECT_EQ(outline("a &amp; b &eacute;"), "a & b \u00E9");
}

TEST(Dom, LinksEndWhereTheirTagDoes) {
    const Dom dom = Dom::parse("<a href=x><div>in</a>out</div>far");
    std::vector<bool> linked;
    for (std::uint32_t i = 0; i < dom.size(); ++i) {
        if (dom[i].tag == Tag::text) {
            linked.push_back(dom[i].in_link);
        }
    }
    EXPECT_EQ(linked, (std::vector<bool>{true, false, false}));
}

TEST(Dom, SubtreesAreRanges) {
    const Dom dom = Dom::parse("<div id=a class='x y'><b>one</b> two</div><p>three");
    EXPECT_EQ(dom.attribute(1, Attr::class_), "x y");
    EXPECT_EQ(dom.attribute(1, Attr::id), "a");
    EXPECT_EQ(dom.attribute(1, Attr::href), "");
    EXPECT_EQ(dom.text_below(1), "one two");
    EXPECT_EQ(dom[dom[1].end].tag, Tag::p);
}

TEST(RawText, EndsAtItsOwnEndTag) {
    EXPECT_EQ(raw_text_end("a</b></script>", 0, "script"), 5U);
    EXPECT_EQ(raw_text_end("a</scripts></SCRIPT >", 0, "script"), 11U);
    EXPECT_EQ(raw_text_end("a</script>b</script>", 10, "script"), 11U);
    EXPECT_EQ(raw_text_end("p { }</style/>", 0, "style"), 5U);
    EXPECT_EQ(raw_text_end("a</scrip", 0, "script"), std::string_view::npos);
    EXPECT_EQ(raw_text_end("<!-- <script></script> --></script>", 0, "script"), std::string_view::npos);
    EXPECT_EQ(raw_text_end("<!-- </style>", 0, "style"), 5U);
}

TEST(Dom, ScriptsArePassedOver) {
    EXPECT_EQ(Dom::parse("<p>one<script>\"</p><p>\"</script>two<style>p{}</style> three").text_below(0), "onetwo three");
    EXPECT_EQ(Dom::parse("<p>one<script><!-- <script></script> --></script>two").text_below(0), "onetwo");
    EXPECT_EQ(Dom::parse("<p>one<script>two").text_below(0), "one");
    EXPECT_EQ(Dom::parse("<p>one<script></script><script>").text_below(0), "one");
    const Dom dom = Dom::parse("<script type=application/LD+json>{}</script><script>x</script>");
    EXPECT_EQ(dom.text(2), "{}");
    EXPECT_EQ(dom.text(4), "");
}

TEST(Dom, NamesAreNumberedOnce) {
    const Dom dom = Dom::parse("<div class=a><p class=b id=a><p class=a><p>");
    EXPECT_EQ(dom.names_size(), 3U);
    EXPECT_EQ(dom[1].class_names, dom[2].id_names);
    EXPECT_EQ(dom[1].class_names, dom[3].class_names);
    EXPECT_EQ(dom[4].class_names, 0U);
    EXPECT_EQ(dom.names(dom[2].class_names), "b");
}

TEST(ClassWords, NamesAreReadByWords) {
    const ClassWords& words = ClassWords::instance();
    EXPECT_EQ(split_names("entryContent post_body"), "-entry-content- -post-body-");
    EXPECT_EQ(words.facts("author-bio").furniture, "biography");
    EXPECT_EQ(words.facts("postNewsletterBox").furniture, "newsletter");
    EXPECT_EQ(words.facts("shadow loader").furniture, "");
    EXPECT_EQ(words.facts("entry-content").furniture, "");
    EXPECT_EQ(words.facts("article-body").content, 2);
    EXPECT_EQ(words.facts("post").content, 1);
    EXPECT_EQ(words.facts("wall").content, 0);
    EXPECT_EQ(words.facts("teaser").furniture, "");
    EXPECT_EQ(words.facts("teaser").furniture_if_little, "related");
    EXPECT_TRUE(words.facts("wide article-body").is_body);
    EXPECT_TRUE(words.facts("post-author").is_author);
    EXPECT_TRUE(words.facts("meta by-line").is_author);
    EXPECT_FALSE(words.facts("author-bio").is_author);
    EXPECT_TRUE(words.facts("site-title").is_no_headline);
    EXPECT_TRUE(words.facts("widget").is_aside);
    EXPECT_FALSE(words.facts("elementor-widget").is_aside);
}

TEST(LinkedData, BrokenJsonStillGivesTheDate) {
    LinkedData data;
    read_linked_data("{\"@type\": \"NewsArticle\", \"headline\": \"Wall\", \"datePublished\": \"2025-03-04\", }", data);
    EXPECT_EQ(data.date_published, "2025-03-04");
    EXPECT_EQ(data.headline, "Wall");
}

TEST(LinkedData, TeasersDoNotCount) {
    LinkedData data;
    read_linked_data("[{\"@type\": \"Article\", \"headline\": \"Wall\"}, {\"@type\": \"Article\", \"headline\": \"Other\", "
                     "\"datePublished\": \"2020-01-01\"}]",
                     data);
    EXPECT_EQ(data.headline, "Wall");
    EXPECT_EQ(data.date_published, "");
}

}  // namespace
}  // namespace synoptic
