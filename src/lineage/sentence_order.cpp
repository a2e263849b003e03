// SPDX-License-Identifier: Apache-2.0
#include "lineage/sentence_order.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace synoptic {

namespace {

constexpr std::size_t most_sentences = 400;
constexpr float least_likeness = 0.12F;

float weight_of(const Word& word) {
    switch (word.kind) {
    case WordKind::name:
        return 1.2F;
    case WordKind::number:
        return 1.4F;
    case WordKind::plain:
        return 0.8F;
    case WordKind::function:
        return 0;
    }
    return 0;
}

using Counts = std::unordered_map<std::uint64_t, std::uint32_t>;

/// A key that many sentences of the two texts hold says little about which of them match.
Facts weigh(const Facts& facts, const Counts& counts, std::size_t sentences) {
    Facts weighed = facts;
    float squares = 0;
    for (Fact& fact : weighed) {
        const auto held_by = static_cast<float>(counts.at(fact.key));
        fact.weight *= std::log(1.0F + static_cast<float>(sentences) / held_by);
        squares += fact.weight * fact.weight;
    }
    const float length = std::max(1e-6F, std::sqrt(squares));
    for (Fact& fact : weighed) {
        fact.weight /= length;
    }
    return weighed;
}

float likeness_of(const Facts& a, const Facts& b) {
    float sum = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (i->key < j->key) {
            ++i;
        } else if (j->key < i->key) {
            ++j;
        } else {
            sum += i++->weight * j++->weight;
        }
    }
    return sum;
}

float telling_sentences(const std::vector<Facts>& sentences) {
    const auto count = std::ranges::count_if(sentences, [](const Facts& facts) { return !facts.empty(); });
    return static_cast<float>(std::max<std::ptrdiff_t>(1, count));
}

class Matrix {
public:
    Matrix(std::size_t rows, std::size_t columns) : columns_(columns), cells_(rows * columns) {}
    float& operator()(std::size_t row, std::size_t column) { return cells_[row * columns_ + column]; }
    float operator()(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }

private:
    std::size_t columns_;
    std::vector<float> cells_;
};

std::vector<SentencePair> align(const Matrix& likeness, std::size_t rows, std::size_t columns) {
    Matrix best(rows + 1, columns + 1);
    const auto gain = [&](std::size_t i, std::size_t j) { return std::max(0.0F, likeness(i, j) - least_likeness); };
    for (std::size_t i = 1; i <= rows; ++i) {
        for (std::size_t j = 1; j <= columns; ++j) {
            best(i, j) = std::max({best(i - 1, j), best(i, j - 1), best(i - 1, j - 1) + gain(i - 1, j - 1)});
        }
    }
    std::vector<SentencePair> pairs;
    for (std::size_t i = rows, j = columns; i > 0 && j > 0;) {
        if (best(i, j) == best(i - 1, j)) {
            --i;
        } else if (best(i, j) == best(i, j - 1)) {
            --j;
        } else {
            --i;
            --j;
            pairs.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), likeness(i, j)});
        }
    }
    std::ranges::reverse(pairs);
    return pairs;
}

std::uint32_t count_best_pairs(const Matrix& likeness, std::size_t rows, std::size_t columns) {
    std::vector<std::size_t> best_row(columns);
    for (std::size_t j = 0; j < columns; ++j) {
        for (std::size_t i = 1; i < rows; ++i) {
            best_row[j] = likeness(i, j) > likeness(best_row[j], j) ? i : best_row[j];
        }
    }
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        std::size_t best = 0;
        for (std::size_t j = 1; j < columns; ++j) {
            best = likeness(i, j) > likeness(i, best) ? j : best;
        }
        count += likeness(i, best) > least_likeness && best_row[best] == i ? 1 : 0;
    }
    return count;
}

}  // namespace

std::vector<Facts> read_facts(const WordText& text) {
    std::vector<Facts> sentences(std::min(text.sentences.size(), most_sentences));
    for (const Word& word : text.words) {
        if (word.sentence >= sentences.size()) {
            break;
        }
        if (const float weight = weight_of(word); weight > 0 && !word.furniture) {
            sentences[word.sentence].push_back({word.stem, weight});
        }
    }
    for (Facts& facts : sentences) {
        std::ranges::sort(facts, [](const Fact& x, const Fact& y) { return x.key != y.key ? x.key < y.key : x.weight > y.weight; });
        const auto repeated = std::ranges::unique(facts, {}, &Fact::key);
        facts.erase(repeated.begin(), repeated.end());
    }
    return sentences;
}

OrderEvidence compare_order(const std::vector<Facts>& a, const std::vector<Facts>& b) {
    OrderEvidence evidence;
    if (a.empty() || b.empty()) {
        return evidence;
    }
    Counts counts;
    for (const auto* sentences : {&a, &b}) {
        for (const Facts& facts : *sentences) {
            for (const Fact& fact : facts) {
                ++counts[fact.key];
            }
        }
    }
    const auto weigh_all = [&](const std::vector<Facts>& sentences) {
        std::vector<Facts> weighed;
        std::ranges::transform(sentences, std::back_inserter(weighed),
                               [&](const Facts& facts) { return weigh(facts, counts, a.size() + b.size()); });
        return weighed;
    };
    const std::vector<Facts> facts_a = weigh_all(a);
    const std::vector<Facts> facts_b = weigh_all(b);
    Matrix likeness(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            likeness(i, j) = likeness_of(facts_a[i], facts_b[j]);
        }
    }
    evidence.pairs = align(likeness, a.size(), b.size());
    evidence.best_pairs = count_best_pairs(likeness, a.size(), b.size());
    const auto count = static_cast<float>(evidence.pairs.size());
    evidence.coverage_a = count / telling_sentences(a);
    evidence.coverage_b = count / telling_sentences(b);
    for (const SentencePair& pair : evidence.pairs) {
        evidence.likeness += pair.likeness / count;
    }
    return evidence;
}

}  // namespace synoptic
