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

constexpr float learned_on = 100;  // documents, the smallest sets

float number(std::string_view text) {
    float value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

float yes(bool condition) { return condition ? 1.0F : 0.0F; }

/// 0 for the same day, 1 for a year apart, growing with the logarithm.
float distance(std::int32_t day, std::int32_t other) { return std::log1p(static_cast<float>(std::abs(day - other))) / std::log1p(365.0F); }

bool share_a_day(const std::vector<std::int32_t>& a, const std::vector<std::int32_t>& b) {
    return std::ranges::any_of(a, [&](std::int32_t day) { return std::ranges::find(b, day) != b.end(); });
}

/// How far apart are the days that the two speak of first; of a document that speaks of none, its own day. 0 where one has neither.
float event_gap(const StoryFeatures& a, const StoryFeatures& b) {
    const auto first = [](const StoryFeatures& one) { return one.event_days.empty() ? one.day : std::optional(one.event_days.front()); };
    return first(a) && first(b) ? distance(*first(a), *first(b)) : 0;
}

/// The place of a name in evidence_names; "-" (a leaf that asks nothing) and unknown names give 0.
std::size_t evidence_number(std::string_view name) {
    const auto found = std::ranges::find(evidence_names, name);
    return found == evidence_names.end() ? 0 : static_cast<std::size_t>(found - evidence_names.begin());
}

}  // namespace

PairEvidence compare(const StoryFeatures& a, const StoryFeatures& b) {
    const float body = dot(a.body, b.body, b.filter);
    const float names = dot(a.names, b.names, b.filter);
    const float dates = dot(a.dates, b.dates, b.filter);
    const auto [key_names, key_names_of_one] =
        std::minmax({share_held(a.key_names, b.names, b.filter), share_held(b.key_names, a.names, a.filter)});
    const auto [key_words, key_words_of_one] =
        std::minmax({share_held(a.key_words, b.body, b.filter), share_held(b.key_words, a.body, a.filter)});
    const auto [lead_names, lead_names_of_one] =
        std::minmax({share_held(a.lead_names, b.names, b.filter), share_held(b.lead_names, a.names, a.filter)});
    const auto [lead_numbers, lead_numbers_of_one] =
        std::minmax({share_held(a.lead_numbers, b.numbers, b.filter), share_held(b.lead_numbers, a.numbers, a.filter)});
    return {dot(a.title, b.title, b.filter),
            dot(a.lead, b.lead, b.filter),
            std::sqrt(body),
            std::sqrt(names),
            dot(a.numbers, b.numbers, b.filter),
            std::sqrt(dot(a.phrases, b.phrases, b.filter)),
            std::max(dot(a.title, b.lead, b.filter), dot(b.title, a.lead, a.filter)),
            std::sqrt(body * names),
            yes(a.names.empty() || b.names.empty()),
            key_names,
            key_names_of_one,
            key_words,
            key_words_of_one,
            lead_names,
            lead_names_of_one,
            lead_numbers,
            lead_numbers_of_one,
            yes(a.day && b.day),
            a.day && b.day ? distance(*a.day, *b.day) : 0,
            dates,
            yes(dates == 0 && !a.dates.empty() && !b.dates.empty()),
            yes(share_a_day(a.event_days, b.event_days)),
            event_gap(a, b)};
}

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
