// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "language/conllu.hpp"
#include "language/names_tagger.hpp"

namespace synoptic {

struct NameTrainingOptions {
    unsigned epochs = 10;
    std::uint64_t seed = 1;
    float learning_rate = 0.015F;
    float decay = 0.005F;  ///< of a weight, a share of the learning rate at each step that touches it
    float dropout = 0.3F;  ///< share of a word's features that a step does not see
    /// Called after each epoch with the mean loss of a run of words.
    std::function<void(unsigned epoch, double loss)> report;
};

/// One annotated text: sentences of parse_bio, whose tags are of any of the usual sets (PER, person, politician; ORG, corporation, group;
/// LOC, GPE, country, ...); other kinds count as outside.
using NamedText = std::vector<ConlluSentence>;

/// Learns the weights of a NameModel by AdaGrad (Duchi, Hazan and Singer 2011). Annotations differ in what they call a name, so each text
/// adds weights of its own to common ones ("frustratingly easy domain adaptation", Daumé 2007); the model that comes out has the common
/// weights and those of the first text, and so follows that text's conventions. The same texts, options and seed give the same bytes.
NameModel train_names(std::span<const NamedText> texts, const NameTrainingOptions& options);

}  // namespace synoptic
