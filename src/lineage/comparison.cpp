// SPDX-License-Identifier: Apache-2.0
#include "lineage/comparison.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "lineage/sentence_order.hpp"
#include "lineage/word_order.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t shortest_run = 3;  // words; counted in contained_a and contained_b
constexpr std::uint32_t telling_run = 8;   // words; longer runs hardly ever come about twice
constexpr float verbatim_share = 0.3F;     // of the shorter document, in telling runs
constexpr float reused_share = 0.18F;      // in any runs, where the order agrees too
constexpr float much_reused = 0.3F;
constexpr float retold_names = 0.65F;        // of the fewer names and numbers
constexpr float retold_sentences = 0.36F;    // of either text
constexpr float retold_in_all = 2.0F;        // the share of names and both shares of sentences
constexpr float verbatim_at_home = 0.5F;     // within one publisher, whose pages have more in common
constexpr std::uint32_t quotation_run = 6;   // words of a quotation that is hardly told twice by chance
constexpr std::size_t least_words = 40;      // unquoted; a shorter text is judged with its quotations
constexpr std::uint32_t least_telling = 25;  // words; less may be a formula
constexpr std::uint32_t least_pairs = 5;     // sentences
constexpr std::size_t least_named = 8;       // names and numbers

struct Shares {
    float any = 0;              ///< of own words in runs of shortest_run, but formulas
    float telling = 0;          ///< in runs of telling_run
    float all = 0;              ///< of all words but furniture in any runs
    std::uint32_t quoted = 0;   ///< words in runs of quotation_run that stand mostly between quotation marks
    std::uint32_t longest = 0;  ///< own words of the longest run
};

bool is_own(const ReadWord& word, bool quoted_too) { return !word.is(ReadWord::furniture) && (quoted_too || !word.is(ReadWord::quoted)); }

using Place = std::uint32_t Tile::*;

/// What the runs are of a's own words (of b's with the two exchanged). A text that is nearly all quotation is judged with it.
Shares shares_of(const Reading& a, const Reading& b, const std::vector<Tile>& tiles, Place at, Place there) {
    const auto count_own = [&](bool quoted_too) {
        return static_cast<std::size_t>(std::ranges::count_if(a.words, [&](const ReadWord& word) { return is_own(word, quoted_too); }));
    };
    const std::size_t unquoted = count_own(false);
    const std::size_t all = count_own(true);
    const bool quoted_too = unquoted < least_words;
    Shares shares;
    std::uint32_t telling = 0;
    for (const Tile& tile : tiles) {
        std::uint32_t counted = 0;
        std::uint32_t formulas = 0;
        std::uint32_t kept = 0;
        for (std::uint32_t k = 0; k < tile.length; ++k) {
            const ReadWord& here = a.words[tile.*at + k];
            const ReadWord& other = b.words[tile.*there + k];
            const bool own_word = is_own(here, quoted_too) && is_own(other, quoted_too);
            counted += own_word ? 1U : 0U;
            formulas += own_word && here.is(ReadWord::formula) ? 1U : 0U;
            kept += is_own(here, true) && is_own(other, true) ? 1U : 0U;
        }
        shares.any += static_cast<float>(counted - formulas);
        telling += counted >= telling_run ? counted : 0;
        shares.all += static_cast<float>(kept);
        shares.quoted += kept >= quotation_run && 2 * counted < kept ? kept : 0;
        shares.longest = std::max(shares.longest, counted);
    }
    const auto own = static_cast<float>(std::max<std::size_t>(1, quoted_too ? all : unquoted));
    shares.any /= own;
    shares.telling = telling < least_telling ? 0 : static_cast<float>(telling) / own;
    shares.all /= static_cast<float>(std::max<std::size_t>(1, all));
    return shares;
}

/// Keys of two ascending lists that both have.
template <typename List, typename Key>
std::size_t count_shared(const List& a, const List& b, const Key& key) {
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (key(*i) == key(*j)) {
            ++shared;
            const auto same = key(*i);
            for (; i != a.end() && key(*i) == same; ++i) {
            }
            for (; j != b.end() && key(*j) == same; ++j) {
            }
        } else if (key(*i) < key(*j)) {
            ++i;
        } else {
            ++j;
        }
    }
    return shared;
}

float share(std::size_t part, std::size_t whole) { return static_cast<float>(part) / static_cast<float>(std::max<std::size_t>(1, whole)); }

/// Share of the fewer names and numbers that the other text has too.
float shared_names(const Reading& a, const Reading& b) {
    const std::size_t shared = count_shared(a.named, b.named, [](std::uint32_t key) { return key; });
    return share(shared, std::min(a.named.size(), b.named.size()));
}

std::size_t different_facts(const Reading& reading) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < reading.facts.size(); ++i) {
        count += i == 0 || reading.facts[i - 1].key != reading.facts[i].key ? 1 : 0;
    }
    return count;
}

constexpr std::size_t most_ordered = 20'000;  // words of a text: bounds the cost

std::vector<std::uint32_t> forms_of(const Reading& reading, bool function_words) {
    std::vector<std::uint32_t> forms;
    for (const ReadWord& word : std::span(reading.words).first(std::min(reading.words.size(), most_ordered))) {
        if (function_words || !word.is(ReadWord::function)) {
            forms.push_back(word.form);
        }
    }
    return forms;
}

