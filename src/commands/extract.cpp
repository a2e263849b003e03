// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "commands/command.hpp"
#include "commands/stage_input.hpp"

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

/// Pages in, clean articles out, one JSON object a line. Streams: holds one page at a time.
class ExtractCommand final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("files", paths_, "HTML, plain text, JSON lines, WARC, RSS or Atom, packed or not; folders; - for standard input")
            ->required();
        app.footer(
            "Example:\n  synoptic extract page.html crawl.warc.gz > articles.jsonl\n\n"
            "Prints a line for each article: id, path, title, author, published and its basis, modified, publisher, url, section, "
            "language, text,\n"
            "what was cut and why, declared sources, warnings. What cannot be read is told on standard error; then the exit code is 3.");
    }

    int run() override {
        StageInput input(std::move(paths_));
        while (auto document = input.next()) {
            const std::string line = line_of(*document).dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
            std::fwrite(line.data(), 1, line.size(), stdout);
        }
        return input.exit_code();
    }

private:
    std::vector<std::string> paths_;
};

}  // namespace

std::unique_ptr<Command> make_extract() { return std::make_unique<ExtractCommand>(); }

}  // namespace synoptic
