// SPDX-License-Identifier: Apache-2.0
#include "language/analyzer.hpp"

#include "core/asset.hpp"
#include "language/abbreviations.hpp"
#include "language/mentions.hpp"
#include "language/names.hpp"
#include "language/quotes.hpp"
#include "language/sentences.hpp"
#include "language/syntax.hpp"
#include "language/times.hpp"
#include "language/tokens.hpp"

namespace synoptic {

struct Analyzer::Models {
    Abbreviations abbreviations;
    Syntax syntax{unpack_syntax_model(asset("models/syntax.bin"))};
    TimeFinder times;
    NameFinder names;
    MentionFinder mentions;
    QuoteFinder quotes;
};

Analyzer::Analyzer() : models_(std::make_unique<const Models>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

bool is_parsed(const Document& document) {
    return document.language == "en" || document.language == "und" || document.language.starts_with("en-");
}

void Analyzer::analyze(Document& document) const {
    cut(document);
    analyze_tokens(document);
}

void Analyzer::cut(Document& document) const {
    Analysis& analysis = document.analysis;
    analysis = {};
    for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
        for (const Span span : split_sentences(document.text, document.blocks[block].span, models_->abbreviations)) {
            const auto first = static_cast<std::uint32_t>(analysis.tokens.size());
            for (const Span word : tokenize(document.text, span, models_->abbreviations)) {
                Token& token = analysis.tokens.emplace_back();
                token.begin = word.begin;
                token.end = word.end;
            }
            const auto last = static_cast<std::uint32_t>(analysis.tokens.size());
            if (first < last) {
                analysis.sentences.push_back({.span = span, .first = first, .last = last, .block = block});
            }
        }
    }
}

void Analyzer::analyze_tokens(Document& document) const {
    if (!is_parsed(document)) {
        for (Token& token : document.analysis.tokens) {
            token.lemma = document.analysis.lemmas.intern(document.view(token));
        }
        return;
    }
    models_->syntax.annotate(document.text, document.analysis);
    models_->times.find(document);
    models_->names.find(document);
    models_->mentions.find(document);
    models_->quotes.find(document);
}

}  // namespace synoptic
