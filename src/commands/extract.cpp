// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "clean/clean.hpp"
#include "commands/command.hpp"
#include "commands/stage_input.hpp"
#include "read/reader.hpp"

namespace synoptic {

namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

Json line_of(const Document& document) {
    Json line;
    line["id"] = shown_id(document);
    line["path"] = document.path;
    if (!document.record.empty()) {
        line["record"] = document.record;
    }
    line["title"] = or_null(document.title);
    line["author"] = or_null(document.author);
    line["published"] = document.published ? Json(to_iso(document.published->date)) : Json(nullptr);
    line["published_basis"] = document.published ? Json(document.published->basis) : Json(nullptr);
    line["modified"] = document.modified ? Json(to_iso(*document.modified)) : Json(nullptr);
    line["publisher"] = or_null(document.publisher);
    line["url"] = document.url.empty() ? Json(nullptr) : Json(document.url);
    line["section"] = or_null(document.section);
    line["language"] = document.language;
    line["text"] = document.text;
    line["cut"] = Json::array();
    for (const Cut& cut : document.cut) {
        line["cut"].push_back({{"text", cut.text}, {"reason", cut.reason}});
    }
    line["declared_sources"] = document.declared_sources;
    line["warnings"] = Json::array();
    for (const Warning& warning : document.warnings) {
        line["warnings"].push_back({{"kind", warning.kind}, {"evidence", warning.evidence}});
    }
    return line;
}

Json clues_of(const Page& page) {
    Json line;
    line["path"] = page.path;
    line["lines"] = Json::array();
    line["clues"] = Json::array();
    for (LineClues& found : line_clues(page)) {
        line["lines"].push_back(std::move(found.text));
        line["clues"].push_back(found.clues);
    }
    line["days"] = Json::object();
    for (const DayCandidate& found : day_clues(page)) {
        line["days"][to_iso(found.day)] = found.clues;
    }
    return line;
}

void print(const Json& line) {
    const std::string bytes = line.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
}

/// Pages in, clean articles out, one JSON object a line. Streams: holds one page at a time.
class ExtractCommand final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option(
               "files", paths_,
               "HTML, plain text, JSON lines, WARC, RSS, Atom or JSON Feed, news sitemaps, packed or not; folders; - for standard input")
            ->required();
        app.add_option("--threads", threads_, "0: one per core; what is printed does not depend on it")->capture_default_str();
        app.add_flag("--clues", clues_, "Print the lines and the days of each page with the clues by which they are judged, to learn the weights from");
        app.footer(
            "Example:\n  synoptic extract page.html crawl.warc.gz > articles.jsonl\n\n"
            "Prints a line for each article: id, path, title, author, published and its basis, modified, publisher, url, section, "
            "language, text,\n"
            "what was cut and why, declared sources, warnings. What cannot be read is told on standard error; then the exit code is 3.");
    }

    int run() override {
        if (clues_) {
            return print_clues();
        }
        StageInput input(std::move(paths_), {}, threads_);
        while (auto document = input.next()) {
            print(line_of(*document));
        }
        return input.exit_code();
    }

private:
    int print_clues() {
        require_inputs(paths_);
        print({{"names", clue_names}, {"day_names", day_clue_names}});
        for (const std::string& path : paths_) {
            const auto reader = open_input(path);
            while (const auto item = reader->next()) {
                if (const auto* page = std::get_if<Page>(&*item)) {
                    print(clues_of(*page));
                }
            }
        }
        return exit_code::ok;
    }

    std::vector<std::string> paths_;
    unsigned threads_ = 1;
    bool clues_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract() { return std::make_unique<ExtractCommand>(); }

}  // namespace synoptic
