// SPDX-License-Identifier: Apache-2.0
#include <zstd.h>

#include "read_test_tools.hpp"

namespace synoptic {
namespace {

TEST(Files, KindIsToldByContentBeforeName) {
    const TemporaryFolder folder;
    const auto kind = [&](const std::string& name, std::string_view bytes) {
        const ReadAll all = read_all(folder.write(name, bytes));
        return all.pages.size() == 1 ? all.pages.front().kind : PageKind::article;
    };
    EXPECT_EQ(kind("a.html", "<!DOCTYPE html><p>The tide is out."), PageKind::html);
    EXPECT_EQ(kind("a.txt", "<html><body><p>The tide is out.</body>"), PageKind::html);
    EXPECT_EQ(kind("b.txt", "The tide is out.\n"), PageKind::text);
    EXPECT_EQ(kind("b.md", "# The tide\n\nIt is out.\n"), PageKind::text);
    EXPECT_EQ(kind("c.txt", "<3 this harbour, said the mayor.\n"), PageKind::text);
    EXPECT_EQ(kind("d.html", "The tide is out."), PageKind::html);
}

TEST(Files, WhatCannotBeReadSaysWhy) {
    const TemporaryFolder folder;
    EXPECT_EQ(reason_of(folder.write("empty.txt", "")), "is empty");
    EXPECT_EQ(reason_of(folder.write("blank.txt", " \n\n\t ")), "has nothing in it but white space");
    EXPECT_EQ(reason_of(folder.write("a.bin", std::string("ab\0cd\x01\x02", 7))), "is binary data");
    EXPECT_EQ(reason_of(folder.write("picture.html", "\x89PNG\r\n....")), "is binary data");
    EXPECT_EQ(reason_of(folder.path() + "/none.txt"), "does not exist");
    std::filesystem::create_directories(folder.path() + "/hollow");
    EXPECT_EQ(reason_of(folder.path() + "/hollow"), "is a folder without files");
}

TEST(Files, FoldersAreReadByNameWithoutHiddenFiles) {
    const TemporaryFolder folder;
    folder.write("c.txt", "three");
    folder.write("a/z.txt", "one");
    folder.write("b.txt", "two");
    folder.write(".hidden.txt", "not");
    folder.write(".git/x.txt", "not");
    const ReadAll all = read_all(folder.path());
    ASSERT_EQ(all.pages.size(), 3U);
    EXPECT_EQ(all.pages[0].bytes, "one");
    EXPECT_EQ(all.pages[1].bytes, "two");
    EXPECT_EQ(all.pages[2].bytes, "three");
    EXPECT_EQ(all.pages[0].path, folder.path() + "/a/z.txt");
}

TEST(Files, OnePackedPage) {
    const TemporaryFolder folder;
    const std::string page = "<!DOCTYPE html><html><body><p>The tide is out.</p></body></html>";
    const ReadAll all = read_all(folder.write("a.html.gz", gzip(page)));
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(all.pages.front().bytes, page);
    EXPECT_EQ(all.pages.front().kind, PageKind::html);
}

TEST(Files, TruncatedGzipIsNoPage) {
    const TemporaryFolder folder;
    std::string words;
    for (int i = 0; i < 5000; ++i) {
        words += "wave " + std::to_string(i * 7919) + "\n";
    }
    const std::string packed = gzip(words);
    EXPECT_EQ(reason_of(folder.write("a.txt.gz", std::string_view(packed).substr(0, packed.size() / 2))), "is a truncated gzip file");
    std::string broken = packed;
    broken.replace(200, 40, 40, 'x');
    EXPECT_EQ(reason_of(folder.write("b.txt.gz", broken)), "is broken gzip data");
}

TEST(Files, BombsStopEarly) {
    const TemporaryFolder folder;
    std::string bomb;
    const std::string zeros = gzip(std::string(100U << 20U, ' '));
    EXPECT_EQ(reason_of(folder.write("bomb.txt.gz", zeros)), "is over 32 MB");
    const std::string lines = folder.write("bomb.jsonl.gz", gzip("{\"text\":\"a\"}\n" + std::string(200U << 20U, ' ')));
    const ReadAll all = read_all(lines);
    EXPECT_EQ(all.pages.size(), 1U);
    ASSERT_EQ(all.rejects.size(), 1U);
    EXPECT_NE(all.rejects.front().reason.find("bomb"), std::string::npos);
}

std::string zstd(std::string_view bytes) {
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
    return packed;
}

TEST(Files, BombsOfZstdStopEarly) {
    const TemporaryFolder folder;
    EXPECT_EQ(reason_of(folder.write("bomb.txt.zst", zstd(std::string(100U << 20U, ' ')))), "is over 32 MB");
    const ReadAll all = read_all(folder.write("bomb.jsonl.zst", zstd("{\"text\":\"a\"}\n" + std::string(200U << 20U, ' '))));
    EXPECT_EQ(all.pages.size(), 1U);
    ASSERT_EQ(all.rejects.size(), 1U);
    EXPECT_NE(all.rejects.front().reason.find("bomb"), std::string::npos);
}

TEST(Files, ManySmallBombsAreOne) {
    const TemporaryFolder folder;
    const std::string blank(48U << 20U, ' ');  // each member is too small to be one
    for (const auto& [name, member] : {std::pair{"a.jsonl.gz", gzip(blank)}, std::pair{"a.jsonl.zst", zstd(blank)}}) {
        std::string file;
        for (int i = 0; i < 8; ++i) {
            file += member;
        }
        const ReadAll all = read_all(folder.write(name, file));
        EXPECT_TRUE(all.pages.empty());
        ASSERT_EQ(all.rejects.size(), 1U) << name;
        EXPECT_NE(all.rejects.front().reason.find("bomb"), std::string::npos) << all.rejects.front().reason;
    }
}

TEST(Files, ABombInABombIsNotOpened) {
    const TemporaryFolder folder;
    const std::string inner = gzip(std::string(100U << 20U, ' '));
    EXPECT_EQ(reason_of(folder.write("a.html.gz", gzip(inner))), "is binary data");
    EXPECT_EQ(reason_of(folder.write("a.html.zst", zstd(zstd(std::string(100U << 20U, ' '))))), "is binary data");
}

TEST(Files, FeedItemsArePages) {
    const TemporaryFolder folder;
    const ReadAll all = read_all(folder.write(
        "news.xml", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Times</title>"
                    "<item><title>Wall repaired</title><link>https://h.example/1</link><pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate>"
                    "<description><![CDATA[<p>The wall stands again.</p>]]></description></item>"
                    "<item><title>No text</title></item></channel></rss>"));
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(all.pages[0].url, "https://h.example/1");
    EXPECT_EQ(all.pages[0].stated.title, "Wall repaired");
    EXPECT_EQ(all.pages[0].stated.publisher, "Harbour Times");
    EXPECT_EQ(all.pages[0].stated.date_basis, "feed");
    EXPECT_EQ(all.pages[0].bytes, "<p>The wall stands again.</p>");
    ASSERT_EQ(all.rejects.size(), 1U);
    EXPECT_EQ(all.rejects[0].record, "item 2");
}

TEST(Files, JsonFeedItemsArePages) {
    const TemporaryFolder folder;
    const ReadAll all = read_all(folder.write("feed.json", R"({
        "version": "https://jsonfeed.org/version/1.1", "title": "Harbour Times", "authors": [{"name": "The desk"}],
        "items": [{"id": 7, "url": "https://h.example/7", "title": "Wall repaired", "content_html": "<p>The wall stands again.</p>",
                   "date_published": "2025-03-03T10:00:00Z", "authors": [{"name": "Ann Lee", "url": "https://h.example/ann"}, {"name": "Bo Ek"}],
                   "attachments": [{"url": "https://h.example/a.mp3", "title": "Not this"}]},
                  {"id": "8", "content_text": "The ferry sails again."},
                  {"id": "9", "title": "No text"}]})"));
    ASSERT_EQ(all.pages.size(), 2U);
    EXPECT_EQ(all.pages[0].stated.id, "7");
    EXPECT_EQ(all.pages[0].url, "https://h.example/7");
    EXPECT_EQ(all.pages[0].kind, PageKind::html);
    EXPECT_EQ(all.pages[0].stated.title, "Wall repaired");
    EXPECT_EQ(all.pages[0].stated.author, "Ann Lee, Bo Ek");
    EXPECT_EQ(all.pages[0].stated.publisher, "Harbour Times");
    EXPECT_EQ(all.pages[0].stated.date_basis, "feed");
    EXPECT_EQ(all.pages[1].kind, PageKind::text);
    EXPECT_EQ(all.pages[1].bytes, "The ferry sails again.");
    ASSERT_EQ(all.rejects.size(), 1U);
    EXPECT_EQ(all.rejects[0].record, "item 3");
}

TEST(Files, BrokenJsonFeedGivesWhatIsWhole) {
    const TemporaryFolder folder;
    const std::string head = R"({"version": "https://jsonfeed.org/version/1", "items": [)";
    const ReadAll some = read_all(folder.write("some.json", head + R"({"content_text": "The ferry sails again."}, {"content_te)"));
    ASSERT_GE(some.pages.size(), 1U);
    EXPECT_EQ(some.pages[0].bytes, "The ferry sails again.");
    const ReadAll none = read_all(folder.write("none.json", head + std::string(100'000, '[')));
    EXPECT_TRUE(none.pages.empty());
    EXPECT_EQ(none.rejects.size(), 1U);
}

TEST(Files, NewsSitemaps) {
    const TemporaryFolder folder;
    const std::string head = "<?xml version=\"1.0\"?><urlset xmlns=\"s\" xmlns:news=\"n\" xmlns:content=\"c\">";
    const std::string entry =
        "<url><loc>https://h.example/1</loc><news:news><news:publication><news:name>Harbour Times</news:name></news:publication>"
        "<news:publication_date>2025-03-03</news:publication_date><news:title>Wall repaired</news:title></news:news>";
    const ReadAll bare = read_all(folder.write("bare.xml", head + entry + "</url></urlset>"));
    EXPECT_TRUE(bare.pages.empty());
    ASSERT_EQ(bare.rejects.size(), 1U);
    EXPECT_EQ(bare.rejects[0].reason, "names 1 articles but holds the text of none");
    const ReadAll full =
        read_all(folder.write("full.xml", head + entry + "</url>" + entry +
                                              "<content:encoded>&lt;p&gt;The wall stands.&lt;/p&gt;</content:encoded></url></urlset>"));
    ASSERT_EQ(full.pages.size(), 1U);
    EXPECT_TRUE(full.rejects.empty());
    EXPECT_EQ(full.pages[0].url, "https://h.example/1");
    EXPECT_EQ(full.pages[0].stated.title, "Wall repaired");
    EXPECT_EQ(full.pages[0].stated.publisher, "Harbour Times");
    EXPECT_EQ(full.pages[0].stated.date, "2025-03-03");
}

}  // namespace
}  // namespace synoptic
