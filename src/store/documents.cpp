// SPDX-License-Identifier: Apache-2.0
// Documents as they were read: to rows and back.
#include <array>
#include <utility>

#include "core/utf8.hpp"
#include "store/byte_positions.hpp"
#include "store/database.hpp"
#include "store/state.hpp"
#include "store/statement.hpp"

namespace synoptic {

namespace {

constexpr std::array<std::string_view, 7> block_names = {"paragraph", "heading", "list item", "table row", "quote", "caption", "footnote"};

BlockKind parse_block_kind(std::string_view name) {
    for (std::size_t i = 0; i < block_names.size(); ++i) {
        if (block_names[i] == name) {
            return static_cast<BlockKind>(i);
        }
    }
    return BlockKind::paragraph;
}

/// The statements that add what a page was parted into: the blocks of the text and what was cut.
class PartWriter {
public:
    explicit PartWriter(sqlite3* connection)
        : block_(connection, "INSERT INTO block VALUES (?,?,?,?,?,?,?)"), cut_(connection, "INSERT INTO cut VALUES (?,?,?,?,?,?,?,?)") {}

    void add(const Document& document, const std::string& id) {
        const CodePointIndex positions(document.text);
        std::int64_t number = 0;
        for (const Block& block : document.blocks) {
            block_.run(id, number++, std::int64_t{positions.at(block.span.begin)}, std::int64_t{positions.at(block.span.end)},
                       name(block.kind), std::int64_t{block.page.begin}, std::int64_t{block.page.end});
        }
        number = 0;
        for (const Cut& cut : document.cut) {
            cut_.bind(0, id).bind(1, number++).bind(2, cut.text).bind(3, cut.reason);
            cut_.bind(4, std::int64_t{cut.page.begin}).bind(5, std::int64_t{cut.page.end});
            if (cut.former) {
                cut_.bind(6, std::int64_t{cut.former->number}).bind(7, name(cut.former->kind));
            } else {
                cut_.bind_null(6).bind_null(7);
            }
            cut_.step();
        }
    }

private:
    static std::string_view name(BlockKind kind) { return block_names[static_cast<std::size_t>(kind)]; }
    SqlStatement block_, cut_;
};

/// The statements that add documents, prepared once for a batch.
class DocumentWriter {
public:
    explicit DocumentWriter(sqlite3* connection)
        : remove_(connection, "DELETE FROM document WHERE id = ?1 OR (path = ?2 AND record = ?3)"),
          in_story_(connection, "SELECT 1 FROM account_document a JOIN document d ON d.id = a.document "
                                "WHERE d.id = ?1 OR (d.path = ?2 AND d.record = ?3)"),
          document_(connection,
                    "INSERT INTO document (id, given_id, path, record, url, title, author, publisher, published, published_basis, "
                    "reference_day, language, text, as_given) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
          parts_(connection), warning_(connection, "INSERT INTO warning VALUES (?,?,?,?)"),
          source_(connection, "INSERT INTO declared_source VALUES (?,?,?)"),
          reject_(connection, "DELETE FROM reject WHERE path = ? AND record = ?") {}

    /// Adds one document in place of what the same path and record gave before. True where stories were told from the old one.
    bool add(const Document& document) {
        const std::string id = to_hex(document.id);
        bool told = false;
        in_story_.bind(0, id).bind(1, document.path).bind(2, document.record);
        while (in_story_.step()) {
            told = true;
        }
        remove_.run(id, document.path, document.record);
        reject_.run(document.path, document.record);
        add_row(document, id);
        parts_.add(document, id);
        add_remarks(document, id);
        return told;
    }

private:
    void add_row(const Document& document, const std::string& id) {
        const std::string published = document.published ? to_iso(document.published->date) : "";
        const std::string reference_day = document.reference_day ? to_iso(*document.reference_day) : "";
        document_.bind(0, id).bind(1, document.given_id).bind(2, document.path).bind(3, document.record).bind_or_null(4, document.url);
        document_.bind_or_null(5, document.title ? std::string_view(*document.title) : std::string_view{});
        document_.bind_or_null(6, document.author ? std::string_view(*document.author) : std::string_view{});
        document_.bind_or_null(7, document.publisher ? std::string_view(*document.publisher) : std::string_view{});
        document_.bind_or_null(8, published);
        document_.bind_or_null(9, document.published ? std::string_view(document.published->basis) : std::string_view{});
        document_.bind_or_null(10, reference_day);
        document_.bind(11, document.language).bind(12, document.text);
        document_.bind(13, std::int64_t{document.as_given ? 1 : 0});
        document_.step();
    }

    void add_remarks(const Document& document, const std::string& id) {
        std::int64_t number = 0;
        for (const Warning& warning : document.warnings) {
            warning_.run(id, number++, warning.kind, warning.evidence);
        }
        number = 0;
        for (const std::string& source : document.declared_sources) {
            source_.run(id, number++, source);
        }
    }

    SqlStatement remove_, in_story_, document_;
    PartWriter parts_;
    SqlStatement warning_, source_, reject_;
};

Document read_row(const SqlStatement& row) {
    Document document;
    document.id = DocId{from_hex(row.text(0))};
    document.given_id = row.text(1);
    document.path = row.text(2);
    document.record = row.text(3);
    document.url = row.text(4);
    document.title = row.optional_text(5);
    document.author = row.optional_text(6);
    document.publisher = row.optional_text(7);
    if (const std::optional<Date> date = parse_iso(row.text(8))) {
        document.published = Published{*date, std::string(row.text(9))};
    }
    document.reference_day = parse_iso(row.text(10));
    document.language = row.text(11);
    document.text = row.text(12);
    document.as_given = row.number(13) != 0;
    return document;
}

/// The statements that read what belongs to a document.
class PartReader {
public:
    explicit PartReader(sqlite3* connection)
        : block_(connection, "SELECT start, end, kind, page_begin, page_end FROM block WHERE document = ? ORDER BY number"),
          cut_(connection, "SELECT text, reason, page_begin, page_end, block, kind FROM cut WHERE document = ? ORDER BY number"),
          warning_(connection, "SELECT kind, evidence FROM warning WHERE document = ? ORDER BY number"),
          source_(connection, "SELECT text FROM declared_source WHERE document = ? ORDER BY number") {}

