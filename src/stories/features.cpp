// SPDX-License-Identifier: Apache-2.0
#include "stories/features.hpp"

#include <algorithm>
#include <cmath>

namespace synoptic {

namespace {

constexpr std::size_t lookup_keys = 32;
constexpr std::size_t most_words = 96;  // entries of a vector
constexpr std::size_t most_names = 40;
constexpr std::size_t most_phrases = 48;
constexpr std::size_t most_others = 16;
constexpr std::size_t ahead = 8;  // keys expected before they are looked up
constexpr std::size_t most_key_names = 5;
constexpr std::size_t most_lead_names = 8;
constexpr std::size_t most_key_words = 10;

bool heavier(const std::pair<std::uint32_t, float>& a, const std::pair<std::uint32_t, float>& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
}

/// The heaviest entries, the heaviest first.
SparseVector heaviest(SparseVector entries, std::size_t most) {
    const std::size_t kept = std::min(most, entries.size());
    std::ranges::partial_sort(entries, entries.begin() + static_cast<std::ptrdiff_t>(kept), heavier);
    entries.resize(kept);
    entries.shrink_to_fit();
    return entries;
}

/// The heaviest entries as a vector of length 1, in no more memory than they take.
SparseVector unit_vector(SparseVector entries, std::size_t most) {
    if (entries.size() > most) {
        std::ranges::nth_element(entries, entries.begin() + static_cast<std::ptrdiff_t>(most), heavier);
        entries.resize(most);
        std::ranges::sort(entries);
    }
    float squares = 0;
    for (const auto& [key, weight] : entries) {
        squares += weight * weight;
    }
    const float length = std::max(1e-6F, std::sqrt(squares));
    for (auto& [key, weight] : entries) {
        weight /= length;
    }
    entries.shrink_to_fit();
    return entries;
}

std::vector<std::uint32_t> keys_of(const SparseVector& entries) {
    std::vector<std::uint32_t> keys(entries.size());
    std::ranges::transform(entries, keys.begin(), &std::pair<std::uint32_t, float>::first);
    return keys;
}

/// Weights by field and kind, in the order of keys.
struct Weights {
    SparseVector title, lead, body, names, numbers, phrases, dates, lead_names, lead_numbers, lookup;

    void add(const KeyUse& use, float rarity) {
        const auto weighed = [&](std::uint8_t count) { return std::pair(use.key, (1 + std::log(static_cast<float>(count))) * rarity); };
        const auto put = [&](SparseVector& vector, std::uint8_t count) {
            if (count > 0) {
                vector.push_back(weighed(count));
            }
        };
        switch (use.kind) {
        case KeyKind::word:
            put(title, use.title);
            put(lead, use.lead);
            put(body, use.body);
            break;
        case KeyKind::name:
            put(names, use.body);
            put(lead_names, use.lead);
            break;
        case KeyKind::number:
            put(numbers, use.body);
            put(lead_numbers, use.lead);
            break;
        case KeyKind::phrase:
            put(phrases, use.body);
            return;
        case KeyKind::date:
            put(dates, use.body);
            return;
        }
        lookup.emplace_back(use.key,
                            rarity * (1 + 0.3F * std::log(1.0F + static_cast<float>(use.body + use.title))) * (use.lead > 0 ? 1.3F : 1.0F));
    }
};

}  // namespace

float share_held(std::span<const std::uint32_t> keys, const SparseVector& vector, const KeyFilter& filter) {
    const auto held = std::ranges::count_if(keys, [&](std::uint32_t key) {
        if (!filter.may_hold(key)) {
            return false;
        }
        const auto found = std::ranges::lower_bound(vector, key, {}, &std::pair<std::uint32_t, float>::first);
        return found != vector.end() && found->first == key;
    });
    return keys.empty() ? 0 : static_cast<float>(held) / static_cast<float>(keys.size());
}

float dot(const SparseVector& a, const SparseVector& b, const KeyFilter& filter) {
    float sum = 0;
    auto from = b.begin();
    for (const auto& [key, weight] : a) {
        if (!filter.may_hold(key)) {
            continue;
        }
        from = std::ranges::lower_bound(from, b.end(), key, {}, &std::pair<std::uint32_t, float>::first);
        if (from != b.end() && from->first == key) {
            sum += weight * from->second;
        }
    }
    return sum;
}

StoryFeatures weigh(const DocumentKeys& document, const Frequencies& frequencies) {
    Weights weights;
    const Frequencies::Read read = frequencies.read(document.publisher);
    for (std::size_t i = 0; i < document.uses.size(); ++i) {
        if (i + ahead < document.uses.size()) {
            frequencies.expect(document.uses[i + ahead], document.publisher);
        }
        weights.add(document.uses[i], frequencies.rarity(document.uses[i], read));
    }
    StoryFeatures features;
    features.key_names = keys_of(heaviest(weights.names, most_key_names));
    features.lead_names = keys_of(heaviest(weights.lead_names, most_lead_names));
    features.lead_numbers = keys_of(heaviest(weights.lead_numbers, most_lead_names));
    features.key_words = keys_of(heaviest(weights.body, most_key_words));
    features.lookup = heaviest(std::move(weights.lookup), lookup_keys);
    features.title = unit_vector(std::move(weights.title), most_others);
    features.lead = unit_vector(std::move(weights.lead), most_names);
    features.body = unit_vector(std::move(weights.body), most_words);
    features.names = unit_vector(std::move(weights.names), most_names);
    features.numbers = unit_vector(std::move(weights.numbers), most_others);
    features.phrases = unit_vector(std::move(weights.phrases), most_phrases);
    features.dates = unit_vector(std::move(weights.dates), most_others);
    for (const SparseVector* vector :
         {&features.title, &features.lead, &features.body, &features.names, &features.numbers, &features.phrases, &features.dates}) {
        for (const auto& [key, weight] : *vector) {
            features.filter.add(key);
        }
    }
    features.day = document.day;
    features.event_days = document.event_days;
    return features;
}

}  // namespace synoptic
