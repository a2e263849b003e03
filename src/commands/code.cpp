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
#include "core/text.hpp"
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

/// The CAMEO code of a visit as its host sees it, and the other way round: 042 (make a visit) and 043 (host one).
std::string_view code_of_other_side(std::string_view code) { return code == "042" ? "043" : code == "043" ? "042" : code; }

/// One side of a row: a participant and one of the codes it has ("the leaders of Norway and Chile" has two).
struct Side {
    const Participant* who = nullptr;
    std::string_view code;

    [[nodiscard]] bool has_country() const { return !code.empty() && !code.starts_with("---"); }
};

/// Rows of events as users of event data know them: one dyad each. An event with several participants gives several rows with one "event"
/// number; those who meet or talk, or do something to each other, give each direction.
class EventRows {
public:
    /// `dyads`: only rows with a coded actor on both sides.
    EventRows(const Document& document, bool dyads) : document_(document), positions_(document.text), dyads_(dyads) {}

    Json rows(const std::vector<CodedEvent>& events) {
        Json all = Json::array();
        for (std::size_t number = 0; number < events.size(); ++number) {
            const CodedEvent& event = events[number];
            const std::string code = status_free_code(event);
            const std::string_view other = code_of_other_side(code);
            const bool among_themselves = event.reciprocal && event.source.size() > 1 && same_heads(event.source, event.target);
            const bool both_ways = !among_themselves && event.type == "CONSULT" && (event.reciprocal || other != code);
            for (const Side& source : sides(event.source)) {
                for (const Side& target : sides(event.target)) {
                    const bool same = among_themselves && source.who->head == target.who->head && source.code == target.code;
                    if (same || (dyads_ && !(source.has_country() && target.has_country()))) {
                        continue;
                    }
                    all.push_back(row(number, event, code, source, target));
                    if (both_ways && source.who != nullptr && target.who != nullptr) {
                        all.push_back(row(number, event, other, target, source));
                    }
                }
            }
        }
        return all;
    }

private:
    static std::vector<Side> sides(const std::vector<Participant>& participants) {
        std::vector<Side> all;
        for (const Participant& each : participants) {
            for (const std::string_view code : split(each.code, '/')) {
                all.push_back({&each, code});
            }
        }
        if (all.empty()) {
            all.push_back({});
        }
        return all;
    }

    static bool same_heads(const std::vector<Participant>& a, const std::vector<Participant>& b) {
        return a.size() == b.size() &&
               std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) { return x.head == y.head; });
    }

    [[nodiscard]] std::string text(Span span) const { return std::string(document_.view(span)); }

    Json row(std::size_t number, const CodedEvent& event, std::string_view code, const Side& source, const Side& target) {
        Json row;
        row["event"] = number;
        row["type"] = event.type.empty() ? Json() : Json(event.type);
        row["mode"] = event.mode.empty() ? Json() : Json(event.mode);
        row["cameo"] = event.cameo.empty() ? Json() : Json(event.cameo);
        row["code"] = code.empty() ? Json() : Json(code);
        row["status"] = name(event.status);
        row["source"] = source.code;
        row["target"] = target.code;
        row["source_text"] = source.who == nullptr ? "" : text(source.who->span);
        row["target_text"] = target.who == nullptr ? "" : text(target.who->span);
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
    bool dyads_;
};

class CodeCommand final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("files", paths_, "Articles as JSON lines {id, text, date}, pages, or - for standard input")->required();
        app.add_option("--actors", actors_,
                       "A table of your own, NAME <tab> CODE, that goes before the built-in actor tables; then only entries with a coded "
                       "actor on both sides are printed, as event data sets have them");
        app.add_flag("--all", all_, "With --actors: print the other entries as well")->needs("--actors");
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
            line["events"] = EventRows(*document, !actors_.empty() && !all_).rows(coder.code(*document));
            const std::string bytes = line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
            std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        }
        return input.exit_code();
    }

private:
    std::vector<std::string> paths_;
    std::string actors_;
    bool all_ = false;
};

}  // namespace

std::unique_ptr<Command> make_code() { return std::make_unique<CodeCommand>(); }

}  // namespace synoptic
