// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "clean/stated_date.hpp"
#include "clean_test_tools.hpp"

namespace synoptic {
namespace {

std::string page(std::string_view head, std::string_view under_headline, std::string_view end = "") {
    return fmt::format("<html><head>{}</head><body><h1>Wall to rise</h1>{}{}{}</body></html>", head, under_headline, paragraphs, end);
}

std::string date_of(std::string_view html) {
    const Document document = clean_html(html);
    return document.published ? to_iso(document.published->date) + " " + document.published->basis : "none";
}

Page html_page(std::string bytes) {
    Page made;
    made.kind = PageKind::html;
    made.bytes = std::move(bytes);
    return made;
}

TEST(Dates, EveryDayNamedIsWeighed) {
    const auto days = day_clues(html_page(page("<meta name=date content=2025-03-04>", "<p class=date>5 March 2025</p>")));
    ASSERT_EQ(days.size(), 2U);
    const auto clue = [&](std::size_t day, DayClue what) { return days[day].clues[static_cast<std::size_t>(what)]; };
    EXPECT_EQ(to_iso(days[0].day), "2025-03-04");
    EXPECT_EQ(clue(0, DayClue::meta_vague), 2.0F);
    EXPECT_EQ(clue(0, DayClue::times), 0.0F);
    EXPECT_EQ(clue(1, DayClue::meta_vague), 0.0F);
    EXPECT_EQ(clue(1, DayClue::meta_published), -1.0F);  // no such tag
    EXPECT_GT(clue(1, DayClue::place), 2.0F);
    EXPECT_EQ(clue(1, DayClue::names), 2.0F);
    EXPECT_LT(clue(0, DayClue::lead), 0.0F);
    EXPECT_GT(clue(1, DayClue::lead), 3.0F);
}

TEST(Dates, AnAmbiguousOrderIsToldByAnotherWitness) {
    EXPECT_EQ(date_of(page(R"(<meta property="article:published_time" content="2025-04-03">)", "<p class=date>03/04/2025</p>")),
              "2025-04-03 meta");
    const auto days = day_clues(html_page(page("", "<p class=date>03/04/2025</p>")));
    ASSERT_EQ(days.size(), 2U);  // both readings, and both are said to be doubtful
    for (const DayCandidate& day : days) {
        EXPECT_EQ(day.clues[static_cast<std::size_t>(DayClue::ambiguous)], 1.0F);
    }
}

TEST(Dates, OfChangesAndOfPublication) {
    EXPECT_EQ(date_of(page(R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-04",
        "dateModified":"2025-03-09"}</script>)",
                           "<p>Updated 9 March 2025</p>")),
              "2025-03-04 json-ld");
    EXPECT_EQ(date_of(page("", "<p class=meta>Posted on 4 March 2025, updated on 9 June 2025</p>")), "2025-03-04 text");
}

TEST(Dates, AListOfArticlesDatesNothing) {
    std::string list = "<ul>";
    for (int day = 1; day <= 9; ++day) {
        list += fmt::format("<li><a href=/{0}>Storm {0}</a> <span class=date>{0} May 2025</span></li>", day);
    }
    EXPECT_EQ(date_of(page("", "<p class=date>4 March 2025</p>", list + "</ul>")), "2025-03-04 text");
}

TEST(Dates, AMonthIsNoDayButIsTold) {
    const Document document = clean_html(page(R"(<link rel=canonical href="https://a.example/2019/09/wall/">)", ""));
    EXPECT_FALSE(document.published);
    ASSERT_EQ(document.warnings.size(), 1U);
    EXPECT_EQ(document.warnings[0].kind, "no date");
    EXPECT_EQ(document.warnings[0].evidence, "its address says 2019-09");
    EXPECT_FALSE(month_in_url("https://a.example/2019/43/wall"));
    EXPECT_FALSE(month_in_url("https://a.example/wall-2019/09"));
    EXPECT_FALSE(month_in_url("2019"));
}

TEST(Dates, VeryManyAreLookedAtOnce) {
    std::string many;
    for (int i = 0; i < 3000; ++i) {
        many += fmt::format("<p>{} {} 2024 <time datetime=2024-0{}-11>then</time></p>", i % 28 + 1, i % 2 == 0 ? "May" : "June", i % 9 + 1);
    }
    EXPECT_LE(day_clues(html_page(page("", many))).size(), 160U);
}

}  // namespace
}  // namespace synoptic
