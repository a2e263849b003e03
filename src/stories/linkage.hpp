// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace synoptic {

/// Two items and how likely they belong together, 0 to 1.
struct Edge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    float weight = 0;
};

struct LinkageOptions {
    float threshold = 0.5F;
    /// Of how many items of a cluster an item is compared with at most: from there on, missing pairs are no evidence.
    std::size_t compared = 1U << 20U;
    /// Asked before two clusters are joined, with their items and mean weight; after a no, the pairs between the two count as 0. May be
    /// empty.
    std::function<bool(std::span<const std::uint32_t>, std::span<const std::uint32_t>, float)> may_join;
};

/// Agglomerative clustering by average linkage over a sparse graph: the two clusters with the highest mean weight between their items are
/// joined until none reaches the threshold; a pair without an edge counts as 0, and one given twice is an error. `groups` are items that
/// are together from the start (each item in at most one). Gives the cluster of each item: the smallest item in it.
std::vector<std::uint32_t> average_linkage(std::size_t items, std::span<const Edge> edges,
                                           std::span<const std::vector<std::uint32_t>> groups, const LinkageOptions& options);

}  // namespace synoptic
