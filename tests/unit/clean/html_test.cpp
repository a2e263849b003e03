// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "clean_test_tools.hpp"
#include "core/utf8.hpp"

namespace synoptic {
namespace {

std::string page(std::string_view body, std::string_view head = "") {
    return fmt::format(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>Wall to rise - Wenning Echo</title>{}</head><body>{}</body></html>", head,
        body);
}

TEST(Html, FurnitureAroundTheArticleIsCutWithItsReason) {
    const Document document = clean_html(page(
        "<header><nav><a href=/>Home</a> <a href=/s>Sport</a></nav></header>"
        "<div class=cookie-bar>We use cookies to improve this site.</div><h1>Wall to rise</h1>" +
        paragraphs +
        "<div class=author-bio>Ida Holm has covered the coast for ten years.</div><div id=newsletter>Get our letter every Friday.</div>"
        "<div class=related><a href=/1>Market moves inland</a></div><section id=comments><p>About time, says I.</p></section>"
        "<footer>Wenning Echo Ltd.</footer>"));
    EXPECT_EQ(document.blocks.size(), 3U);
    EXPECT_TRUE(document.text.starts_with("The harbour board"));
    EXPECT_TRUE(document.text.ends_with("their buyers."));
    EXPECT_EQ(cut_reason(document, "Sport"), "navigation");
    EXPECT_EQ(cut_reason(document, "cookies"), "cookie");
    EXPECT_EQ(cut_reason(document, "Ida Holm"), "biography");
    EXPECT_EQ(cut_reason(document, "every Friday"), "newsletter");
    EXPECT_EQ(cut_reason(document, "Market moves"), "related");
    EXPECT_EQ(cut_reason(document, "About time"), "comment");
    EXPECT_EQ(cut_reason(document, "Echo Ltd"), "footer");
    EXPECT_EQ(document.title, "Wall to rise");
    EXPECT_EQ(document.publisher, "Wenning Echo");
}

TEST(Html, BlocksKeepTheirKindsAndTile) {
    const Document document =
        clean_html(page("<article><h1>Wall to rise</h1>" + paragraphs +
                        "<h2>What it costs</h2><p>The board listed the parts of the sum in its paper to the council on Monday evening.</p>"
                        "<ul><li>stone from the northern quarry</li><li>pumps for the market</li></ul><blockquote>We shall not be flooded "
                        "a fourth time.</blockquote>"
                        "<table><tr><th>Part</th><th>Crowns</th></tr><tr><td>Stone</td><td>6 million</td></tr></table>"
                        "<p>The council will vote on the loan at its meeting in February, the clerk said on Tuesday.</p></article>"));
    std::vector<BlockKind> kinds;
    std::uint32_t at = 0;
    for (const Block& block : document.blocks) {
        EXPECT_EQ(block.span.begin, at);
        at = block.span.end + 2;
        kinds.push_back(block.kind);
    }
    EXPECT_EQ(at, document.text.size() + 2);
    using enum BlockKind;
    EXPECT_EQ(kinds, (std::vector{paragraph, paragraph, paragraph, heading, paragraph, list_item, list_item, quote, table_row, table_row,
                                  paragraph}));
    EXPECT_TRUE(has(document, "Stone | 6 million"));
}

TEST(Html, PagesWithoutParagraphElements) {
    const Document document = clean_html(
        page("<div><div>Menu</div><div id=x>The harbour board agreed on Monday to raise the sea wall by two metres, it said.<br><br>"
             "Work will begin in April and is to last eighteen months, at a cost of nine million crowns.<br>The town will borrow "
             "it.</div></div>"));
    ASSERT_EQ(document.blocks.size(), 2U);
    EXPECT_EQ(document.view(document.blocks[1].span),
              "Work will begin in April and is to last eighteen months, at a cost of nine million crowns. The town will borrow it.");
}

TEST(Html, CutsAndTextPointIntoThePage) {
    const std::string bytes = page("<nav>Home News</nav>" + paragraphs);
    const Document document = clean_html(bytes);
    ASSERT_FALSE(document.cut.empty());
    EXPECT_EQ(document.cut[0].page.in(bytes), "Home News");
    ASSERT_EQ(document.blocks.size(), 3U);
    EXPECT_TRUE(document.blocks[1].page.in(bytes).starts_with("Work will begin"));
    EXPECT_TRUE(document.blocks[1].page.in(bytes).ends_with("from the province."));
}

TEST(Html, TeaserCardsAreCutByTheirShape) {
    const std::string cards =
        "<div class=x1><a href=/1>Ferry fares to rise again</a><p>Crossing to the island will cost more from May.</p></div>"
        "<div class=x1><a href=/2>Lighthouse keeper retires</a><p>Forty years, and never a night off, he says.</p></div>"
        "<div class=x1><a href=/3>School choir wins in Marchester</a><p>The jury spoke of a small miracle.</p></div>";
    const Document document = clean_html(page("<div>" + paragraphs + "<div>" + cards + "</div></div>"));
    EXPECT_EQ(document.blocks.size(), 3U);
    EXPECT_EQ(cut_reason(document, "a small miracle"), "related");
}

TEST(Html, PromotionOfItsOwnMakeAmongParagraphs) {
    const Document document =
        clean_html(page("<div>" + paragraphs +
                        "<div class=jackpot>Win two seats on the night boat, text BOAT to us</div>"
                        "<p>The council will vote on the loan at its meeting in February, the clerk said on Tuesday.</p></div>"));
    EXPECT_EQ(cut_reason(document, "night boat"), "advert");
    EXPECT_EQ(document.blocks.size(), 4U);
}

TEST(Html, LinkedDataSaysWhereTheArticleEnds) {
    std::string body = paragraphs;
    const std::string data = R"(<script type="application/ld+json">{"@type":"NewsArticle","articleBody":")" + body + R"("}</script>)";
    const Document document = clean_html(page(
        "<div>" + paragraphs + "<p>Ten knots every beginner has to know, and where on the coast they can be learned this summer.</p></div>",
        data));
    EXPECT_EQ(document.blocks.size(), 3U);
    EXPECT_EQ(cut_reason(document, "Ten knots"), "other");
}

TEST(Html, MisleadingNamesDoNotLoseTheArticle) {
    EXPECT_TRUE(has(clean_html(page("<div class=sidebar><div class=comments>" + paragraphs + "</div></div>")), "harbour board"));
    EXPECT_TRUE(has(clean_html(page("<div style='display:none'>" + paragraphs + "</div>")), "harbour board"));
}

TEST(Html, LeadBetweenHeadlineAndBodyStays) {
    const Document document = clean_html(page("<h1>Wall to rise</h1><div class=x>The town will borrow nine million crowns for a wall that "
                                              "its own fishermen did not want to see built.</div>"
                                              "<div class=article-body>" +
                                              paragraphs + "</div>"));
    EXPECT_TRUE(document.text.starts_with("The town will borrow"));
}

TEST(Html, MarkupIsNeverText) {
    const Document document = clean_html(page(
        paragraphs +
        "<script>var hidden = '<p>not this</p>';</script><style>p{}</style><template><p>nor this</p></template><p hidden>nor that</p>"));
    EXPECT_FALSE(has(document, "not this"));
    EXPECT_FALSE(has(document, "nor"));
    EXPECT_FALSE(has(document, "p{}"));
}

TEST(Html, SameIdForTheSameBytes) {
    const std::string bytes = page(paragraphs);
    EXPECT_EQ(clean_html(bytes).id, clean_html(bytes).id);
    EXPECT_NE(clean_html(bytes).id, clean_html(bytes + " ").id);
}

TEST(Html, NothingButFurnitureIsAnError) {
    Page empty;
    empty.kind = PageKind::html;
    empty.bytes = "<html><body><nav>Home</nav><script>1</script></body></html>";
    EXPECT_FALSE(clean(empty));
}

struct Hostile {
    const char* name;
    std::string bytes;
};

TEST(Html, HostilePagesTakeTimeInProportion) {
    const auto repeat = [](std::string_view piece, std::size_t times) {
        std::string all;
        all.reserve(piece.size() * times);
        for (std::size_t i = 0; i < times; ++i) {
            all += piece;
        }
        return all;
    };
    std::string attributes = "<div";
    for (int i = 0; i < 100000; ++i) {
        attributes += fmt::format(" a{}=x", i);
    }
    std::string headings;
    for (int i = 0; i < 20000; ++i) {
        headings += fmt::format("<h1>wall number {}</h1>", i);
    }
    const std::vector<Hostile> all = {
        {"nested div", repeat("<div>", 1000000)},
        {"nested b", repeat("<b>", 300000)},
        {"open links", repeat("<a href=x>", 300000)},
        {"p and b", repeat("<p><b>", 200000)},
        {"tables in tables", repeat("<table><tr><td>", 200000)},
        {"stray ends", repeat("<div>", 400) + repeat("</span></p></li>", 200000)},
        {"attributes", attributes + ">"},
        {"one attribute of 5 MB", "<div class='" + std::string(5U << 20U, 'a') + "'>"},
        {"headings", headings},
        {"brackets in data", "<script type='application/ld+json'>" + std::string(900000, '[') + "</script>"},
        {"half entities", repeat("&amp;&lt", 300000)},
    };
    for (const Hostile& hostile : all) {
        Page one;
        one.kind = PageKind::html;
        one.bytes = "<html><body>" + hostile.bytes + paragraphs;
        const auto document = clean(one);  // linear: quadratic code runs into the test's time limit
        EXPECT_TRUE(!document || is_valid_utf8(document.value().text)) << hostile.name;
    }
}

TEST(Html, AdvertsAreToldByLabelsAndNames) {
    const Document document =
        clean_html("<h1>Wall to rise</h1><div class=txt>" + paragraphs +
                   "<center><b>ADVERT</b> Bakers are silent about this bread</center>"
                   "<div class=anzeige><p>Harp lessons for calm people, moderate fees.</p></div>" +
                   "<p>The vote was taken at midnight and nobody in the hall applauded it, the clerk of the board said "
                   "on Tuesday in a short note to the press.</p></div>");
    EXPECT_EQ(cut_reason(document, "Bakers"), "advert");
    EXPECT_EQ(cut_reason(document, "Harp lessons"), "advert");
    EXPECT_TRUE(has(document, "The vote was taken"));
}

TEST(Html, LinesMadeLikeAnAdvertAreAdverts) {
    const std::string article = "<h1>Wall to rise</h1><div class=post>" + paragraphs + "<div class=x>Hot deal: bread for bakers</div>" +
                                "<p>The vote was taken at midnight and nobody in the hall applauded it, the clerk said.</p>";
    EXPECT_EQ(cut_reason(clean_html(article + "<div class=x>The secret of the silent baker</div></div>"), "silent baker"), "advert");
    EXPECT_TRUE(has(clean_html(article + "<div class=x>" + paragraphs + "</div><div class=x>The secret of the silent baker</div>" +
                               paragraphs + "</div>"),
                    "silent baker"));
}

TEST(Html, DayOfWriting) {
    const Document document =
        clean_html("<h1>A wall</h1><p>As this is written, on Friday 14 March 2025, the wall stands two metres high and "
                   "the town has gone to bed, for once without a look at the tide table.</p>" +
                   paragraphs);
    ASSERT_TRUE(document.published);
    EXPECT_EQ(to_iso(document.published->date), "2025-03-14");
}

TEST(Html, OutletInTitleLogoAndTrail) {
    const std::string article = "<h1>Wall to rise at last</h1>" + paragraphs;
    EXPECT_EQ(clean_html("<title>Coast Echo: Wall to rise at last</title>" + article + "<p>\u00A9 COAST ECHO 2025</p>").publisher,
              "Coast Echo");
    EXPECT_FALSE(clean_html("<title>Opinion: Wall to rise at last</title>" + article + "<p>Back to top</p>").publisher);
    EXPECT_EQ(
        clean_html("<title>Wall to rise at last</title><img alt='The Coast Echo'>" + article + "<div>The Coast Echo. Since 1880.</div>")
            .publisher,
        "The Coast Echo");
    EXPECT_FALSE(clean_html("<title>Wall to rise at last</title><img alt='The Old Mill'>" + article).publisher);
}

TEST(Html, TextBehindThousandsOfTagsIsStillFound) {
    std::string deep;
    for (int i = 0; i < 9000; ++i) {
        deep += "<div>";
    }
    EXPECT_TRUE(has(clean_html(deep + paragraphs), "harbour board"));
}

}  // namespace
}  // namespace synoptic
