// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "clean/people.hpp"
#include "clean/stated_date.hpp"
#include "clean/titles.hpp"
#include "clean/top_lines.hpp"
#include "clean_test_tools.hpp"

namespace synoptic {
namespace {

std::string iso(std::string_view text) {
    const auto date = find_stated_date(text);
    return date ? to_iso(*date) : "";
}

TEST(StatedDate, Forms) {
    EXPECT_EQ(iso("Published on 17 October 2025 in Transport"), "2025-10-17");
    EXPECT_EQ(iso("Oct. 16th, 2025 at 7:02"), "2025-10-16");
    EXPECT_EQ(iso("Saturday 14 March 2026, 8.05 am"), "2026-03-14");
    EXPECT_EQ(iso("15. Oktober 2025"), "2025-10-15");
    EXPECT_EQ(iso("15 de octubre de 2025"), "2025-10-15");
    EXPECT_EQ(iso("le 3 f\u00E9vrier 2025"), "2025-02-03");
    EXPECT_EQ(iso("2025-10-15T17:42:00+02:00"), "2025-10-15");
    EXPECT_EQ(iso("20251015"), "2025-10-15");
    EXPECT_EQ(iso("Mon, 03 Mar 2025 10:00:00 GMT"), "2025-03-03");
    EXPECT_EQ(iso("25/12/2024"), "2024-12-25");
    EXPECT_EQ(iso("12/25/2024"), "2024-12-25");
    EXPECT_EQ(iso("03.04.2024"), "2024-04-03");
}

TEST(StatedDate, NoGuess) {
    EXPECT_EQ(iso("03/04/2024"), "");
    EXPECT_EQ(iso("in March 2025"), "");
    EXPECT_EQ(iso("31 February 2025"), "");
    EXPECT_EQ(iso("17 October"), "");
    EXPECT_EQ(iso("12 people came in 2024"), "");
}

TEST(Titles, SiteIsPartedFromHeadline) {
    EXPECT_EQ(site_in_title("It held - Rail Voice, the magazine of the workers", "It held"), "Rail Voice");
    EXPECT_EQ(site_in_title("Harbour News :: Wall to rise", "Wall to rise"), "Harbour News");
    EXPECT_EQ(site_in_title("Wall to rise", "Wall to rise"), "");
    EXPECT_EQ(headline_in_title("Wall to rise by two metres | Wenning Echo", ""), "Wall to rise by two metres");
    EXPECT_EQ(headline_in_title("Echo: Wall to rise", "Echo"), "Wall to rise");
    EXPECT_EQ(headline_in_title("Wall - a history of the harbour", ""), "Wall - a history of the harbour");
}

TEST(People, NamesInBylines) {
    using Names = std::vector<std::string>;
    EXPECT_EQ(clean_names("By Emil Sarka, diplomatic correspondent", ""), Names{"Emil Sarka"});
    EXPECT_EQ(clean_names("Ann Lee and Bo Ek", ""), (Names{"Ann Lee", "Bo Ek"}));
    EXPECT_EQ(clean_names("The Courier", "The Courier"), Names{});
    EXPECT_EQ(clean_names("admin", ""), Names{});
    EXPECT_EQ(clean_names("https://h.example/ann", ""), Names{});
    EXPECT_EQ(author_in_line("Wilma Tarr, 10 Mar 2026"), "Wilma Tarr");
    EXPECT_EQ(author_in_line("Saturday 14 March 2026, 8.05 am | News team"), "News team");
    EXPECT_EQ(author_in_line("The wall stands."), "");
}

std::string page(std::string_view head, std::string_view top) {
    return fmt::format("<html><head>{}</head><body><p>Today is Friday, 9 January 2026</p><h1>Wall to rise</h1>{}{}</body></html>", head,
                       top, paragraphs);
}

TEST(Metadata, LinkedDataCountsMost) {
    const Document document = clean_html(page(
        R"(<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"X"},{"@type":"NewsArticle","headline":"Wall to rise",
        "datePublished":"2025-03-04T10:00:00Z","author":{"@type":"Person","name":"Ida Holm"},"publisher":{"@id":"#o"}},{"@id":"#o","@type":"Organization","name":"Wenning Echo"}]}</script>
        <meta property="article:published_time" content="2025-03-04T10:00:00Z">)",
        ""));
    EXPECT_EQ(document.title, "Wall to rise");
    EXPECT_EQ(document.author, "Ida Holm");
    EXPECT_EQ(document.publisher, "Wenning Echo");
    ASSERT_TRUE(document.published);
    EXPECT_EQ(to_iso(document.published->date), "2025-03-04");
    EXPECT_EQ(document.published->basis, "json-ld");
    EXPECT_TRUE(document.warnings.empty());
}

TEST(Metadata, ConflictingDatesAreTold) {
    const Document document =
        clean_html(page(R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-04"}</script>
        <meta property="article:published_time" content="2025-06-01">)",
                        ""));
    ASSERT_EQ(document.warnings.size(), 1U);
    EXPECT_EQ(document.warnings[0].kind, "date conflict");
    EXPECT_EQ(document.warnings[0].evidence, "json-ld 2025-03-04, meta 2025-06-01");
}

TEST(Metadata, BasisOfTheDate) {
    const auto basis = [](std::string_view head, std::string_view top) {
        const Document document = clean_html(page(head, top));
        return document.published ? to_iso(document.published->date) + " " + document.published->basis : "none";
    };
    EXPECT_EQ(basis("<meta name=date content=2025-03-04>", ""), "2025-03-04 meta");
    EXPECT_EQ(basis("", "<time datetime=2025-03-04>Tuesday</time>"), "2025-03-04 time");
    EXPECT_EQ(basis("", "<p>Published on 4 March 2025</p>"), "2025-03-04 text");
    EXPECT_EQ(basis("", ""), "none");  // the day on which the page was looked at is no date of publication
}

TEST(Metadata, NoDateIsAWarning) {
    const Document document = clean_html(page("", ""));
    ASSERT_EQ(document.warnings.size(), 1U);
    EXPECT_EQ(document.warnings[0].kind, "no date");
}

TEST(Metadata, BylineUnderTheHeadline) {
    const Document document = clean_html(page("", "<p class=x>By Ida Holm</p>"));
    EXPECT_EQ(document.author, "Ida Holm");
    EXPECT_FALSE(has(document, "By Ida"));
}

TEST(Article, TextIsTakenAsItIs) {
    Page given;
    given.kind = PageKind::article;
    given.path = "a.jsonl";
    given.bytes = "  First  line. \n\nSecond\tline told Reuters.\n";
    given.stated = {
        .id = "d1", .title = "T", .author = "Ida Holm", .publisher = "Echo", .date = "2025-03", .date_basis = "", .charset = ""};
    const auto document = clean(given);
    ASSERT_TRUE(document);
    EXPECT_EQ(document.value().text, given.bytes);
    ASSERT_EQ(document.value().blocks.size(), 2U);
    EXPECT_EQ(document.value().view(document.value().blocks[0].span), "First  line.");
    EXPECT_EQ(document.value().given_id, "d1");
    EXPECT_EQ(to_iso(document.value().published->date), "2025-03");
    EXPECT_EQ(document.value().published->basis, "meta");
    EXPECT_EQ(document.value().declared_sources, std::vector<std::string>{"Reuters"});
}

}  // namespace
}  // namespace synoptic
