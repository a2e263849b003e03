// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "lineage/words.hpp"

namespace synoptic {

/// What a document is looked up by when others like it are searched.
struct Sketch {
    std::vector<std::uint64_t> shingles;  ///< hashes of four-word sequences, about one in eight kept (the same ones in every text)
    std::vector<std::uint64_t> facts;     ///< stems of names, numbers and longer words, each once
};

Sketch sketch(const WordText& text);

/// Pairs (i < j) worth comparing word by word: they share kept shingles, or several facts that few documents hold. The sketches should be
/// in order of time: a key that very many documents hold links each to the 32 before it only, so the work grows with the number
/// of documents and not with its square. Sorted.
std::vector<std::pair<std::uint32_t, std::uint32_t>> find_candidates(std::span<const Sketch> sketches);

}  // namespace synoptic
