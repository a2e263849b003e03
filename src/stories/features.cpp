// SPDX-License-Identifier: Apache-2.0
#include "stories/features.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>

namespace synoptic {

namespace {

using KeyWeights = std::vector<std::pair<std::uint32_t, float>>;

/// Of each field, in their order: how many keys are kept, and how many in outline.
constexpr std::array<std::size_t, fields> most_keys = {16, 40, 96, 40, 16, 48, 16, 8, 8};
constexpr std::array<std::size_t, fields> most_in_outline = {8, 20, 40, 24, 12, 16, 8, 8, 8};
constexpr float other_numbers = 100;  // squared weight of those that the text might have told too: of two rare ones
constexpr std::size_t lookup_keys = 32;
constexpr std::size_t ahead = 8;  // keys expected before they are looked up

/// Leaves the heaviest, the heaviest first.
void keep_heaviest(KeyWeights& keys, std::size_t most) {
    const auto heavier = [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; };
    if (keys.size() > most) {
        std::ranges::nth_element(keys, keys.begin() + static_cast<std::ptrdiff_t>(most), heavier);
        keys.resize(most);
    }
    std::ranges::sort(keys, heavier);
}

float squares_of(std::span<const WeighedKey> keys) {
    float squares = 0;
    for (const WeighedKey key : keys) {
        squares += key.weight() * key.weight();
    }
    return squares;
}

/// Weights by field and kind.
struct Weights {
    KeyWeights title, lead, body, names, numbers, phrases, dates, lead_names, lead_numbers, lookup;

    void add(const KeyUse& use, float rarity) {
        const auto put = [&](KeyWeights& field, std::uint8_t count) {
            if (count > 0 && rarity > 0) {
                field.emplace_back(use.key, (1 + std::log(static_cast<float>(count))) * rarity);
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

WeighedKey::WeighedKey(std::uint32_t key, float weight) : bits_(key) { set_weight(weight); }

void WeighedKey::set_weight(float weight) {
    bits_ = (bits_ & ~0xFFU) | static_cast<std::uint32_t>(std::clamp(std::lround(255 + 32 * std::log2(weight)), 1L, 255L));
}

std::span<const WeighedKey> StoryFeatures::of(Field field) const {
    const auto place = static_cast<std::size_t>(field);
    const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
    return std::span(entries_).subspan(begin, ends_[place] - begin);
}

std::span<const WeighedKey> StoryFeatures::heaviest(Field field, std::size_t most) const {
    const auto all = of(field);
    return all.first(std::min(most, all.size()));
}

void StoryFeatures::append(KeyWeights keys, std::size_t most) {
    assert(appended_ < fields);
    keep_heaviest(keys, most);
    float squares = static_cast<Field>(appended_) == Field::numbers ? other_numbers : 0;
    for (const auto& [key, weight] : keys) {
        squares += weight * weight;
    }
    for (const auto& [key, weight] : keys) {
        entries_.emplace_back(key, weight / std::sqrt(squares));
    }
    ends_[appended_++] = static_cast<std::uint16_t>(entries_.size());
}

void StoryFeatures::shorten() {
    std::vector<WeighedKey> kept;
    std::array<std::uint16_t, fields> ends{};
    for (std::size_t field = 0; field < fields; ++field) {
        const std::size_t begin = kept.size();
        const auto all = of(static_cast<Field>(field));
        std::ranges::copy(all.first(std::min(most_in_outline[field], all.size())), std::back_inserter(kept));
        const float lengthened = std::sqrt(squares_of(all) / squares_of(std::span(kept).subspan(begin)));
        for (std::size_t i = begin; i < kept.size(); ++i) {
            kept[i].set_weight(kept[i].weight() * lengthened);
        }
        ends[field] = static_cast<std::uint16_t>(kept.size());
    }
    kept.shrink_to_fit();
    entries_ = std::move(kept);
    ends_ = ends;
}

Weighed weigh(const DocumentKeys& document, const Frequencies& frequencies) {
    Weights weights;
    const Frequencies::Read read = frequencies.read(document.publisher);
    for (std::size_t i = 0; i < document.uses.size(); ++i) {
        if (i + ahead < document.uses.size()) {
            frequencies.expect(document.uses[i + ahead], document.publisher);
        }
        weights.add(document.uses[i], frequencies.rarity(document.uses[i], read));
    }
    const std::array<KeyWeights*, fields> in_order = {&weights.title, &weights.lead,       &weights.body,
                                                      &weights.names, &weights.numbers,    &weights.phrases,
                                                      &weights.dates, &weights.lead_names, &weights.lead_numbers};
    std::size_t kept = 0;
    for (std::size_t field = 0; field < fields; ++field) {
        kept += std::min(in_order[field]->size(), most_keys[field]);
    }
    Weighed weighed;
    weighed.features.reserve(kept);
    for (std::size_t field = 0; field < fields; ++field) {
        weighed.features.append(std::move(*in_order[field]), most_keys[field]);
    }
    weighed.features.day = document.day;
    weighed.features.crowd = document.day ? frequencies.published_near(*document.day) : 1;
    weighed.features.event_days.assign(document.event_days.begin(), document.event_days.end());
    keep_heaviest(weights.lookup, lookup_keys);
    weighed.lookup = std::move(weights.lookup);
    return weighed;
}

}  // namespace synoptic
