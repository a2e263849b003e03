// SPDX-License-Identifier: Apache-2.0
#include "stories/pair_comparer.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <span>

namespace synoptic {

namespace {

constexpr unsigned key_bits = 24;

enum List : std::uint32_t { key_name = 1, lead_name = 2, lead_number = 4, key_word = 8 };

constexpr std::size_t place(Field field) { return static_cast<std::size_t>(field); }

float yes(bool condition) { return condition ? 1.0F : 0.0F; }

/// 0 for the same day, 1 for a year apart, growing with the logarithm.
float distance(std::int32_t day, std::int32_t other) { return std::log1p(static_cast<float>(std::abs(day - other))) / std::log1p(365.0F); }

bool share_a_day(std::span<const std::int32_t> a, std::span<const std::int32_t> b) {
    return std::ranges::any_of(a, [&](std::int32_t day) { return std::ranges::find(b, day) != b.end(); });
}

/// How far apart are the days that the two speak of first; of a document that speaks of none, its own day. 0 where one has neither.
float event_gap(const StoryFeatures& a, const StoryFeatures& b) {
    const auto first = [](const StoryFeatures& one) { return one.event_days.empty() ? one.day : std::optional(one.event_days.front()); };
    return first(a) && first(b) ? distance(*first(a), *first(b)) : 0;
}

/// How little it tells that both are of one time: 0 where a hundredth of all documents or less are, 1 where all are, growing with the
/// logarithm.
float crowd(const StoryFeatures& a, const StoryFeatures& b) { return 1 + std::log10(std::max({a.crowd, b.crowd, 0.01F})) / 2; }

/// How many keys of a list are held by the other document, both ways.
struct Held {
    std::size_t of_a = 0;
    std::size_t of_b = 0;

    /// The lesser and the greater of both shares; 0 for an empty list.
    [[nodiscard]] std::pair<float, float> shares(std::size_t list_of_a, std::size_t list_of_b) const {
        const auto share = [](std::size_t held, std::size_t all) {
            return all == 0 ? 0.0F : static_cast<float>(held) / static_cast<float>(all);
        };
        return std::minmax({share(of_a, list_of_a), share(of_b, list_of_b)});
    }
};

}  // namespace

PairComparer::PairComparer(const StoryFeatures& document)
    : document_(document), slots_(std::bit_ceil(2 * document.size() + 1)), shift_(key_bits - std::countr_zero(slots_.size())) {
    for (std::size_t field = 0; field < weighed_fields; ++field) {
        for (const WeighedKey entry : document.of(static_cast<Field>(field))) {
            put(entry.key()).weights[field] = entry.weight();
        }
    }
    const auto list = [&](std::span<const WeighedKey> entries, List of) {
        for (const WeighedKey entry : entries) {
            put(entry.key()).lists |= of;
        }
    };
    list(document.key_names(), key_name);
    list(document.of(Field::lead_names), lead_name);
    list(document.of(Field::lead_numbers), lead_number);
    list(document.key_words(), key_word);
}

PairComparer::Slot& PairComparer::put(std::uint32_t key) {
    filter_[key / 64 % filter_.size()] |= std::uint64_t{1} << (key % 64);
    std::size_t at = key >> shift_;
    while (slots_[at].key != key && slots_[at].key != no_key) {
        at = (at + 1) % slots_.size();
    }
    slots_[at].key = key;
    return slots_[at];
}

const PairComparer::Slot* PairComparer::find(std::uint32_t key) const {
    if ((filter_[key / 64 % filter_.size()] >> (key % 64) & 1U) == 0) {
        return nullptr;
    }
    std::size_t at = key >> shift_;
    while (slots_[at].key != key && slots_[at].key != no_key) {
        at = (at + 1) % slots_.size();
    }
    return slots_[at].key == key ? &slots_[at] : nullptr;
}

template <typename Meet>
void PairComparer::meet(const StoryFeatures& other, Field field, const Meet& meet) const {
    const auto entries = other.of(field);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (const Slot* slot = find(entries[i].key())) {
            meet(i, entries[i].weight(), *slot);
        }
    }
}

