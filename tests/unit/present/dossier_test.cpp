// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "../store/sample.hpp"
#include "present/dossier/markup.hpp"
#include "present/dossier/page.hpp"
#include "present/dossier/word_diff.hpp"

namespace synoptic {
namespace {

std::string page_of(const sample::Corpus& corpus, std::string_view name, std::size_t story = 0) {
    Database database(sample::fresh_path(name), Database::Mode::create_or_update);
    corpus.write(database);
    const std::vector<StorySummary> stories = list_stories(database);
    return dossier_page(load_story(database, stories[story].id), stories);
}

/// All values of an attribute, in order.
std::vector<std::string> values(const std::string& page, const std::string& attribute) {
    std::vector<std::string> found;
    const std::string start = " " + attribute + "=\"";
    for (std::size_t at = page.find(start); at != std::string::npos; at = page.find(start, at)) {
        at += start.size();
        found.push_back(page.substr(at, page.find('"', at) - at));
    }
    return found;
}

/// The page without its style sheet, whose text is ours.
std::string body_of(const std::string& page) { return page.substr(page.find("</style>")); }

TEST(Markup, escapes_text) {
    EXPECT_EQ(escape_html("a < \"b\" & 'c' > d"), "a &lt; &quot;b&quot; &amp; &#39;c&#39; &gt; d");
    EXPECT_EQ(escape_html("Åse\u202Eexe.txt\u2066!"), "Åseexe.txt!");
}

TEST(Markup, writes_dates_and_numbers_as_words) {
    EXPECT_EQ(date_words("2024-03-05"), "5 March 2024");
    EXPECT_EQ(date_words("2024-12"), "December 2024");
    EXPECT_EQ(date_words("2024"), "2024");
    EXPECT_EQ(date_words("soon"), "soon");
    EXPECT_EQ(counted(1, "account", "accounts"), "1 account");
    EXPECT_EQ(counted(1234567, "account", "accounts"), "1,234,567 accounts");
    EXPECT_EQ(shortened("Åse Dahl", 3), "Åse …");
    EXPECT_EQ(shortened("Åse", 3), "Åse");
    EXPECT_EQ(bare(", when the ship sank."), "when the ship sank");
    EXPECT_EQ(bare("— —"), "");
}

std::vector<std::string> texts(std::string_view text, const std::vector<Span>& spans) {
    std::vector<std::string> found;
    for (const Span span : spans) {
        found.emplace_back(span.in(text));
    }
    return found;
}

TEST(CompareWords, finds_the_words_without_a_partner) {
    const std::string a = "Nine boats — all of oak — burned";
    const std::string b = "“Eleven” boats, all of oak, were lost";
    const WordDifference difference = compare_words(a, b);
    EXPECT_EQ(texts(a, difference.a), (std::vector<std::string>{"Nine", "burned"}));
    EXPECT_EQ(texts(b, difference.b), (std::vector<std::string>{"Eleven", "were lost"}));
    EXPECT_EQ(difference.common, 4U);
    EXPECT_EQ(mark_html("a < b", std::vector<Span>{{2, 3}}), "a <mark>&lt;</mark> b");
    EXPECT_TRUE(compare_words("", "").a.empty());
}

TEST(Dossier, every_link_leads_to_something_in_the_page) {
    const std::string page = page_of({}, "links.db");
    const std::vector<std::string> ids = values(page, "id");
    const std::set<std::string> known(ids.begin(), ids.end());
    EXPECT_EQ(ids.size(), known.size());
    std::size_t inside = 0;
    for (const std::string& link : values(page, "href")) {
        if (link.starts_with('#')) {
            ++inside;
            EXPECT_TRUE(known.contains(link.substr(1))) << link;
        } else {
            EXPECT_EQ(link, "https://gazette.example/fire?a=1&amp;b=2");
        }
    }
    EXPECT_GT(inside, 30U);
}

TEST(Dossier, asks_for_nothing_and_runs_nothing) {
    const std::string page = page_of({}, "closed.db");
    EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
    for (const std::string_view banned :
         {"<script", "<link", "<img", "<iframe", " src=", "url(", "@import", "<form", "<object", "<embed"}) {
        EXPECT_EQ(page.find(banned), std::string::npos) << banned;
    }
}

TEST(Dossier, takes_no_text_for_markup) {
    const std::string attack = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' --></style>&lt;";
    sample::Corpus corpus;
    Document& document = corpus.documents[0];
    document.title = attack;
    document.author = attack;
    document.publisher = attack;
    document.url = "javascript:alert(3)";
    document.language = "en\" onload=\"alert(4)";
    document.path = attack;
    document.cut = {{attack, attack, {}}};
    document.warnings = {{attack, attack}};
    document.declared_sources = {attack};
    corpus.stories[0].label = attack;
    Situation& situation = corpus.situations[0];
    situation.actors[0].name = attack;
    situation.actors[0].aliases = {attack};
    situation.actors[0].roles[0].text = attack;
    situation.actors[0].country = attack;
    situation.events[0].place = attack;
    situation.events[0].type = attack;
    situation.claims[0].text = attack;
    situation.conflicts[0].about = attack;
    situation.conflicts[0].sides[0].value = attack;
    situation.positions[0].issue = attack;
    situation.positions[0].phase = attack;
    const std::string body = body_of(page_of(corpus, "attack.db"));
    EXPECT_EQ(body.find("<script"), std::string::npos);
    EXPECT_EQ(body.find("<img"), std::string::npos);
    EXPECT_EQ(body.find("href=\"javascript"), std::string::npos);
    EXPECT_EQ(body.find("onload=\""), std::string::npos);
    EXPECT_EQ(body.find("-->"), std::string::npos);
    EXPECT_EQ(body.find("</style>", 1), std::string::npos);
    EXPECT_NE(body.find("&lt;script&gt;alert(1)"), std::string::npos);
}

TEST(Dossier, shows_the_whole_sentence_with_the_differing_words_marked) {
    const std::string page = page_of({}, "marks.db");
    EXPECT_NE(page.find("<mark>Nine</mark> boats burned, the harbour office said."), std::string::npos);
    EXPECT_NE(page.find("<mark>Eleven</mark> boats were lost when the fish hall of Skjærvik burned down."), std::string::npos);
    EXPECT_NE(page.find("<mark>“We lost the roof in twenty minutes,”</mark> said harbour master Åse Dahl."), std::string::npos);
}

TEST(Dossier, counts_accounts_and_not_documents) {
    const std::string page = page_of({}, "counts.db");
    EXPECT_NE(page.find("<strong>3 documents</strong>, at most <strong>2 independent accounts</strong>. 1 is a copy or rewrite."),
              std::string::npos);
    EXPECT_NE(page.find("is abridged from"), std::string::npos);
    EXPECT_NE(page.find("100 % of its words stand there, and 45 % of the source’s words stand in it"), std::string::npos);
}

TEST(Dossier, says_so_where_nothing_was_found) {
    const std::string page = page_of({}, "silent.db", 1);
    EXPECT_NE(page.find("There is only one independent account"), std::string::npos);
    EXPECT_NE(page.find("These accounts quote nobody"), std::string::npos);
    EXPECT_NE(page.find("No event of this story is dated"), std::string::npos);
    EXPECT_NE(page.find("Fire at the quay of Skjærvik"), std::string::npos);  // among the other stories
}

TEST(Dossier, never_puts_what_did_not_happen_on_the_timeline) {
    const std::string page = page_of({}, "timeline.db");
    const std::size_t apart = page.find("Not told as having happened");
    ASSERT_NE(apart, std::string::npos);
    const std::size_t timeline = page.find("<ol class=\"timeline\">");
    EXPECT_EQ(page.substr(timeline, apart - timeline).find("rebuild"), std::string::npos);
    EXPECT_NE(page.find("class=\"expected hollow\""), std::string::npos);
}

TEST(Dossier, survives_documents_without_sentences_or_blocks) {
    sample::Corpus corpus;
    for (Document& document : corpus.documents) {
        document.analysis.sentences.clear();
        document.blocks.clear();
    }
    const std::string page = page_of(corpus, "bare.db");
    EXPECT_NE(page.find("Nine boats burned, the harbour office said."), std::string::npos);
    EXPECT_NE(page.find("<mark>Nine</mark> boats burned"), std::string::npos);
}

TEST(Dossier, gives_the_same_bytes_each_time) { EXPECT_EQ(page_of({}, "once.db"), page_of({}, "again.db")); }

}  // namespace
}  // namespace synoptic
