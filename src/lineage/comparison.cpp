// SPDX-License-Identifier: Apache-2.0
#include "lineage/comparison.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "core/workers.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t shortest_run = 3;    // words; counted in contained_a and contained_b
constexpr std::uint32_t telling_run = 8;     // words; longer runs hardly ever come about twice
constexpr float verbatim_share = 0.3F;       // of the shorter document, in telling runs
constexpr float reused_share = 0.18F;        // in any runs, where the order agrees too
constexpr std::size_t least_words = 40;      // unquoted; a shorter text is judged with its quotations
constexpr std::uint32_t least_telling = 25;  // words; less may be a formula
constexpr std::uint32_t least_pairs = 5;     // sentences
constexpr std::size_t least_named = 8;       // names and numbers
constexpr std::size_t furniture_holders = 4; // documents; a sentence that fewer hold is no furniture

struct Shares {
    float any = 0;      ///< of own words in runs of shortest_run
    float telling = 0;  ///< in runs of telling_run
    float all = 0;      ///< of all words in any runs
};

bool is_own(const Word& word, bool quoted_too) { return !word.furniture && (quoted_too || !word.quoted); }

/// What the runs are of a's own words (of b's with the two exchanged). A text that is nearly all quotation is judged with it.
Shares shares_of(const WordText& a, const WordText& b, const std::vector<Tile>& tiles, std::uint32_t Tile::*at, std::uint32_t Tile::*there) {
    const auto unquoted = std::ranges::count_if(a.words, [](const Word& word) { return is_own(word, false); });
    const bool quoted_too = static_cast<std::size_t>(unquoted) < least_words;
    const auto own = std::ranges::count_if(a.words, [&](const Word& word) { return is_own(word, quoted_too); });
    Shares shares;
    std::uint32_t telling = 0;
    for (const Tile& tile : tiles) {
        std::uint32_t counted = 0;
        for (std::uint32_t k = 0; k < tile.length; ++k) {
            counted += is_own(a.words[tile.*at + k], quoted_too) && is_own(b.words[tile.*there + k], quoted_too) ? 1U : 0U;
        }
        shares.any += static_cast<float>(counted);
        telling += counted >= telling_run ? counted : 0;
        shares.all += static_cast<float>(tile.length);
    }
    shares.any /= static_cast<float>(std::max<std::ptrdiff_t>(1, own));
    shares.telling = telling < least_telling ? 0 : static_cast<float>(telling) / static_cast<float>(std::max<std::ptrdiff_t>(1, own));
    shares.all /= static_cast<float>(std::max<std::size_t>(1, a.words.size()));
    return shares;
}

/// Share of the fewer names and numbers that the other text has too.
float shared_names(const Reading& a, const Reading& b) {
    std::vector<std::uint64_t> shared;
    std::ranges::set_intersection(a.named, b.named, std::back_inserter(shared));
    const std::size_t fewer = std::min(a.named.size(), b.named.size());
    return static_cast<float>(shared.size()) / static_cast<float>(std::max<std::size_t>(1, fewer));
}

/// Both halves of the text that has fewer sentences take part.
bool spans_text(const OrderEvidence& order, std::size_t sentences_a, std::size_t sentences_b) {
    const bool a_is_shorter = sentences_a <= sentences_b;
    const std::size_t half = (a_is_shorter ? sentences_a : sentences_b) / 2;
    const auto in_first_half = static_cast<std::size_t>(
        std::ranges::count_if(order.pairs, [&](const SentencePair& pair) { return (a_is_shorter ? pair.a : pair.b) < half; }));
    return in_first_half * 4 >= order.pairs.size() && (order.pairs.size() - in_first_half) * 4 >= order.pairs.size();
}

/// The same facts in the same order. Of short texts more must line up: a few pairs come about by chance.
bool is_rewrite(const Reading& a, const Reading& b, const OrderEvidence& order, float reused) {
    const auto pairs = static_cast<float>(order.pairs.size());
    if (order.pairs.size() < least_pairs || pairs < 0.75F * static_cast<float>(order.best_pairs) ||
        !spans_text(order, a.facts.size(), b.facts.size())) {
        return false;
    }
    const float fewer = std::min(order.coverage_a, order.coverage_b);
    const float more = std::max(order.coverage_a, order.coverage_b);
    const float named = shared_names(a, b);
    const bool few_named = std::min(a.named.size(), b.named.size()) < least_named;
    if (reused >= reused_share && more >= 0.6F && (few_named || (named >= 0.6F && fewer >= 0.3F))) {
        return true;
    }
    return !few_named && named >= 0.6F && fewer >= 0.4F && fewer + named >= 1.0F + 2.0F / pairs;
}

