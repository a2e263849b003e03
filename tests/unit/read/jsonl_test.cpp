// SPDX-License-Identifier: Apache-2.0
#include "read/json_line.hpp"
#include "read_test_tools.hpp"

namespace synoptic {
namespace {

TEST(Jsonl, KeysOfOurOwn) {
    const auto page = parse_json_page(
        R"({"id": 7, "title": "T", "text": "The tide is out.", "date": "2025-03-01", "source": "Harbour Times", "url": "https://h.example/1"})");
    ASSERT_TRUE(page);
    EXPECT_EQ(page.value().kind, PageKind::article);
    EXPECT_EQ(page.value().stated.id, "7");
    EXPECT_EQ(page.value().bytes, "The tide is out.");
    EXPECT_EQ(page.value().stated.date, "2025-03-01");
    EXPECT_EQ(page.value().stated.publisher, "Harbour Times");
}

TEST(Jsonl, BrokenBytesAreReplacedAndCounted) {
    const auto page = parse_json_page("{\"text\": \"The caf\xC3 at Ostr\xE2\x82.\"}");
    ASSERT_TRUE(page);
    EXPECT_EQ(page.value().bytes, "The caf\uFFFD at Ostr\uFFFD.");
    EXPECT_EQ(page.value().broken_sequences, 2U);
}

TEST(Jsonl, KeysOfOtherTools) {
    const auto page = parse_json_page(
        R"({"maintext": "Words.", "authors": ["Ann Lee", "Bo Ek"], "date_publish": "2025-03-01 10:00:00", "source_domain": "h.example", "filename": "x", "deep": {"text": "no"}})");
    ASSERT_TRUE(page);
    EXPECT_EQ(page.value().bytes, "Words.");
    EXPECT_EQ(page.value().stated.author, "Ann Lee, Bo Ek");
    EXPECT_EQ(page.value().stated.publisher, "h.example");
    const auto named = parse_json_page(R"({"text": "Words.", "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ek"}]})");
    ASSERT_TRUE(named);
    EXPECT_EQ(named.value().stated.author, "Ann Lee, Bo Ek");
    for (const char* line : {R"({"text": "Words.", "doc_date": "2025-03-01"})", R"({"text": "Words.", "ref": "2025-03-01"})"}) {
        const auto dated = parse_json_page(line);
        ASSERT_TRUE(dated) << line;
        EXPECT_EQ(dated.value().stated.date, "2025-03-01") << line;
    }
    const auto html = parse_json_page(R"({"raw_html": "<p>Words.</p>"})");
    ASSERT_TRUE(html);
    EXPECT_EQ(html.value().kind, PageKind::html);
}

TEST(Jsonl, BodiesOfSections) {
    const auto page = parse_json_page(
        R"({"title": "Wall", "body": {"summary": ["In short."], "sections": [{"headline": ["First"], "paragraphs": ["One.", "Two."]}]},
            "authors": ["Ann Lee"], "publishing_date": "2025-03-01 10:00:00+01:00", "html": {"responded_url": "https://h.example/1"}})");
    ASSERT_TRUE(page);
    EXPECT_EQ(page.value().bytes, "In short.\n\nFirst\n\nOne.\n\nTwo.");
    EXPECT_EQ(page.value().stated.date, "2025-03-01 10:00:00+01:00");
    EXPECT_EQ(page.value().url, "https://h.example/1");
}

TEST(Jsonl, ASourceThatIsAnAddress) {
    const auto page =
        parse_json_page(R"({"text": "Words.", "source": "https://h.example/1", "hostname": "h.example", "sitename": "Harbour"})");
    ASSERT_TRUE(page);
    EXPECT_EQ(page.value().url, "https://h.example/1");
    EXPECT_EQ(page.value().stated.publisher, "Harbour");
}

TEST(Jsonl, BrokenTextIsRepaired) {
    const auto half = parse_json_page(R"({"text": "a \ud83d b \ud83d\ude00"})");
    ASSERT_TRUE(half);
    EXPECT_EQ(half.value().bytes, "a \uFFFD b \U0001F600");
    const auto bytes = parse_json_page("{\"text\": \"caf\xC3\"}");
    ASSERT_TRUE(bytes);
    EXPECT_EQ(bytes.value().bytes, "caf\uFFFD");
}

TEST(Jsonl, BadLinesAreNamedAndPassedOver) {
    const TemporaryFolder folder;
    const ReadAll all =
        read_all(folder.write("a.jsonl", "{\"text\": \"one\"}\n\nnot json\n[1]\n{\"title\": \"no text\"}\n{\"text\": \"two\"}"));
    ASSERT_EQ(all.pages.size(), 2U);
    EXPECT_EQ(all.pages[1].record, "line 6");
    ASSERT_EQ(all.rejects.size(), 3U);
    EXPECT_EQ(all.rejects[0].record, "line 3");
    EXPECT_TRUE(all.rejects[0].reason.starts_with("is no JSON"));
    EXPECT_EQ(all.rejects[1].reason, "is JSON, but no object");
    EXPECT_EQ(all.rejects[2].record, "line 5");
}

TEST(Jsonl, LongLines) {
    const TemporaryFolder folder;
    const std::string fits = "{\"text\": \"" + std::string(10U << 20U, 'a') + "\"}\n";
    const std::string too_long = "{\"text\": \"" + std::string(33U << 20U, 'a') + "\"}\n";
    const ReadAll all = read_all(folder.write("a.jsonl", fits + too_long + "{\"text\": \"end\"}\n"));
    ASSERT_EQ(all.pages.size(), 2U);
    EXPECT_EQ(all.pages[0].bytes.size(), 10U << 20U);
    EXPECT_EQ(all.pages[1].bytes, "end");
    ASSERT_EQ(all.rejects.size(), 1U);
    EXPECT_EQ(all.rejects[0].reason, "is over 32 MB");
    EXPECT_EQ(all.rejects[0].record, "line 2");
}

TEST(Jsonl, DeepNestingCostsNothing) {
    const auto deep = parse_json_page("{\"x\": " + std::string(1000000, '[') + std::string(1000000, ']') + ", \"text\": \"a\"}");
    ASSERT_TRUE(deep);
    EXPECT_EQ(deep.value().bytes, "a");
    EXPECT_FALSE(parse_json_page(std::string(1000000, '{')));
}

}  // namespace
}  // namespace synoptic
