// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/container/inlined_vector.h>

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "stories/features.hpp"

namespace synoptic {

/// Where documents are found by their telling keys. Each key keeps the newest 16 documents that hold it, so a look-up has a bound however
/// many documents there are. Documents are numbers the caller gives, in ascending order.
class KeyIndex {
public:
    void add(std::uint32_t document, const LookupKeys& keys);
    /// Forgets documents: one pass over all keys.
    void keep_if(const std::function<bool(std::uint32_t)>& kept);
    void clear() { holders_of_.clear(); }

    /// Documents that hold some of the keys with the sum of those keys' weights, in the order of documents.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, float>> find(const LookupKeys& keys) const;

private:
    // As many as fit in an inlined vector's smallest size.
    absl::flat_hash_map<std::uint32_t, absl::InlinedVector<std::uint32_t, 4>> holders_of_;
};

}  // namespace synoptic
