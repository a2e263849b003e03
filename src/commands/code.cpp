// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "coding/coder.hpp"
#include "coding/status_free.hpp"
#include "commands/command.hpp"
#include "commands/stage_input.hpp"
#include "core/failure.hpp"
#include "core/utf8.hpp"
#include "language/analyzer.hpp"

namespace synoptic {
namespace {

using Json = nlohmann::ordered_json;

std::string read_table(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw Failure("the actor table " + path + " cannot be read");
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Rows of events as users of event data know them: one dyad each. An event with several participants gives several rows with one "event"
/// number; those who meet or talk, or do something to each other, give each direction.
class EventRows {
public:
    EventRows(const Document& document) : document_(document), positions_(document.text) {}

    Json rows(const std::vector<CodedEvent>& events) {
        Json all = Json::array();
        for (std::size_t number = 0; number < events.size(); ++number) {
            const CodedEvent& event = events[number];
            const std::vector<const Participant*> sources = pointers(event.source);
            const std::vector<const Participant*> targets = pointers(event.target);
            const bool among_themselves = event.reciprocal && event.source.size() > 1 && same_heads(event.source, event.target);
            for (const Participant* source : sources) {
                for (const Participant* target : targets) {
                    if (among_themselves && source->head == target->head) {
                        continue;
                    }
                    all.push_back(row(number, event, source, target));
                    if (event.reciprocal && event.type == "CONSULT" && !among_themselves && source != nullptr && target != nullptr) {
                        all.push_back(row(number, event, target, source));
                    }
                }
            }
        }
        return all;
    }

private:
    static std::vector<const Participant*> pointers(const std::vector<Participant>& participants) {
        std::vector<const Participant*> all;
        for (const Participant& each : participants) {
            all.push_back(&each);
        }
        if (all.empty()) {
            all.push_back(nullptr);
        }
        return all;
    }

    static bool same_heads(const std::vector<Participant>& a, const std::vector<Participant>& b) {
        return a.size() == b.size() &&
               std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) { return x.head == y.head; });
    }

    [[nodiscard]] std::string text(Span span) const { return std::string(document_.view(span)); }

    Json row(std::size_t number, const CodedEvent& event, const Participant* source, const Participant* target) {
        Json row;
        row["event"] = number;
        row["type"] = event.type.empty() ? Json() : Json(event.type);
        row["mode"] = event.mode.empty() ? Json() : Json(event.mode);
        row["cameo"] = event.cameo.empty() ? Json() : Json(event.cameo);
        const std::string code = status_free_code(event);
        row["code"] = code.empty() ? Json() : Json(code);
        row["status"] = name(event.status);
        row["source"] = source == nullptr ? "" : source->code;
        row["target"] = target == nullptr ? "" : target->code;
        row["source_text"] = source == nullptr ? "" : text(source->span);
        row["target_text"] = target == nullptr ? "" : text(target->span);
        row["object"] = text(event.object);
        row["place"] = text(event.place);
        row["time"] = event.time ? Json{{"text", text(document_.analysis.times[*event.time].span)},
                                        {"value", document_.analysis.times[*event.time].value}}
                                 : Json();
        Json said_by = Json::array();
        for (const Participant& each : event.said_by) {
            said_by.push_back(text(each.span));
        }
        row["said_by"] = std::move(said_by);
        row["in_quotation"] = event.in_quotation;
        row["frame"] = event.frame;
        row["trigger"] = document_.view(document_.analysis.tokens[event.trigger]);
        row["start"] = positions_.at(event.evidence.begin);
        row["end"] = positions_.at(event.evidence.end);
        return row;
    }

    const Document& document_;
    CodePointIndex positions_;
};

class CodeCommand final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("files", paths_, "Articles as JSON lines {id, text, date}, pages, or - for standard input")->required();
        app.add_option("--actors", actors_, "A table of your own, NAME <tab> CODE, that goes before the built-in actor tables");
        app.footer("Example:\n"
                   "  synoptic code articles.jsonl --actors actors.tsv > events.jsonl\n"
                   "One line for each document: {id, events: [{event, type, mode, cameo, code, status, source, target, source_text, "
                   "target_text, object,\n"
                   "place, time, said_by, in_quotation, frame, trigger, start, end}]}. One entry for each pair of source and target; "
                   "entries of one\n"
                   "event share its number. A type of null is a happening that PLOVER has no type for.\n"
                   "code is the CAMEO code as data without a status field knows it: planned cooperation is 03, planned force 13, a call "
                   "for either 10.");
    }

    int run() override {
        const Coder coder(actors_.empty() ? std::string() : read_table(actors_));
        const Analyzer analyzer;
        StageInput input(paths_);
        while (auto document = input.next()) {
            analyzer.analyze(*document);
            Json line;
            line["id"] = shown_id(*document);
            line["events"] = EventRows(*document).rows(coder.code(*document));
            const std::string bytes = line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
            std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        }
        return input.exit_code();
    }

private:
    std::vector<std::string> paths_;
    std::string actors_;
};

}  // namespace

std::unique_ptr<Command> make_code() { return std::make_unique<CodeCommand>(); }

}  // namespace synoptic
