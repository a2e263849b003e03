// SPDX-License-Identifier: Apache-2.0
#include "clean/lines.hpp"
#include "clean/sources.hpp"
#include "clean_test_tools.hpp"

namespace synoptic {
namespace {

const std::string first = "The harbour board of Lower Wenning agreed on Monday to raise the sea wall by two metres, after three winters in "
                          "which storms had flooded the market and its cellars.\n\n";
const std::string second = "Work will begin in April and is to last eighteen months, the board said, at a cost of some nine million crowns "
                           "that the town will borrow from the province at a low rate.\n\n";
const std::string third = "Fishermen who rent the stalls had asked for a lower wall and a gate, arguing that the higher one would hide the "
                          "boats from the road and from the buyers who come by car.\n\n";

TEST(PlainText, FurnitureIsCutAndTheArticleKept) {
    const Document document = clean_text(
        "Skip to content\nWENNING ECHO - All the coast\nHome | Sport | Tides\nWall to rise by two metres\nWall to rise by two metres\n"
        "Published: March 4, 2025 by admin\n" +
        first + "Register for our Spring Fair - free parking!\n\n" + second + "SEE ALSO: Ten knots for beginners\n\n" + third +
        "Leave a Comment\nYour email address will not be published.\nOld Salt says: build it higher!\nCopyright Wenning Echo 2025\n");
    EXPECT_EQ(document.blocks.size(), 3U);
    EXPECT_TRUE(document.text.starts_with("The harbour board"));
    EXPECT_TRUE(document.text.ends_with("by car."));
    EXPECT_EQ(document.title, "Wall to rise by two metres");
    EXPECT_EQ(document.publisher, "WENNING ECHO");
    EXPECT_FALSE(document.author);
    ASSERT_TRUE(document.published);
    EXPECT_EQ(to_iso(document.published->date), "2025-03-04");
    EXPECT_EQ(document.published->basis, "text");
    EXPECT_EQ(cut_reason(document, "Skip"), "navigation");
    EXPECT_EQ(cut_reason(document, "Spring Fair"), "advert");
    EXPECT_EQ(cut_reason(document, "Ten knots"), "related");
    EXPECT_EQ(cut_reason(document, "Old Salt"), "comment");
}

TEST(PlainText, ShortParagraphsBehindAnAdvertStay) {
    const Document document = clean_text(first + second +
                                         "ADVERTISEMENT - Summer sale at Brandt Boots, all laces half price\n\n"
                                         "The mayor praised the decision and said that the wall would outlive the market.\n\n"
                                         "A second vote, on the height of the gate, is to be held in the town hall on Thursday.\n\n"
                                         "Comments are closed on this article.\nPrevious article: Eel prices fall\n");
    EXPECT_TRUE(has(document, "The mayor praised"));
    EXPECT_TRUE(document.text.ends_with("on Thursday."));
    EXPECT_EQ(cut_reason(document, "Brandt Boots"), "advert");
    EXPECT_FALSE(cut_reason(document, "Eel prices").empty());
}

TEST(PlainText, AListOfWhatIsSoldStaysInAnArticleAboutIt) {
    const Document document = clean_text(first +
                                         "These are the ferries that the board will keep through the winter:\n\n"
                                         "1) Lower Wenning - Tarn Head, 6:30 and 17:45\n2) Lower Wenning - Gull Rock, 7:15\n"
                                         "3) Tarn Head - Market Quay, 8:00 @ the old pier\n4) Gull Rock - Market Quay, 9:10\n\n" +
                                         second + third);
    EXPECT_TRUE(has(document, "Tarn Head, 6:30"));
    EXPECT_TRUE(has(document, "Gull Rock - Market Quay"));
    EXPECT_TRUE(document.text.ends_with("by car."));
}

TEST(PlainText, AdvertsAndEditorsNotes) {
    const Document document = clean_text(first + "Story continues below advertisement\nBrandt Boots. On every foot since 1920.\n\n" +
                                         second + "Small ad - For sale: a rowing boat, hardly wet. Box 12.\n\n" + third +
                                         "(Quay News; editing by the late desk)\nClients: pictures will follow at 1800.\n");
    EXPECT_TRUE(document.text.starts_with("The harbour board"));
    EXPECT_TRUE(document.text.ends_with("by car."));
    EXPECT_EQ(document.blocks.size(), 3U);
    EXPECT_EQ(cut_reason(document, "Brandt Boots"), "advert");
    EXPECT_EQ(cut_reason(document, "rowing boat"), "advert");
}

TEST(PlainText, AgencyDateline) {
    const Document document = clean_text("Wall to rise at last\n\nWENNING, Aug 2 2024 (Quay News) - " + first + second);
    EXPECT_EQ(document.publisher, "Quay News");
    ASSERT_TRUE(document.published);
    EXPECT_EQ(to_iso(document.published->date), "2024-08-02");
    EXPECT_FALSE(clean_text("The board (which had met twice) - " + first + second).publisher);
}

TEST(PlainText, BylineAndOutletLine) {
    const Document document = clean_text("Wall to rise at last\n\nContinental Echo, Sunday 2 March 2025\nBy Ida Holm\n\n" + first + second);
    EXPECT_EQ(document.title, "Wall to rise at last");
    EXPECT_EQ(document.publisher, "Continental Echo");
    EXPECT_EQ(document.author, "Ida Holm");
    EXPECT_EQ(to_iso(document.published->date), "2025-03-02");
}

TEST(PlainText, WhatIsNotStatedIsNull) {
    const Document document = clean_text(first + "The storm of 3 February 2024 alone had cost the traders half a million crowns, according "
                                                 "to the insurers of the market and of the stalls in it.\n");
    EXPECT_FALSE(document.title);
    EXPECT_FALSE(document.author);
    EXPECT_FALSE(document.publisher);
    EXPECT_FALSE(document.published);
    EXPECT_EQ(document.language, "en");
}

TEST(PlainText, GluedBiographyIsSplitOff) {
    const Document document = clean_text(first + "The wall will stand for many years to come. Ida Holm covers the coast with expertise in "
                                                 "fisheries. Born in Wenning and educated at Marchester, she previously "
                                                 "worked as a correspondent for the Echo.\nLeave a Comment\n");
    EXPECT_TRUE(document.text.ends_with("for many years to come."));
    EXPECT_EQ(cut_reason(document, "covers the coast"), "biography");
}

TEST(PlainText, AnExpertInTheArticleIsNoBiography) {
    const Document document =
        clean_text(first + second +
                   "Ada Brook is a professor of hydraulics at Marchester. She doubts that the wall will hold a storm like that of 1953.\n");
    EXPECT_TRUE(has(document, "Ada Brook"));
}

TEST(PlainText, TablesListsAndHeadingsStay) {
    const Document document = clean_text(
        first +
        "What it costs\n- stone from the northern quarry\n- pumps for the market\n| Part | Crowns |\n|---|---|\n| Stone | six million |\n" +
        second);
    EXPECT_TRUE(has(document, "stone from the northern quarry"));
    EXPECT_TRUE(has(document, "Stone | six million"));
    EXPECT_FALSE(has(document, "---"));
    EXPECT_EQ(document.blocks[1].kind, BlockKind::heading);
    EXPECT_EQ(document.blocks[2].kind, BlockKind::list_item);
    EXPECT_EQ(document.blocks[4].kind, BlockKind::table_row);
}

TEST(PlainText, ParagraphGluedToACell) {
    const Document document =
        clean_text(first + "| Traders | a gate | fear for the stalls Looking forward, the council will have to choose between the wall and "
                           "the market, and it will not be able to please the fishermen and "
                           "the insurers at the same time, whatever it decides in the spring. |\n");
    ASSERT_EQ(document.blocks.size(), 3U);
    EXPECT_EQ(document.view(document.blocks[1].span), "Traders | a gate | fear for the stalls");
    EXPECT_TRUE(document.view(document.blocks[2].span).starts_with("Looking forward"));
}

TEST(PlainText, WrappedLinesAreJoined) {
    const Document document = clean_text("The harbour board of Lower Wenning agreed on Monday to raise the\nsea wall by two metres, after "
                                         "three winters in which storms had\nflooded the fish market and the "
                                         "cellars of the houses behind it,\nwhere the traders keep their salt and their nets all "
                                         "year.\n\nWork will begin in April and is to last eighteen months, at a\ncost of nine "
                                         "million crowns, which the town will have to borrow\nfrom the province, as it did for the school "
                                         "and for the bridge\nover the Wenn.\n");
    ASSERT_EQ(document.blocks.size(), 2U);
    EXPECT_TRUE(has(document, "raise the sea wall"));
}

TEST(PlainText, FootnotesAreSourcesNotText) {
    const Document document =
        clean_text(first + second + "[1] Echo News, \"Wall to rise,\" March 4, 2025. [2] Wenning Harbour Board, minutes of 3 March.\n");
    EXPECT_FALSE(has(document, "minutes"));
    EXPECT_EQ(document.declared_sources, (std::vector<std::string>{"Echo News", "Wenning Harbour Board, minutes of 3 March."}));
}

TEST(PlainText, SourcesInRunningText) {
    const Document document = clean_text(first +
                                         "The loan is as good as granted, an official told Reuters, although the province has said "
                                         "nothing, and the bank neither, reports 24wenning.\n" +
                                         "A first plan was thrown out in spring [[2]](https://www.echo.example/plan), when the price of "
                                         "stone had doubled within a year and nobody wanted to pay it.\n");
    EXPECT_EQ(document.declared_sources, (std::vector<std::string>{"Reuters", "24wenning", "echo.example"}));
    EXPECT_TRUE(has(document, "thrown out in spring, when"));
}

TEST(PlainText, BrokenBytesAreRepaired) {
    EXPECT_TRUE(has(clean_text(first + "The caf\xC3 on the quay will have to move, its owner said, and so will the school of sailing that "
                                       "has been there since the war and the old chandlery."),
                    "caf\uFFFD"));
    const Document latin =
        clean_text(first + "Das Caf\xE9 an der M\xFChle schlie\xDFt, sagte der Wirt, und auch die Segelschule zieht im Fr\xFChjahr um.");
    EXPECT_TRUE(has(latin, "Caf\u00E9 an der M\u00FChle"));
}

TEST(Lines, Rules) {
    const LineRules& rules = LineRules::instance();
    EXPECT_EQ(rules.furniture("Leave a Comment").reason, "comment");
    EXPECT_TRUE(rules.furniture("Leave a Comment").ends_article);
    EXPECT_EQ(rules.furniture("2 Comments").reason, "comment");
    EXPECT_EQ(rules.furniture("Read also:").reason, "related");
    EXPECT_EQ(rules.furniture("Recent Random Post:").reason, "related");
    EXPECT_EQ(rules.furniture("Subscribe to the Echo from 2.99 a week.").reason, "newsletter");
    EXPECT_EQ(rules.furniture("Tweet Print Facebook").reason, "share");
    EXPECT_FALSE(rules.furniture("Print Lisbon Facebook"));
    EXPECT_FALSE(rules.furniture("The board agreed on Monday to raise the wall."));
    EXPECT_FALSE(rules.furniture("Sharing the cost was never an option, she said."));
    EXPECT_FALSE(rules.furniture("Printing of the ballot papers begins on Friday."));
    EXPECT_TRUE(is_menu("Home | Jobs | Cars"));
    EXPECT_TRUE(is_menu("Tech \u00B7 World \u00B7 Deals"));
    EXPECT_FALSE(is_menu("The wall | and nothing but the wall"));
}

}  // namespace
}  // namespace synoptic
