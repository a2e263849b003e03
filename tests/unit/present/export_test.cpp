// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "../store/sample.hpp"
#include "core/failure.hpp"
#include "present/csv_export.hpp"
#include "present/json_export.hpp"
#include "store/byte_positions.hpp"

namespace synoptic {
namespace {

using Json = nlohmann::ordered_json;

Database written(std::string_view name) {
    Database database(sample::fresh_path(name), Database::Mode::create_or_update);
    sample::Corpus().write(database);
    return database;
}

StoryRecord fire(const Database& database) { return load_story(database, list_stories(database).front().id); }

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> names;
    for (const auto& [key, value] : object.items()) {
        names.push_back(key);
    }
    return names;
}

/// Whether `value` has the members and the types that `rule` of the schema asks for; a small part of JSON Schema, enough for the shape.
bool fits(const Json& value, const Json& rule, const Json& schema) {
    if (rule.contains("$ref")) {
        return fits(value, schema["definitions"][rule["$ref"].get<std::string>().substr(14)], schema);
    }
    if (rule.contains("oneOf")) {
        return std::ranges::any_of(rule["oneOf"], [&](const Json& each) { return fits(value, each, schema); });
    }
    if (rule.contains("enum")) {
        return std::ranges::find(rule["enum"], value) != rule["enum"].end();
    }
    const std::string types = rule["type"].dump();
    const auto is = [&](std::string_view type) { return types.find("\"" + std::string(type) + "\"") != std::string::npos; };
    if (value.is_array()) {
        return is("array") && std::ranges::all_of(value, [&](const Json& each) { return fits(each, rule["items"], schema); });
    }
    if (value.is_object()) {
        bool good = is("object") && value.size() == rule["properties"].size();
        for (const Json& name : rule["required"]) {
            good = good && value.contains(name.get<std::string>()) &&
                   fits(value[name.get<std::string>()], rule["properties"][name.get<std::string>()], schema);
        }
        return good;
    }
    return value.is_null()             ? is("null")
           : value.is_string()         ? is("string")
           : value.is_number_integer() ? is("integer") || is("number")
                                       : is("number");
}

TEST(JsonExport, fits_the_schema_it_ships) {
    const Database database = written("schema.db");
    const Json schema = Json::parse(story_schema());
    for (const StorySummary& summary : list_stories(database)) {
        const Json story = Json::parse(story_json(load_story(database, summary.id)));
        EXPECT_TRUE(fits(story, schema, schema)) << story.dump(1);
        EXPECT_EQ(keys(story), keys(schema["properties"]));
    }
}

TEST(JsonExport, writes_what_the_accounts_say) {
    const Json story = Json::parse(story_json(fire(written("says.db"))));
    EXPECT_EQ(story["label"], "Fire at the quay of Skjærvik");
    EXPECT_EQ(story["first_date"], "2024-03");
    EXPECT_EQ(story["last_date"], "2024-03-07");
    EXPECT_EQ(story["documents"][0]["title"], "Fish hall burns <b>down</b>");
    EXPECT_EQ(story["documents"][1]["title"], nullptr);
    EXPECT_EQ(story["documents"][2]["derived_from"], story["documents"][0]["id"]);
    EXPECT_EQ(story["documents"][2]["account"], story["documents"][0]["account"]);
    EXPECT_EQ(story["accounts"].size(), 2U);
    EXPECT_EQ(story["accounts"][0]["shares_sources_with"][0], story["accounts"][1]["id"]);
    EXPECT_EQ(story["events"][1]["date"].dump(), R"({"value":"2024-03-08","grain":"day","basis":"inherited"})");
    EXPECT_EQ(story["events"][2]["date"], nullptr);
    EXPECT_EQ(story["events"][2]["status"], "called-for");
    EXPECT_EQ(story["events"][2]["target"][0], story["actors"][1]["id"]);
    EXPECT_EQ(story["conflicts"][0]["scope"], "between-accounts");
    EXPECT_EQ(story["conflicts"][0]["sides"][1]["value"], "eleven");
    EXPECT_EQ(story["quotes"][1]["same_as"][0], story["quotes"][0]["id"]);
    EXPECT_EQ(story["positions"][1]["phase"], nullptr);
    EXPECT_EQ(story["derivations"][0]["contained_source"], 0.45);
    EXPECT_EQ(story["timeline"][0]["event"], story["events"][0]["id"]);
}

TEST(JsonExport, positions_count_code_points) {
    const Json story = Json::parse(story_json(fire(written("points.db"))));
    const std::string text = story["documents"][0]["text"];
    const BytePositions positions(text);
    const Json& quote = story["quotes"][0];
    EXPECT_EQ(positions.slice(quote["start"], quote["end"]), "“We lost the roof in twenty minutes,”");
    const Json& evidence = story["claims"][1]["support"][0];
    EXPECT_EQ(positions.slice(evidence["start"], evidence["end"]), "Nine boats burned");
    EXPECT_EQ(evidence["sentence"], "Nine boats burned, the harbour office said.");
}

TEST(JsonExport, gives_the_same_bytes_whatever_the_order_of_writing) {
    const Database straight = written("straight.db");
    Database turned(sample::fresh_path("turned.db"), Database::Mode::create_or_update);
    const sample::Corpus corpus;
    for (std::size_t i = corpus.documents.size(); i > 0; --i) {
        turned.add_documents({&corpus.documents[i - 1], 1});
    }
    turned.replace_stories(corpus.documents, corpus.lineage, corpus.stories, corpus.situations);
    turned.replace_stories(corpus.documents, corpus.lineage, corpus.stories, corpus.situations);
    EXPECT_EQ(story_json(fire(straight)), story_json(fire(turned)));
}

TEST(JsonExport, ids_are_unique_and_do_not_hang_on_their_neighbours) {
    sample::Corpus corpus;
    corpus.situations[0].events.push_back(corpus.situations[0].events[1]);  // twice the same
    Database database(sample::fresh_path("twice.db"), Database::Mode::create_or_update);
    corpus.write(database);
    const StoryRecord twice = fire(database);
    EXPECT_NE(twice.events[1].id, twice.events[3].id);

    corpus.situations[0].events.erase(corpus.situations[0].events.begin());
    corpus.situations[0].timeline.clear();
    database.replace_stories(corpus.documents, corpus.lineage, corpus.stories, corpus.situations);
    EXPECT_EQ(fire(database).events[0].id, twice.events[1].id);
}

TEST(FindStory, takes_the_first_letters_of_an_id) {
    const Database database = written("find.db");
    const std::vector<StorySummary> stories = list_stories(database);
    EXPECT_EQ(find_story(database, stories[1].id.substr(0, 8)).label, "A choir");
    EXPECT_THROW((void)find_story(database, "no such"), Failure);
    EXPECT_THROW((void)find_story(database, ""), Failure);
}

TEST(CsvExport, escapes_what_a_spreadsheet_would_run) {
    EXPECT_EQ(csv_cell("plain"), "plain");
    EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
    EXPECT_EQ(csv_cell("@SUM(A1,A2)"), "\"'@SUM(A1,A2)\"");
    EXPECT_EQ(csv_cell("\tx"), "'\tx");
    EXPECT_EQ(csv_cell("+47"), "'+47");
    EXPECT_EQ(csv_cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
    EXPECT_EQ(csv_cell("two\nlines"), "\"two\nlines\"");
    EXPECT_EQ(csv_cell(""), "");
}

TEST(CsvExport, writes_one_row_an_event) {
    const std::string table = events_csv(fire(written("csv.db")));
    EXPECT_EQ(std::ranges::count(table, '\n'), 3);
    EXPECT_NE(table.find(",2024-03-08,day,inherited,planned,CONSULT,meet,036,Per Nygård,,,1,"), std::string::npos) << table;
    EXPECT_NE(table.find("https://gazette.example/fire?a=1&b=2; pages/courier.html; pages/wire.txt\r\n"), std::string::npos) << table;
}

}  // namespace
}  // namespace synoptic
