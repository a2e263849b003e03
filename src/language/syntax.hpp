// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "language/quantized_matrix.hpp"
#include "language/syntax_model.hpp"

namespace synoptic {

/// What one tag of the model says.
struct TagMeaning {
    Upos upos = Upos::X;
    Features features;
};

/// Tags, lemmas, features and heads for sentences that are cut into tokens. Const after construction, safe to share between threads.
class Syntax {
public:
    explicit Syntax(SyntaxModel model);

    /// Fills the tokens of every sentence of `analysis`. A sentence of more than `longest` words is parsed in pieces of that length,
    /// the later ones hung on the first by parataxis, so memory stays bounded.
    void annotate(std::string_view text, Analysis& analysis) const;
    static constexpr std::uint32_t longest = 400;

private:
    struct Scratch;
    void annotate(std::string_view text, Analysis& analysis, std::uint32_t first, std::uint32_t last, Scratch& scratch) const;
    /// Vectors of the words of scratch.features through the embedding and all layers of the network.
    void encode(Scratch& scratch) const;
    void parse(Scratch& scratch) const;

    SyntaxModel model_;
    std::array<QuantizedMatrix, network::reach.size()> layers_;
    QuantizedMatrix tag_weights_;
    QuantizedMatrix slot_weights_;
    QuantizedMatrix move_weights_;
    std::vector<TagMeaning> tags_;  ///< by number of the tag
};

/// The vectors of the words at distance -reach, 0, reach of each word, side by side; zero outside of the sentence.
void gather_windows(const Matrix& vectors, int reach, Matrix& window);

/// The features that a Penn tag tells ("VBD" => past, finite, indicative).
Features features_of_tag(std::string_view xpos);

}  // namespace synoptic
