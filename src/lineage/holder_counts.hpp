// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace synoptic {

/// How many texts of late hold each key, never too few while nothing is forgotten: a count-min sketch (Cormode and Muthukrishnan, "An
/// improved data stream summary", 2005) of two counters a key, both in one cache line. Memory is fixed; once more keys were added than
/// there are counters, all counts are halved, so that old texts fade and the counters never fill up.
class HolderCounts {
public:
    explicit HolderCounts(std::size_t expected_keys);
    void add(std::uint64_t key);
    [[nodiscard]] std::uint16_t operator()(std::uint64_t key) const;

private:
    struct Places {
        std::size_t first;
        std::size_t second;
    };
    [[nodiscard]] Places places(std::uint64_t key) const;

    std::vector<std::uint16_t> counters_;
    std::size_t lines_;
    std::size_t added_ = 0;
};

}  // namespace synoptic
