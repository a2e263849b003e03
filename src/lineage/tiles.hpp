// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lineage/reading.hpp"

namespace synoptic {

/// A run of equal words: [a, a + length) of one text, [b, b + length) of the other.
struct Tile {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t length = 0;
};

/// Finds what other texts have in common with one: runs of at least `shortest` equal words, the longest first taken, none overlapping
/// another in either text; passages may have changed places. Greedy string tiling (Wise, "Running Karp-Rabin matching and greedy string
/// tiling", 1993) over hashed word sequences; a sequence that the text repeats is tried at its first 16 places.
class TileFinder {
public:
    /// `text` must outlive the finder. Linear.
    TileFinder(std::span<const ReadWord> text, std::uint32_t shortest);

    /// The tiles of another text (a) and this one (b), in order of (a, b).
    [[nodiscard]] std::vector<Tile> find(std::span<const ReadWord> other) const;

private:
    static constexpr std::uint32_t nowhere = 0xFFFFFFFF;
    [[nodiscard]] std::uint32_t place_of(std::uint32_t shingle) const { return shingle & (static_cast<std::uint32_t>(heads_.size()) - 1); }
    void find_runs(std::span<const ReadWord> other, std::uint32_t at, std::size_t& steps, std::vector<Tile>& runs) const;

    std::span<const ReadWord> text_;
    std::uint32_t shortest_;
    std::vector<std::uint32_t> heads_;     ///< by place in a table: the first sequence that falls there, or nowhere
    std::vector<std::uint32_t> next_;      ///< by sequence: the one after it in the same place, further on in the text
    std::vector<std::uint32_t> shingles_;  ///< hash of each sequence
};

}  // namespace synoptic
