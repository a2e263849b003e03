// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <absl/container/flat_hash_map.h>
#include <xxhash.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace synoptic {

struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return XXH3_64bits(word.data(), word.size()); }
};

/// A hash table by words that is asked with views into a text.
template <typename Value>
using WordMap = absl::flat_hash_map<std::string, Value, WordHash, std::equal_to<>>;

}  // namespace synoptic
