// SPDX-License-Identifier: Apache-2.0
#include "lineage/furniture.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

namespace synoptic {

namespace {

constexpr std::uint16_t furniture_holders = 4;  // texts; a sentence that fewer hold is no furniture
constexpr std::uint16_t formula_holders = 6;
constexpr std::size_t run_words = 3;
constexpr std::size_t most_counters = std::size_t{1} << 25U;

/// How many texts hold each key, never too few: a count-min sketch (Cormode and Muthukrishnan, 2005) of two rows, so that memory is
/// bounded.
class HolderCounts {
public:
    explicit HolderCounts(std::size_t keys)
        : mask_(std::min(most_counters, std::bit_ceil(std::max<std::size_t>(1024, keys * 2))) - 1), first_(mask_ + 1), second_(mask_ + 1) {}

    /// The keys of one text.
    void add(std::vector<std::uint64_t> keys) {
        std::ranges::sort(keys);
        const auto repeated = std::ranges::unique(keys);
        keys.erase(repeated.begin(), repeated.end());
        for (const std::uint64_t key : keys) {
            count(first_[key & mask_]);
            count(second_[(key >> 32U) & mask_]);
        }
    }

    [[nodiscard]] std::uint16_t operator()(std::uint64_t key) const { return std::min(first_[key & mask_], second_[(key >> 32U) & mask_]); }

private:
    static void count(std::uint16_t& counter) {
        if (counter < std::numeric_limits<std::uint16_t>::max()) {
            ++counter;
        }
    }

    std::size_t mask_;
    std::vector<std::uint16_t> first_;
    std::vector<std::uint16_t> second_;
};

std::vector<std::uint64_t> sentence_keys(const WordText& text) {
    std::vector<std::uint64_t> keys;
    for (std::size_t sentence = 0; sentence < text.sentences.size(); ++sentence) {
        std::uint64_t key = 1;
        for (std::size_t i = text.first_word[sentence]; i < text.first_word[sentence + 1]; ++i) {
            key = mix(key, text.words[i].form);
        }
        keys.push_back(key);
    }
    return keys;
}

std::vector<std::uint64_t> run_keys(const WordText& text) {
    std::vector<std::uint64_t> keys;
    for (std::size_t i = 0; i + run_words <= text.words.size(); ++i) {
        keys.push_back(mix(mix(text.words[i].form, text.words[i + 1].form), text.words[i + 2].form));
    }
    return keys;
}

/// Which of a text's keys are held by at least `least` texts and by three times as many as its median key.
std::vector<bool> far_more_held(const std::vector<std::uint64_t>& keys, const HolderCounts& counts, std::uint16_t least) {
    std::vector<std::uint16_t> holders(keys.size());
    std::ranges::transform(keys, holders.begin(), [&](std::uint64_t key) { return counts(key); });
    std::vector<std::uint16_t> ranked = holders;
    std::ranges::sort(ranked);
    std::vector<bool> more(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        more[i] = holders[i] >= least && holders[i] >= 3 * ranked[(ranked.size() - 1) / 2];
    }
    return more;
}

}  // namespace

void mark_furniture(std::span<WordText* const> texts) {
    std::size_t words = 0;
    for (const WordText* text : texts) {
        words += text->words.size();
    }
    HolderCounts sentence_holders(words / 8);
    HolderCounts run_holders(words);
    for (const WordText* text : texts) {
        sentence_holders.add(sentence_keys(*text));
        run_holders.add(run_keys(*text));
    }
    for (WordText* text : texts) {
        const std::vector<bool> furniture = far_more_held(sentence_keys(*text), sentence_holders, furniture_holders);
        for (Word& word : text->words) {
            word.furniture = furniture[word.sentence];
        }
        const std::vector<bool> formulas = far_more_held(run_keys(*text), run_holders, formula_holders);
        for (std::size_t i = 0; i < formulas.size(); ++i) {
            for (std::size_t k = i; formulas[i] && k < i + run_words; ++k) {
                text->words[k].formula = true;
            }
        }
    }
}

}  // namespace synoptic
