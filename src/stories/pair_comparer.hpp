// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "stories/features.hpp"
#include "stories/pair_score.hpp"

namespace synoptic {

/// Compares one document with many: its keys are laid out once in a hash table, so that each of the others costs one pass over its own.
class PairComparer {
public:
    /// `document` must outlive the comparer.
    explicit PairComparer(const StoryFeatures& document);

    /// Cosine of the words of both, 0 to 1.
    [[nodiscard]] float likeness(const StoryFeatures& other) const;
    /// What speaks for and against the two telling one story.
    [[nodiscard]] PairEvidence operator()(const StoryFeatures& other) const;

private:
    static constexpr std::size_t weighed_fields = 7;  // those before lead_names
    static constexpr std::uint32_t no_key = ~0U;
    /// A key of the document: its weight in each field, 0 where it has none, and the lists it is in.
    struct Slot {
        std::uint32_t key = no_key;
        std::uint32_t lists = 0;
        std::array<float, weighed_fields> weights{};
    };

    Slot& put(std::uint32_t key);
    [[nodiscard]] const Slot* find(std::uint32_t key) const;
    /// Calls `meet(place in the field, weight, slot)` for each key of a field of another document that this one has too.
    template <typename Meet>
    void meet(const StoryFeatures& other, Field field, const Meet& meet) const;

    const StoryFeatures& document_;
    std::vector<Slot> slots_;  // a power of two, filled by half at most, probed linearly
    unsigned shift_ = 0;       // of a key to its slot
    // Most keys of another document are missing here, and told so by one bit (a Bloom filter of one hash).
    std::array<std::uint64_t, 64> filter_{};
};

}  // namespace synoptic
