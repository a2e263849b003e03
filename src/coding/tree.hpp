// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "coding/word_classes.hpp"
#include "core/document.hpp"

namespace synoptic {

using TokenIndex = std::uint32_t;
constexpr TokenIndex no_token = 0xFFFFFFFF;

/// The dependency tree of one sentence. Heads outside the sentence and cycles in a broken parse are cut, so every walk ends.
class Tree {
public:
    Tree(const Document& document, const Sentence& sentence, const WordClasses& lexicon);

    [[nodiscard]] TokenIndex first() const { return first_; }
    [[nodiscard]] TokenIndex last() const { return last_; }
    /// The first token after a dateline ("LIMA (Reuters) - "); first() where there is none.
    [[nodiscard]] TokenIndex body() const { return body_; }
    [[nodiscard]] const Document& document() const { return *document_; }
    [[nodiscard]] const Token& token(TokenIndex i) const { return document_->analysis.tokens[i]; }
    [[nodiscard]] WordId word(TokenIndex i) const { return words_[i - first_]; }
    [[nodiscard]] std::string_view lemma(TokenIndex i) const { return document_->analysis.lemma(token(i)); }
    [[nodiscard]] std::string_view text(TokenIndex i) const { return document_->view(token(i)); }
    [[nodiscard]] Deprel relation(TokenIndex i) const { return relations_[i - first_]; }
    [[nodiscard]] Upos upos(TokenIndex i) const { return tags_[i - first_]; }

    /// no_token for a root.
    [[nodiscard]] TokenIndex head(TokenIndex i) const { return heads_[i - first_]; }
    /// In order of position.
    [[nodiscard]] std::span<const TokenIndex> children(TokenIndex i) const;
    /// The first child with that relation, or no_token.
    [[nodiscard]] TokenIndex child(TokenIndex i, Deprel relation) const;
    /// The child that has the lemma, in any relation, or no_token.
    [[nodiscard]] TokenIndex child_with_lemma(TokenIndex i, std::string_view lemma) const;
    [[nodiscard]] bool is_ancestor(TokenIndex above, TokenIndex below) const;

    /// The first token of a conjunction: "A, B and C" gives A for each.
    [[nodiscard]] TokenIndex first_conjunct(TokenIndex i) const;
    /// `i` and the tokens joined to it by conj, in order of position.
    [[nodiscard]] std::vector<TokenIndex> conjuncts(TokenIndex i) const;
    /// The preposition of a noun ("to", "according"), or no_token.
    [[nodiscard]] TokenIndex preposition(TokenIndex i) const;

    /// Whether the word stands in a time expression ("Monday").
    [[nodiscard]] bool is_time(TokenIndex i) const;

    /// Bytes from the first to the last token under `i`.
    [[nodiscard]] Span extent(TokenIndex i) const;
    /// The noun phrase of `i`: without its preposition, relative clauses, conjuncts and what stands after a comma.
    [[nodiscard]] Span noun_phrase(TokenIndex i) const;

private:
    /// Corrects what capitals and neighbours rule out: "rice to Gondor", with "Gondor" taken for a verb; "A and B welcome a deal", with
    /// "welcome" taken for a greeting.
    void mend_tags();
    void cut_cycles();
    [[nodiscard]] TokenIndex after_dateline() const;
    [[nodiscard]] WordId known_word(const WordClasses& lexicon, TokenIndex i) const;

    const Document* document_;
    TokenIndex first_;
    TokenIndex last_;
    TokenIndex body_ = 0;
    std::vector<TokenIndex> heads_;
    std::vector<std::uint32_t> starts_;  ///< of each token's children
    std::vector<TokenIndex> children_;
    std::vector<WordId> words_;
    std::vector<Upos> tags_;
    std::vector<Deprel> relations_;
};

}  // namespace synoptic
