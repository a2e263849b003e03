// SPDX-License-Identifier: Apache-2.0
#include "lineage/holder_counts.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace synoptic {

namespace {

constexpr std::size_t fewest_counters = 1024;
constexpr std::size_t most_counters = std::size_t{1} << 24U;

}  // namespace

HolderCounts::HolderCounts(std::size_t expected_keys)
    : counters_(std::clamp(std::bit_ceil(2 * std::min(expected_keys, most_counters)), fewest_counters, most_counters)),
      lines_(counters_.size() / line) {}

void HolderCounts::add(std::uint64_t key) {
    const auto [first, second] = places(key);
    const auto count = [this](std::size_t at) {
        if (counters_[at] < std::numeric_limits<std::uint16_t>::max()) {
            ++counters_[at];
        }
    };
    count(first);
    if (second != first) {
        count(second);
    }
    if (++added_ > counters_.size()) {
        added_ = 0;
        for (std::uint16_t& counter : counters_) {
            counter /= 2;
        }
    }
}

std::uint16_t HolderCounts::operator()(std::uint64_t key) const {
    const auto [first, second] = places(key);
    return std::min(counters_[first], counters_[second]);
}

}  // namespace synoptic
