// SPDX-License-Identifier: Apache-2.0
#include "store/database.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <span>

#include "core/failure.hpp"
#include "sample.hpp"
#include "store/statement.hpp"
#include "store/story_record.hpp"
#include "store/totals.hpp"

namespace synoptic {
namespace {

using sample::fresh_path;

std::string refusal(const std::string& path, Database::Mode mode) {
    try {
        const Database database(path, mode);
    } catch (const Failure& failure) {
        return failure.what();
    }
    return "";
}

std::string ask(const Database& database, std::string_view sql) {
    SqlStatement statement(database.handle(), sql);
    std::string answer;
    while (statement.step()) {
        answer += answer.empty() ? "" : "|";
        answer += statement.text(0);
    }
    return answer;
}

TEST(Database, gives_documents_back_as_they_were) {
    const sample::Corpus corpus;
    Database database(fresh_path("back.db"), Database::Mode::create_or_update);
    database.add_documents(corpus.documents);
    const std::vector<Document> loaded = database.load_documents();

    ASSERT_EQ(loaded.size(), 4U);
    EXPECT_EQ(loaded[0].path, "pages/courier.html");  // 2024-03 stands before 2024-03-06
    EXPECT_EQ(loaded[3].path, "pages/choir.html");    // undated ones last
    const Document& was = corpus.documents[0];
    const Document& is = loaded[1];
    EXPECT_EQ(is.id, was.id);
    EXPECT_EQ(is.url, was.url);
    EXPECT_EQ(is.title, was.title);
    EXPECT_EQ(is.author, was.author);
    EXPECT_EQ(is.publisher, was.publisher);
    EXPECT_EQ(is.published->date, was.published->date);
    EXPECT_EQ(is.published->basis, "json-ld");
    EXPECT_EQ(is.text, was.text);
    ASSERT_EQ(is.blocks.size(), was.blocks.size());
    for (std::size_t i = 0; i < was.blocks.size(); ++i) {
        EXPECT_EQ(is.blocks[i].span, was.blocks[i].span);
        EXPECT_EQ(is.blocks[i].kind, was.blocks[i].kind);
    }
    ASSERT_EQ(is.cut.size(), 2U);
    EXPECT_EQ(is.cut[0].reason, "related");
    EXPECT_EQ(is.cut[0].page, (Span{10, 40}));
    EXPECT_EQ(is.warnings[0].evidence, "6 March against 7 March");
    EXPECT_EQ(is.declared_sources, was.declared_sources);
    EXPECT_EQ(is.blocks[1].page, (Span{250, 330}));
    EXPECT_EQ(loaded[2].given_id, "w-1");
    EXPECT_EQ(loaded[0].title, std::nullopt);
}

TEST(Database, replaces_the_document_of_the_same_path_and_record) {
    sample::Corpus corpus;
    Database database(fresh_path("replace.db"), Database::Mode::create_or_update);
    corpus.write(database);
    EXPECT_FALSE(database.out_of_date());

    Document changed = sample::article("pages/gazette.html", {{"The report was withdrawn."}});
    changed.id = make_id<DocTag>({"changed"});
    database.add_documents({&changed, 1});
    EXPECT_TRUE(database.out_of_date());
    EXPECT_TRUE(database.holds(changed.id));
    EXPECT_FALSE(database.holds(corpus.documents[0].id));
    EXPECT_EQ(database.load_documents().size(), 4U);
    EXPECT_EQ(ask(database, "SELECT count(*) FROM texts WHERE texts MATCH 'twenty'"), "0");
    EXPECT_EQ(ask(database, "SELECT count(*) FROM texts WHERE texts MATCH 'withdrawn'"), "1");
    EXPECT_EQ(ask(database, "SELECT count(*) FROM cut"), "0");
    EXPECT_TRUE(list_stories(database).empty());  // no story may cite a document that is gone
}

TEST(Database, stays_out_of_date_until_stories_are_told) {
    const std::string path = fresh_path("date.db");
    const sample::Corpus corpus;
    {
        Database database(path, Database::Mode::create_or_update);
        EXPECT_TRUE(database.out_of_date());
        database.add_documents(corpus.documents);
    }
    Database database(path, Database::Mode::create_or_update);
    EXPECT_TRUE(database.out_of_date());
    database.replace_stories(corpus.documents, corpus.lineage, corpus.stories, corpus.situations);
    EXPECT_FALSE(database.out_of_date());
    database.add_documents({});
    EXPECT_FALSE(database.out_of_date());
}

TEST(Database, keeps_situations_that_are_not_given_again) {
    const sample::Corpus corpus;
    Database database(fresh_path("kept.db"), Database::Mode::create_or_update);
    database.add_documents(corpus.documents);
    std::vector<std::optional<Situation>> situations(corpus.situations.begin(), corpus.situations.end());
    const std::vector<std::string> made_from{"smoke", "song"};
    database.replace_stories(corpus.documents, corpus.lineage, corpus.stories, situations, made_from);
    EXPECT_EQ(database.made_from(), (std::map<StoryId, std::string>{{corpus.stories[0].id, "smoke"}, {corpus.stories[1].id, "song"}}));
    const auto everything = [&] {
        std::string all;
        for (const char* table : {"sentence", "account_document", "passage", "story", "story_document", "actor", "alias", "quote", "event",
                                  "event_actor", "claim", "conflict", "side", "position", "citation"}) {
            all += ask(database, std::string("SELECT count(*) || '") + table + "' FROM " + table) + " ";
        }
        return all;
    };
    const std::string before = everything();
    situations[0].reset();
    database.replace_stories(corpus.documents, corpus.lineage, corpus.stories, situations, made_from);
    EXPECT_EQ(everything(), before);

    // A story that is told no more takes its situation along.
    database.replace_stories(corpus.documents, corpus.lineage, std::span(corpus.stories).subspan(1), std::span(situations).subspan(1),
                             std::span(made_from).subspan(1));
    EXPECT_EQ(ask(database, "SELECT count(*) FROM actor"), "0");
    EXPECT_EQ(ask(database, "SELECT count(*) FROM citation"), "0");
    EXPECT_EQ(ask(database, "SELECT count(*) FROM side"), "0");
}

TEST(Database, answers_in_the_words_users_ask) {
    const sample::Corpus corpus;
    Database database(fresh_path("views.db"), Database::Mode::create_or_update);
    corpus.write(database);
    const std::vector<RejectRow> rejects = {{"a.html", "", "the file is empty"}, {"a.html", "", "the file is still empty"}};
    database.add_rejects(rejects);

    EXPECT_EQ(ask(database, "SELECT count(*) FROM documents"), "4");
    EXPECT_EQ(ask(database, "SELECT count(*) FROM accounts"), "3");
    EXPECT_EQ(ask(database, "SELECT reason FROM rejects"), "the file is still empty");
    EXPECT_EQ(ask(database, "SELECT speaker_name || ': ' || text FROM quotes WHERE text LIKE 'Lost%'"), "Åse Dahl: Lost the roof");
    EXPECT_EQ(ask(database, "SELECT source FROM events WHERE status = 'planned'"), "Per Nygård");
    EXPECT_EQ(ask(database, "SELECT sides FROM conflicts"), "nine / eleven");
    EXPECT_EQ(ask(database, "SELECT actor || ' ' || stance FROM positions ORDER BY 1"), "Per Nygård rejects|Åse Dahl demands");
    EXPECT_EQ(ask(database, "SELECT attributed_to FROM claims WHERE accounts_against = 1"), "Åse Dahl");
    EXPECT_EQ(ask(database, "SELECT aliases FROM actors WHERE name = 'Per Nygård'"), "Nygård; Per Nygaard");
    EXPECT_EQ(ask(database, "SELECT documents || ' in ' || accounts FROM stories WHERE label LIKE 'Fire%'"), "3 in 2");
}

TEST(Database, keeps_evidence_in_code_points) {
    const sample::Corpus corpus;
    Database database(fresh_path("points.db"), Database::Mode::create_or_update);
    corpus.write(database);
    EXPECT_EQ(ask(database, "SELECT passage FROM evidence e JOIN quotes q ON q.id = e.item ORDER BY 1"),
              "“Lost the roof”|“We lost the roof in twenty minutes,”");
    EXPECT_EQ(ask(database, "SELECT e.sentence FROM evidence e JOIN quotes q ON q.id = e.item WHERE q.text LIKE 'We%'"),
              "“We lost the roof in twenty minutes,” said harbour master Åse Dahl.");
}

TEST(Database, counts_what_it_holds) {
    const sample::Corpus corpus;
    Database database(fresh_path("totals.db"), Database::Mode::create_or_update);
    corpus.write(database);
    const Totals totals = count_totals(database);
    EXPECT_EQ(totals.documents, 4U);
    EXPECT_EQ(totals.undated, 1U);
    EXPECT_EQ(totals.not_analysed, 0U);
    EXPECT_EQ(totals.accounts, 3U);
    EXPECT_EQ(totals.derived, 1U);
    EXPECT_EQ(totals.corroborated, 1U);
    EXPECT_EQ(totals.conflicts, 1U);
}

TEST(Database, refuses_with_a_sentence) {
    const std::string text = fresh_path("notes.txt");
    std::ofstream(text) << "This is a long enough text file, but it is certainly no database of any kind, let alone one of ours.\n";
    EXPECT_NE(refusal(text, Database::Mode::create_or_update).find("is not a synoptic database"), std::string::npos);
    EXPECT_NE(refusal(text, Database::Mode::read_only).find("is not a synoptic database"), std::string::npos);
    EXPECT_NE(refusal(fresh_path("none.db"), Database::Mode::read_only).find("there is no database"), std::string::npos);
    EXPECT_NE(refusal(testing::TempDir(), Database::Mode::read_only).find("is a folder"), std::string::npos);
    EXPECT_NE(refusal(fresh_path("no-folder") + "/x.db", Database::Mode::create_or_update).find("there is no folder"), std::string::npos);
    const std::string empty = fresh_path("empty.db");
    std::ofstream(empty).flush();
    EXPECT_NE(refusal(empty, Database::Mode::read_only).find("is not a synoptic database"), std::string::npos);
    EXPECT_EQ(refusal(empty, Database::Mode::create_or_update), "");
}

TEST(Database, refuses_another_programs_database_and_a_newer_schema) {
    const std::string other = fresh_path("other.db");
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(other.c_str(), &raw), SQLITE_OK);
    execute(raw, "CREATE TABLE document (id)");
    sqlite3_close(raw);
    EXPECT_NE(refusal(other, Database::Mode::create_or_update).find("is not a synoptic database"), std::string::npos);

    const std::string newer = fresh_path("newer.db");
    execute(Database(newer, Database::Mode::create_or_update).handle(), "PRAGMA user_version = 99");
    EXPECT_NE(refusal(newer, Database::Mode::read_only).find("newer synoptic (schema 99"), std::string::npos);
}

TEST(Database, a_reader_needs_no_leave_to_write_and_waits_for_nobody) {
    const std::string path = fresh_path("reader.db");
    const sample::Corpus corpus;
    {
        Database database(path, Database::Mode::create_or_update);
        corpus.write(database);
    }
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    Database reader(path, Database::Mode::read_only);
    EXPECT_EQ(list_stories(reader).size(), 2U);
    EXPECT_THROW(reader.add_documents(corpus.documents), Failure);
}

TEST(Database, a_transaction_that_fails_leaves_what_was_there) {
    const sample::Corpus corpus;
    Database database(fresh_path("rollback.db"), Database::Mode::create_or_update);
    corpus.write(database);
    try {
        Transaction transaction(database.handle());
        execute(database.handle(), "DELETE FROM document");
        throw Failure("stop");
    } catch (const Failure&) {
    }
    EXPECT_EQ(database.load_documents().size(), 4U);
}

}  // namespace
}  // namespace synoptic
