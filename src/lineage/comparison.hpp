// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/lineage.hpp"
#include "lineage/reading.hpp"
#include "lineage/tiles.hpp"

namespace synoptic {

/// What two documents have in common, as shares from 0 to 1; a and b as they were given.
struct Measures {
    float words_a = 0;  ///< of a's different content words, those b has too
    float words_b = 0;
    float runs_a = 0;  ///< of a's own words in equal runs of three or more, but formulas
    float runs_b = 0;
    float telling_a = 0;  ///< in runs of eight or more
    float telling_b = 0;
    float longest_run = 0;  ///< of the shorter text
    float named = 0;        ///< of the names and numbers of the one that has fewer
    float aligned_a = 0;    ///< of a's sentences that line up with one of b in order
    float aligned_b = 0;
    float likeness = 0;      ///< mean of the lined-up sentences
    float neighbours_a = 0;  ///< of a's different pairs of neighbouring words
    float neighbours_b = 0;
    float sequence_a = 0;  ///< of a's content words that both have in one order, others between them or not
    float sequence_b = 0;
};

/// How one document depends on another, told by their words alone; which of the two was first is told by find_direction.
struct Comparison {
    enum class Kind : std::uint8_t { independent, quotation, verbatim, rewrite };
    Kind kind = Kind::independent;
    float contained_a = 0;  ///< share of a's own words (no furniture) in runs of at least three equal words
    float contained_b = 0;
    Measures measures;              ///< those of sentences only where they were needed
    std::vector<Passage> passages;  ///< in order of a; the proof
};

/// Words that either text has inside quotation marks prove nothing: two reporters may have heard the same speech. Outside them, enough
/// equal running text makes a copy; reworded text is a rewrite where it keeps most names and numbers of the other and its sentences
/// follow the other's, fact by fact, nearly from the first to the last. `thorough`: all measures are taken.
class Comparer {
public:
    /// `later` must outlive it. `thorough` takes measures that no verdict needs.
    explicit Comparer(const Reading& later, bool thorough = false);
    /// a is the earlier document, b the later one.
    [[nodiscard]] Comparison with(const Reading& earlier) const;

private:
    const Reading& later_;
    TileFinder tiles_;
    bool thorough_;
};

}  // namespace synoptic
