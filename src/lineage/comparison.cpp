// SPDX-License-Identifier: Apache-2.0
#include "lineage/comparison.hpp"

#include <algorithm>
#include <iterator>

#include "core/workers.hpp"
#include "lineage/furniture.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t shortest_run = 3;  // words; counted in contained_a and contained_b
constexpr std::uint32_t telling_run = 8;   // words; longer runs hardly ever come about twice
constexpr float verbatim_share = 0.3F;     // of the shorter document, in telling runs
constexpr float reused_share = 0.18F;      // in any runs, where the order agrees too
constexpr float much_reused = 0.3F;
constexpr std::size_t least_words = 40;      // unquoted; a shorter text is judged with its quotations
constexpr std::uint32_t least_telling = 25;  // words; less may be a formula
constexpr std::uint32_t least_pairs = 5;     // sentences
constexpr std::size_t least_named = 8;       // names and numbers

struct Shares {
    float any = 0;      ///< of own words in runs of shortest_run, but formulas
    float telling = 0;  ///< in runs of telling_run
    float all = 0;      ///< of all words in any runs
};

bool is_own(const Word& word, bool quoted_too) { return !word.furniture && (quoted_too || !word.quoted); }

/// What the runs are of a's own words (of b's with the two exchanged). A text that is nearly all quotation is judged with it.
Shares shares_of(const WordText& a, const WordText& b, const std::vector<Tile>& tiles, std::uint32_t Tile::*at,
                 std::uint32_t Tile::*there) {
    const auto unquoted = std::ranges::count_if(a.words, [](const Word& word) { return is_own(word, false); });
    const bool quoted_too = static_cast<std::size_t>(unquoted) < least_words;
    const auto own = std::ranges::count_if(a.words, [&](const Word& word) { return is_own(word, quoted_too); });
    Shares shares;
    std::uint32_t telling = 0;
    for (const Tile& tile : tiles) {
        std::uint32_t counted = 0;
        std::uint32_t formulas = 0;
        for (std::uint32_t k = 0; k < tile.length; ++k) {
            const Word& here = a.words[tile.*at + k];
            const bool own_word = is_own(here, quoted_too) && is_own(b.words[tile.*there + k], quoted_too);
            counted += own_word ? 1U : 0U;
            formulas += own_word && here.formula ? 1U : 0U;
        }
        shares.any += static_cast<float>(counted - formulas);
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

/// Words were taken over and worked on: shorter runs of them, in sentences that follow the other's. Of texts with names and numbers more
/// is asked, for reports of like events fill in one form ("was taken to hospital in good condition").
bool reworks_words(const OrderEvidence& order, float reused, float named, bool few_named) {
    const float fewer = std::min(order.coverage_a, order.coverage_b);
    const float more = std::max(order.coverage_a, order.coverage_b);
    if (order.pairs.size() < 3 || reused < reused_share) {
        return false;
    }
    return (few_named && more >= 0.3F) || (reused >= much_reused && more >= 0.4F) || (named >= 0.6F && more >= 0.6F && fewer >= 0.3F);
}

/// The same facts in the same order, whatever the words. Of short texts more must line up: a few pairs come about by chance.
bool retells(const Reading& a, const Reading& b, const OrderEvidence& order, float named) {
    const auto pairs = static_cast<float>(order.pairs.size());
    const float fewer = std::min(order.coverage_a, order.coverage_b);
    return order.pairs.size() >= least_pairs && pairs >= 0.75F * static_cast<float>(order.best_pairs) &&
           spans_text(order, a.facts.size(), b.facts.size()) && named >= 0.6F && fewer >= 0.4F && fewer + named >= 1.0F + 2.0F / pairs;
}

bool is_rewrite(const Reading& a, const Reading& b, const OrderEvidence& order, float reused) {
    const float named = shared_names(a, b);
    const bool few_named = std::min(a.named.size(), b.named.size()) < least_named;
    return reworks_words(order, reused, named, few_named) || (!few_named && retells(a, b, order, named));
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
    std::vector<WordText*> texts;
    std::ranges::transform(readings, std::back_inserter(texts), [](Reading& reading) { return &reading.text; });
    mark_furniture(texts);
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
