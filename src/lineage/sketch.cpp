// SPDX-License-Identifier: Apache-2.0
#include "lineage/sketch.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace synoptic {

namespace {

constexpr std::size_t shingle_words = 4;
constexpr std::size_t filed_facts = 12;
constexpr std::size_t asked_facts = 24;
constexpr std::uint32_t common_fact = 256;      // held by more texts of late: tells nothing
constexpr std::uint32_t plain_words_after = 8;  // a plain word ranks like a name that so many times more texts hold
constexpr std::size_t ahead = 12;               // keys that memory is asked for beforehand
constexpr std::uint32_t empty = std::numeric_limits<std::uint32_t>::max();

std::uint64_t fact_key(std::uint32_t fact) { return mix(0xFAC7, fact); }

std::vector<std::uint64_t> shingles_of(const Reading& reading) {
    const auto& words = reading.words;
    std::vector<std::uint64_t> shingles;
    shingles.reserve(words.size());
    for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
        const auto flags = words[i].flags & words[i + 1].flags & words[i + 2].flags & words[i + 3].flags;
        if ((flags & (ReadWord::furniture | ReadWord::formula)) == 0) {
            shingles.push_back(mix(mix(words[i].form, words[i + 1].form), mix(words[i + 2].form, words[i + 3].form)));
        }
    }
    return shingles;
}

struct RankedFact {
    std::uint32_t rank;
    std::uint32_t holders;
    std::uint64_t key;
};

/// Each fact of the reading that is not common, once, in no order.
std::vector<RankedFact> rank_facts(const Reading& reading, const HolderCounts& holders) {
    std::vector<RankedFact> ranked;
    ranked.reserve(reading.facts.size());
    for (std::size_t i = 0; i < reading.facts.size(); ++i) {
        const StatedFact& fact = reading.facts[i];
        holders.expect(fact_key(reading.facts[std::min(i + ahead, reading.facts.size() - 1)].key));
        if (i > 0 && reading.facts[i - 1].key == fact.key) {
            continue;
        }
        const std::uint64_t key = fact_key(fact.key);
        if (const std::uint32_t count = holders(key); count <= common_fact) {
            ranked.push_back({fact.kind == WordKind::plain ? count * plain_words_after : count, count, key});
        }
    }
    return ranked;
}

/// Takes the rarest facts out of `facts` into `keys` until there are `most`.
void take_rarest(std::vector<RankedFact>& facts, std::size_t most, std::vector<std::uint64_t>& keys) {
    const std::size_t count = std::min(most - keys.size(), facts.size());
    const auto end = facts.begin() + static_cast<std::ptrdiff_t>(count);
    std::ranges::partial_sort(facts, end,
                              [](const RankedFact& x, const RankedFact& y) { return x.rank != y.rank ? x.rank < y.rank : x.key < y.key; });
    std::transform(facts.begin(), end, std::back_inserter(keys), [](const RankedFact& fact) { return fact.key; });
    facts.erase(facts.begin(), end);
}

}  // namespace

Signature one_permutation_minhash(std::span<const std::uint64_t> values) {
    Signature signature;
    signature.fill(empty);
    for (const std::uint64_t value : values) {
        std::uint32_t& least = signature[((value >> 32U) * bin_count) >> 32U];
        least = std::min(least, static_cast<std::uint32_t>(value));
    }
    const Signature sparse = signature;
    for (std::size_t bin = 0; bin < bin_count; ++bin) {
        for (std::uint64_t attempt = 0; signature[bin] == empty && attempt < 64 * bin_count; ++attempt) {
            signature[bin] = sparse[mix(bin, attempt) % bin_count];
        }
    }
    return signature;
}

Sketch make_sketch(const Reading& reading, const HolderCounts& holders) {
    Sketch sketch;
    if (const std::vector<std::uint64_t> shingles = shingles_of(reading); !shingles.empty()) {
        const Signature signature = one_permutation_minhash(shingles);
        for (std::size_t band = 0; band < band_count; ++band) {
            sketch.bands.push_back(mix(mix(band, signature[band_rows * band]), signature[band_rows * band + 1]));
        }
    }
    std::vector<RankedFact> facts = rank_facts(reading, holders);
    const auto own = std::ranges::partition(facts, [](const RankedFact& fact) { return fact.holders >= 2; });
    std::vector<RankedFact> only_here(own.begin(), own.end());
    facts.erase(own.begin(), own.end());
    std::vector<RankedFact> shared = facts;
    take_rarest(shared, asked_facts, sketch.asked);
    // What nobody else holds so far may be told by others later: names rather than words.
    take_rarest(facts, filed_facts - std::min(filed_facts / 2, only_here.size()), sketch.filed);
    std::erase_if(only_here, [](const RankedFact& fact) { return fact.rank == plain_words_after; });
    take_rarest(only_here, filed_facts, sketch.filed);
    take_rarest(facts, filed_facts, sketch.filed);
    return sketch;
}

void count_facts(const Reading& reading, HolderCounts& holders) {
    for (std::size_t i = 0; i < reading.facts.size(); ++i) {
        holders.expect(fact_key(reading.facts[std::min(i + ahead, reading.facts.size() - 1)].key));
        if (i == 0 || reading.facts[i - 1].key != reading.facts[i].key) {
            holders.add(fact_key(reading.facts[i].key));
        }
    }
}

}  // namespace synoptic
