// SPDX-License-Identifier: Apache-2.0
#include "stories/pair_score.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "core/asset.hpp"
#include "core/table.hpp"

namespace synoptic {

namespace {

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

PairEvidence compare(const StoryFeatures& a, const StoryFeatures& b, std::size_t documents) {
    const float title = dot(a.title, b.title);
    const float body = dot(a.body, b.body);
    const float names = dot(a.names, b.names);
    const bool no_names = a.names.empty() || b.names.empty();
    const bool dated = a.day && b.day;
    const auto days = dated ? static_cast<float>(std::abs(*a.day - *b.day)) : 0.0F;
    const float gap = std::log1p(days) / std::log1p(365.0F);
    const float many = std::log(static_cast<float>(std::clamp<std::size_t>(documents, 5, 3000))) / std::log(3000.0F);
    const float dates = dot(a.dates, b.dates);
    const bool other_dates = dates == 0 && !a.dates.empty() && !b.dates.empty();
    const auto [fewer_names, more_names] = std::minmax({share_held(a.key_names, b.names), share_held(b.key_names, a.names)});
    const auto [fewer_words, more_words] = std::minmax({share_held(a.key_words, b.body), share_held(b.key_words, a.body)});
    return {title,
            dot(a.lead, b.lead),
            std::sqrt(body),
            std::sqrt(names),
            dot(a.numbers, b.numbers),
            std::sqrt(dot(a.phrases, b.phrases)),
            std::max(dot(a.title, b.lead), dot(b.title, a.lead)),
            dated ? 1.0F : 0.0F,
            gap,
            days > 30 ? 1.0F : 0.0F,
            std::sqrt(body * names),
            no_names ? 1.0F : 0.0F,
            many,
            dates,
            other_dates ? 1.0F : 0.0F,
            fewer_names,
            more_names,
            fewer_words,
            more_words};
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

float PairScorer::operator()(const PairEvidence& evidence) const {
    float sum = bias_;
    for (const Tree& tree : trees_) {
        const Leaves& leaves = evidence[tree.evidence] <= tree.threshold ? tree.low : tree.high;
        sum += evidence[leaves.evidence] <= leaves.threshold ? leaves.low : leaves.high;
    }
    return 1.0F / (1.0F + std::exp(-sum));
}

}  // namespace synoptic
