// SPDX-License-Identifier: Apache-2.0
#include "lineage/sentence_order.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace synoptic {

namespace {

constexpr float least_likeness = 0.12F;
constexpr std::size_t most_products = 4096;  // of one key: one that more pairs of sentences share does not tell which of them match

constexpr float weight_of(WordKind kind) {
    switch (kind) {
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

class Matrix {
public:
    Matrix(std::size_t rows, std::size_t columns) : columns_(columns), cells_(rows * columns) {}
    float& operator()(std::size_t row, std::size_t column) { return cells_[row * columns_ + column]; }
    float operator()(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }

private:
    std::size_t columns_;
    std::vector<float> cells_;
};

using Facts = std::span<const StatedFact>;

/// The first facts of `facts` that have its first key; they are taken off.
Facts take_key(Facts& facts) {
    std::size_t end = 1;
    while (end < facts.size() && facts[end].key == facts.front().key) {
        ++end;
    }
    const Facts taken = facts.first(end);
    facts = facts.subspan(end);
    return taken;
}

/// How alike each sentence of one text is to each of the other: the cosine of what they state.
class Likeness {
public:
    Likeness(std::size_t rows, std::size_t columns)
        : cells(rows, columns), rows_(rows), columns_(columns), lengths_a_(rows), lengths_b_(columns) {}

    void measure(Facts a, Facts b) {
        while (!a.empty() || !b.empty()) {
            const bool in_a = !a.empty() && (b.empty() || a.front().key <= b.front().key);
            const bool in_b = !b.empty() && (a.empty() || b.front().key <= a.front().key);
            const Facts of_a = in_a ? take_key(a) : Facts{};
            const Facts of_b = in_b ? take_key(b) : Facts{};
            add_key(of_a, of_b);
        }
        for (std::size_t i = 0; i < rows_; ++i) {
            for (std::size_t j = 0; j < columns_; ++j) {
                if (float& cell = cells(i, j); cell > 0) {
                    cell /= std::sqrt(lengths_a_[i] * lengths_b_[j]);
                }
            }
        }
    }

    [[nodiscard]] float stating_a() const { return stating(lengths_a_); }
    [[nodiscard]] float stating_b() const { return stating(lengths_b_); }

    Matrix cells;

private:
    /// The sentences of the two texts that hold one key. One that many hold says little about which of them match.
    void add_key(Facts a, Facts b) {
        const auto held_by = static_cast<float>(a.size() + b.size());
        const float rarity = std::log(1.0F + static_cast<float>(rows_ + columns_) / held_by);
        const auto weight = [&](const StatedFact& fact) { return weight_of(fact.kind) * rarity; };
        for (const StatedFact& fact : a) {
            lengths_a_[fact.sentence] += weight(fact) * weight(fact);
        }
        for (const StatedFact& fact : b) {
            lengths_b_[fact.sentence] += weight(fact) * weight(fact);
        }
        if (a.size() * b.size() > most_products) {
            return;
        }
        for (const StatedFact& fact_a : a) {
            for (const StatedFact& fact_b : b) {
                cells(fact_a.sentence, fact_b.sentence) += weight(fact_a) * weight(fact_b);
            }
        }
    }

    /// Sentences that state anything, at least 1.
    static float stating(const std::vector<float>& lengths) {
        const auto count = std::ranges::count_if(lengths, [](float length) { return length > 0; });
        return static_cast<float>(std::max<std::ptrdiff_t>(1, count));
    }

    std::size_t rows_;
    std::size_t columns_;
    std::vector<float> lengths_a_;  ///< squared
    std::vector<float> lengths_b_;
};

/// Sentences up to the last that states anything.
std::size_t rows_of(const Reading& reading) {
    std::size_t rows = 0;
    for (const StatedFact& fact : reading.facts) {
        rows = std::max<std::size_t>(rows, fact.sentence + 1U);
    }
    return rows;
}

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

OrderEvidence compare_order(const Reading& a, const Reading& b) {
    OrderEvidence evidence;
    const std::size_t rows = rows_of(a);
    const std::size_t columns = rows_of(b);
    if (rows == 0 || columns == 0) {
        return evidence;
    }
    Likeness likeness(rows, columns);
    likeness.measure(a.facts, b.facts);
    evidence.pairs = align(likeness.cells, rows, columns);
    evidence.best_pairs = count_best_pairs(likeness.cells, rows, columns);
    const auto count = static_cast<float>(evidence.pairs.size());
    evidence.coverage_a = count / likeness.stating_a();
    evidence.coverage_b = count / likeness.stating_b();
    for (const SentencePair& pair : evidence.pairs) {
        evidence.likeness += pair.likeness / count;
    }
    return evidence;
}

}  // namespace synoptic
