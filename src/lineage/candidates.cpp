// SPDX-License-Identifier: Apache-2.0
#include "lineage/candidates.hpp"

#include <algorithm>
#include <unordered_map>

namespace synoptic {

namespace {

constexpr std::size_t shingle_words = 4;
constexpr std::uint64_t one_in = 8;
constexpr std::size_t short_text = 80;      // words; of a shorter text every shingle is kept
constexpr std::size_t neighbours = 32;      // a key links a document to so many before it
constexpr std::size_t rarest_facts = 64;    // looked up per document
constexpr std::uint32_t common_fact = 256;  // held by more documents: not looked up
constexpr std::uint32_t least_shingles = 2;
constexpr std::uint32_t least_facts = 5;
constexpr std::size_t most_candidates = 64;  // per document and kind of key, those that share most

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

void keep_once(std::vector<std::uint64_t>& keys) {
    std::ranges::sort(keys);
    const auto repeated = std::ranges::unique(keys);
    keys.erase(repeated.begin(), repeated.end());
}

/// Documents by key, in the order they were added; linked to the newest ones only.
class Postings {
public:
    /// Counts the keys that `document` shares with each earlier one, adds the pairs that share `least`, and files the document.
    void link(std::uint32_t document, std::span<const std::uint64_t> keys, std::uint32_t least, Pairs& pairs) {
        std::unordered_map<std::uint32_t, std::uint32_t> shared;
        for (const std::uint64_t key : keys) {
            auto& holders = holders_[key];
            const std::size_t from = holders.size() > neighbours ? holders.size() - neighbours : 0;
            for (std::size_t i = from; i < holders.size(); ++i) {
                ++shared[holders[i]];
            }
            holders.push_back(document);
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> enough;  // (count, document)
        for (const auto& [other, count] : shared) {
            if (count >= least) {
                enough.emplace_back(count, other);
            }
        }
        std::ranges::sort(enough, std::greater<>{});
        enough.resize(std::min(enough.size(), most_candidates));
        for (const auto& [count, other] : enough) {
            pairs.emplace_back(other, document);
        }
    }

private:
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders_;
};

/// The document's facts that others hold too, the rarest first.
std::vector<std::uint64_t> rare_facts(const Sketch& sketch, const std::unordered_map<std::uint64_t, std::uint32_t>& held_by) {
    std::vector<std::pair<std::uint32_t, std::uint64_t>> ranked;
    for (const std::uint64_t fact : sketch.facts) {
        if (const std::uint32_t count = held_by.at(fact); count >= 2 && count <= common_fact) {
            ranked.emplace_back(count, fact);
        }
    }
    std::ranges::sort(ranked);
    ranked.resize(std::min(ranked.size(), rarest_facts));
    std::vector<std::uint64_t> facts(ranked.size());
    std::ranges::transform(ranked, facts.begin(), &std::pair<std::uint32_t, std::uint64_t>::second);
    return facts;
}

}  // namespace

Sketch sketch(const WordText& text) {
    Sketch sketch;
    const auto& words = text.words;
    for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t k = 0; k < shingle_words; ++k) {
            hash = mix(hash, words[i + k].form);
        }
        if (!words[i].furniture && (words.size() < short_text || hash % one_in == 0)) {
            sketch.shingles.push_back(hash);
        }
    }
    for (const Word& word : words) {
        if (word.furniture) {
            continue;
        }
        const bool long_word = word.kind == WordKind::plain && word.span.size() >= 5;
        const bool tells = long_word || word.kind == WordKind::name || word.kind == WordKind::number;
        if (tells) {
            sketch.facts.push_back(word.stem);
        }
    }
    keep_once(sketch.shingles);
    keep_once(sketch.facts);
    return sketch;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> find_candidates(std::span<const Sketch> sketches) {
    std::unordered_map<std::uint64_t, std::uint32_t> held_by;
    for (const Sketch& each : sketches) {
        for (const std::uint64_t fact : each.facts) {
            ++held_by[fact];
        }
    }
    Pairs pairs;
    Postings by_shingle;
    Postings by_fact;
    for (std::uint32_t i = 0; i < sketches.size(); ++i) {
        by_shingle.link(i, sketches[i].shingles, least_shingles, pairs);
        by_fact.link(i, rare_facts(sketches[i], held_by), least_facts, pairs);
    }
    std::ranges::sort(pairs);
    const auto repeated = std::ranges::unique(pairs);
    pairs.erase(repeated.begin(), repeated.end());
    return pairs;
}

}  // namespace synoptic
