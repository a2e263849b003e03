// SPDX-License-Identifier: Apache-2.0
#include "store/story_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/failure.hpp"
#include "store/database.hpp"
#include "store/statement.hpp"
#include "store/story_loader.hpp"

namespace synoptic {

namespace {

DocumentRecord read_document(const SqlStatement& row) {
    DocumentRecord document;
    document.id = row.text(0);
    document.given_id = row.text(1);
    document.path = row.text(2);
    document.record = row.text(3);
    document.url = row.optional_text(4);
    document.title = row.optional_text(5);
    document.author = row.optional_text(6);
    document.publisher = row.optional_text(7);
    document.published = row.optional_text(8);
    document.published_basis = row.optional_text(9);
    document.language = row.text(10);
    document.text = row.text(11);
    document.account = row.text(12);
    document.relation = row.text(13);
    document.derived_from = row.optional_text(14);
    return document;
}

void load_parts(sqlite3* connection, DocumentRecord& document) {
    SqlStatement blocks(connection, "SELECT start, end, kind FROM block WHERE document = ? ORDER BY number");
    for (blocks.bind(0, document.id); blocks.step();) {
        document.blocks.push_back({{blocks.position(0), blocks.position(1)}, std::string(blocks.text(2))});
    }
    SqlStatement sentences(connection, "SELECT start, end FROM sentence WHERE document = ? ORDER BY number");
    for (sentences.bind(0, document.id); sentences.step();) {
        document.sentences.push_back({sentences.position(0), sentences.position(1)});
    }
    SqlStatement cuts(connection, "SELECT text, reason FROM cut WHERE document = ? ORDER BY number");
    for (cuts.bind(0, document.id); cuts.step();) {
        document.cut.push_back({std::string(cuts.text(0)), std::string(cuts.text(1))});
    }
    SqlStatement warnings(connection, "SELECT kind, evidence FROM warning WHERE document = ? ORDER BY number");
    for (warnings.bind(0, document.id); warnings.step();) {
        document.warnings.push_back({std::string(warnings.text(0)), std::string(warnings.text(1))});
    }
    SqlStatement sources(connection, "SELECT text FROM declared_source WHERE document = ? ORDER BY number");
    for (sources.bind(0, document.id); sources.step();) {
        document.declared_sources.emplace_back(sources.text(0));
    }
}

void load_documents(sqlite3* connection, StoryRecord& story) {
    SqlStatement rows(
        connection,
        "SELECT d.id, d.given_id, d.path, d.record, d.url, d.title, d.author, d.publisher, d.published, d.published_basis, d.language, "
        "d.text, coalesce(a.account, ''), coalesce(a.relation, 'original'), a.derived_from "
        "FROM story_document s JOIN document d ON d.id = s.document LEFT JOIN account_document a ON a.document = d.id "
        "WHERE s.story = ? ORDER BY s.number");
    for (rows.bind(0, story.id); rows.step();) {
        story.documents.push_back(read_document(rows));
        load_parts(connection, story.documents.back());
    }
}

void load_accounts(sqlite3* connection, StoryRecord& story) {
    for (std::uint32_t i = 0; i < story.documents.size(); ++i) {
        const std::string& id = story.documents[i].account;
        const auto known = std::ranges::find(story.accounts, id, &AccountRecord::id);
        if (known == story.accounts.end()) {
            story.accounts.push_back({id, {i}, {}});
        } else {
            known->documents.push_back(i);
        }
    }
    SqlStatement ties(connection, "SELECT other FROM account_tie WHERE account = ? ORDER BY other");
    for (AccountRecord& account : story.accounts) {
        for (ties.bind(0, account.id); ties.step();) {
            account.shares_sources_with.emplace_back(ties.text(0));
        }
    }
}

void load_derivations(sqlite3* connection, StoryRecord& story) {
    std::unordered_map<std::string_view, std::uint32_t> index;
    for (std::uint32_t i = 0; i < story.documents.size(); ++i) {
        index.emplace(story.documents[i].id, i);
    }
    SqlStatement rows(connection,
                      "SELECT derived, relation, contained_source, contained_derived FROM derivation WHERE source = ? ORDER BY derived");
    SqlStatement passages(connection,
                          "SELECT source_start, source_end, derived_start, derived_end FROM passage WHERE source = ? AND derived = ? "
                          "ORDER BY number");
    for (std::uint32_t source = 0; source < story.documents.size(); ++source) {
        for (rows.bind(0, story.documents[source].id); rows.step();) {
            const auto derived = index.find(rows.text(0));
            if (derived == index.end()) {
                continue;
            }
            DerivationRecord derivation{source, derived->second, std::string(rows.text(1)), rows.position(2), rows.position(3), {}};
            passages.bind(0, story.documents[source].id).bind(1, story.documents[derived->second].id);
            while (passages.step()) {
                derivation.passages.push_back({{passages.position(0), passages.position(1)}, {passages.position(2), passages.position(3)}});
            }
            story.derivations.push_back(std::move(derivation));
        }
    }
    std::ranges::sort(story.derivations, {}, [](const DerivationRecord& each) { return std::pair(each.source, each.derived); });
}

constexpr std::string_view summary_columns =
    "SELECT s.id, s.label, s.first_date, s.last_date, (SELECT count(*) FROM story_document m WHERE m.story = s.id), "
    "(SELECT count(DISTINCT a.account) FROM story_document m JOIN account_document a ON a.document = m.document WHERE m.story = s.id) "
    "FROM story s ";

StorySummary read_summary(const SqlStatement& row) {
    return {std::string(row.text(0)), std::string(row.text(1)), row.optional_text(2),
            row.optional_text(3),     row.position(4),          row.position(5)};
}

}  // namespace

std::vector<StorySummary> list_stories(const Database& database) {
    std::vector<StorySummary> stories;
    SqlStatement rows(database.handle(), std::string(summary_columns) + "ORDER BY s.number");
    while (rows.step()) {
        stories.push_back(read_summary(rows));
    }
    return stories;
}

StorySummary find_story(const Database& database, std::string_view id) {
    std::vector<StorySummary> found;
    SqlStatement rows(database.handle(), std::string(summary_columns) + "WHERE substr(s.id, 1, length(?1)) = ?1 ORDER BY s.number");
    for (rows.bind(0, id); rows.step();) {
        found.push_back(read_summary(rows));
    }
    if (found.size() == 1 && !id.empty()) {
        return found.front();
    }
    throw Failure(found.empty()
                      ? fmt::format("the database holds no story '{}'", id)
                      : fmt::format("{} stories of the database have ids that begin with '{}': give more of the id", found.size(), id),
                  2);
}

StoryRecord load_story(const Database& database, std::string_view id) {
    sqlite3* connection = database.handle();
    StoryRecord story;
    SqlStatement row(connection, "SELECT id, label, first_date, last_date FROM story WHERE id = ?");
    if (!row.bind(0, id).step()) {
        throw Failure(fmt::format("the database holds no story '{}'", id));
    }
    story.id = row.text(0);
    story.label = row.text(1);
    story.first_date = row.optional_text(2);
    story.last_date = row.optional_text(3);
    load_documents(connection, story);
    load_accounts(connection, story);
    load_derivations(connection, story);
    load_situation(connection, story);
    return story;
}

std::string_view date_grain(std::string_view iso_date) { return iso_date.size() <= 4 ? "year" : iso_date.size() <= 7 ? "month" : "day"; }

}  // namespace synoptic