std::uint64_t sentence_hash(const WordText& text, std::size_t sentence) {
    std::uint64_t hash = 0;
    for (std::size_t i = text.first_word[sentence]; i < text.first_word[sentence + 1]; ++i) {
        hash = mix(hash, text.words[i].form);
    }
    return hash;
}

/// A document's usual sentence is held by as many documents as there are copies of it; one that far more hold is furniture.
void mark_furniture(std::vector<Reading>& readings) {
    std::unordered_map<std::uint64_t, std::uint32_t> held_by;
    std::vector<std::vector<std::uint64_t>> hashes(readings.size());
    for (std::size_t i = 0; i < readings.size(); ++i) {
        for (std::size_t s = 0; s < readings[i].text.sentences.size(); ++s) {
            hashes[i].push_back(sentence_hash(readings[i].text, s));
        }
        std::vector<std::uint64_t> once = hashes[i];
        std::ranges::sort(once);
        const auto repeated = std::ranges::unique(once);
        once.erase(repeated.begin(), repeated.end());
        for (const std::uint64_t hash : once) {
            ++held_by[hash];
        }
    }
    for (std::size_t i = 0; i < readings.size(); ++i) {
        std::vector<std::uint32_t> holders;
        std::ranges::transform(hashes[i], std::back_inserter(holders), [&](std::uint64_t hash) { return held_by.at(hash); });
        std::vector<std::uint32_t> ranked = holders;
        std::ranges::sort(ranked);
        for (Word& word : readings[i].text.words) {
            const std::uint32_t count = holders[word.sentence];
            word.furniture = count >= furniture_holders && count >= 3 * ranked[(ranked.size() - 1) / 2];
        }
    }
}

std::vector<Passage> passages_of(const Reading& a, const Reading& b, const std::vector<Tile>& tiles, std::uint32_t shortest) {
    std::vector<Passage> passages;
    for (const Tile& tile : tiles) {
        if (tile.length >= shortest) {
            passages.push_back({{a.text.words[tile.a].span.begin, a.text.words[tile.a + tile.length - 1].span.end},
                                {b.text.words[tile.b].span.begin, b.text.words[tile.b + tile.length - 1].span.end}});
        }
    }
    return passages;
}

std::vector<Passage> passages_of(const Reading& a, const Reading& b, const std::vector<SentencePair>& pairs) {
    std::vector<Passage> passages;
    for (const SentencePair& pair : pairs) {
        passages.push_back({a.text.sentences[pair.a], b.text.sentences[pair.b]});
    }
    return passages;
}

}  // namespace

std::vector<Reading> read_for_lineage(std::span<const Document> documents) {
    std::vector<Reading> readings(documents.size());
    for_each_parallel(documents.size(), 0, [&](std::size_t i) { readings[i] = {&documents[i], read_words(documents[i].text), {}, {}}; });
    mark_furniture(readings);
    for_each_parallel(documents.size(), 0, [&](std::size_t i) {
        Reading& reading = readings[i];
        reading.facts = read_facts(reading.text);
        for (const Word& word : reading.text.words) {
            if (!word.furniture && (word.kind == WordKind::name || word.kind == WordKind::number)) {
                reading.named.push_back(word.stem);
            }
        }
        std::ranges::sort(reading.named);
        const auto repeated = std::ranges::unique(reading.named);
        reading.named.erase(repeated.begin(), repeated.end());
    });
    return readings;
}

Comparison compare(const Reading& a, const Reading& b) {
    Comparison comparison;
    const std::vector<Tile> tiles = find_tiles(a.text, b.text, shortest_run);
    const Shares shares_a = shares_of(a.text, b.text, tiles, &Tile::a, &Tile::b);
    const Shares shares_b = shares_of(b.text, a.text, tiles, &Tile::b, &Tile::a);
    comparison.contained_a = shares_a.all;
    comparison.contained_b = shares_b.all;
    if (std::max(shares_a.telling, shares_b.telling) >= verbatim_share) {
        comparison.kind = Comparison::Kind::verbatim;
        comparison.passages = passages_of(a, b, tiles, telling_run);
        return comparison;
    }
    const OrderEvidence order = compare_order(a.facts, b.facts);
    if (is_rewrite(a, b, order, std::max(shares_a.any, shares_b.any))) {
        comparison.kind = Comparison::Kind::rewrite;
        comparison.passages = passages_of(a, b, order.pairs);
    }
    return comparison;
}

}  // namespace synoptic
