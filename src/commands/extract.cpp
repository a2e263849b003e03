// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "clean/clean.hpp"
#include "clean/host_repeats.hpp"
#include "commands/command.hpp"
#include "commands/json_line.hpp"
#include "commands/stage_input.hpp"
#include "read/reader.hpp"

namespace synoptic {

namespace {

using Json = nlohmann::ordered_json;

void write(const Document& document, JsonLine& line) {
    line.begin('{').text("id", shown_id(document)).text("path", document.path);
    if (!document.record.empty()) {
        line.text("record", document.record);
    }
    line.text_or_null("title", document.title).text_or_null("author", document.author);
    if (document.published) {
        line.text("published", to_iso(document.published->date)).text("published_basis", document.published->basis);
    } else {
        line.null("published").null("published_basis");
    }
    line.text_or_null("modified", document.modified ? std::optional(to_iso(*document.modified)) : std::nullopt);
    line.text_or_null("publisher", document.publisher);
    line.text_or_null("url", document.url.empty() ? std::nullopt : std::optional(document.url));
    line.text_or_null("section", document.section);
    line.text("language", document.language).text("text", document.text);
    line.begin("cut", '[');
    for (const Cut& cut : document.cut) {
        line.begin('{').text("text", cut.text).text("reason", cut.reason).end('}');
    }
    line.end(']').begin("declared_sources", '[');
    for (const std::string& source : document.declared_sources) {
        line.text(source);
    }
    line.end(']').begin("warnings", '[');
    for (const Warning& warning : document.warnings) {
        line.begin('{').text("kind", warning.kind).text("evidence", warning.evidence).end('}');
    }
    line.end(']').end('}');
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

void print_line(std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
}

void print_json(const Json& line) { print_line(line.dump(-1, ' ', false, Json::error_handler_t::replace)); }

/// Pages in, clean articles out, one JSON object a line. Streams: holds one page at a time, but for --hosts.
class ExtractCommand final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option(
               "files", paths_,
               "HTML, plain text, JSON lines, WARC, RSS, Atom or JSON Feed, news sitemaps, packed or not; folders; - for standard input")
            ->required();
        app.add_option("--threads", threads_, "0: one per core; what is printed does not depend on it")->capture_default_str();
        app.add_flag(
            "--hosts", hosts_,
            "Cut what a host repeats on its pages, too, as read does: nothing is printed, and all articles are held in memory, until "
            "the last page is read");
        app.add_flag("--clues", clues_,
                     "Print the lines and the days of each page with the clues by which they are judged, to learn the weights from");
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
        JsonLine line;
        std::vector<Document> held;
        while (auto document = input.next()) {
            if (hosts_) {
                held.push_back(std::move(*document));
            } else {
                print(*document, line);
            }
        }
        cut_host_repeats(held, threads_);
        for (const Document& document : held) {
            print(document, line);
        }
        return input.exit_code();
    }

private:
    static void print(const Document& document, JsonLine& line) {
        line.clear();
        write(document, line);
        print_line(line.bytes());
    }

    int print_clues() {
        require_inputs(paths_);
        print_json({{"names", clue_names}, {"day_names", day_clue_names}});
        for (const std::string& path : paths_) {
            const auto reader = open_input(path);
            while (const auto item = reader->next()) {
                if (const auto* page = std::get_if<Page>(&*item)) {
                    print_json(clues_of(*page));
                }
            }
        }
        return exit_code::ok;
    }

    std::vector<std::string> paths_;
    unsigned threads_ = 1;
    bool hosts_ = false;
    bool clues_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract() { return std::make_unique<ExtractCommand>(); }

}  // namespace synoptic
