// SPDX-License-Identifier: Apache-2.0
#include "coding/coder.hpp"

#include "coding/actors.hpp"
#include "coding/grammar.hpp"
#include "coding/sentence_coder.hpp"

namespace synoptic {

struct Coder::Tables {
    Grammar grammar;
    ActorTable actors;
};

Coder::Coder(std::string_view actors) {
    auto tables = std::make_unique<Tables>(Tables{.grammar = Grammar::load(), .actors = ActorTable::load()});
    tables->actors.add_own("the actor table", actors);
    tables_ = std::move(tables);
}

Coder::~Coder() = default;
Coder::Coder(Coder&&) noexcept = default;
Coder& Coder::operator=(Coder&&) noexcept = default;

std::vector<CodedEvent> Coder::code(const Document& document) const {
    constexpr std::uint32_t longest = 600;  // tokens; what is longer is a list or a table that no parse makes sense of
    std::vector<CodedEvent> events;
    if (!document.language.starts_with("en") && document.language != "und") {
        return events;
    }
    const auto& sentences = document.analysis.sentences;
    std::vector<Tree> trees;
    trees.reserve(sentences.size());
    ActorCoder actors(tables_->actors, tables_->grammar, document);
    for (const Sentence& sentence : sentences) {
        const bool usable =
            sentence.last > sentence.first && sentence.last - sentence.first <= longest && sentence.last <= document.analysis.tokens.size();
        trees.emplace_back(document, usable ? sentence : Sentence{}, tables_->grammar.lexicon);
        actors.learn(trees.back());
    }
    for (std::uint32_t i = 0; i < trees.size(); ++i) {
        if (trees[i].first() != trees[i].last()) {
            code_sentence(trees[i], i, tables_->grammar, actors, events);
        }
    }
    return events;
}

}  // namespace synoptic
