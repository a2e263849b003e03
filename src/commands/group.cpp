// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "commands/command.hpp"
#include "commands/stage_input.hpp"
#include "core/id.hpp"
#include "lineage/find_lineage.hpp"
#include "stories/group.hpp"

namespace synoptic {

namespace {

using Json = nlohmann::ordered_json;

class Group final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("inputs", inputs_,
                       "files, folders or - for standard input: JSON lines {id, title, text, date, source}, or pages as for read")
            ->required();
        app.footer("Writes a JSON line {id, story} for each document, story by story. The name of a story depends on its documents alone.\n"
                   "All documents are held in memory.\n\n"
                   "Example:\n"
                   "  synoptic group articles.jsonl > stories.jsonl");
    }

    int run() override {
        StageInput input(inputs_);
        std::vector<Document> documents;
        while (auto document = input.next()) {
            documents.push_back(std::move(*document));
        }
        for (const Story& story : group(documents, find_lineage(documents))) {
            for (const std::uint32_t document : story.documents) {
                const Json line = {{"id", shown_id(documents[document])}, {"story", to_hex(story.id)}};
                std::cout << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
            }
        }
        return input.exit_code();
    }

private:
    std::vector<std::string> inputs_;
};

}  // namespace

std::unique_ptr<Command> make_group() { return std::make_unique<Group>(); }

}  // namespace synoptic
