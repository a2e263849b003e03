// SPDX-License-Identifier: Apache-2.0
#include "lineage/tiles.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace synoptic {

namespace {

constexpr std::size_t most_places = 16;
constexpr std::size_t steps_per_word = 64;  // words compared in all, for each word of the two texts: bounds a text that repeats itself

using Words = std::span<const ReadWord>;

std::uint32_t shingle_at(Words words, std::size_t at, std::uint32_t length) {
    std::uint64_t hash = length;
    for (std::size_t i = at; i < at + length; ++i) {
        hash = mix(hash, words[i].form);
    }
    return static_cast<std::uint32_t>(hash >> 16U);
}

/// What is left of a run once its words that are already taken are given up: its longest free stretch.
Tile free_part(const Tile& run, const std::vector<bool>& taken_a, const std::vector<bool>& taken_b) {
    Tile best{run.a, run.b, 0};
    std::uint32_t from = 0;
    for (std::uint32_t k = 0; k <= run.length; ++k) {
        if (k == run.length || taken_a[run.a + k] || taken_b[run.b + k]) {
            if (k - from > best.length) {
                best = {run.a + from, run.b + from, k - from};
            }
            from = k + 1;
        }
    }
    return best;
}

}  // namespace

TileFinder::TileFinder(Words text, std::uint32_t shortest)
    : text_(text), shortest_(shortest), heads_(std::bit_ceil(2 * std::max<std::size_t>(8, text.size())), nowhere) {
    const std::size_t count = text.size() < shortest ? 0 : text.size() - shortest + 1;
    shingles_.resize(count);
    next_.resize(count);
    for (std::size_t i = count; i-- > 0;) {
        shingles_[i] = shingle_at(text, i, shortest);
        next_[i] = std::exchange(heads_[place_of(shingles_[i])], static_cast<std::uint32_t>(i));
    }
}

/// Every way in which a run of equal words starts at word `at` of the other text and cannot be lengthened.
void TileFinder::find_runs(Words other, std::uint32_t at, std::size_t& steps, std::vector<Tile>& runs) const {
    const std::uint32_t shingle = shingle_at(other, at, shortest_);
    std::size_t tried = 0;
    for (std::uint32_t i = heads_[place_of(shingle)]; i != nowhere && tried < most_places && steps > 0; i = next_[i]) {
        --steps;
        if (shingles_[i] != shingle) {
            continue;
        }
        ++tried;
        if (i > 0 && at > 0 && text_[i - 1].form == other[at - 1].form) {
            continue;  // part of a longer run
        }
        std::uint32_t length = 0;
        while (i + length < text_.size() && at + length < other.size() && text_[i + length].form == other[at + length].form) {
            ++length;
        }
        steps -= std::min<std::size_t>(steps, length);
        if (length >= shortest_) {
            runs.push_back({at, i, length});
        }
    }
}

std::vector<Tile> TileFinder::find(Words other) const {
    std::vector<Tile> runs;
    std::size_t steps = steps_per_word * (text_.size() + other.size());
    for (std::uint32_t at = 0; at + shortest_ <= other.size() && steps > 0; ++at) {
        find_runs(other, at, steps, runs);
    }
    if (runs.empty()) {
        return {};
    }
    std::ranges::sort(runs, [](const Tile& x, const Tile& y) { return std::tie(y.length, x.a, x.b) < std::tie(x.length, y.a, y.b); });
    std::vector<bool> taken_a(other.size());
    std::vector<bool> taken_b(text_.size());
    std::vector<Tile> tiles;
    for (const Tile& run : runs) {
        const Tile tile = free_part(run, taken_a, taken_b);
        if (tile.length < shortest_) {
            continue;
        }
        for (std::uint32_t k = 0; k < tile.length; ++k) {
            taken_a[tile.a + k] = true;
            taken_b[tile.b + k] = true;
        }
        tiles.push_back(tile);
    }
    std::ranges::sort(tiles, [](const Tile& x, const Tile& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    return tiles;
}

}  // namespace synoptic
