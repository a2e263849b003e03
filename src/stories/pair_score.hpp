// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "stories/features.hpp"

namespace synoptic {

constexpr std::size_t evidence_count = 19;
using PairEvidence = std::array<float, evidence_count>;

/// What speaks for and against two documents telling one story, each between 0 and about 1, in the order of evidence_names. Among few
/// documents two are likelier to belong together than among many: `documents` is the size of the set they come from.
PairEvidence compare(const StoryFeatures& a, const StoryFeatures& b, std::size_t documents);

constexpr std::array<std::string_view, evidence_count> evidence_names = {
    "title",
    "lead",
    "body",
    "names",
    "numbers",
    "phrases",
    "title-in-lead",
    "dated",
    "gap",
    "far",
    "body-names",
    "no-names",
    "many",
    "dates",
    "other-dates",
    "key-names",
    "key-names-of-one",
    "key-words",
    "key-words-of-one",
};

/// Small decision trees learned by gradient boosting on pairs of articles (Friedman, "Greedy function approximation", 2001), as
/// data/stories_trees.tsv holds them. Liker texts never score lower and later ones never higher: training kept the trees monotone.
class PairScorer {
public:
    PairScorer();
    explicit PairScorer(std::string_view table);
    /// The probability that the two documents tell one story.
    [[nodiscard]] float operator()(const PairEvidence& evidence) const;
    /// Clusters whose documents' mean probability reaches this are one story.
    [[nodiscard]] float threshold() const { return threshold_; }

private:
    /// `low` up to and including the threshold, `high` above it.
    struct Leaves {
        std::size_t evidence = 0;
        float threshold = 0;
        float low = 0;
        float high = 0;
    };
    struct Tree {
        std::size_t evidence = 0;
        float threshold = 0;
        Leaves low;
        Leaves high;
    };

    std::vector<Tree> trees_;
    float bias_ = 0;
    float threshold_ = 0.5F;
};

}  // namespace synoptic
