// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "language/network_math.hpp"
#include "language/syntax_model.hpp"

namespace synoptic {

/// One annotated sentence as the network sees it.
struct SyntaxExample {
    std::vector<WordFeatures> words;
    std::vector<std::uint16_t> tags;
    std::vector<std::int32_t> heads;  ///< words.size() for the root
    std::vector<Deprel> labels;
};

/// Weights turned around, for the way back; made anew when the weights change.
struct TransposedWeights {
    explicit TransposedWeights(const SyntaxModel& model);
    std::vector<Matrix> layers;
    Matrix tags;
    Matrix slots;
    Matrix moves;
};

struct LearningState {
    float dropout = 0.0F;
    float exploration = 0.0F;  ///< share of steps that follow the model instead of the oracle
};

/// Sums of gradients over a few sentences, in the order of SyntaxModel::weights().
class SyntaxGradients {
public:
    explicit SyntaxGradients(const SyntaxModel& model);
    void clear();
    /// Runs the model over a sentence and adds to the gradients; gives the loss summed over words.
    double add(const SyntaxModel& model, const TransposedWeights& turned, const SyntaxExample& example, const LearningState& learning,
               Random& random);

    [[nodiscard]] const SyntaxModel& sums() const { return sums_; }
    /// Rows of the embedding table that have a gradient; ascending, once each, after sort_touched().
    [[nodiscard]] const std::vector<std::uint32_t>& touched() const { return touched_; }
    void sort_touched();

private:
    struct Pass;
    void encode_forward(const SyntaxModel& model, const SyntaxExample& example, float dropout, Random& random);
    double tag_loss(const SyntaxModel& model, const TransposedWeights& turned, const SyntaxExample& example);
    double parse_loss(const SyntaxModel& model, const TransposedWeights& turned, const SyntaxExample& example,
                      const LearningState& learning, Random& random);
    void encode_backward(const TransposedWeights& turned, const SyntaxExample& example);

    SyntaxModel sums_;
    std::vector<std::uint32_t> touched_;
    // of the sentence at hand
    std::vector<Matrix> windows_;
    std::vector<Matrix> masks_;  ///< by layer: what the gradient is multiplied with; the last one belongs to the embeddings
    Matrix vectors_;
    Matrix slope_;  ///< gradient of vectors_
    std::vector<std::uint16_t> tags_;
};

}  // namespace synoptic
