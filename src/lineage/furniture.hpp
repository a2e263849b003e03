// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "lineage/holder_counts.hpp"
#include "lineage/reading.hpp"

namespace synoptic {

/// Counts what many texts hold that are otherwise unlike, and marks it: whole sentences ("All rights reserved.", "Share this: Facebook")
/// as furniture, and runs of three words ("in good condition") as formulas. A text's usual sentence or run is held by as many texts as
/// there are copies of it; one that is held by far more than that says nothing of where the text comes from.
class FurnitureCounts {
public:
    explicit FurnitureCounts(std::size_t expected_words) : sentences_(expected_words / 8), runs_(expected_words) {}
    void add(const Reading& reading);
    /// By the texts added so far, the reading's own included.
    void mark(Reading& reading) const;

private:
    HolderCounts sentences_;
    HolderCounts runs_;
};

}  // namespace synoptic
