// SPDX-License-Identifier: Apache-2.0
// What was made of the documents, written as a whole.
#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "store/database.hpp"
#include "store/lineage_writer.hpp"
#include "store/situation_writer.hpp"
#include "store/state.hpp"
#include "store/statement.hpp"

namespace synoptic {

namespace {

void write_sentences(sqlite3* connection, std::span<const Document> documents, const CorpusText& corpus) {
    SqlStatement add(connection, "INSERT INTO sentence VALUES (?,?,?,?)");
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        std::int64_t number = 0;
        for (const Sentence& sentence : documents[i].analysis.sentences) {
            const StoredPlace place = corpus.place(i, 0, sentence.span);
            add.run(place.document, number++, std::int64_t{place.start}, std::int64_t{place.end});
        }
    }
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

void write_story(sqlite3* connection, const Story& story, std::int64_t number, std::span<const Document> documents,
                 const CorpusText& corpus) {
    const std::string id = to_hex(story.id);
    const auto [first, last] = publication_dates(story, documents);
    SqlStatement add(connection, "INSERT INTO story VALUES (?,?,?,?,?)");
    add.bind(0, id).bind(1, number).bind(2, story.label).bind_or_null(3, first).bind_or_null(4, last).step();
    SqlStatement add_document(connection, "INSERT INTO story_document VALUES (?,?,?)");
    std::int64_t place = 0;
    for (const std::uint32_t index : story.documents) {
        add_document.run(id, place++, corpus.id(index));
    }
}

}  // namespace

void Database::replace_stories(std::span<const Document> documents, const Lineage& lineage, std::span<const Story> stories,
                               std::span<const Situation> situations) {
    assert(stories.size() == situations.size());
    const CorpusText corpus(documents);
    Transaction transaction(state_->get());
    clear_stories(state_->get());
    write_sentences(state_->get(), documents, corpus);
    write_lineage(state_->get(), lineage, corpus);
    SituationWriter writer(state_->get(), corpus);
    for (std::size_t i = 0; i < stories.size(); ++i) {
        write_story(state_->get(), stories[i], static_cast<std::int64_t>(i), documents, corpus);
        const std::string anchor = stories[i].documents.empty() ? std::string() : corpus.id(stories[i].documents.front());
        writer.write(situations[i], to_hex(stories[i].id), anchor);
    }
    mark_stories(state_->get(), false);
    transaction.commit();
}

}  // namespace synoptic