    void read(Document& document) {
        const std::string id = to_hex(document.id);
        const BytePositions bytes(document.text);
        for (block_.bind(0, id); block_.step();) {
            document.blocks.push_back({{bytes.at(block_.position(0)), bytes.at(block_.position(1))},
                                       parse_block_kind(block_.text(2)),
                                       {block_.position(3), block_.position(4)}});
        }
        for (cut_.bind(0, id); cut_.step();) {
            document.cut.push_back({std::string(cut_.text(0)), std::string(cut_.text(1)), {cut_.position(2), cut_.position(3)}});
            if (!cut_.text(5).empty()) {
                document.cut.back().former = FormerBlock{cut_.position(4), parse_block_kind(cut_.text(5))};
            }
        }
        for (warning_.bind(0, id); warning_.step();) {
            document.warnings.push_back({std::string(warning_.text(0)), std::string(warning_.text(1))});
        }
        for (source_.bind(0, id); source_.step();) {
            document.declared_sources.emplace_back(source_.text(0));
        }
    }

private:
    SqlStatement block_, cut_, warning_, source_;
};

}  // namespace

void Database::add_documents(std::span<const Document> documents) {
    if (documents.empty()) {
        return;
    }
    Transaction transaction(state_->get());
    DocumentWriter writer(state_->get());
    bool told = false;
    for (const Document& document : documents) {
        told = writer.add(document) || told;
    }
    if (told) {  // stories may not cite a document that is gone
        clear_stories(state_->get());
    }
    mark_stories(state_->get(), true);
    transaction.commit();
}

void rewrite_text(sqlite3* connection, const Document& document) {
    const std::string id = to_hex(document.id);
    SqlStatement(connection, "UPDATE document SET text = ? WHERE id = ?").run(document.text, id);
    SqlStatement(connection, "DELETE FROM block WHERE document = ?").run(id);
    SqlStatement(connection, "DELETE FROM cut WHERE document = ?").run(id);
    PartWriter(connection).add(document, id);
}

std::vector<Document> Database::load_documents() const {
    std::vector<Document> documents;
    SqlStatement rows(state_->get(), "SELECT id, given_id, path, record, url, title, author, publisher, published, published_basis, "
                                     "reference_day, language, text, as_given FROM document ORDER BY published IS NULL, published, id");
    PartReader parts(state_->get());
    while (rows.step()) {
        documents.push_back(read_row(rows));
        parts.read(documents.back());
    }
    return documents;
}

}  // namespace synoptic
