// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "core/date.hpp"
#include "core/id.hpp"
#include "core/span.hpp"

namespace synoptic {

enum class PageKind : std::uint8_t {
    html,
    text,     ///< plain text that may have page furniture in it
    article,  ///< the text of an article as another tool left it: taken as it is
};

/// What stands around the bytes (a JSON line, a feed, a WARC record) says of a page. Empty where it says nothing.
struct Stated {
    std::string id;
    std::string title;
    std::string author;
    std::string publisher;
    std::string date;        ///< as written there
    std::string date_basis;  ///< "feed" or "warc"; empty for a JSON line's own date field, which counts as "meta"
    std::string charset;     ///< of the HTTP header
};

/// One page as it was found: bytes not yet decoded.
struct Page {
    std::string path;    ///< the input as the user named it, e.g. "crawl.warc.gz"
    std::string record;  ///< where in it: "" for a whole file, else "line 12", "offset 4096"
    std::string url;     ///< empty if unknown
    PageKind kind = PageKind::text;
    Stated stated;
    std::string bytes;
    std::size_t broken_sequences = 0;  ///< that are no UTF-8 and that the reader had to replace by U+FFFD
};

enum class BlockKind : std::uint8_t { paragraph, heading, list_item, table_row, quote, caption, footnote };

/// A paragraph or the like; blocks follow each other in `Document::text` with "\n\n" between them and never overlap.
struct Block {
    Span span;
    BlockKind kind = BlockKind::paragraph;
    Span page = {};  ///< the page's bytes it was made from; {0, 0} where unknown
};

/// Which block of its document a cut piece was, before it was cut for what other pages hold.
struct FormerBlock {
    std::uint32_t number = 0;  ///< among the blocks as the page by itself gave them
    BlockKind kind = BlockKind::paragraph;
};

/// A piece of the page that is not article. `page` is its place in the page's bytes ({0, 0} where unknown).
struct Cut {
    std::string text;
    std::string reason;  ///< navigation | advert | biography | related | repeated | comment | share | newsletter | cookie | legal | caption
                         ///< | footer | other | repeated on host
    Span page;
    std::optional<FormerBlock> former = {};  ///< of a piece that is repeated on its host: enough to put it back
};

struct Warning {
    std::string kind;      ///< "no date", "date conflict", "machine-translated", ...
    std::string evidence;  ///< the words that gave it away
};

struct Published {
    Date date;
    std::string basis;  ///< json-ld | meta | time | text | address | feed | warc
};

/// One account: the clean article and all that is known of its page. Owns its text once; everything else points into it with Span.
struct Document {
    DocId id;
    std::string given_id;  ///< the id that a JSON line, a feed or a WARC record gave it; empty otherwise
    std::string path;
    std::string record;
    std::string url;
    std::optional<std::string> title;
    std::optional<std::string> author;
    std::optional<std::string> publisher;
    std::optional<Published> published;
    std::optional<Date> modified;  ///< the day of the last change that the page states
    std::optional<std::string> section;
    std::optional<Date> reference_day;  ///< where `published` is unknown: the day, given by the user, that relative times count from
    std::string language = "und";       ///< BCP 47
    std::string text;                   ///< UTF-8, NFC; blocks joined by "\n\n"; without title and byline
    std::vector<Block> blocks;
    std::vector<Cut> cut;
    std::vector<Warning> warnings;
    std::vector<std::string> declared_sources;
    bool as_given = false;  ///< the text of an article as another tool left it: nothing is cut from it
    Analysis analysis;      ///< filled by the language stage; empty for languages that are not analysed

    [[nodiscard]] std::string_view view(Span span) const { return span.in(text); }
    [[nodiscard]] std::string_view view(const Token& token) const { return span_of(token).in(text); }
};

}  // namespace synoptic
