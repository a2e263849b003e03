// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "lineage/holder_counts.hpp"
#include "lineage/reading.hpp"

namespace synoptic {

constexpr std::size_t band_count = 12;
constexpr std::size_t band_rows = 2;
constexpr std::size_t bin_count = band_count * band_rows;
using Signature = std::array<std::uint32_t, bin_count>;

/// One-permutation MinHash: the values fall into bins, each of which keeps its least (Li, Owen and Zhang, "One permutation hashing",
/// 2012); an empty bin takes the value of another, chosen by hashing (Shrivastava, "Optimal densification for fast and accurate minwise
/// hashing", 2017). Two sets agree in a bin with the probability of their Jaccard likeness. Needs a value.
Signature one_permutation_minhash(std::span<const std::uint64_t> values);

/// What a document is looked up by when others like it are searched.
struct Sketch {
    std::vector<std::uint64_t> bands;  ///< none of a text without a shingle; else band_count keys, each of two bins of the signature
    std::vector<std::uint64_t> filed;  ///< keys of its rarest facts, by which later documents find it
    std::vector<std::uint64_t> asked;  ///< keys of its rarest facts that others hold, by which it finds earlier ones
};

/// The signature is made of four-word sequences, but those of furniture and formulas. Of facts, names and numbers go before words that are
/// as rare; `holders` counts the texts that hold a fact, this one included.
Sketch make_sketch(const Reading& reading, const HolderCounts& holders);

/// Adds the facts of a reading to the counts, each once.
void count_facts(const Reading& reading, HolderCounts& holders);

}  // namespace synoptic
