// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "commands/command.hpp"
#include "commands/stage_input.hpp"
#include "core/utf8.hpp"
#include "lineage/find_lineage.hpp"

namespace synoptic {

namespace {

using Json = nlohmann::ordered_json;

Json range(const CodePointIndex& index, Span span) { return {{"start", index.at(span.begin)}, {"end", index.at(span.end)}}; }

/// Three decimals are enough for a share.
double rounded(float share) { return std::round(static_cast<double>(share) * 1000.0) / 1000.0; }

Json to_json(const Derivation& derivation, const Document& a, const Document& b) {
    const CodePointIndex index_a(a.text);
    const CodePointIndex index_b(b.text);
    Json passages = Json::array();
    for (const Passage& passage : derivation.passages) {
        passages.push_back({{"a", range(index_a, passage.a)}, {"b", range(index_b, passage.b)}});
    }
    return {{"a", shown_id(a)},
            {"b", shown_id(b)},
            {"relation", name(derivation.relation)},
            {"contained_a", rounded(derivation.contained_a)},
            {"contained_b", rounded(derivation.contained_b)},
            {"passages", std::move(passages)}};
}

class Copies final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("inputs", inputs_,
                       "files, folders or - for standard input: JSON lines {id, title, text, date, source}, or pages as for read")
            ->required();
        app.footer(
            "Writes a JSON line for each pair of documents of which b was made from a: {a, b, relation, contained_a, contained_b, "
            "passages}.\n"
            "relation is what b is to a: copy, abridged, extended or rewrite. contained_a is the share of a's words that stand in b,\n"
            "in runs of three or more; passages are matching stretches, start and end counted in characters (code points).\n"
            "All documents are held in memory.\n\n"
            "Example:\n"
            "  synoptic copies articles.jsonl | jq -r 'select(.relation == \"rewrite\") | [.a, .b] | @tsv'");
    }

    int run() override {
        StageInput input(inputs_);
        std::vector<Document> documents;
        while (auto document = input.next()) {
            documents.push_back(std::move(*document));
        }
        for (const Derivation& derivation : find_lineage(documents).derivations) {
            const Json line = to_json(derivation, documents[derivation.a], documents[derivation.b]);
            std::cout << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
        }
        return input.exit_code();
    }

private:
    std::vector<std::string> inputs_;
};

}  // namespace

std::unique_ptr<Command> make_copies() { return std::make_unique<Copies>(); }

}  // namespace synoptic
