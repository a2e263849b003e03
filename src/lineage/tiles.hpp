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

/// Runs of at least `shortest` equal words, the longest first taken, none overlapping another in either text; passages may have changed
/// places. In order of (a, b). Greedy string tiling (Wise, "Running Karp-Rabin matching and greedy string tiling", 1993) over hashed
/// word sequences; a sequence that one text repeats is tried at its first 16 places.
std::vector<Tile> find_tiles(std::span<const ReadWord> a, std::span<const ReadWord> b, std::uint32_t shortest = 5);

}  // namespace synoptic
