// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <iostream>
#include <string>

#include "commands/command.hpp"
#include "core/failure.hpp"
#include "present/changes.hpp"
#include "store/database.hpp"

namespace synoptic {

namespace {

class Diff final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("earlier", earlier_, "what `synoptic read` wrote before")->required();
        app.add_option("later", later_, "what it wrote after")->required();
        app.add_flag("--json", json_, "print one JSON object a line for each change");
        app.footer(
            "Tells documents, actors, quotations, events, claims, conflicts and positions that are new, gone, or of which something\n"
            "changed: a date, the accounts for and against, the speaker. The exit code is 0 whether or not anything differs.\n\n"
            "Examples:\n"
            "  synoptic diff monday.db tuesday.db\n"
            "  cp story.db before.db && synoptic read -o story.db --corrections mine.toml && synoptic diff before.db story.db");
    }

    int run() override {
        const Database earlier(earlier_, Database::Mode::read_only);
        const Database later(later_, Database::Mode::read_only);
        const std::vector<Change> changes = find_changes(earlier, later);
        std::cout << (json_ ? changes_json(changes) : changes_text(changes));
        if (!std::cout.flush()) {
            throw Failure("the output could not be written: its disk is full or its reader has gone");
        }
        return exit_code::ok;
    }

private:
    std::string earlier_;
    std::string later_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_diff() { return std::make_unique<Diff>(); }

}  // namespace synoptic
