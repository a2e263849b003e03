// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "commands/command.hpp"
#include "core/failure.hpp"
#include "language/conllu.hpp"
#include "language/train_names.hpp"
#include "language/train_syntax.hpp"

namespace synoptic {

namespace {

std::string read_bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (!file || !(bytes << file.rdbuf())) {
        throw Failure(fmt::format("'{}' cannot be read", path));
    }
    return bytes.str();
}

std::vector<ConlluSentence> read_sentences(const std::vector<std::string>& paths) {
    std::vector<ConlluSentence> sentences;
    for (const std::string& path : paths) {
        auto parsed = parse_conllu(read_bytes(path));
        if (!parsed) {
            throw Failure(fmt::format("'{}' is no CoNLL-U: {}", path, parsed.reason()));
        }
        std::ranges::move(parsed.value(), std::back_inserter(sentences));
    }
    return sentences;
}

std::string shown(const SyntaxScores& scores) {
    return fmt::format("UPOS {:.2f}  lemma {:.2f}  UAS {:.2f}  LAS {:.2f}", 100 * scores.upos, 100 * scores.lemma, 100 * scores.uas,
                       100 * scores.las);
}

class Train final : public Command {
public:
    void setup(CLI::App& app) override {
        app.add_option("--conllu", train_, "Annotated text to learn syntax from, CoNLL-U")->type_name("FILE");
        app.add_option("--dev", dev_, "Annotated text to measure each epoch of syntax with")->type_name("FILE");
        app.add_option("--names", names_,
                       "Text with names to learn from, a word and its tag (B-PER) a line; the first sets the conventions")
            ->type_name("FILE");
        app.add_option("-o,--output", folder_, "Folder to write syntax.bin and names.bin to")->required()->type_name("FOLDER");
        app.add_option("--epochs", options_.epochs, "Times to go over the text of --conllu")->capture_default_str();
        app.add_option("--seed", options_.seed, "The same seed gives the same bytes")->capture_default_str();
        app.add_option("--rate", options_.learning_rate, "Highest learning rate of syntax")->capture_default_str();
        app.add_option("--threads", options_.threads, "0: one per core; the model does not depend on it")->capture_default_str();
        app.footer("Examples:\n  synoptic train --conllu train.conllu more.conllu --dev dev.conllu -o data/models\n"
                   "  synoptic train --names news.bio more.bio -o data/models\n\n"
                   "Words, tags, heads and relations are learned from --conllu; scores are shares of words in percent, with given tokens. "
                   "Names are\nlearned on top of the syntax and the rules that the program has.");
    }

    int run() override {
        if (train_.empty() && names_.empty()) {
            throw Failure("there is nothing to learn from; give --conllu or --names");
        }
        std::filesystem::create_directories(folder_);
        if (!train_.empty()) {
            learn_syntax();
        }
        if (!names_.empty()) {
            learn_names();
        }
        return exit_code::ok;
    }

private:
    void learn_syntax() {
        const std::vector<ConlluSentence> train = read_sentences(train_);
        if (train.empty()) {
            throw Failure("there is no sentence to learn from");
        }
        const std::vector<ConlluSentence> dev = read_sentences(dev_);
        options_.report = [&](unsigned epoch, const SyntaxModel& model, double loss) {
            std::cerr << fmt::format("epoch {:2}  loss {:.3f}  {}\n", epoch, loss, dev.empty() ? "" : shown(score_syntax(model, dev)));
        };
        const std::string bytes = pack(train_syntax(train, options_));
        if (!dev.empty()) {
            std::cerr << fmt::format("packed, {} bytes: {}\n", bytes.size(), shown(score_syntax(unpack_syntax_model(bytes), dev)));
        }
        write("syntax.bin", bytes);
    }

    void learn_names() const {
        std::vector<NamedText> texts;
        for (const std::string& path : names_) {
            texts.push_back(parse_bio(read_bytes(path)));
            if (texts.back().empty()) {
                throw Failure(fmt::format("'{}' holds no word to learn from", path));
            }
        }
        NameTrainingOptions options;
        options.seed = options_.seed;
        options.report = [](unsigned epoch, double loss) { std::cerr << fmt::format("epoch {:2}  loss {:.3f}\n", epoch, loss); };
        write("names.bin", pack(train_names(texts, options)));
    }

    void write(const char* name, const std::string& bytes) const {
        const std::filesystem::path path = std::filesystem::path(folder_) / name;
        std::ofstream file(path, std::ios::binary);
        file << bytes;
        if (!file.flush()) {
            throw Failure(fmt::format("'{}' cannot be written", path.string()));
        }
        std::cerr << fmt::format("wrote {}\n", path.string());
    }

    std::vector<std::string> train_;
    std::vector<std::string> dev_;
    std::vector<std::string> names_;
    std::string folder_;
    TrainingOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_train() { return std::make_unique<Train>(); }

}  // namespace synoptic
