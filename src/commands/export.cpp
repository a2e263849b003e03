// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <iostream>
#include <string>

#include "commands/command.hpp"
#include "core/failure.hpp"
#include "present/csv_export.hpp"
#include "present/json_export.hpp"
#include "store/database.hpp"
#include "store/story_record.hpp"

namespace synoptic {

namespace {

class Export final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("database", database_, "what `synoptic read` wrote");
        app.add_option("--format", format_, "json: the stories, one object a line; csv: their events, one row each")
            ->check(CLI::IsMember({"json", "csv"}))
            ->capture_default_str();
        app.add_option("--story", story_, "only the story with this id, or an id that begins so (default: all stories)");
        app.add_flag("--schema", schema_, "print the JSON Schema of the story object instead");
        app.footer("Examples:\n"
                   "  synoptic export summit.db > summit.jsonl\n"
                   "  synoptic export summit.db --format csv > events.csv\n"
                   "  synoptic export --schema > story.schema.json");
    }

    int run() override {
        if (schema_) {
            std::cout << story_schema();
        } else {
            print_stories();
        }
        if (!std::cout.flush()) {
            throw Failure("the output could not be written: its disk is full or its reader has gone");
        }
        return exit_code::ok;
    }

private:
    void print_stories() const {
        if (database_.empty()) {
            throw Failure("name the database to export (see `synoptic export --help`)", exit_code::usage);
        }
        const Database database(database_, Database::Mode::read_only);
        if (database.out_of_date()) {
            std::cerr << "synoptic: documents were added since the stories were told; run `synoptic read` again to take them in\n";
        }
        const std::vector<StorySummary> stories =
            story_.empty() ? list_stories(database) : std::vector<StorySummary>{find_story(database, story_)};
        if (format_ == "csv") {
            std::cout << events_csv_header();
        }
        for (const StorySummary& summary : stories) {
            const StoryRecord story = load_story(database, summary.id);
            if (format_ == "csv") {
                std::cout << events_csv(story);
            } else {
                std::cout << story_json(story) << '\n';
            }
        }
    }

    std::string database_;
    std::string format_ = "json";
    std::string story_;
    bool schema_ = false;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<Export>(); }

}  // namespace synoptic
