// SPDX-License-Identifier: Apache-2.0
#include "clean/host_repeats.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "clean/block_cuts.hpp"
#include "clean_test_tools.hpp"

namespace synoptic {

namespace {

using Lines = std::vector<std::string_view>;

/// A document as its page by itself gave it. "# Words" is a heading, "* words" an item of a list.
Document document_of(const Lines& lines, std::string url = "https://www.wexleycourier.example/story") {
    Document document;
    document.url = std::move(url);
    document.publisher = "The Wexley Courier";
    std::uint32_t page = 100;
    for (std::string_view line : lines) {
        Block block;
        if (line.starts_with("# ") || line.starts_with("* ")) {
            block.kind = line.front() == '#' ? BlockKind::heading : BlockKind::list_item;
            line.remove_prefix(2);
        }
        document.text += document.text.empty() ? "" : "\n\n";
        block.span.begin = static_cast<std::uint32_t>(document.text.size());
        document.text += line;
        block.span.end = static_cast<std::uint32_t>(document.text.size());
        block.page = {page, page + block.span.size()};
        page += block.span.size() + 7;
        document.blocks.push_back(block);
    }
    document.id = make_id<DocTag>({document.url, document.text});
    return document;
}

/// Three paragraphs each about something else.
const std::vector<Lines> articles = {
    {"The council of Wexley voted on Monday to close the open-air pool for the winter.",
     "Lifeguards had complained about cracked tiles since June, a spokeswoman said.",
     "Repairs will take five months and cost two hundred thousand crowns."},
    {"A lorry loaded with apples overturned on the bridge road before dawn.", "Its driver climbed out through the window unhurt.",
     "Police closed one lane until noon while neighbours gathered the fruit in buckets."},
    {"Teachers at the Hollin school walked out on Thursday over unpaid overtime.",
     "The education office called the strike unlawful and promised talks.", "Parents looked after their children in the gym."},
    {"The orchestra opened its season with a symphony that nobody had played since 1931.",
     "Its conductor found the score in an attic in Brelle.", "The audience stood for nine minutes."},
    {"Wind tore the roof off the tennis hall during the storm of Saturday night.", "Firefighters tied down what was left with ropes.",
     "The club says that its insurance covers the damage."},
    {"A beaver has dammed the mill stream for the third time this year.", "The miller wants the animal moved; the forest office refuses.",
     "Both sides are to meet on the bank on Friday."},
};

constexpr std::string_view house = "The Wexley Courier has been printed on Mill Lane since 1911 and belongs to the families who read it.";
constexpr std::string_view call = "Would it help to have the morning's headlines before breakfast? Our letter brings them to you at six.";

Lines with(Lines lines, std::initializer_list<std::string_view> more) {
    lines.insert(lines.end(), more);
    return lines;
}

std::vector<Document> documents_of(const std::vector<Lines>& pages) {
    std::vector<Document> documents;
    for (const Lines& page : pages) {
        documents.push_back(document_of(page));
    }
    return documents;
}

std::vector<Lines> all_with(std::initializer_list<std::string_view> more) {
    std::vector<Lines> pages;
    for (const Lines& article : articles) {
        pages.push_back(with(article, more));
    }
    return pages;
}

/// What is cut from each page, in order of the text.
std::vector<std::vector<std::string>> cut_from(std::vector<Document> documents) {
    cut_host_repeats(documents);
    std::vector<std::vector<std::string>> cuts;
    for (const Document& document : documents) {
        cuts.emplace_back();
        for (const Cut& cut : document.cut) {
            cuts.back().push_back(cut.text);
        }
    }
    return cuts;
}

std::size_t count_cuts(std::vector<Document> documents) {
    std::size_t count = 0;
    for (const auto& page : cut_from(std::move(documents))) {
        count += page.size();
    }
    return count;
}

}  // namespace

TEST(HostRepeats, TextOfTheHouseIsCutWithReasonAndPlace) {
    std::vector<Document> documents = documents_of(all_with({house, call}));
    const std::vector<Document> before = documents;
    EXPECT_EQ(cut_host_repeats(documents).size(), 6U);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const Document& document = documents[i];
        EXPECT_FALSE(has(document, "Mill Lane"));
        EXPECT_EQ(cut_reason(document, "Mill Lane"), "repeated on host");
        EXPECT_EQ(cut_reason(document, "before breakfast"), "repeated on host");
        EXPECT_EQ(document.cut[0].page, before[i].blocks[3].page);
        ASSERT_EQ(document.blocks.size(), 3U);
        for (std::size_t block = 0; block < 3; ++block) {
            EXPECT_EQ(document.view(document.blocks[block].span), articles[i][block]);
            EXPECT_EQ(document.blocks[block].page, before[i].blocks[block].page);
        }
        EXPECT_EQ(document.id, before[i].id);
    }
}

