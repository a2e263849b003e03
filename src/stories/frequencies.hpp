// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <optional>

#include "stories/keys.hpp"

namespace synoptic {

/// Counts of which the older ones count less: half after each half-life. Of more than some four million things the rarest are forgotten.
class DecayedCounts {
public:
    /// The day up to which counts have decayed; an earlier one changes nothing.
    void pass_to(std::int32_t day);
    void add(std::uint32_t thing);
    [[nodiscard]] float count(std::uint32_t thing) const;
    /// Says that a thing is added or its count asked for soon: the table is large, and memory slow.
    void expect(std::uint32_t thing) const { counts_.prefetch(thing); }

private:
    void divide_by_scale();
    void forget();

    // Counts are kept times `scale_`, which grows with time, instead of being made smaller one by one.
    absl::flat_hash_map<std::uint32_t, float> counts_;
    double scale_ = 1;
    std::optional<std::int32_t> latest_;
};

/// In how many documents of late each key stood, so that a name that fills the news now is usual now, and rare again next year; and in how
/// many of each publisher, so that what a publisher says on all its pages tells nothing there.
class Frequencies {
public:
    /// Counts a document as met on the latest day so far.
    void count(const DocumentKeys& document);

    /// How many documents were counted, of late, of all publishers and of one.
    struct Read {
        std::uint32_t publisher = 0;  ///< 0 unknown
        float of_all = 0;
        float of_publisher = 0;
    };
    [[nodiscard]] Read read(std::uint32_t publisher) const { return {publisher, documents(), documents_.count(publisher)}; }

    /// Rarity of a key in a counted document of the publisher in `read`: the logarithm of the inverse of its share among the documents
    /// counted and, for words, in English at large, or of its share among the publisher's other documents where that is greater.
    [[nodiscard]] float rarity(const KeyUse& use, const Read& read) const;
    /// Says that a key's rarity is asked for soon.
    void expect(const KeyUse& use, std::uint32_t publisher) const;
    [[nodiscard]] float documents() const { return documents_.count(0); }
    /// The share of all dated documents so far that were published within three days of a day.
    [[nodiscard]] float published_near(std::int32_t day) const;

private:
    DecayedCounts held_by_;
    DecayedCounts documents_;  // by publisher; of all, as 0
    DecayedCounts held_at_;    // by publisher and key
    DecayedCounts published_;  // by day; these do not decay
    std::uint64_t dated_ = 0;  // documents
};

}  // namespace synoptic
