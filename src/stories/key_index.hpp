// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/container/inlined_vector.h>

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace synoptic {

/// Where documents are found by their telling keys. Each key keeps the newest 16 documents that hold it, so a look-up has a bound however
/// many documents there are. Documents are numbers the caller gives.
class KeyIndex {
public:
    using Keys = std::vector<std::pair<std::uint32_t, float>>;  // with weights

    void add(std::uint32_t document, const Keys& keys);
    void remove(std::uint32_t document, const Keys& keys);
    void clear() { holders_of_.clear(); }

    /// Documents that hold some of the keys with the sum of those keys' weights, in the order of documents.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, float>> find(const Keys& keys) const;

private:
    absl::flat_hash_map<std::uint32_t, absl::InlinedVector<std::uint32_t, 2>> holders_of_;
};

}  // namespace synoptic