TEST(HostRepeats, StandsInsideTheArticleTooWhereManyPagesHoldIt) {
    std::vector<Lines> pages;
    for (const Lines& article : articles) {
        pages.push_back({article[0], call, article[1], article[2]});
    }
    EXPECT_EQ(count_cuts(documents_of(pages)), 6U);
    pages.resize(3);
    EXPECT_EQ(count_cuts(documents_of(pages)), 0U);
}

TEST(HostRepeats, TwoPagesAreNoEvidence) {
    std::vector<Lines> pages = all_with({call});
    pages.resize(2);
    pages.push_back(articles[2]);
    EXPECT_EQ(count_cuts(documents_of(pages)), 0U);
    pages[2] = with(articles[2], {call});
    EXPECT_EQ(count_cuts(documents_of(pages)), 3U);
}

TEST(HostRepeats, OtherHostsDoNotCount) {
    std::vector<Document> documents = documents_of(all_with({call}));
    for (std::size_t i = 0; i < documents.size(); ++i) {
        documents[i].url = "https://paper" + std::to_string(i / 2) + ".example/a";
    }
    EXPECT_EQ(count_cuts(documents), 0U);
}

TEST(HostRepeats, WithoutAHostOrWhereTheTextWasGivenNothingIsCut) {
    std::vector<Document> documents = documents_of(all_with({call}));
    for (Document& document : documents) {
        document.url.clear();
        document.publisher.reset();
    }
    EXPECT_EQ(count_cuts(documents), 0U);
    documents = documents_of(all_with({call}));
    for (Document& document : documents) {
        document.as_given = true;
    }
    EXPECT_EQ(count_cuts(documents), 0U);
}

TEST(HostRepeats, BackgroundOfASeriesStays) {
    constexpr std::string_view background =
        "The ferry Anselma sank off Port Ruan on 3 May with our region's minister and 40 others aboard.";
    const std::vector<Lines> pages = {
        {"Divers reached the wreck of the Anselma on Wednesday.",
         "They found the ferry's car deck flooded and two of its doors torn from their hinges, the coast guard said in the evening.",
         background, call},
        {"The captain of the Anselma told a court that the bow door had been shut.",
         "He had sailed from Port Ruan for twenty years without an accident and knew of no warning, he said under oath.", background, call},
        {"Relatives of the drowned laid wreaths on the quay of Port Ruan.",
         "The ferry company sent nobody, and the mayor left after ten minutes when the crowd began to shout at him.", background, call},
        {"The minister's successor promised new rules for every ferry in the region.",
         "He named no date but said that the harbours would be asked first and that inspectors would be hired by spring.", background,
         call},
        {"An engineer warned of the bow door two years ago, papers show.",
         "The company that ran the Anselma put her letter in a drawer, where a prosecutor found it last week under old menus.", background,
         call},
    };
    for (const auto& cuts : cut_from(documents_of(pages))) {
        EXPECT_EQ(cuts, std::vector<std::string>{std::string(call)});
    }
}

TEST(HostRepeats, WhatSomebodySaidStaysHoweverOftenItIsQuoted) {
    std::vector<Lines> pages = all_with({"\"Our door is open to you on any day of the week,\" the bishop had said in the spring."});
    EXPECT_EQ(count_cuts(documents_of(pages)), 0U);
}

TEST(HostRepeats, WhatTheHouseCouldNotFindOutStays) {
    EXPECT_EQ(count_cuts(documents_of(all_with({"The Wexley Courier could not independently verify what the papers say."}))), 0U);
    EXPECT_EQ(count_cuts(documents_of(all_with({"We have asked all who are named for comment and will add what they say."}))), 0U);
}

TEST(HostRepeats, ASentenceThatIsNotOfTheHouseStays) {
    EXPECT_EQ(count_cuts(
                  documents_of(all_with({"Thousands fled their homes and dozens drowned when the dam above the valley burst in spring."}))),
              0U);
}

TEST(HostRepeats, AShortSentenceThatArticlesShareStays) {
    std::vector<Lines> pages = all_with({"No one was hurt."});
    pages.resize(4);
    for (const Lines& article : {articles[4], articles[5]}) {
        pages.push_back(article);
    }
    EXPECT_EQ(count_cuts(documents_of(pages)), 0U);
}

TEST(HostRepeats, CopiesOfOneArticleAreOnePage) {
    const Lines article = with(articles[0], {house, call});
    EXPECT_EQ(count_cuts(documents_of({article, article, article, article, article, articles[1], articles[2]})), 0U);
}

TEST(HostRepeats, StatesOfALiveReportKeepTheirEntries) {
    std::vector<Lines> pages;
    Lines state;
    for (const Lines& article : articles) {
        state.insert(state.begin(), article.begin(), article.end());
        pages.push_back(state);
    }
    EXPECT_EQ(count_cuts(documents_of(pages)), 0U);
}

