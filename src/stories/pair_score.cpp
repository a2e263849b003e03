// SPDX-License-Identifier: Apache-2.0
#include "stories/pair_score.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "core/table.hpp"

namespace synoptic {

namespace {

float number(std::string_view text) {
    float value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

PairEvidence compare(const StoryFeatures& a, const StoryFeatures& b) {
    const float title = dot(a.title, b.title);
    const float body = dot(a.body, b.body);
    const float names = dot(a.names, b.names);
    const bool no_names = a.names.empty() || b.names.empty();
    const bool dated = a.day && b.day;
    const auto days = dated ? static_cast<float>(std::abs(*a.day - *b.day)) : 0.0F;
    const float gap = std::log1p(days) / std::log1p(365.0F);
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
            gap * std::sqrt(body),
            gap * std::sqrt(names)};
}

PairScorer::PairScorer() {
    for (const Row& row : load_table("stories_weights.tsv")) {
        if (row.at(0) == "bias") {
            bias_ = number(row.at(1));
        } else if (row.at(0) == "threshold") {
            threshold_ = number(row.at(1));
        } else if (const auto found = std::ranges::find(evidence_names, row.at(0)); found != evidence_names.end()) {
            weights_[static_cast<std::size_t>(found - evidence_names.begin())] = number(row.at(1));
        }
    }
}

float PairScorer::operator()(const PairEvidence& evidence) const {
    float sum = bias_;
    for (std::size_t i = 0; i < evidence_count; ++i) {
        sum += weights_[i] * evidence[i];
    }
    return 1.0F / (1.0F + std::exp(-sum));
}

}  // namespace synoptic
