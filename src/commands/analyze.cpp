// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "commands/command.hpp"
#include "commands/stage_input.hpp"
#include "core/utf8.hpp"
#include "language/analyzer.hpp"
#include "language/conllu.hpp"
#include "language/quotes.hpp"

namespace synoptic {

namespace {

using Json = nlohmann::ordered_json;

Json tokens_of(const Analysis& analysis, const CodePointIndex& at) {
    Json out = Json::array();
    for (const Token& token : analysis.tokens) {
        out.push_back({{"start", at.at(token.begin)},
                       {"end", at.at(token.end)},
                       {"upos", name(token.upos)},
                       {"lemma", analysis.lemma(token)},
                       {"head", token.head},
                       {"deprel", token.head == no_head ? "root" : name(token.deprel)}});
    }
    return out;
}

Json quotes_of(const Document& document, const CodePointIndex& at) {
    Json out = Json::array();
    for (const Quote& quote : join_pieces(document)) {
        Json each = {{"start", at.at(quote.span.begin)},
                     {"end", at.at(quote.span.end)},
                     {"kind", name(quote.kind)},
                     {"cue", document.view(quote.cue)}};
        each["speaker_start"] = quote.speaker.empty() ? Json(nullptr) : Json(at.at(quote.speaker.begin));
        each["speaker_end"] = quote.speaker.empty() ? Json(nullptr) : Json(at.at(quote.speaker.end));
        out.push_back(std::move(each));
    }
    return out;
}

/// One line of the command's output; positions count code points of the text.
std::string to_json(const Document& document, bool has_syntax) {
    const CodePointIndex at(document.text);
    const Analysis& analysis = document.analysis;
    Json line = {{"id", shown_id(document)}, {"text", document.text}};
    Json& sentences = line["sentences"] = Json::array();
    for (const Sentence& sentence : analysis.sentences) {
        sentences.push_back({{"start", at.at(sentence.span.begin)}, {"end", at.at(sentence.span.end)}});
    }
    line["tokens"] = tokens_of(analysis, at);
    if (!has_syntax) {
        for (Json& token : line["tokens"]) {
            token = {{"start", token["start"]}, {"end", token["end"]}};
        }
    }
    Json& entities = line["entities"] = Json::array();
    for (const Entity& entity : analysis.entities) {
        entities.push_back({{"start", at.at(entity.span.begin)}, {"end", at.at(entity.span.end)}, {"type", name(entity.kind)}});
    }
    Json& times = line["times"] = Json::array();
    const auto add_time = [&](const TimeExpression& time) {
        times.push_back(
            {{"start", at.at(time.span.begin)}, {"end", at.at(time.span.end)}, {"type", name(time.kind)}, {"value", time.value}});
    };
    for (const TimeExpression& time : analysis.times) {
        add_time(time);
        std::ranges::for_each(time.ends, add_time);
    }
    line["quotes"] = quotes_of(document, at);
    return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

class Analyze final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("inputs", paths_, "Pages, texts, folders or .jsonl files; - for standard input")->required()->type_name("FILE");
        app.add_option("--format", format_, "json or conllu")->check(CLI::IsMember({"json", "conllu"}))->capture_default_str();
        app.add_option("--tokens", tokens_,
                       "Take sentences and tokens from the inputs, which are CoNLL-U (conllu) or one word a line (bio)")
            ->check(CLI::IsMember({"conllu", "bio"}));
        app.add_flag("--tokens-only", tokens_only_, "Stop after sentences and tokens")->excludes("--tokens");
        app.footer("Examples:\n  synoptic analyze article.html\n  synoptic analyze --tokens conllu --format conllu gold.conllu\n\n"
                   "One JSON object a line: id, text, sentences [start, end], tokens [start, end, upos, lemma, head, deprel], entities "
                   "[start, end, type],\n"
                   "times [start, end, type, value; a range is followed by its two ends], quotes [start, end, kind, cue, speaker_start, speaker_end]. Positions count Unicode "
                   "code points of\n"
                   "the text; `head` is the number of the head among the document's tokens, from 0, and -1 for the root of a sentence.\n"
                   "Of a .jsonl input each line's text is taken as it is, with its date, doc_date or ref as the day it was written.\n"
                   "Documents in other languages than English get sentences and tokens only.");
    }

    int run() override {
        const Analyzer analyzer;
        if (!tokens_.empty()) {
            return run_given_tokens(analyzer);
        }
        StageInput input(paths_);
        while (auto document = input.next()) {
            tokens_only_ ? analyzer.cut(*document) : analyzer.analyze(*document);
            print(*document, shown_id(*document));
        }
        return input.exit_code();
    }

private:
    int run_given_tokens(const Analyzer& analyzer) {
        int code = exit_code::ok;
        for (const std::string& path : paths_) {
            std::ostringstream bytes;
            std::ifstream file;
            if (path != "-") {
                file.open(path, std::ios::binary);
            }
            if (path == "-" ? !(bytes << std::cin.rdbuf()) : !file || !(bytes << file.rdbuf())) {
                std::cerr << fmt::format("skipped {}: cannot be read or is empty\n", path);
                code = exit_code::some_inputs_skipped;
                continue;
            }
            const std::string text = repair_utf8(bytes.str());
            auto sentences = tokens_ == "bio" ? Result(parse_bio(text)) : parse_conllu(text);
            if (!sentences) {
                std::cerr << fmt::format("skipped {}: is no CoNLL-U: {}\n", path, sentences.reason());
                code = exit_code::some_inputs_skipped;
                continue;
            }
            for (Document& document : documents_of(sentences.value())) {
                analyzer.analyze_tokens(document);
                print(document, document.given_id.empty() ? path : document.given_id);
            }
        }
        return code;
    }

    void print(const Document& document, std::string_view id) const {
        const bool has_syntax = !tokens_only_ && is_parsed(document);
        std::cout << (format_ == "conllu" ? to_conllu(document, id, has_syntax) : to_json(document, has_syntax));
    }

    std::vector<std::string> paths_;
    std::string format_ = "json";
    std::string tokens_;
    bool tokens_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_analyze() { return std::make_unique<Analyze>(); }

}  // namespace synoptic
