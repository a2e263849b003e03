// SPDX-License-Identifier: Apache-2.0
#include "lineage/window_index.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace synoptic {

namespace {

constexpr unsigned tag_bits = 12;
constexpr std::uint32_t tag_mask = (1U << tag_bits) - 1;
constexpr std::size_t smallest_generation = 32768;
constexpr std::size_t largest_generation = (std::size_t{1} << (32 - tag_bits)) - 2;
constexpr std::size_t keys_of_a_document = 24;
constexpr std::size_t usual_fill = 12;                         // entries a line when a generation is full
constexpr std::size_t most_documents = std::size_t{1} << 22U;  // of a window; of more the oldest go
constexpr std::size_t of_a_key = 8;                            // entries in a generation
constexpr std::size_t of_a_key_and_publisher = 3;
constexpr std::uint32_t band_weight = 3;
constexpr std::uint32_t least_weight = 3;
constexpr std::size_t most_candidates = 32;
constexpr std::size_t most_of_own_publisher = 4;

struct Slot {
    std::size_t line;
    std::uint32_t tag;
};

Slot slot_of(std::uint64_t key, std::size_t lines) {
    const std::uint64_t spread = key * 0x9E3779B97F4A7C15ULL;
    return {static_cast<std::size_t>(((spread >> 32U) * lines) >> 32U), static_cast<std::uint32_t>(key) & tag_mask};
}

std::uint32_t shortened(std::uint64_t publisher) { return static_cast<std::uint32_t>(publisher); }

}  // namespace

void WindowIndex::Generation::add(std::uint64_t key, std::uint32_t local, std::uint32_t publisher) {
    const Slot slot = slot_of(key, lines.size());
    auto& entry = lines[slot.line].entry;
    std::size_t gives_way = entries - 1;
    std::size_t of_key = 0;
    std::size_t of_publisher = 0;
    for (std::size_t i = 0; i < entries; ++i) {
        if (entry[i] == 0) {
            gives_way = i;
            break;
        }
        if ((entry[i] & tag_mask) != slot.tag) {
            continue;
        }
        of_publisher += publisher != 0 && publishers[(entry[i] >> tag_bits) - 1] == publisher ? 1 : 0;
        if (++of_key == of_a_key || of_publisher == of_a_key_and_publisher) {
            gives_way = i;
            break;
        }
    }
    std::move_backward(entry.begin(), entry.begin() + static_cast<std::ptrdiff_t>(gives_way),
                       entry.begin() + static_cast<std::ptrdiff_t>(gives_way) + 1);
    entry[0] = ((local + 1) << tag_bits) | slot.tag;
}

void WindowIndex::start_generation() {
    const std::size_t there = next_ - first();
    Generation generation;
    generation.first = next_;
    generation.capacity = std::clamp(there / 2, smallest_generation, largest_generation);
    generation.lines.resize(generation.capacity * keys_of_a_document / usual_fill);
    generation.publishers.reserve(generation.capacity);
    generation.days.reserve(generation.capacity);
    generations_.push_back(std::move(generation));
}

void WindowIndex::add(const Sketch& sketch, const Filing& filing, std::int32_t now) {
    if (generations_.empty() || generations_.back().days.size() == generations_.back().capacity) {
        start_generation();
    }
    Generation& newest = generations_.back();
    const auto local = static_cast<std::uint32_t>(newest.days.size());
    newest.publishers.push_back(shortened(filing.publisher));
    newest.days.push_back(filing.day);
    newest.last_filed = now;
    for (const auto* keys : {&sketch.bands, &sketch.filed}) {
        for (const std::uint64_t key : *keys) {
            newest.add(key, local, shortened(filing.publisher));
        }
    }
    ++next_;
}

void WindowIndex::forget(std::int32_t now) {
    while (!generations_.empty() && (std::int64_t{generations_.front().last_filed} + days_ < now ||
                                     next_ - first() > most_documents + generations_.front().capacity)) {
        generations_.pop_front();
    }
}

void WindowIndex::collect(std::span<const std::uint64_t> keys, std::uint32_t weight, std::vector<Hit>& hits) const {
    for (const Generation& generation : generations_) {
        for (const std::uint64_t key : keys) {
            __builtin_prefetch(&generation.lines[slot_of(key, generation.lines.size()).line]);
        }
        for (const std::uint64_t key : keys) {
            const Slot slot = slot_of(key, generation.lines.size());
            for (const std::uint32_t entry : generation.lines[slot.line].entry) {
                if (entry != 0 && (entry & tag_mask) == slot.tag) {
                    hits.push_back({generation.first + (entry >> tag_bits) - 1, weight});
                }
            }
        }
    }
}

const WindowIndex::Generation& WindowIndex::generation_of(std::uint32_t document) const {
    const auto after = std::ranges::upper_bound(generations_, document, {}, &Generation::first);
    return *(after - 1);
}

std::vector<std::uint32_t> WindowIndex::find(const Sketch& sketch, const Filing& filing) const {
    std::vector<Hit> hits;
    collect(sketch.bands, band_weight, hits);
    collect(sketch.asked, 1, hits);
    std::ranges::sort(hits, {}, &Hit::document);
    std::vector<Hit> found;
    for (const Hit& hit : hits) {
        if (!found.empty() && found.back().document == hit.document) {
            found.back().weight += hit.weight;
        } else {
            found.push_back(hit);
        }
    }
    std::erase_if(found, [](const Hit& hit) { return hit.weight < least_weight; });
    std::ranges::sort(found, [](const Hit& x, const Hit& y) { return std::tie(y.weight, y.document) < std::tie(x.weight, x.document); });
    std::vector<std::uint32_t> documents;
    std::size_t of_own_publisher = 0;
    for (const Hit& hit : found) {
        const Generation& generation = generation_of(hit.document);
        const std::uint32_t local = hit.document - generation.first;
        const std::int32_t day = generation.days[local];
        const bool dated = day != Reading::no_day && filing.day != Reading::no_day;
        if (dated && std::abs(std::int64_t{day} - filing.day) > days_) {
            continue;
        }
        if (filing.publisher != 0 && generation.publishers[local] == shortened(filing.publisher) &&
            ++of_own_publisher > most_of_own_publisher) {
            continue;
        }
        documents.push_back(hit.document);
        if (documents.size() == most_candidates) {
            break;
        }
    }
    std::ranges::sort(documents);
    return documents;
}

}  // namespace synoptic
