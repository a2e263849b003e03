// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>

#include "commands/command.hpp"
#include "core/failure.hpp"
#include "present/dossier/markup.hpp"
#include "present/dossier/page.hpp"
#include "store/database.hpp"
#include "store/story_record.hpp"

namespace synoptic {

namespace {

void write_file(const std::string& path, const std::string& content) {
    if (path == "-") {
        std::cout << content;
        if (!std::cout.flush()) {
            throw Failure("the page could not be written: its disk is full or its reader has gone");
        }
        return;
    }
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << content;
    file.close();
    if (!file) {
        throw Failure(fmt::format("'{}' cannot be written: {}", path, std::strerror(errno)));
    }
}

class Dossier final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("database", database_, "what `synoptic read` wrote")->required();
        app.add_option("-o,--output", output_, "the page to write, - for standard output")->required();
        app.add_option("--story", story_, "the story with this id, or an id that begins so (default: the one with the most documents)");
        app.add_flag("-q,--quiet", quiet_, "do not tell what was written");
        app.footer("The page is one file that asks for nothing outside itself: it opens by double-click and can be sent as it is.\n\n"
                   "Examples:\n"
                   "  synoptic dossier summit.db -o summit.html\n"
                   "  synoptic dossier summit.db --story 3f9a -o fire.html");
    }

    int run() override {
        const Database database(database_, Database::Mode::read_only);
        const std::vector<StorySummary> stories = list_stories(database);
        if (stories.empty()) {
            throw Failure(database.out_of_date() ? "the database holds no story yet; run `synoptic read` on it again"
                                                 : "the database holds no story");
        }
        const StorySummary story =
            story_.empty() ? *std::ranges::max_element(stories, {}, &StorySummary::documents) : find_story(database, story_);
        write_file(output_, dossier_page(load_story(database, story.id), stories));
        if (!quiet_ && output_ != "-") {
            std::cerr << fmt::format("{}: {} ({}, at most {})\n", output_, story.label, counted(story.documents, "document", "documents"),
                                     counted(story.accounts, "independent account", "independent accounts"));
            if (stories.size() > 1 && story_.empty()) {
                std::cerr << fmt::format("The database holds {}; --story ID writes another, the page lists them.\n",
                                         stories.size() == 2 ? "one more story" : fmt::format("{} more stories", stories.size() - 1));
            }
        }
        return exit_code::ok;
    }

private:
    std::string database_;
    std::string output_;
    std::string story_;
    bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_dossier() { return std::make_unique<Dossier>(); }

}  // namespace synoptic