TEST(HostRepeats, HeadingsOfARubricStayInsideAndLabelsGoAtTheEnd) {
    std::vector<Lines> pages;
    for (const Lines& article : articles) {
        pages.push_back({article[0], "# In brief", article[1], "In other news:", article[2], "* none", "# About this paper", house,
                         "More from Wexley"});
    }
    for (const auto& cuts : cut_from(documents_of(pages))) {
        EXPECT_EQ(cuts, (std::vector<std::string>{"About this paper", std::string(house), "More from Wexley"}));
    }
}

TEST(HostRepeats, ATextOfWhichNothingWouldBeLeftStays) {
    std::vector<Lines> pages = all_with({house, call});
    pages.push_back({"Photo.", house, call});
    const auto cuts = cut_from(documents_of(pages));
    EXPECT_EQ(cuts[0].size(), 2U);
    EXPECT_TRUE(cuts[6].empty());
}

TEST(HostRepeats, OrderAndFormerCutsDoNotMatter) {
    std::vector<Lines> pages = all_with({house, call});
    pages.push_back({articles[0][0], "A line of its own that stands on this page and on no other."});
    std::vector<Document> at_once = documents_of(pages);
    cut_host_repeats(at_once);
    std::vector<Document> grown;
    for (auto page = pages.rbegin(); page != pages.rend(); ++page) {
        grown.push_back(document_of(*page));
        cut_host_repeats(grown, 2);
    }
    EXPECT_TRUE(cut_host_repeats(grown).empty());
    std::ranges::reverse(grown);
    for (std::size_t i = 0; i < at_once.size(); ++i) {
        EXPECT_EQ(grown[i].text, at_once[i].text);
        ASSERT_EQ(grown[i].cut.size(), at_once[i].cut.size());
        for (std::size_t cut = 0; cut < grown[i].cut.size(); ++cut) {
            EXPECT_EQ(grown[i].cut[cut].text, at_once[i].cut[cut].text);
            EXPECT_EQ(grown[i].cut[cut].page, at_once[i].cut[cut].page);
        }
    }
}

TEST(HostRepeats, PagesThatSetABlockDifferentlyAgreeInAnyOrder) {
    std::vector<Lines> pages = all_with({call});
    pages[2].back() = "* Would it help to have the morning's headlines before breakfast? Our letter brings them to you at six.";
    EXPECT_EQ(count_cuts(documents_of(pages)), 0U);
    std::swap(pages[2], pages[0]);
    EXPECT_EQ(count_cuts(documents_of(pages)), 0U);
    std::swap(pages[0], pages[5]);
    EXPECT_EQ(count_cuts(documents_of(pages)), 0U);
}

TEST(HostRepeats, WhatIsNoLongerRepeatedComesBack) {
    std::vector<Document> documents = documents_of(all_with({call}));
    const std::vector<Document> before = documents;
    cut_host_repeats(documents);
    documents.resize(2);
    EXPECT_EQ(cut_host_repeats(documents), (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(documents[1].text, before[1].text);
    EXPECT_TRUE(documents[1].cut.empty());
}

TEST(BlockCuts, PutBackBlocksAreWhereTheyWere) {
    Document document = document_of({"# One", "Two", "* Three", "Four", "Five"});
    document.cut = {{"Home", "navigation", {0, 4}}, {"Imprint", "footer", {900, 907}}};
    const Document before = document;
    cut_blocks(document, std::vector<std::uint32_t>{0, 2, 4});
    EXPECT_EQ(document.text, "Two\n\nFour");
    ASSERT_EQ(document.cut.size(), 5U);
    EXPECT_EQ(document.cut[0].text, "Home");  // in order of the page
    EXPECT_EQ(document.cut[1].text, "One");
    EXPECT_EQ(document.cut[4].text, "Imprint");
    EXPECT_EQ(put_back_blocks(document), (std::vector<std::uint32_t>{0, 2, 4}));
    EXPECT_EQ(document.text, before.text);
    ASSERT_EQ(document.blocks.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(document.blocks[i].span, before.blocks[i].span);
        EXPECT_EQ(document.blocks[i].kind, before.blocks[i].kind);
        EXPECT_EQ(document.blocks[i].page, before.blocks[i].page);
    }
    EXPECT_EQ(document.cut.size(), 2U);
    EXPECT_TRUE(put_back_blocks(document).empty());
}

TEST(HostRepeats, TellsTheHost) {
    Document document;
    EXPECT_EQ(host_of_document(document), "");
    document.publisher = "The  Courier";
    EXPECT_EQ(host_of_document(document), "the courier");
    document.url = "file:///saved/page.html";
    EXPECT_EQ(host_of_document(document), "the courier");
    document.url = "https://user@WWW.Courier.example:8080/a?b=c";
    EXPECT_EQ(host_of_document(document), "courier.example");
    document.url = "http://amp.courier.example";
    EXPECT_EQ(host_of_document(document), "courier.example");
    document.url = "http://m.example/a";  // nothing would be left
    EXPECT_EQ(host_of_document(document), "m.example");
}

}  // namespace synoptic