float PairComparer::likeness(const StoryFeatures& other) const {
    float sum = 0;
    meet(other, Field::body, [&](std::size_t, float weight, const Slot& slot) { sum += weight * slot.weights[place(Field::body)]; });
    return sum;
}

PairEvidence PairComparer::operator()(const StoryFeatures& other) const {
    const auto dot = [&](Field theirs, Field ours) {
        float sum = 0;
        meet(other, theirs, [&](std::size_t, float weight, const Slot& slot) { sum += weight * slot.weights[place(ours)]; });
        return sum;
    };
    float body = 0;
    float names = 0;
    float numbers = 0;
    Held words_held;
    Held names_held;
    Held lead_names_held;
    Held lead_numbers_held;
    meet(other, Field::body, [&](std::size_t i, float weight, const Slot& slot) {
        const float ours = slot.weights[place(Field::body)];
        body += weight * ours;
        words_held.of_a += (slot.lists & key_word) != 0 ? 1U : 0U;
        words_held.of_b += i < other.key_words().size() && ours > 0 ? 1U : 0U;
    });
    meet(other, Field::names, [&](std::size_t i, float weight, const Slot& slot) {
        const float ours = slot.weights[place(Field::names)];
        names += weight * ours;
        names_held.of_a += (slot.lists & key_name) != 0 ? 1U : 0U;
        names_held.of_b += i < other.key_names().size() && ours > 0 ? 1U : 0U;
        lead_names_held.of_a += (slot.lists & lead_name) != 0 ? 1U : 0U;
    });
    meet(other, Field::numbers, [&](std::size_t, float weight, const Slot& slot) {
        numbers += weight * slot.weights[place(Field::numbers)];
        lead_numbers_held.of_a += (slot.lists & lead_number) != 0 ? 1U : 0U;
    });
    meet(other, Field::lead_names,
         [&](std::size_t, float, const Slot& slot) { lead_names_held.of_b += slot.weights[place(Field::names)] > 0 ? 1U : 0U; });
    meet(other, Field::lead_numbers,
         [&](std::size_t, float, const Slot& slot) { lead_numbers_held.of_b += slot.weights[place(Field::numbers)] > 0 ? 1U : 0U; });
    const float dates = dot(Field::dates, Field::dates);

    const auto shares = [&](const Held& held, Field field) { return held.shares(document_.of(field).size(), other.of(field).size()); };
    const auto [key_names, key_names_of_one] = names_held.shares(document_.key_names().size(), other.key_names().size());
    const auto [key_words, key_words_of_one] = words_held.shares(document_.key_words().size(), other.key_words().size());
    const auto [lead_names, lead_names_of_one] = shares(lead_names_held, Field::lead_names);
    const auto [lead_numbers, lead_numbers_of_one] = shares(lead_numbers_held, Field::lead_numbers);
    const auto lacks = [&](Field field) { return document_.of(field).empty() || other.of(field).empty(); };
    return {dot(Field::title, Field::title),
            dot(Field::lead, Field::lead),
            std::sqrt(body),
            std::sqrt(names),
            numbers,
            std::sqrt(dot(Field::phrases, Field::phrases)),
            std::max(dot(Field::title, Field::lead), dot(Field::lead, Field::title)),
            std::sqrt(body * names),
            yes(lacks(Field::names)),
            key_names,
            key_names_of_one,
            key_words,
            key_words_of_one,
            lead_names,
            lead_names_of_one,
            lead_numbers,
            lead_numbers_of_one,
            yes(document_.day && other.day),
            document_.day && other.day ? distance(*document_.day, *other.day) : 0,
            dates,
            yes(dates == 0 && !lacks(Field::dates)),
            yes(share_a_day(document_.event_days, other.event_days)),
            event_gap(document_, other),
            crowd(document_, other)};
}

}  // namespace synoptic
