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

constexpr std::uint32_t nowhere = 0xFFFFFFFF;

using Words = std::span<const ReadWord>;

std::uint32_t shingle_at(Words words, std::size_t at, std::uint32_t length) {
    std::uint64_t hash = length;
    for (std::size_t i = at; i < at + length; ++i) {
        hash = mix(hash, words[i].form);
    }
    return static_cast<std::uint32_t>(hash >> 16U);
}

/// Where each shingle of a text stands: chains of places in a table, each in ascending order.
class Places {
public:
    Places(Words words, std::uint32_t length)
        : heads_(std::bit_ceil(2 * std::max<std::size_t>(8, words.size())), nowhere), mask_(static_cast<std::uint32_t>(heads_.size() - 1)) {
        const std::size_t count = words.size() < length ? 0 : words.size() - length + 1;
        shingles_.resize(count);
        next_.resize(count);
        for (std::size_t i = count; i-- > 0;) {
            shingles_[i] = shingle_at(words, i, length);
            next_[i] = std::exchange(heads_[shingles_[i] & mask_], static_cast<std::uint32_t>(i));
        }
    }
    [[nodiscard]] std::uint32_t first(std::uint32_t shingle) const { return heads_[shingle & mask_]; }
    [[nodiscard]] std::uint32_t after(std::uint32_t place) const { return next_[place]; }
    [[nodiscard]] std::uint32_t shingle(std::uint32_t place) const { return shingles_[place]; }

private:
    std::vector<std::uint32_t> heads_;
    std::uint32_t mask_;
    std::vector<std::uint32_t> shingles_;
    std::vector<std::uint32_t> next_;
};

/// Every way in which a run of equal words starts at word `j` of b and cannot be lengthened.
void find_runs(Words a, Words b, const Places& places, std::uint32_t j, std::uint32_t shortest, std::size_t& steps,
               std::vector<Tile>& runs) {
    const std::uint32_t shingle = shingle_at(b, j, shortest);
    std::size_t tried = 0;
    for (std::uint32_t i = places.first(shingle); i != nowhere && tried < most_places && steps > 0; i = places.after(i)) {
        --steps;
        if (places.shingle(i) != shingle) {
            continue;
        }
        ++tried;
        if (i > 0 && j > 0 && a[i - 1].form == b[j - 1].form) {
            continue;  // part of a longer run
        }
        std::uint32_t length = 0;
        while (i + length < a.size() && j + length < b.size() && a[i + length].form == b[j + length].form) {
            ++length;
        }
        steps -= std::min<std::size_t>(steps, length);
        if (length >= shortest) {
            runs.push_back({i, j, length});
        }
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

std::vector<Tile> find_tiles(Words a, Words b, std::uint32_t shortest) {
    const Places places(a, shortest);
    std::vector<Tile> runs;
    std::size_t steps = steps_per_word * (a.size() + b.size());
    for (std::uint32_t j = 0; j + shortest <= b.size() && steps > 0; ++j) {
        find_runs(a, b, places, j, shortest, steps, runs);
    }
    if (runs.empty()) {
        return {};
    }
    std::ranges::sort(runs, [](const Tile& x, const Tile& y) { return std::tie(y.length, x.a, x.b) < std::tie(x.length, y.a, y.b); });
    std::vector<bool> taken_a(a.size());
    std::vector<bool> taken_b(b.size());
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
