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

TEST(StatedDate, OrderOfDayAndMonth) {
    const auto day_first = find_stated_date("03/04/2024", date_order("en-GB", ""));
    const auto month_first = find_stated_date("03/04/2024", date_order("en-US", ""));
    ASSERT_TRUE(day_first && month_first);
    EXPECT_EQ(to_iso(*day_first), "2024-04-03");
    EXPECT_EQ(to_iso(*month_first), "2024-03-04");
    EXPECT_EQ(date_order("en", "https://a.example/x"), DateOrder::unknown);
    EXPECT_EQ(date_order("en", "https://paper.example.au/x"), DateOrder::day_first);
    EXPECT_EQ(date_order("fr", ""), DateOrder::day_first);
}

TEST(StatedDate, OtherLanguages) {
    EXPECT_EQ(iso("28.01.22, 14:05 Uhr"), "2022-01-28");
    EXPECT_EQ(iso("2024. janu\u00E1r 5., p\u00E9ntek"), "2024-01-05");
    EXPECT_EQ(iso("\u53D1\u5E03\u4E8E2020\u5E742\u670814\u65E5"), "2020-02-14");
    EXPECT_EQ(iso("14 \u0444\u0435\u0432\u0440\u0430\u043B\u044F 2020"), "2020-02-14");
    EXPECT_EQ(iso("3 de marzo del 2021"), "2021-03-03");
    EXPECT_EQ(iso("28.09.1912:44"), "");  // a date of two digits' year and a time run together
    EXPECT_EQ(iso("version 10.2.3"), "");
}

TEST(StatedDate, InstantsInUtcAreTwoDaysAtMost) {
    const auto late = local_days("2018-12-31T23:11:59+00:00");
    ASSERT_TRUE(late);
    EXPECT_EQ(to_iso(late->first), "2018-12-31");
    EXPECT_EQ(to_iso(late->last), "2019-01-01");
    const auto settled = local_days("2018-12-31T23:11:59+01:00");
    ASSERT_TRUE(settled);
    EXPECT_EQ(settled->first, settled->last);
}

TEST(StatedDate, InAddresses) {
    const auto in_url = [](std::string_view url) {
        const auto date = date_in_url(url);
        return date ? to_iso(*date) : "";
    };
    EXPECT_EQ(in_url("https://a.example/2025/10/15/toll"), "2025-10-15");
    EXPECT_EQ(in_url("https://a.example/news/toll-2025-10-15.html"), "2025-10-15");
    EXPECT_EQ(in_url("https://a.example/news/20251015-toll.html?d=20200101"), "2025-10-15");
    EXPECT_EQ(in_url("https://a.example/29-10-2021"), "2021-10-29");
    EXPECT_EQ(in_url("https://archive.example/web/20160218174457/http://b.example/toll"), "");
    EXPECT_EQ(in_url("https://a.example/article/12345678"), "");
    EXPECT_EQ(in_url("https://a.example/2025/10/"), "");
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
    EXPECT_EQ(clean_names("Posted by: Ann Lee", ""), Names{"Ann Lee"});
    EXPECT_EQ(clean_names("Zeige alle Beitr\u00E4ge von Ann Lee", ""), Names{"Ann Lee"});
    EXPECT_EQ(clean_names("Ann Lee Senior Harbour Editor", ""), Names{"Ann Lee"});
    EXPECT_EQ(clean_names("Ann Lee, MA, PhD", ""), Names{"Ann Lee"});
    EXPECT_EQ(clean_names("Center for Tides and Harbours", "", true), Names{"Center for Tides and Harbours"});
    for (const std::string_view none : {"Log in", "Name *", "Gabi says:", "No Comments", "page.head.author", "\u2192"}) {
        EXPECT_EQ(clean_names(none, ""), Names{}) << none;
    }
    EXPECT_TRUE(is_like_person("Ludo van der Aa"));
    EXPECT_FALSE(is_like_person("Harbour News Team"));
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
    EXPECT_NE(document.warnings[0].evidence.find("json-ld 2025-03-04"), std::string::npos);
    EXPECT_NE(document.warnings[0].evidence.find("meta 2025-06-01"), std::string::npos);
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

TEST(Metadata, DatesOfOthersDoNotCount) {
    const auto date = [](std::string_view top) {
        const Document document = clean_html(page("", top));
        return document.published ? to_iso(document.published->date) + " " + document.published->basis : "none";
    };
    EXPECT_EQ(date("<div class=comments><p>Bo says:</p><time datetime=2025-03-09>9 March</time></div>"), "none");
    EXPECT_EQ(date("<aside><h3>More</h3><p>9 March 2025</p></aside>"), "none");
    EXPECT_EQ(date("<p>3 March 2025</p><div class=related><time datetime=2025-03-09>9 March</time></div>"), "2025-03-03 text");
    EXPECT_EQ(date("<p>First published: 3 March 2025. Updated: 9 March 2025</p>"), "2025-03-03 text");
}

TEST(Metadata, ADayOfChangeIsSaidToBeOne) {
    const Document document = clean_html(page("", "<p>Last updated on 9 March 2025</p>"));
    ASSERT_TRUE(document.published);
    EXPECT_EQ(to_iso(document.published->date), "2025-03-09");
    ASSERT_EQ(document.warnings.size(), 1U);
    EXPECT_EQ(document.warnings[0].kind, "date of a change");
}

TEST(Metadata, TheAddressTellsTheDayThere) {
    const Document document = clean_html(page(R"(<link rel=canonical href="https://a.example/2019/01/01/wall/">
        <meta property="article:published_time" content="2018-12-31T23:11:59+00:00">)",
                                              ""));
    ASSERT_TRUE(document.published);
    EXPECT_EQ(to_iso(document.published->date), "2019-01-01");
    EXPECT_EQ(document.published->basis, "meta");
    EXPECT_TRUE(document.warnings.empty());
}

