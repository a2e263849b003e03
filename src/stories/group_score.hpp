// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "stories/features.hpp"

namespace synoptic {

/// What is asked before two groups of documents become one story, in the order of GroupEvidence.
constexpr std::array<std::string_view, 8> group_evidence_names = {
    "likelihood", "smaller", "larger", "own-names", "own-words", "own-names-of-many", "own-words-of-many", "spread"};
using GroupEvidence = std::array<float, group_evidence_names.size()>;

/// Pair by pair, two accounts of one quake may differ in any name; but ten documents that all name one island, and ten that all name
/// another, are two quakes. likelihood: the log-odds of the mean over the pairs between the groups; smaller, larger: the logarithms of
/// their sizes; own-names, own-words: how far each group has names and numbers, or words, of its own that nearly all its documents
/// give and none of the other's (0 to 1, the lesser of the two); spread: of the days of the wider group, with the logarithm.
GroupEvidence compare_groups(std::span<const StoryFeatures* const> a, std::span<const StoryFeatures* const> b, float likelihood);
/// The same with nothing that either has of its own, as far as sizes tell: as good as the evidence can be, for little work.
GroupEvidence best_evidence(std::size_t a, std::size_t b, float likelihood);

/// Whether two groups are one story: a logistic regression over GroupEvidence, learned on the joins that average linkage proposed;
/// data/stories_trees.tsv holds its weights.
class GroupScorer {
public:
    GroupScorer();
    explicit GroupScorer(std::string_view table);
    /// The probability that both groups tell one story; `prior` is added to its log-odds.
    [[nodiscard]] float operator()(const GroupEvidence& evidence, float prior = 0) const;

private:
    GroupEvidence weights_{};
    float bias_ = 0;
};

}  // namespace synoptic
