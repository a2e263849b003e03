// SPDX-License-Identifier: Apache-2.0
#include "stories/group.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "commands/command.hpp"
#include "commands/stage_input.hpp"
#include "core/failure.hpp"
#include "core/id.hpp"
#include "core/workers.hpp"
#include "lineage/find_lineage.hpp"
#include "stories/stream.hpp"

namespace synoptic {

namespace {

using Json = nlohmann::ordered_json;

std::string to_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

/// Documents of a stream, window by window, and the lines that tell their stories.
class Grouping {
public:
    Grouping(std::size_t window, unsigned threads, std::ostream* changes)
        : threads_(threads), changes_(changes), stream_(StreamOptions{.window = window}) {}

    void take(std::vector<Document>& window) {
        std::ranges::sort(window, comes_first);
        const Lineage lineage = find_lineage(window);
        std::vector<DocumentKeys> keys(window.size());
        for_each_parallel(window.size(), threads_, [&](std::size_t i) { keys[i] = read_keys(window[i]); });
        std::map<std::uint32_t, std::uint32_t> first_of_account;
        for (std::uint32_t i = 0; i < window.size(); ++i) {
            const auto number = static_cast<std::uint32_t>(ids_.size());
            const auto [first, is_new] = first_of_account.emplace(lineage.account_of[i], number);
            ids_.push_back(window[i].id);
            shown_.emplace(number, shown_id(window[i]));
            stream_.add(number, std::move(keys[i]), is_new ? std::nullopt : std::optional(first->second));
        }
        window.clear();
        write_settled();
    }

    void finish() {
        std::vector<Placement> rest = stream_.finish();
        write_settled();
        std::ranges::sort(
            rest, [](const Placement& a, const Placement& b) { return std::tie(a.story, a.document) < std::tie(b.story, b.document); });
        write(rest);
    }

private:
    void write_settled() {
        if (changes_ != nullptr) {
            for (const StoryChange& change : stream_.take_changes()) {
                *changes_ << to_line({{"change", name(change.kind)},
                                      {"story", name(change.from)},
                                      {"into", name(change.into)},
                                      {"documents", change.documents},
                                      {"likelihood", fmt::format("{:.2f}", change.likelihood)},
                                      {"after", to_hex(ids_[change.at])}});
            }
        }
        write(stream_.take_settled());
    }

    void write(const std::vector<Placement>& placements) {
        for (const Placement& placement : placements) {
            const auto shown = shown_.find(placement.document);
            std::cout << to_line({{"id", shown->second}, {"story", name(placement.story)}});
            shown_.erase(shown);
        }
    }

    [[nodiscard]] std::string name(StoryNumber story) const { return to_hex(story_id(story, ids_[story.founder])); }
    static std::string_view name(StoryChange::Kind kind) {
        constexpr std::array<std::string_view, 3> names = {"merged", "split", "revived"};
        return names[static_cast<std::size_t>(kind)];
    }

    unsigned threads_;
    std::ostream* changes_;  // not owned; may be null
    StoryStream stream_;
    std::vector<DocId> ids_;  // of all documents so far: stories are named after them
    std::unordered_map<std::uint32_t, std::string> shown_;
};

class Group final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("inputs", inputs_,
                       "files, folders or - for standard input: JSON lines {id, title, text, date, source}, or pages as for read")
            ->required();
        app.add_option("--window", window_,
                       "documents that are decided on together (default: 1000); within them their order does not matter")
            ->check(CLI::Range(1, 1'000'000));
        app.add_option("--changes", changes_,
                       "a file to write what happened to stories to: JSON lines {change, story, into, documents, likelihood, after}");
        app.add_option("--threads", threads_, "threads to use (default: one per core); the result does not depend on it")
            ->check(CLI::Range(1, 1024));
        app.footer("Writes a JSON line {id, story} for each document. The input may be endless: it should come roughly in order of time, "
                   "memory holds\n"
                   "the stories that are open, and a document is written once it is settled. A story keeps its name while it grows. Where "
                   "a story was\n"
                   "merged into another after some of its documents were written, --changes tells.\n\n"
                   "Example:\n"
                   "  synoptic group articles.jsonl > stories.jsonl");
    }

    int run() override {
        std::ofstream changes;
        if (!changes_.empty()) {
            changes.open(changes_, std::ios::binary);
            if (!changes) {
                throw Failure(fmt::format("'{}' cannot be written", changes_));
            }
        }
        StageInput input(inputs_);
        Grouping grouping(window_, threads_, changes.is_open() ? &changes : nullptr);
        std::vector<Document> window;
        while (auto document = input.next()) {
            window.push_back(std::move(*document));
            if (window.size() == window_) {
                grouping.take(window);
            }
        }
        grouping.take(window);
        grouping.finish();
        return input.exit_code();
    }

private:
    std::vector<std::string> inputs_;
    std::string changes_;
    std::size_t window_ = 1000;
    unsigned threads_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_group() { return std::make_unique<Group>(); }

}  // namespace synoptic
