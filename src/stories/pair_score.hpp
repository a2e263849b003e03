// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "stories/features.hpp"

namespace synoptic {

constexpr std::size_t evidence_count = 14;
using PairEvidence = std::array<float, evidence_count>;

/// What speaks for and against two documents telling one story, each between 0 and about 1, in the order of evidence_names.
PairEvidence compare(const StoryFeatures& a, const StoryFeatures& b);

constexpr std::array<std::string_view, evidence_count> evidence_names = {
    "title", "lead", "body", "names", "numbers", "phrases", "title-in-lead", "dated", "gap", "far", "body-names", "no-names", "body-gap", "names-gap",
};

/// Weights learned on pairs of articles, as data/stories_weights.tsv holds them.
class PairScorer {
public:
    PairScorer();
    /// The probability that the two documents tell one story.
    [[nodiscard]] float operator()(const PairEvidence& evidence) const;
    /// Clusters whose documents' mean probability reaches this are one story.
    [[nodiscard]] float threshold() const { return threshold_; }

private:
    PairEvidence weights_{};
    float bias_ = 0;
    float threshold_ = 0.5F;
};

}  // namespace synoptic