TEST(Metadata, TheDayOfACrawlStandsInAndIsSaidTo) {
    Page crawled;
    crawled.kind = PageKind::html;
    crawled.stated.date = "2025-03-10T08:00:00Z";
    crawled.stated.date_basis = "warc";
    crawled.bytes = page("", "");
    const auto undated = clean(crawled);
    ASSERT_TRUE(undated && undated.value().published);
    EXPECT_EQ(undated.value().published->basis, "warc");
    EXPECT_EQ(undated.value().warnings.at(0).kind, "date of the crawl");
    crawled.bytes = page("<meta name=date content=2025-03-04>", "");
    const auto dated = clean(crawled);
    ASSERT_TRUE(dated && dated.value().published);
    EXPECT_EQ(to_iso(dated.value().published->date), "2025-03-04");
    EXPECT_TRUE(dated.value().warnings.empty());
}

TEST(Metadata, Authors) {
    const auto author = [](std::string_view head, std::string_view top) { return clean_html(page(head, top)).author.value_or(""); };
    EXPECT_EQ(author("<meta name=author content=admin>", "<p class=byline>By <a href=/ann>Ann Lee</a> and <a href=/bo>Bo Ek</a></p>"),
              "Ann Lee, Bo Ek");
    EXPECT_EQ(author("", "<div class=comment><span class=author>Cy Orr</span> says:</div>"), "");
    EXPECT_EQ(author("", "<span class='author vcard'><span class=screen-reader-text>Author</span><a href=/x>Ann Lee</a></span>"),
              "Ann Lee");
    EXPECT_EQ(author(R"(<meta property="og:site_name" content="Echo"><meta name=author content=Echo>)", ""), "");
    EXPECT_EQ(author(R"(<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","name":"Ann Lee"},
        "publisher":{"@type":"Organization","name":"Ann Lee"}}</script>)",
                     ""),
              "Ann Lee");
}

TEST(Metadata, TheSitesNameIsNoHeadline) {
    const Document document =
        clean_html(fmt::format("<html><head><title>Wall to rise | Harbour notes from Wenning</title></head><body>"
                               "<h1><a href='https://a.example/'>Harbour notes from Wenning</a></h1><h2>Wall to rise</h2>{}</body></html>",
                               paragraphs));
    EXPECT_EQ(document.title, "Wall to rise");
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
