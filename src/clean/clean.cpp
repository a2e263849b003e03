// SPDX-License-Identifier: Apache-2.0
#include "clean/clean.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "clean/article.hpp"
#include "clean/dom.hpp"
#include "clean/encoding.hpp"
#include "clean/furniture.hpp"
#include "clean/judge.hpp"
#include "clean/language_id.hpp"
#include "clean/metadata.hpp"
#include "clean/node_names.hpp"
#include "clean/not_article.hpp"
#include "clean/people.hpp"
#include "clean/plain_text.hpp"
#include "clean/sources.hpp"
#include "clean/stated_date.hpp"
#include "clean/top_lines.hpp"
#include "clean/witness.hpp"
#include "core/text.hpp"
#include "core/utf8.hpp"

namespace synoptic {

namespace {

constexpr std::string_view broken_encoding = "broken encoding";

constexpr std::size_t longest_line = 1'000'000;  ///< bytes; the longest articles have a tenth of that

std::size_t size_of_longest_line(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        longest = std::max(longest, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

std::string_view file_name(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// NFC, white space folded.
std::string tidy(std::string_view text) { return fold_space(repair_utf8(text)); }

std::optional<std::string> tidy_optional(const std::optional<std::string>& text) {
    if (!text) {
        return std::nullopt;
    }
    std::string tidied = tidy(*text);
    return tidied.empty() ? std::nullopt : std::optional(std::move(tidied));
}

void set_language(Document& document, std::string_view stated) {
    document.language = identify_language(document.text);
    if (document.language == "und" && document.text.size() < 200 && stated.size() >= 2) {
        document.language = lower_ascii(stated.substr(0, 2));
    }
}

/// The day of a crawl is a bound: what was crawled had been published. It stands in where the page is not dated at all, and is said to.
void add_crawl_date(const Stated& stated, Document& document) {
    const auto crawled = parse_iso(trim(stated.date));
    if (!crawled || !crawled->has_day()) {
        return;
    }
    if (!document.published) {
        document.published = Published{*crawled, "warc"};
        document.warnings.push_back({"date of the crawl", to_iso(*crawled)});
    } else if (document.published->date.has_day() && to_days(document.published->date) > to_days(*crawled) + 1) {
        document.warnings.push_back({"date conflict", fmt::format("{} {}, warc {}", document.published->basis,
                                                                  to_iso(document.published->date), to_iso(*crawled))});
    }
}

/// What stands around the page (a feed, a JSON line) fills what the page leaves open.
void add_stated(const Page& page, Document& document) {
    const Stated& stated = page.stated;
    document.given_id = stated.id;
    const auto set = [](std::optional<std::string>& field, std::string_view value) {
        if (!field && !trim(value).empty()) {
            field = tidy(value);
        }
    };
    set(document.title, stated.title);
    set(document.publisher, stated.publisher);
    if (!document.author) {
        for (const std::string& name : clean_names(stated.author, document.publisher.value_or(""))) {
            document.author = document.author ? *document.author + ", " + name : name;
        }
    }
    if (stated.date_basis == "warc") {
        add_crawl_date(stated, document);
    } else if (!document.published && !stated.date.empty()) {
        if (const auto date = find_stated_date(stated.date)) {
            document.published = Published{*date, stated.date_basis.empty() ? "meta" : stated.date_basis};
        } else if (const auto part = parse_iso(trim(stated.date))) {
            document.published = Published{*part, stated.date_basis.empty() ? "meta" : stated.date_basis};
        }
    }
}

void set_text(Document& document, Pieces pieces, bool keeps_positions) {
    std::unordered_set<std::string> seen;
    for (Piece& piece : pieces) {
        std::string text = tidy(piece.text);
        if (text.empty()) {
            continue;
        }
        const bool may_repeat = piece.kind == BlockKind::list_item || piece.kind == BlockKind::table_row;
        if (piece.stays() && !may_repeat && text.size() > 20 && !seen.insert(text).second) {
            piece.reason = "repeated";
        }
        if (!piece.stays()) {
            document.cut.push_back({std::move(text), std::move(piece.reason), keeps_positions ? piece.page : Span{}});
            continue;
        }
        if (!document.text.empty()) {
            document.text += "\n\n";
        }
        const auto begin = static_cast<std::uint32_t>(document.text.size());
        document.text += text;
        document.blocks.push_back(
            {{begin, static_cast<std::uint32_t>(document.text.size())}, piece.kind, keeps_positions ? piece.page : Span{}});
    }
}

void take_metadata(Document& document, Metadata metadata) {
    document.title = tidy_optional(metadata.title);
    document.author = tidy_optional(metadata.author);
    document.publisher = tidy_optional(metadata.publisher);
    document.published = std::move(metadata.published);
    document.modified = metadata.modified;
    document.section = tidy_optional(metadata.section);
    document.warnings = std::move(metadata.warnings);
    if (document.url.empty()) {
        document.url = std::move(metadata.url);
    }
}

/// What is known of a page once its rules have spoken on its lines.
struct ReadPage {
    Pieces pieces;
    std::vector<Markup> markup;
    Metadata metadata;
    bool keeps_positions = false;
    std::size_t broken_sequences = 0;
};

void cut_by_rules(ReadPage& read, PageKind kind) {
    unglue(read.pieces);
    cut_notes(read.pieces);
    cut_end(read.pieces, read.metadata, kind);
    cut_biographies(read.pieces, read.metadata);
}

Result<ReadPage> read_html(const Page& page) {
    const Decoded decoded = decode_page(page.bytes, page.stated.charset);
    const Dom dom = Dom::parse(decoded.text());
    if (dom.nests_too_deep()) {
        return Error{fmt::format("nests tags more than {} deep", Dom::deepest_nesting)};
    }
    const NodeNames names(dom);
    ReadPage read{
        .metadata = read_metadata(dom, names), .keeps_positions = decoded.same_bytes, .broken_sequences = decoded.broken_sequences};
    FoundArticle article = find_article(dom, names, read.metadata);
    read.pieces = std::move(article.pieces);
    read.markup = std::move(article.markup);
    read_top_lines(read.pieces, read.metadata);
    cut_by_rules(read, PageKind::html);
    return read;
}

Result<ReadPage> read_text(const Page& page) {
    if (const std::size_t size = size_of_longest_line(page.bytes); size > longest_line) {
        return Error{fmt::format("has a line of {} bytes, longer than any article's", size)};
    }
    const Decoded decoded = decode_page(page.bytes, page.stated.charset);
    PlainPage plain = read_plain_text(decoded.text());
    ReadPage read{.pieces = std::move(plain.pieces),
                  .metadata = std::move(plain.metadata),
                  .keeps_positions = decoded.same_bytes,
                  .broken_sequences = decoded.broken_sequences};
    cut_by_rules(read, PageKind::text);
    return read;
}

/// The document of a page whose lines are judged.
void finish(ReadPage read, Document& document) {
    std::vector<std::string> hosts;
    for (Piece& piece : read.pieces) {
        if (piece.stays() && piece.text.find("](http") != std::string::npos) {
            piece.text = drop_markdown_links(piece.text, hosts);
        }
    }
    document.declared_sources = declared_sources(read.pieces, read.metadata.publisher.value_or(""));
    std::ranges::move(hosts, std::back_inserter(document.declared_sources));
    take_metadata(document, std::move(read.metadata));
    set_text(document, std::move(read.pieces), read.keeps_positions);
}

void warn_of_broken_sequences(std::size_t count, Document& document) {
    if (count > 0) {
        document.warnings.push_back(
            {std::string(broken_encoding), fmt::format("{} byte sequence{} replaced", count, count == 1 ? "" : "s")});
    }
}

/// The text as it was given; blocks are its lines.
void take_article(const Page& page, Document& document) {
    const bool valid = is_valid_utf8(page.bytes);
    document.as_given = true;
    document.text = valid ? page.bytes : repair_utf8(page.bytes);
    warn_of_broken_sequences((valid ? 0 : count_broken_utf8(page.bytes)) + page.broken_sequences, document);
    const std::string& text = document.text;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = std::string_view(text).substr(at, end - at);
        if (const std::string_view trimmed = trim(line); !trimmed.empty()) {
            const auto begin = static_cast<std::uint32_t>(trimmed.data() - text.data());
            document.blocks.push_back({{begin, begin + static_cast<std::uint32_t>(trimmed.size())}, BlockKind::paragraph});
        }
        at = end + 1;
    }
    Pieces whole(1);
    whole.front().text = text;
    document.declared_sources = declared_sources(whole, page.stated.publisher);
}

/// Says nothing of where a JSON line stands in its file, if it states an address or an id of its own.
DocId id_of(const Page& page, std::string_view url) {
    if (!url.empty()) {
        return make_id<DocTag>({url, page.bytes});
    }
    return make_id<DocTag>({file_name(page.path), page.stated.id.empty() ? page.record : page.stated.id, page.bytes});
}

}  // namespace

Result<Document> clean(const Page& page, const CleanOptions& options) {
    Document document;
    std::string stated_language;
    document.path = page.path;
    document.record = page.record;
    document.url = page.url;
    if (page.kind == PageKind::article) {
        take_article(page, document);
    } else {
        Result<ReadPage> read = page.kind == PageKind::html ? read_html(page) : read_text(page);
        if (!read) {
            return Error{read.reason()};
        }
        const std::size_t broken = read.value().broken_sequences + page.broken_sequences;
        judge(read.value().pieces, read.value().metadata, read.value().markup, page.kind);
        hear_witness(read.value().pieces, read.value().metadata.article_body);  // who has the article's own text has the last word
        stated_language = read.value().metadata.language;
        if (page.kind == PageKind::html) {
            if (auto why = why_no_article(read.value().pieces, read.value().metadata, read.value().markup)) {
                return Error{std::move(*why)};
            }
        }
        finish(std::move(read.value()), document);
        warn_of_broken_sequences(broken, document);
    }
    if (trim(document.text).empty()) {
        return Error{"has no article text"};
    }
    if (options.language) {
        set_language(document, stated_language);
    }
    add_stated(page, document);
    document.id = id_of(page, document.url);
    if (!document.published) {
        const auto month = month_in_url(document.url);
        document.warnings.push_back({"no date", month ? fmt::format("its address says {}", to_iso(*month)) : ""});
    }
    return document;
}

std::vector<LineClues> line_clues(const Page& page) {
    std::vector<LineClues> lines;
    if (page.kind == PageKind::article) {
        return lines;
    }
    const Result<ReadPage> read = page.kind == PageKind::html ? read_html(page) : read_text(page);
    if (!read) {
        return lines;
    }
    const std::vector<ClueRow> rows = gather_clues(read.value().pieces, read.value().metadata, read.value().markup);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        lines.push_back({read.value().pieces[i].text, rows[i]});
    }
    return lines;
}

std::vector<DayCandidate> day_clues(const Page& page) {
    return page.kind == PageKind::html ? read_days(Dom::parse(decode_page(page.bytes, page.stated.charset).text()))
                                       : std::vector<DayCandidate>{};
}

std::optional<std::string> fault_of_kept(const Document& document) {
    const auto found = std::ranges::find(document.warnings, broken_encoding, &Warning::kind);
    if (found == document.warnings.end()) {
        return std::nullopt;
    }
    const std::string_view count = std::string_view(found->evidence).substr(0, found->evidence.find(' '));
    return count == "1" ? std::string("holds 1 byte sequence that is no UTF-8; it was replaced by U+FFFD")
                        : fmt::format("holds {} byte sequences that are no UTF-8; they were replaced by U+FFFD", count);
}

}  // namespace synoptic
