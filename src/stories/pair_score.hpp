// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace synoptic {

/// What is asked of a pair of documents, each between 0 and about 1, in the order of PairEvidence; data/stories_trees.tsv uses these names.
/// "-of-one": the greater of the two documents' shares, the other being the smaller.
constexpr std::array<std::string_view, 24> evidence_names = {
    "title",
    "lead",
    "body",
    "names",
    "numbers",
    "phrases",
    "title-in-lead",
    "body-names",
    "no-names",
    "key-names",
    "key-names-of-one",
    "key-words",
    "key-words-of-one",
    "lead-names",
    "lead-names-of-one",
    "lead-numbers",
    "lead-numbers-of-one",
    "dated",
    "gap",
    "dates",
    "other-dates",
    "same-day",
    "event-gap",
    "crowd",
};
using PairEvidence = std::array<float, evidence_names.size()>;

/// Among few documents two are likelier to tell one story than among the hundreds that the scorers were learned on (who lays eleven
/// pages side by side has mostly chosen them): what is added to the log-odds for so many documents.
float prior_odds(std::size_t documents);

/// Small decision trees learned by gradient boosting on pairs of articles (Friedman, "Greedy function approximation", 2001), as
/// data/stories_trees.tsv holds them. Liker texts never score lower and later ones never higher: training kept the trees monotone.
class PairScorer {
public:
    PairScorer();
    explicit PairScorer(std::string_view table);
    /// The probability that the two documents tell one story; `prior` is added to its log-odds.
    [[nodiscard]] float operator()(const PairEvidence& evidence, float prior = 0) const;
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
