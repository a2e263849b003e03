// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "commands/command.hpp"
#include "commands/progress.hpp"
#include "commands/stage_input.hpp"
#include "core/date.hpp"
#include "core/failure.hpp"
#include "pipeline.hpp"

namespace synoptic {

namespace {

/// (1, "story", "stories") => "1 story"
std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string summary_text(const ReadSummary& summary, const std::string& database) {
    const Totals& totals = summary.totals;
    std::string text = fmt::format("{} added", counted(summary.added, "document", "documents"));
    if (summary.known > 0) {
        text += fmt::format(", {} known already", summary.known);
    }
    if (summary.rejected > 0) {
        text += fmt::format(", {} skipped or repaired", summary.rejected);
    }
    text +=
        fmt::format("\n{} holds {} in {}: at most {}", database, counted(totals.documents, "document", "documents"),
                    counted(totals.stories, "story", "stories"), counted(totals.accounts, "independent account", "independent accounts"));
    if (totals.derived > 0) {
        text += fmt::format(", {}", counted(totals.derived, "copy or rewrite", "copies and rewrites"));
    }
    if (totals.undated > 0) {
        text += fmt::format(", {} without a date", totals.undated);
    }
    if (totals.not_analysed > 0) {
        text += fmt::format(", {} in a language that is not analysed", totals.not_analysed);
    }
    if (summary.corrections > 0) {
        text += fmt::format(", {} in force", counted(summary.corrections, "correction", "corrections"));
    }
    text += fmt::format("\n{} cut from the pages, each kept with its reason", counted(totals.cut, "piece", "pieces"));
    text += fmt::format("\n{}, {}, {} ({} held by two accounts or more), {}\n", counted(totals.quotes, "quotation", "quotations"),
                        counted(totals.events, "event", "events"), counted(totals.claims, "claim", "claims"), totals.corroborated,
                        counted(totals.conflicts, "conflict", "conflicts"));
    return text;
}

std::string whole_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) {
        throw Failure(fmt::format("the corrections file '{}' cannot be read: {}", path, std::strerror(errno)), exit_code::usage);
    }
    return text.str();
}

/// The summary as one JSON object on a line.
std::string summary_json(const ReadSummary& summary) {
    const Totals& totals = summary.totals;
    const nlohmann::ordered_json json = {
        {"added", summary.added},
        {"known", summary.known},
        {"rejects", summary.rejected},
        {"documents", totals.documents},
        {"undated", totals.undated},
        {"not_analysed", totals.not_analysed},
        {"cut", totals.cut},
        {"stories", totals.stories},
        {"accounts", totals.accounts},
        {"derived", totals.derived},
        {"quotes", totals.quotes},
        {"events", totals.events},
        {"claims", totals.claims},
        {"corroborated", totals.corroborated},
        {"conflicts", totals.conflicts},
        {"corrections", summary.corrections},
    };
    return json.dump() + "\n";
}

class Read final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("inputs", inputs_,
                       "files, folders or - for standard input: HTML, plain text, JSON lines, feeds, WARC (.gz, .zst), told by content");
        app.add_option("-o,--output", database_, "the database to write, or to add to")->required();
        app.add_option("--threads", threads_, "threads to use (default: one per core); the result does not depend on it")
            ->check(CLI::Range(1, 1024));
        app.add_option("--date", date_, "YYYY-MM-DD: the day that \"on Friday\" counts from in documents that state no date");
        app.add_option("--corrections", corrections_, "a corrections file (see below); it stays in force until another is given");
        app.add_flag("--json", json_, "print the summary as JSON on stdout");
        app.add_flag("-q,--quiet", quiet_, "no progress and no summary; what is skipped or repaired is still told");
        app.footer(
            "Reading again what is in the database already adds only what is new or changed.\n"
            "Exit code 3 means that some inputs were skipped or repaired; each is listed with its reason, and in the table `rejects`.\n\n"
            "A corrections file says in TOML what the program took wrongly; it is replayed at each run, on what is there already too.\n"
            "Words are some of those that stand in the text; what finds nothing to correct is told.\n\n"
            "  [[same_actor]]\n"
            "  names = [\"Karel Doss\", \"the harbour master\"]   # the first is shown\n"
            "  [[not_same]]\n"
            "  names = [\"Anna Pell\", \"Hanna Pell\"]\n"
            "  [[not_event]]\n"
            "  sentence = \"would be an attack on\"\n"
            "  type = \"ASSAULT\"                               # left out: no event of the sentence\n"
            "  [[wrong_speaker]]\n"
            "  quote = \"not a toll road\"\n"
            "  speaker = \"Anna Pell\"                         # left out: nobody known\n"
            "  [[hide]]\n"
            "  what = \"conflict\"                             # or claim, event, position, quote\n"
            "  words = \"how long\"\n\n"
            "Examples:\n"
            "  synoptic read page1.html page2.txt -o summit.db\n"
            "  synoptic read crawl.warc.gz -o crawl.db --threads 4\n"
            "  cat articles.jsonl | synoptic read - -o articles.db\n"
            "  synoptic read -o summit.db --corrections summit.toml");
    }

    int run() override {
        if (inputs_.empty() && corrections_.empty()) {
            throw Failure("name what to read: files, folders or - (see `synoptic read --help`)", exit_code::usage);
        }
        require_inputs(inputs_);
        ReadOptions options{.inputs = inputs_,
                            .database = database_,
                            .threads = threads_,
                            .corrections = {},
                            .corrections_path = corrections_,
                            .reference_day = {}};
        if (!corrections_.empty()) {
            options.corrections = whole_text(corrections_);
        }
        if (!date_.empty()) {
            options.reference_day = parse_iso(date_);
            if (!options.reference_day || !options.reference_day->has_day()) {
                throw Failure(fmt::format("--date {} is no day of the form YYYY-MM-DD", date_), exit_code::usage);
            }
        }
        TerminalProgress progress(quiet_);
        const ReadSummary summary = synoptic::run(options, progress);
        progress.finish();
        for (const std::uint32_t line : summary.idle_corrections) {
            std::cerr << fmt::format("synoptic: {}:{}: nothing to correct was found\n",
                                     corrections_.empty() ? "corrections in force" : corrections_, line);
        }
        if (json_) {
            std::cout << summary_json(summary);
        } else if (!quiet_) {
            std::cerr << summary_text(summary, database_);
        }
        return summary.rejected == 0 ? exit_code::ok : exit_code::some_inputs_skipped;
    }

private:
    std::vector<std::string> inputs_;
    std::string database_;
    std::string corrections_;
    std::string date_;
    unsigned threads_ = 0;
    bool json_ = false;
    bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_read() { return std::make_unique<Read>(); }

}  // namespace synoptic
