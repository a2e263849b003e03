// SPDX-License-Identifier: Apache-2.0
#include "stories/linkage.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>
#include <queue>
#include <tuple>

namespace synoptic {

namespace {

/// A possible join as it stood when it was queued; it is out of date once either cluster has changed.
struct Join {
    double mean = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t version_a = 0;
    std::uint32_t version_b = 0;

    /// The queue gives the greatest: the highest mean, of equals the smallest items.
    bool operator<(const Join& other) const { return std::tie(mean, other.a, other.b) < std::tie(other.mean, a, b); }
};

class Clusters {
public:
    Clusters(std::size_t items, std::size_t compared) : parent_(items), version_(items), sums_(items), items_(items), compared_(compared) {
        std::iota(parent_.begin(), parent_.end(), 0U);
        for (std::uint32_t i = 0; i < items; ++i) {
            items_[i] = {i};
        }
    }

    std::uint32_t find(std::uint32_t item) {
        while (parent_[item] != item) {
            item = parent_[item] = parent_[parent_[item]];
        }
        return item;
    }

    void add(const Edge& edge) {
        sums_[edge.a][edge.b] += static_cast<double>(edge.weight);
        sums_[edge.b][edge.a] += static_cast<double>(edge.weight);
    }

    /// Joins two clusters under the smaller item; the sums of weights to all others are added up.
    std::uint32_t join(std::uint32_t a, std::uint32_t b) {
        const auto [kept, gone] = std::minmax({a, b});
        parent_[gone] = kept;
        items_[kept].insert(items_[kept].end(), items_[gone].begin(), items_[gone].end());
        items_[gone] = {};
        ++version_[kept];
        ++version_[gone];
        for (const auto& [other, sum] : sums_[gone]) {
            sums_[other].erase(gone);
            if (other != kept) {
                sums_[kept][other] += sum;
                sums_[other][kept] += sum;
            }
        }
        sums_[kept].erase(gone);
        sums_[gone].clear();
        return kept;
    }

    [[nodiscard]] Join possible_join(std::uint32_t a, std::uint32_t b, double sum) const {
        const auto [first, second] = std::minmax({a, b});
        const auto [smaller, larger] = std::minmax({items_[a].size(), items_[b].size()});
        const auto pairs = static_cast<double>(smaller * std::min(larger, compared_));
        return {std::min(1.0, sum / pairs), first, second, version_[first], version_[second]};
    }

    [[nodiscard]] bool is_current(const Join& join) const {
        return parent_[join.a] == join.a && parent_[join.b] == join.b && version_[join.a] == join.version_a &&
               version_[join.b] == join.version_b;
    }

    /// Lets the two stay apart.
    void forget(std::uint32_t a, std::uint32_t b) {
        sums_[a].erase(b);
        sums_[b].erase(a);
    }

    [[nodiscard]] std::span<const std::uint32_t> items(std::uint32_t cluster) const { return items_[cluster]; }
    [[nodiscard]] const std::map<std::uint32_t, double>& sums(std::uint32_t cluster) const { return sums_[cluster]; }

private:
    std::vector<std::uint32_t> parent_;
    std::vector<std::uint32_t> version_;
    std::vector<std::map<std::uint32_t, double>> sums_;  // of the weights between a cluster and another
    std::vector<std::vector<std::uint32_t>> items_;
    std::size_t compared_;
};

}  // namespace

std::vector<std::uint32_t> average_linkage(std::size_t items, std::span<const Edge> edges,
                                           std::span<const std::vector<std::uint32_t>> groups, const LinkageOptions& options) {
    Clusters clusters(items, options.compared);
    for (const Edge& edge : edges) {
        assert(edge.a != edge.b);
        clusters.add(edge);
    }
    for (const auto& group : groups) {
        for (std::size_t i = 1; i < group.size(); ++i) {
            clusters.join(clusters.find(group[0]), clusters.find(group[i]));
        }
    }
    std::priority_queue<Join> queue;
    const auto consider = [&](std::uint32_t cluster, std::uint32_t from) {
        for (const auto& [other, sum] : clusters.sums(cluster)) {
            const Join join = clusters.possible_join(cluster, other, sum);
            if (other >= from && join.mean >= static_cast<double>(options.threshold)) {
                queue.push(join);
            }
        }
    };
    for (std::uint32_t i = 0; i < items; ++i) {
        consider(i, i);
    }
    while (!queue.empty()) {
        const Join best = queue.top();
        queue.pop();
        if (!clusters.is_current(best)) {
            continue;
        }
        if (options.may_join && !options.may_join(clusters.items(best.a), clusters.items(best.b), static_cast<float>(best.mean))) {
            clusters.forget(best.a, best.b);
        } else {
            consider(clusters.join(best.a, best.b), 0);
        }
    }
    std::vector<std::uint32_t> cluster_of(items);
    for (std::uint32_t i = 0; i < items; ++i) {
        cluster_of[i] = clusters.find(i);
    }
    return cluster_of;
}

}  // namespace synoptic
