// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "commands/command.hpp"
#include "commands/stage_input.hpp"
#include "core/text.hpp"
#include "core/utf8.hpp"
#include "core/workers.hpp"
#include "lineage/copy_finder.hpp"

namespace synoptic {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t batch_documents = 4096;

Json range(Span span) { return {{"start", span.begin}, {"end", span.end}}; }

/// Three decimals are enough for a share.
double rounded(float share) { return std::round(static_cast<double>(share) * 1000.0) / 1000.0; }

Json to_json(const Measures& measures) {
    return {{"words_a", rounded(measures.words_a)},
            {"words_b", rounded(measures.words_b)},
            {"runs_a", rounded(measures.runs_a)},
            {"runs_b", rounded(measures.runs_b)},
            {"telling_a", rounded(measures.telling_a)},
            {"telling_b", rounded(measures.telling_b)},
            {"longest_run", rounded(measures.longest_run)},
            {"named", rounded(measures.named)},
            {"aligned_a", rounded(measures.aligned_a)},
            {"aligned_b", rounded(measures.aligned_b)},
            {"likeness", rounded(measures.likeness)},
            {"neighbours_a", rounded(measures.neighbours_a)},
            {"neighbours_b", rounded(measures.neighbours_b)},
            {"sequence_a", rounded(measures.sequence_a)},
            {"sequence_b", rounded(measures.sequence_b)}};
}

Json to_json(const ComparedPair& pair, bool with_measures) {
    const Derivation& derivation = pair.derivation;
    Json passages = Json::array();
    for (const Passage& passage : derivation.passages) {
        passages.push_back({{"a", range(passage.a)}, {"b", range(passage.b)}});
    }
    Json line = {{"a", pair.label_a},
                 {"b", pair.label_b},
                 {"relation", name(derivation.relation)},
                 {"direction", name(derivation.basis)},
                 {"contained_a", rounded(derivation.contained_a)},
                 {"contained_b", rounded(derivation.contained_b)},
                 {"passages", std::move(passages)}};
    if (with_measures) {
        line["measures"] = to_json(pair.measures);
    }
    return line;
}

/// The text is not kept, so the positions that will be shown are counted in code points from the first on.
Reading read_in_code_points(const Document& document) {
    Reading reading = read_for_lineage(document);
    if (is_ascii(document.text)) {
        return reading;
    }
    const CodePointIndex index(document.text);
    for (ReadWord& word : reading.words) {
        const std::uint32_t end = index.at(word.end());
        word.begin = index.at(word.begin);
        word.length = static_cast<std::uint16_t>(end - word.begin);
    }
    for (Span& sentence : reading.sentences) {
        sentence = {index.at(sentence.begin), index.at(sentence.end)};
    }
    return reading;
}

class Copies final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("inputs", inputs_,
                       "files, folders or - for standard input: JSON lines {id, title, text, date, source}, or pages as for read")
            ->required();
        app.add_option("--window", options_.days, "days that two documents may be apart")
            ->capture_default_str()
            ->check(CLI::Range(0, 36525));
        app.add_flag("--measures", options_.thorough, "tell what all compared pairs have in common, those found independent too");
        app.add_option("--threads", options_.threads, "at most so many threads (0: one per core)")->capture_default_str();
        app.footer(
            "Writes a JSON line for each pair of documents of which b was made from a: {a, b, relation, direction, contained_a,\n"
            "contained_b, passages}. relation is what b is to a: copy, abridged, extended or rewrite; or quotation, where only that is\n"
            "shared. direction is what tells which came first: declared (one names the other as its source), date, abridgement, byline\n"
            "or unknown (a was read first). contained_a is the share of a's words that stand in b, in runs of three or more; passages\n"
            "are matching stretches, start and end counted in characters (code points).\n\n"
            "Input of any length, best in order of time: a document is compared with the earlier ones of its window. About 150 bytes of\n"
            "memory are held for each of those, and about 5 KB in the folder for temporary files.\n\n"
            "Example:\n"
            "  synoptic copies articles.jsonl | jq -r 'select(.relation == \"rewrite\") | [.a, .b] | @tsv'");
    }

    int run() override {
        StageInput input(inputs_, {.language = false});
        CopyFinder finder(options_, CopyFinder::unknown_number);
        std::vector<Document> documents;
        while (auto document = input.next()) {
            documents.push_back(std::move(*document));
            if (documents.size() == batch_documents) {
                write_copies(finder, documents);
            }
        }
        write_copies(finder, documents);
        return input.exit_code();
    }

private:
    void write_copies(CopyFinder& finder, std::vector<Document>& documents) const {
        std::vector<Reading> readings(documents.size());
        for_each_parallel(documents.size(), options_.threads, [&](std::size_t i) { readings[i] = read_in_code_points(documents[i]); });
        documents.clear();
        for (const ComparedPair& pair : finder.add(std::move(readings))) {
            std::cout << to_json(pair, options_.thorough).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
        }
    }

    std::vector<std::string> inputs_;
    LineageOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_copies() { return std::make_unique<Copies>(); }

}  // namespace synoptic
