// SPDX-License-Identifier: Apache-2.0
#include "lineage/tiles.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace synoptic {

namespace {

constexpr std::size_t most_places = 16;
constexpr std::size_t steps_per_word = 64;  // words compared in all, for each word of the two texts: bounds a text that repeats itself

using Places = std::vector<std::pair<std::uint64_t, std::uint32_t>>;  // (shingle, word)

std::uint64_t shingle_at(const std::vector<Word>& words, std::size_t at, std::uint32_t length) {
    std::uint64_t hash = length;
    for (std::size_t i = at; i < at + length; ++i) {
        hash = mix(hash, words[i].form);
    }
    return hash;
}

Places index_shingles(const std::vector<Word>& words, std::uint32_t length) {
    Places places;
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
        places.emplace_back(shingle_at(words, i, length), static_cast<std::uint32_t>(i));
    }
    std::ranges::sort(places);
    return places;
}

/// Every way in which a run of equal words starts at word `j` of b and cannot be lengthened.
void find_runs(const std::vector<Word>& a, const std::vector<Word>& b, const Places& places, std::uint32_t j, std::uint32_t shortest,
               std::size_t& steps, std::vector<Tile>& runs) {
    const std::uint64_t shingle = shingle_at(b, j, shortest);
    auto place = std::ranges::lower_bound(places, std::pair{shingle, std::uint32_t{0}});
    for (std::size_t tried = 0; place != places.end() && place->first == shingle && tried < most_places; ++place, ++tried) {
        const std::uint32_t i = place->second;
        if (i > 0 && j > 0 && a[i - 1].form == b[j - 1].form) {
            continue;  // part of a longer run
        }
        std::uint32_t length = shortest;
        while (i + length < a.size() && j + length < b.size() && a[i + length].form == b[j + length].form) {
            ++length;
        }
        steps -= std::min<std::size_t>(steps, length);
        runs.push_back({i, j, length});
    }
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

std::vector<Tile> find_tiles(const WordText& a, const WordText& b, std::uint32_t shortest) {
    const Places places = index_shingles(a.words, shortest);
    std::vector<Tile> runs;
    std::size_t steps = steps_per_word * (a.words.size() + b.words.size());
    for (std::uint32_t j = 0; j + shortest <= b.words.size() && steps > 0; ++j) {
        find_runs(a.words, b.words, places, j, shortest, steps, runs);
    }
    std::ranges::sort(runs, [](const Tile& x, const Tile& y) { return std::tie(y.length, x.a, x.b) < std::tie(x.length, y.a, y.b); });
    std::vector<bool> taken_a(a.words.size());
    std::vector<bool> taken_b(b.words.size());
    std::vector<Tile> tiles;
    for (const Tile& run : runs) {
        const Tile tile = free_part(run, taken_a, taken_b);
        if (tile.length < shortest) {
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
