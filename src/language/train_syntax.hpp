// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "language/conllu.hpp"
#include "language/syntax_model.hpp"

namespace synoptic {

struct TrainingOptions {
    unsigned epochs = 15;
    std::uint64_t seed = 1;
    float learning_rate = 0.002F;
    unsigned threads = 0;  ///< 0: one per core; the outcome does not depend on it
    /// Called after each epoch with the model as it stands and the mean loss of a word.
    std::function<void(unsigned epoch, const SyntaxModel& model, double loss)> report;
};

/// Learns vocabulary, tags, lemma rules and all weights from annotated sentences: tags by cross entropy, transitions with a dynamic oracle
/// and exploration (Goldberg and Nivre 2013), both at once, with Adam. The same sentences, options and seed give the same bytes.
SyntaxModel train_syntax(std::span<const ConlluSentence> sentences, const TrainingOptions& options);

/// Shares of words in [0, 1], with given tokens. Relations are compared without subtypes.
struct SyntaxScores {
    double upos = 0;
    double lemma = 0;
    double uas = 0;
    double las = 0;
};
SyntaxScores score_syntax(const SyntaxModel& model, const std::vector<ConlluSentence>& sentences);

}  // namespace synoptic
