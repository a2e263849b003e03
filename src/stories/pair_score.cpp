// SPDX-License-Identifier: Apache-2.0
#include "stories/pair_score.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/asset.hpp"
#include "core/table.hpp"

namespace synoptic {

namespace {

constexpr float learned_on = 100;  // documents, the smallest sets

float number(std::string_view text) {
    float value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// The place of a name in evidence_names; "-" (a leaf that asks nothing) and unknown names give 0.
std::size_t evidence_number(std::string_view name) {
    const auto found = std::ranges::find(evidence_names, name);
    return found == evidence_names.end() ? 0 : static_cast<std::size_t>(found - evidence_names.begin());
}

}  // namespace

float prior_odds(std::size_t count) {
    const auto documents = static_cast<float>(count);
    return 0.6F * std::max(0.0F, std::log(learned_on / std::max(documents, 2.0F)));
}

PairScorer::PairScorer() : PairScorer(asset("stories_trees.tsv")) {}

PairScorer::PairScorer(std::string_view table) {
    for (const Row& row : parse_table(table)) {
        const auto leaves = [&](std::size_t column) {
            return Leaves{evidence_number(row.at(column)), number(row.at(column + 1)), number(row.at(column + 2)),
                          number(row.at(column + 3))};
        };
        if (row.at(0) == "bias") {
            bias_ = number(row.at(1));
        } else if (row.at(0) == "threshold") {
            threshold_ = number(row.at(1));
        } else if (row.at(0) == "tree") {
            trees_.push_back({evidence_number(row.at(1)), number(row.at(2)), leaves(3), leaves(7)});
        }
    }
}

float PairScorer::operator()(const PairEvidence& evidence, float prior) const {
    float sum = bias_ + prior;
    for (const Tree& tree : trees_) {
        const Leaves& leaves = evidence[tree.evidence] <= tree.threshold ? tree.low : tree.high;
        sum += evidence[leaves.evidence] <= leaves.threshold ? leaves.low : leaves.high;
    }
    return 1.0F / (1.0F + std::exp(-sum));
}

}  // namespace synoptic
