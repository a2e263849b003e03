// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lineage/large_pages.hpp"

namespace synoptic {

/// How many texts of late hold each key, never too few while nothing is forgotten: a count-min sketch (Cormode and Muthukrishnan, "An
/// improved data stream summary", 2005) of two counters a key, both in one cache line. Memory is fixed; once more keys were added than
/// there are counters, all counts are halved, so that old texts fade and the counters never fill up.
class HolderCounts {
public:
    explicit HolderCounts(std::size_t expected_keys);
    void add(std::uint64_t key);
    [[nodiscard]] std::uint16_t operator()(std::uint64_t key) const;
    /// Said some keys ahead, saves waiting for memory.
    void expect(std::uint64_t key) const { __builtin_prefetch(&counters_[places(key).first]); }

private:
    struct Places {
        std::size_t first;
        std::size_t second;
    };
    static constexpr std::size_t line = 32;  ///< counters of two bytes in a cache line
    [[nodiscard]] Places places(std::uint64_t key) const {
        const std::uint64_t spread = key * 0x9E3779B97F4A7C15ULL;
        const std::size_t base = ((spread >> 32U) & (lines_ - 1)) * line;
        return {base + ((key >> 5U) & (line - 1)), base + ((key >> 10U) & (line - 1))};
    }

    std::vector<std::uint16_t, LargePages<std::uint16_t>> counters_;
    std::size_t lines_;
    std::size_t added_ = 0;
};

}  // namespace synoptic
