// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/analysis.hpp"
#include "language/lemma_rules.hpp"
#include "language/matrix.hpp"
#include "language/parse_state.hpp"

namespace synoptic {

/// The sizes of the network; a model file of other sizes is refused.
namespace network {
constexpr std::size_t width = 128;                  ///< of a word's vector
constexpr std::size_t hidden = 128;                 ///< of the transition scorer
constexpr std::size_t tags = 112;                   ///< columns for tags, padded
constexpr std::size_t moves = 96;                   ///< shift, left and right by relation, padded
constexpr std::array<int, 4> reach = {1, 1, 2, 4};  ///< distance of the neighbours that each layer looks at
constexpr std::size_t affix_rows = 16384;
constexpr std::size_t features = 8;  ///< rows of the embedding table that make up a word
constexpr std::size_t slots = 8;     ///< words of a parse state whose vectors the scorer sees
}  // namespace network

/// A word's rows in the embedding table: its form, prefixes, suffixes and shape.
using WordFeatures = std::array<std::uint32_t, network::features>;

/// Weights of the tagger and parser in one network, with its vocabulary.
///
/// A word's vector is the sum of its feature embeddings; layers of residual convolutions let it see its neighbours (after the encoder of
/// Honnibal and Montani's spaCy, with dilation as in Strubell et al. 2017); tags are read off it; transitions are scored from the vectors
/// of the words on stack and buffer (after Kiperwasser and Goldberg 2016), each through its own part of the first layer, computed once a
/// word.
struct SyntaxModel {
    std::vector<std::string> words;  ///< in lower case, digits as 0; row = index + 1, row 0 stands for all others
    std::vector<std::string> tags;   ///< "VERB VBD", at most network::tags
    std::unordered_map<std::string, std::uint32_t> word_rows;
    LemmaRules lemmas;

    Matrix embeddings;
    std::array<Matrix, network::reach.size()> layers;  ///< 3 width x width
    std::array<Matrix, network::reach.size()> layer_biases;
    Matrix tag_weights;  ///< width x network::tags
    Matrix tag_bias;
    Matrix slot_weights;  ///< width x (slots * hidden)
    Matrix state_rows;    ///< rows added for tags, relations, distances; see state_features
    Matrix move_weights;  ///< hidden x moves
    Matrix move_bias;

    /// An empty network with room for these words and tags.
    void shape(std::vector<std::string> vocabulary, std::vector<std::string> tag_names);
    /// All weights, in one fixed order.
    std::vector<Matrix*> weights();
    std::vector<const Matrix*> weights() const;

    [[nodiscard]] WordFeatures features_of(std::string_view form) const;
    /// The form as the vocabulary has it. "1990s" => "0000s", "The" => "the"
    static std::string norm(std::string_view form);
};

/// What a parse state gives to the scorer: words for the slots (none where there is none) and rows of SyntaxModel::state_rows.
struct StateFeatures {
    static constexpr std::size_t max_rows = 28;
    std::array<std::int32_t, network::slots> words{};
    std::array<std::uint32_t, max_rows> rows{};
    std::size_t row_count = 0;
};
constexpr std::size_t state_row_count = 1280;
/// `tags`: by word.
StateFeatures state_features(const ParseState& state, std::span<const std::uint16_t> tags);

/// Column of a move in SyntaxModel::move_weights, and back.
std::size_t column_of(Move move, Deprel label);
constexpr std::size_t column_count = 1 + 2 * (static_cast<std::size_t>(Deprel::xcomp) + 1);
Move move_of(std::size_t column);
Deprel label_of(std::size_t column);

/// The model as a file: magic, version, sizes, vocabulary, int8 weights with a scale for each row, checksum.
std::string pack(const SyntaxModel& model);
/// Throws Failure where the bytes are no model of this version or were damaged.
SyntaxModel unpack_syntax_model(std::string_view bytes);

}  // namespace synoptic
