// SPDX-License-Identifier: Apache-2.0
// What was made of the documents, written as a whole.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/database.hpp"
#include "store/lineage_writer.hpp"
#include "store/situation_writer.hpp"
#include "store/state.hpp"
#include "store/statement.hpp"

namespace synoptic {

namespace {

void write_sentences(sqlite3* connection, const Story& story, std::span<const Document> documents, const CorpusText& corpus) {
    SqlStatement remove(connection, "DELETE FROM sentence WHERE document = ?");
    SqlStatement add(connection, "INSERT INTO sentence VALUES (?,?,?,?)");
    for (const std::uint32_t i : story.documents) {
        remove.run(corpus.id(i));
        std::int64_t number = 0;
        for (const Sentence& sentence : documents[i].analysis.sentences) {
            const StoredPlace place = corpus.place(i, 0, sentence.span);
            add.run(place.document, number++, std::int64_t{place.start}, std::int64_t{place.end});
        }
    }
}

/// Removes the situation of a story with all that hangs on it.
void remove_situation(sqlite3* connection, const std::string& story) {
    struct Part {
        std::string_view table;
        std::string_view column;
        std::string_view whole;
    };
    constexpr std::array<Part, 8> parts{{{"alias", "actor", "actor"},
                                         {"role", "actor", "actor"},
                                         {"same_quote", "quote", "quote"},
                                         {"quote_variant", "quote", "quote"},
                                         {"outcome", "plan", "event"},
                                         {"event_actor", "event", "event"},
                                         {"claim_actor", "claim", "claim"},
                                         {"side", "conflict", "conflict"}}};
    for (const Part& part : parts) {
        SqlStatement(connection,
                     fmt::format("DELETE FROM {} WHERE {} IN (SELECT id FROM {} WHERE story = ?)", part.table, part.column, part.whole))
            .run(story);
    }
    for (const std::string_view item : {"actor", "quote", "event", "claim", "conflict", "position"}) {
        SqlStatement(connection, fmt::format("DELETE FROM citation WHERE item IN (SELECT id FROM {} WHERE story = ?)", item)).run(story);
        SqlStatement(connection, fmt::format("DELETE FROM {} WHERE story = ?", item)).run(story);
    }
    SqlStatement(connection, "DELETE FROM timeline WHERE story = ?").run(story);
}

/// The first and the last day of publication among the story's dated documents; empty where none is dated.
std::pair<std::string, std::string> publication_dates(const Story& story, std::span<const Document> documents) {
    std::optional<Date> first;
    std::optional<Date> last;
    for (const std::uint32_t index : story.documents) {
        if (const std::optional<Published>& published = documents[index].published) {
            first = first ? std::min(*first, published->date) : published->date;
            last = last ? std::max(*last, published->date) : published->date;
        }
    }
    return {first ? to_iso(*first) : "", last ? to_iso(*last) : ""};
}

void write_story(sqlite3* connection, const Story& story, const std::string& made_from, std::int64_t number,
                 std::span<const Document> documents, const CorpusText& corpus) {
    const std::string id = to_hex(story.id);
    const auto [first, last] = publication_dates(story, documents);
    SqlStatement add(connection, "INSERT INTO story VALUES (?,?,?,?,?,?)");
    add.bind(0, id).bind(1, number).bind(2, story.label).bind_or_null(3, first).bind_or_null(4, last).bind(5, made_from).step();
    SqlStatement add_document(connection, "INSERT INTO story_document VALUES (?,?,?)");
    std::int64_t place = 0;
    for (const std::uint32_t index : story.documents) {
        add_document.run(id, place++, corpus.id(index));
    }
}

}  // namespace

std::map<StoryId, std::string> Database::made_from() const {
    std::map<StoryId, std::string> made_from;
    for (SqlStatement rows(state_->get(), "SELECT id, made_from FROM story"); rows.step();) {
        made_from.emplace(StoryId{from_hex(rows.text(0))}, rows.text(1));
    }
    return made_from;
}

void Database::replace_stories(std::span<const Document> documents, const Lineage& lineage, std::span<const Story> stories,
                               std::span<const std::optional<Situation>> situations, std::span<const std::string> made_from,
                               std::span<const std::uint32_t> cut_anew) {
    assert(stories.size() == situations.size() && stories.size() == made_from.size());
    const CorpusText corpus(documents);
    Transaction transaction(state_->get());
    for (const std::uint32_t number : cut_anew) {
        rewrite_text(state_->get(), documents[number]);
    }
    std::map<StoryId, std::string> told = this->made_from();
    for (std::size_t i = 0; i < stories.size(); ++i) {
        if (!situations[i]) {
            told.erase(stories[i].id);
        }
    }
    for (const auto& [id, unused] : told) {
        remove_situation(state_->get(), to_hex(id));
    }
    clear_lineage(state_->get());
    write_lineage(state_->get(), lineage, corpus);
    SituationWriter writer(state_->get(), corpus);
    for (std::size_t i = 0; i < stories.size(); ++i) {
        write_story(state_->get(), stories[i], made_from[i], static_cast<std::int64_t>(i), documents, corpus);
        if (situations[i]) {
            write_sentences(state_->get(), stories[i], documents, corpus);
            const std::string anchor = stories[i].documents.empty() ? std::string() : corpus.id(stories[i].documents.front());
            writer.write(*situations[i], to_hex(stories[i].id), anchor);
        }
    }
    mark_stories(state_->get(), false);
    transaction.commit();
}

void Database::replace_stories(std::span<const Document> documents, const Lineage& lineage, std::span<const Story> stories,
                               std::span<const Situation> situations) {
    replace_stories(documents, lineage, stories, std::vector<std::optional<Situation>>(situations.begin(), situations.end()),
                    std::vector<std::string>(stories.size()));
}

}  // namespace synoptic