/// What tells degrees of reuse and is not needed for a verdict.
void measure_thoroughly(const Reading& a, const Reading& b, std::uint32_t longest_run, Measures& measures) {
    const std::size_t shared = count_shared(a.facts, b.facts, [](const StatedFact& fact) { return fact.key; });
    measures.words_a = share(shared, different_facts(a));
    measures.words_b = share(shared, different_facts(b));
    measures.longest_run = share(longest_run, std::min(a.words.size(), b.words.size()));
    const NeighbourCounts neighbours = count_neighbours(forms_of(a, true), forms_of(b, true));
    measures.neighbours_a = share(neighbours.shared, neighbours.of_a);
    measures.neighbours_b = share(neighbours.shared, neighbours.of_b);
    const std::vector<std::uint32_t> content_a = forms_of(a, false);
    const std::vector<std::uint32_t> content_b = forms_of(b, false);
    const std::size_t sequence = common_subsequence(content_a, content_b);
    measures.sequence_a = share(sequence, content_a.size());
    measures.sequence_b = share(sequence, content_b.size());
}

/// Both halves of the text that has fewer sentences take part.
bool spans_text(const OrderEvidence& order, const Reading& a, const Reading& b) {
    const bool a_is_shorter = a.sentences.size() <= b.sentences.size();
    const std::size_t half = (a_is_shorter ? a : b).sentences.size() / 2;
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

/// The same facts in the same order, whatever the words: most names and numbers, and sentences from the first half to the second. What one
/// of the three shares lacks another must make up for: two honest accounts may agree in their names, but not in choice and order as well.
bool retells(const Reading& a, const Reading& b, const OrderEvidence& order, float named) {
    const auto pairs = static_cast<float>(order.pairs.size());
    return order.pairs.size() >= least_pairs && pairs >= 0.75F * static_cast<float>(order.best_pairs) && spans_text(order, a, b) &&
           named >= retold_names && std::min(order.coverage_a, order.coverage_b) >= retold_sentences &&
           named + order.coverage_a + order.coverage_b >= retold_in_all;
}

bool is_rewrite(const Reading& a, const Reading& b, const OrderEvidence& order, float reused, float named) {
    const bool few_named = std::min(a.named.size(), b.named.size()) < least_named;
    return reworks_words(order, reused, named, few_named) || (!few_named && retells(a, b, order, named));
}

std::vector<Passage> passages_of(const Reading& a, const Reading& b, const std::vector<Tile>& tiles, std::uint32_t shortest) {
    std::vector<Passage> passages;
    for (const Tile& tile : tiles) {
        if (tile.length >= shortest) {
            passages.push_back({{a.words[tile.a].begin, a.words[tile.a + tile.length - 1].end()},
                                {b.words[tile.b].begin, b.words[tile.b + tile.length - 1].end()}});
        }
    }
    return passages;
}

std::vector<Passage> passages_of(const Reading& a, const Reading& b, const std::vector<SentencePair>& pairs) {
    std::vector<Passage> passages;
    for (const SentencePair& pair : pairs) {
        passages.push_back({a.sentences[pair.a], b.sentences[pair.b]});
    }
    return passages;
}

/// The runs that are the same quotation.
std::vector<Passage> quoted_passages(const Reading& a, const Reading& b, const std::vector<Tile>& tiles) {
    std::vector<Tile> quotations;
    std::ranges::copy_if(tiles, std::back_inserter(quotations), [&](const Tile& tile) {
        const auto in_quotes = std::ranges::count_if(std::span(a.words).subspan(tile.a, tile.length), [](const ReadWord& word) {
            return word.is(ReadWord::quoted) && !word.is(ReadWord::furniture);
        });
        return tile.length >= quotation_run && 2 * static_cast<std::size_t>(in_quotes) > tile.length;
    });
    return passages_of(a, b, quotations, quotation_run);
}

}  // namespace

Comparer::Comparer(const Reading& later, bool thorough) : later_(later), tiles_(later.words, shortest_run), thorough_(thorough) {}

Comparison Comparer::with(const Reading& a) const {
    const Reading& b = later_;
    Comparison comparison;
    const std::vector<Tile> tiles = tiles_.find(a.words);
    const Shares shares_a = shares_of(a, b, tiles, &Tile::a, &Tile::b);
    const Shares shares_b = shares_of(b, a, tiles, &Tile::b, &Tile::a);
    comparison.contained_a = shares_a.all;
    comparison.contained_b = shares_b.all;
    Measures& measures = comparison.measures;
    measures.runs_a = shares_a.any;
    measures.runs_b = shares_b.any;
    measures.telling_a = shares_a.telling;
    measures.telling_b = shares_b.telling;
    measures.named = shared_names(a, b);
    const bool at_home = a.publisher != 0 && a.publisher == b.publisher;
    const bool verbatim = std::max(shares_a.telling, shares_b.telling) >= (at_home ? verbatim_at_home : verbatim_share);
    OrderEvidence order;
    const float reused = std::max(shares_a.any, shares_b.any);
    if (thorough_ || (!verbatim && (reused >= reused_share || measures.named >= retold_names))) {
        order = compare_order(a, b);
        measures.aligned_a = order.coverage_a;
        measures.aligned_b = order.coverage_b;
        measures.likeness = order.likeness;
    }
    if (thorough_) {
        measure_thoroughly(a, b, std::max(shares_a.longest, shares_b.longest), measures);
    }
    if (verbatim) {
        comparison.kind = Comparison::Kind::verbatim;
        comparison.passages = passages_of(a, b, tiles, telling_run);
    } else if (!order.pairs.empty() && is_rewrite(a, b, order, reused, measures.named)) {
        comparison.kind = Comparison::Kind::rewrite;
        comparison.passages = passages_of(a, b, order.pairs);
    } else if (shares_a.quoted > 0) {
        comparison.kind = Comparison::Kind::quotation;
        comparison.passages = quoted_passages(a, b, tiles);
    }
    return comparison;
}

}  // namespace synoptic
