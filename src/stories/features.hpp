// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <absl/container/inlined_vector.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "stories/frequencies.hpp"
#include "stories/keys.hpp"

namespace synoptic {

/// A key and its weight, at most 1, in four bytes: the upper 24 bits of the key, and the weight by its logarithm, to within 1.1 %; below
/// 1/250 it is told as that. Two of some thousand keys share their 24 bits once in sixteen documents: too rarely to be felt.
class WeighedKey {
public:
    WeighedKey(std::uint32_t key, float weight);
    [[nodiscard]] std::uint32_t key() const { return bits_ >> 8U; }  ///< 24 bits
    void set_weight(float weight);
    [[nodiscard]] float weight() const { return weights_[bits_ & 0xFFU]; }

private:
    static constexpr std::array<float, 256> weights_ = [] {
        constexpr double step = 0.97857206208770013;  // 2 to the power of -1/32
        std::array<float, 256> weights{};
        double weight = 1;
        for (std::size_t code = 255; code > 0; --code, weight *= step) {
            weights[code] = static_cast<float>(weight);
        }
        return weights;
    }();

    std::uint32_t bits_;
};

/// The parts of what a document is compared by.
enum class Field : std::uint8_t {
    title,
    lead,   ///< the title and the first 60 words
    body,   ///< all words
    names,  ///< names, and pairs of neighbouring ones
    numbers,
    phrases,       ///< pairs of neighbouring words that tell something
    dates,         ///< months, days of months, weekdays and years that the text names
    lead_names,    ///< of the lead's names the eight that weigh most
    lead_numbers,  ///< as many
};
constexpr std::size_t fields = 9;

/// What a document is compared by, in about a kilobyte: of each field the keys that weigh most, the heaviest first, as a vector of
/// length 1; of numbers, where they are few, of less, as one in common is little even if a text has no other.
class StoryFeatures {
public:
    [[nodiscard]] std::span<const WeighedKey> of(Field field) const;
    [[nodiscard]] std::span<const WeighedKey> key_names() const { return heaviest(Field::names, 5); }
    [[nodiscard]] std::span<const WeighedKey> key_words() const { return heaviest(Field::body, 10); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

    std::optional<std::int32_t> day;  ///< as in DocumentKeys
    float crowd = 1;                  ///< share of all documents that were published about then; 1 without a day
    absl::InlinedVector<std::int32_t, 4> event_days;

    /// Adds the next field, in the order of Field: keys with weights greater than 0, of which the heaviest `most` are kept.
    void append(std::vector<std::pair<std::uint32_t, float>> keys, std::size_t most);
    /// Leaves about half of it, the heaviest keys of each field.
    void shorten();
    /// Makes room for so many keys.
    void reserve(std::size_t keys) { entries_.reserve(keys); }

private:
    [[nodiscard]] std::span<const WeighedKey> heaviest(Field field, std::size_t most) const;

    std::vector<WeighedKey> entries_;
    std::array<std::uint16_t, fields> ends_{};
    std::uint16_t appended_ = 0;
};

/// The keys that a document is looked up by and their rarity, the most telling first.
using LookupKeys = std::vector<std::pair<std::uint32_t, float>>;

struct Weighed {
    StoryFeatures features;
    LookupKeys lookup;
};

/// A word weighs by how few documents hold it of late, and by how unusual it is in English at large, so that five articles on one subject
/// can tell that subject from common speech.
Weighed weigh(const DocumentKeys& document, const Frequencies& frequencies);

}  // namespace synoptic
