// SPDX-License-Identifier: Apache-2.0
#include "lineage/furniture.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace synoptic {

namespace {

constexpr std::uint16_t furniture_holders = 4;  // texts; a sentence that fewer hold is no furniture
constexpr std::uint16_t formula_holders = 6;
constexpr std::size_t run_words = 3;
constexpr std::size_t ahead = 12;  // keys that memory is asked for beforehand

std::vector<std::uint64_t> sentence_keys(const Reading& reading) {
    std::vector<std::uint64_t> keys(reading.sentences.size());
    for (std::size_t sentence = 0; sentence < keys.size(); ++sentence) {
        std::uint64_t key = 1;
        for (std::size_t i = reading.first_word[sentence]; i < reading.first_word[sentence + 1]; ++i) {
            key = mix(key, reading.words[i].form);
        }
        keys[sentence] = key;
    }
    return keys;
}

std::vector<std::uint64_t> run_keys(const Reading& reading) {
    const auto& words = reading.words;
    std::vector<std::uint64_t> keys(words.size() < run_words ? 0 : words.size() - run_words + 1);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        keys[i] = mix(mix(words[i].form, words[i + 1].form), words[i + 2].form);
    }
    return keys;
}

/// Each key once, but for some that a text repeats from far apart: a small table is cheaper than sorting.
void add_once(const std::vector<std::uint64_t>& keys, HolderCounts& counts) {
    std::array<std::uint64_t, 512> seen{};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        counts.expect(keys[std::min(i + ahead, keys.size() - 1)]);
        const std::uint64_t key = keys[i];
        std::uint64_t& last = seen[key % seen.size()];
        if (last != key) {
            last = key;
            counts.add(key);
        }
    }
}

/// Calls `found` with the place of each key that is held by at least `least` texts and by three times as many as the text's median key.
template <typename Found>
void find_far_more_held(const std::vector<std::uint64_t>& keys, const HolderCounts& counts, std::uint16_t least, const Found& found) {
    if (keys.empty()) {
        return;
    }
    std::vector<std::uint16_t> holders(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        counts.expect(keys[std::min(i + ahead, keys.size() - 1)]);
        holders[i] = counts(keys[i]);
    }
    std::vector<std::uint16_t> ranked = holders;
    const auto median = ranked.begin() + static_cast<std::ptrdiff_t>((ranked.size() - 1) / 2);
    std::ranges::nth_element(ranked, median);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (holders[i] >= least && holders[i] >= 3 * *median) {
            found(i);
        }
    }
}

}  // namespace

void FurnitureCounts::add(const Reading& reading) {
    add_once(sentence_keys(reading), sentences_);
    add_once(run_keys(reading), runs_);
}

void FurnitureCounts::mark(Reading& reading) const {
    find_far_more_held(sentence_keys(reading), sentences_, furniture_holders, [&](std::size_t sentence) {
        for (std::size_t i = reading.first_word[sentence]; i < reading.first_word[sentence + 1]; ++i) {
            reading.words[i].flags |= ReadWord::furniture;
        }
    });
    find_far_more_held(run_keys(reading), runs_, formula_holders, [&](std::size_t run) {
        for (std::size_t i = run; i < run + run_words; ++i) {
            reading.words[i].flags |= ReadWord::formula;
        }
    });
}

}  // namespace synoptic
