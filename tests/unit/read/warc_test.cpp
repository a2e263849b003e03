// SPDX-License-Identifier: Apache-2.0
#include <brotli/encode.h>
#include <fmt/format.h>

#include <random>

#include "read/http.hpp"
#include "read_test_tools.hpp"

namespace synoptic {
namespace {

std::string response(std::string_view url, std::string_view body, std::string_view headers = "Content-Type: text/html; charset=utf-8\r\n",
                     int status = 200) {
    const std::string http = fmt::format("HTTP/1.1 {} OK\r\n{}\r\n{}", status, headers, body);
    return fmt::format("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {}\r\nContent-Type: application/http; "
                       "msgtype=response\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
                       url, http.size(), http);
}

std::string other(std::string_view type) {
    return fmt::format("WARC/1.0\r\nWARC-Type: {}\r\nContent-Type: application/warc-fields\r\nContent-Length: 5\r\n\r\na: b\n\r\n\r\n",
                       type);
}

std::string page(int number) { return fmt::format("<html><body><p>Page number {} of the harbour crawl.</p></body></html>", number); }
std::string url(int number) { return fmt::format("https://h.example/{}", number); }

TEST(Warc, PagesWithAddressAndPlace) {
    const TemporaryFolder folder;
    const std::string first = other("warcinfo") + other("request");
    const ReadAll all = read_all(folder.write("a.warc", first + response(url(1), page(1)) + other("metadata") + response(url(2), page(2))));
    ASSERT_EQ(all.pages.size(), 2U);
    EXPECT_TRUE(all.rejects.empty());
    EXPECT_EQ(all.pages[0].url, url(1));
    EXPECT_EQ(all.pages[0].bytes, page(1));
    EXPECT_EQ(all.pages[0].record, fmt::format("offset {}", first.size()));
    EXPECT_EQ(all.pages[0].stated.charset, "utf-8");
}

TEST(Warc, MembersOfGzipKeepTheirPlace) {
    const TemporaryFolder folder;
    const std::string a = gzip(response(url(1), page(1)));
    const std::string b = gzip(response(url(2), page(2)));
    const ReadAll all = read_all(folder.write("a.warc.gz", a + b));
    ASSERT_EQ(all.pages.size(), 2U);
    EXPECT_EQ(all.pages[1].record, fmt::format("offset {}", a.size()));
    EXPECT_EQ(all.pages[1].bytes, page(2));
}

TEST(Warc, OnlyGoodHtmlResponsesArePages) {
    const TemporaryFolder folder;
    const ReadAll all =
        read_all(folder.write("a.warc", response(url(1), page(1), "Content-Type: text/html\r\n", 404) +
                                            response(url(2), "\x89PNG", "Content-Type: image/png\r\n") + response(url(3), page(3))));
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(all.pages[0].url, url(3));
    EXPECT_TRUE(all.rejects.empty());
}

TEST(Warc, CodingsAreUndone) {
    const TemporaryFolder folder;
    const std::string body = page(1);
    const std::string chunked =
        fmt::format("{:x}\r\n{}\r\n{:x}\r\n{}\r\n0\r\n\r\n", 10, body.substr(0, 10), body.size() - 10, body.substr(10));
    const std::string html = "Content-Type: text/html\r\n";
    const ReadAll all =
        read_all(folder.write("a.warc", response(url(1), chunked, html + "Transfer-Encoding: chunked\r\n") +
                                            response(url(2), gzip(body), html + "Content-Encoding: gzip\r\n") +
                                            response(url(3), body, html + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")));
    ASSERT_EQ(all.pages.size(), 3U);
    EXPECT_EQ(all.pages[0].bytes, body);
    EXPECT_EQ(all.pages[1].bytes, body);
    EXPECT_EQ(all.pages[2].bytes, body);
}

/// A brotli stream (RFC 7932) of one block that is not compressed: window of 16 bits, length, the bytes, the empty last block.
std::string brotli(std::string_view bytes) {
    const std::uint32_t head = static_cast<std::uint32_t>(bytes.size() - 1) << 4U | 1U << 20U;
    std::string packed = {static_cast<char>(head & 0xFFU), static_cast<char>(head >> 8U & 0xFFU), static_cast<char>(head >> 16U)};
    packed += bytes;
    packed += '\x03';
    return packed;
}

TEST(Warc, BrotliAndCodingsOverEachOther) {
    const TemporaryFolder folder;
    const std::string html = "Content-Type: text/html\r\n";
    const ReadAll all =
        read_all(folder.write("a.warc", response(url(1), brotli(page(1)), html + "Content-Encoding: br\r\n") +
                                            response(url(2), page(2), html + "Content-Encoding: br\r\n") +
                                            response(url(3), gzip(brotli(page(3))), html + "Content-Encoding: br, gzip\r\n") +
                                            response(url(4), "\x01\x02\x03 no brotli at all", html + "Content-Encoding: br\r\n")));
    ASSERT_EQ(all.pages.size(), 3U);
    EXPECT_EQ(all.pages[0].bytes, page(1));
    EXPECT_EQ(all.pages[1].bytes, page(2));  // stored decoded
    EXPECT_EQ(all.pages[2].bytes, page(3));
    ASSERT_EQ(all.rejects.size(), 1U);
    EXPECT_EQ(all.rejects[0].reason, "has a body that cannot be unpacked");
}

TEST(Warc, RecordsKeepTheirIdAndDay) {
    const TemporaryFolder folder;
    std::string record = response(url(1), page(1));
    record.insert(record.find("WARC-Target"), "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2025-03-04T10:00:00Z\r\n");
    const ReadAll all = read_all(folder.write("a.warc", record));
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(all.pages[0].stated.id, "urn:uuid:1");
    EXPECT_EQ(all.pages[0].stated.date, "2025-03-04T10:00:00Z");
    EXPECT_EQ(all.pages[0].stated.date_basis, "warc");
}

TEST(Warc, BodyThatUnpacksToTooMuch) {
    const TemporaryFolder folder;
    const std::string bomb = gzip(std::string(60U << 20U, ' '));
    const ReadAll all = read_all(folder.write("a.warc", response(url(1), bomb, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n") +
                                                            response(url(2), page(2))));
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(all.pages[0].url, url(2));
    ASSERT_EQ(all.rejects.size(), 1U);
    EXPECT_EQ(all.rejects[0].reason, "unpacks to more than 32 MB");
}

TEST(Warc, BombsOfEachCodingAndInsideEachOther) {
    const TemporaryFolder folder;
    const std::string blank(60U << 20U, ' ');
    std::string small(BrotliEncoderMaxCompressedSize(blank.size()), '\0');
    std::size_t size = small.size();
    ASSERT_TRUE(BrotliEncoderCompress(5, 22, BROTLI_MODE_GENERIC, blank.size(), reinterpret_cast<const std::uint8_t*>(blank.data()), &size,
                                      reinterpret_cast<std::uint8_t*>(small.data())));
    small.resize(size);
    ASSERT_LT(size, 10'000U);
    const std::string html = "Content-Type: text/html\r\nContent-Encoding: ";
    const ReadAll all = read_all(
        folder.write("a.warc", response(url(1), small, html + "br\r\n") + response(url(2), gzip(small), html + "br, gzip\r\n") +
                                   response(url(3), gzip(gzip(gzip(blank))), html + "gzip, gzip, gzip\r\n") + response(url(4), page(4))));
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(all.pages[0].url, url(4));
    ASSERT_EQ(all.rejects.size(), 3U);
    for (const Reject& reject : all.rejects) {
        EXPECT_EQ(reject.reason, "unpacks to more than 32 MB");
    }
}

TEST(Warc, WrongLengthsDoNotSwallowTheNextRecord) {
    const TemporaryFolder folder;
    for (const int error : {-20, -1, 1, 30, 200, 5000, 100000000}) {
        std::string broken = response(url(1), page(1));
        const std::size_t at = broken.find("Content-Length: ");
        const std::size_t end = broken.find('\r', at);
        const int length = std::stoi(broken.substr(at + 16, end - at - 16));
        broken.replace(at + 16, end - at - 16, std::to_string(length + error));
        const ReadAll all = read_all(folder.write("a.warc", broken + response(url(2), page(2)) + response(url(3), page(3))));
        ASSERT_GE(all.pages.size(), 2U) << error;
        EXPECT_EQ(all.pages[all.pages.size() - 2].url, url(2)) << error;
        EXPECT_EQ(all.pages.back().url, url(3)) << error;
        if (std::abs(error) > 1) {  // one byte more or less only takes the line end
            EXPECT_FALSE(all.rejects.empty()) << error;
        }
    }
}

TEST(Warc, BrokenMemberIsSkippedWithItsPlace) {
    const TemporaryFolder folder;
    const std::string a = gzip(response(url(1), page(1)));
    std::string b = gzip(response(url(2), page(2)));
    b.replace(40, 10, 10, '\x55');
    const std::string c = gzip(response(url(3), page(3)));
    const ReadAll all = read_all(folder.write("a.warc.gz", a + b + c));
    ASSERT_EQ(all.pages.size(), 2U);
    EXPECT_EQ(all.pages[0].url, url(1));
    EXPECT_EQ(all.pages[1].url, url(3));
    ASSERT_GE(all.rejects.size(), 1U);
    EXPECT_EQ(all.rejects[0].record, fmt::format("offset {}", a.size()));
}

TEST(Warc, TruncatedAtTheEnd) {
    const TemporaryFolder folder;
    const std::string whole = response(url(1), page(1)) + response(url(2), page(2));
    const ReadAll plain = read_all(folder.write("a.warc", std::string_view(whole).substr(0, whole.size() - 30)));
    EXPECT_EQ(plain.pages.size(), 1U);
    ASSERT_EQ(plain.rejects.size(), 1U);
    EXPECT_EQ(plain.rejects[0].reason, "is truncated");
    const std::string packed = gzip(response(url(1), page(1))) + gzip(response(url(2), page(2)));
    const ReadAll zipped = read_all(folder.write("a.warc.gz", std::string_view(packed).substr(0, packed.size() - 30)));
    EXPECT_EQ(zipped.pages.size(), 1U);
    ASSERT_EQ(zipped.rejects.size(), 1U);
    EXPECT_EQ(zipped.rejects[0].reason, "is a truncated gzip file");
}

TEST(Warc, MutatedFilesNeitherCrashNorLoseWhatIsFarFromTheDamage) {
    const TemporaryFolder folder;
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const bool packed = round % 2 == 0;
        std::string bytes;
        std::size_t first_end = 0;
        for (int i = 0; i < 6; ++i) {
            const std::string record = response(url(i), page(i));
            bytes += packed ? gzip(record) : record;
            first_end = i == 0 ? bytes.size() : first_end;
        }
        for (int i = 0; i < 3; ++i) {
            const std::size_t at = random() % first_end;
            bytes[at] = static_cast<char>(random() % 256);
        }
        const ReadAll all = read_all(folder.write(packed ? "m.warc.gz" : "m.warc", bytes));
        if (!all.pages.empty() && all.pages.back().url.starts_with("https")) {  // else the damage hid what the file is
            std::size_t intact = 0;
            for (const Page& each : all.pages) {
                intact += each.url != url(0) ? 1U : 0U;
            }
            EXPECT_GE(intact, 5U) << round << " "
                                  << (all.rejects.empty() ? "" : all.rejects.front().record + " " + all.rejects.front().reason) << " "
                                  << all.rejects.size() << " " << first_end << " " << all.pages.front().url << " "
                                  << all.pages.front().record;
        }
    }
}

TEST(Http, Charset) {
    EXPECT_EQ(charset_of("text/html; charset=\"UTF-8\""), "UTF-8");
    EXPECT_EQ(charset_of("text/html;charset=latin1; q=1"), "latin1");
    EXPECT_EQ(charset_of("text/html"), "");
}

}  // namespace
}  // namespace synoptic
