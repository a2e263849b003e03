// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <optional>

#include "stories/keys.hpp"

namespace synoptic {

/// In how many documents of late each key stood. A document counts half after each half-life, so that a name that fills the news now is
/// usual now, and rare again next year. Keys not met for long are forgotten.
class Frequencies {
public:
    /// Counts a document as met on the latest day so far.
    void count(const DocumentKeys& document);

    /// Rarity of a key: the logarithm of the inverse of its share among the documents counted and, for words, in English at large.
    [[nodiscard]] float rarity(const KeyUse& use) const;
    [[nodiscard]] float documents() const { return static_cast<float>(documents_ / scale_); }

private:
    void forget();

    // Counts are kept times `scale_`, which grows with time, instead of being made smaller one by one.
    absl::flat_hash_map<std::uint32_t, float> held_by_;
    double documents_ = 0;
    double scale_ = 1;
    std::optional<std::int32_t> latest_;
    std::size_t forget_at_ = 1U << 20U;
};

}  // namespace synoptic
