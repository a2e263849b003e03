// SPDX-License-Identifier: Apache-2.0
#include "stories/frequencies.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/table.hpp"
#include "lineage/words.hpp"

namespace synoptic {

namespace {

constexpr double half_life = 120;      // days
constexpr float at_large = 500;        // documents that the table of common words stands for
constexpr double largest_scale = 1e6;  // beyond it all counts are made smaller
constexpr float forgotten = 0.3F;      // a count below it is dropped when the table is full

/// Shares of documents at large, by key.
const absl::flat_hash_map<std::uint32_t, float>& common_words() {
    static const absl::flat_hash_map<std::uint32_t, float> shares = [] {
        absl::flat_hash_map<std::uint32_t, float> read;
        for (const Row& row : load_table("stories_common_words.tsv")) {
            float thousandths = 0;
            std::from_chars(row.at(1).data(), row.at(1).data() + row.at(1).size(), thousandths);
            read.emplace(word_key(row.at(0)), thousandths / 1000.0F);
        }
        return read;
    }();
    return shares;
}

}  // namespace

void Frequencies::count(const DocumentKeys& document) {
    if (document.day && (!latest_ || *document.day > *latest_)) {
        if (latest_) {
            scale_ *= std::exp2(std::min(*document.day - *latest_, 3650) / half_life);
        }
        latest_ = document.day;
    }
    if (scale_ > largest_scale || held_by_.size() > forget_at_) {
        forget();
    }
    documents_ += scale_;
    for (const KeyUse& use : document.uses) {
        held_by_[use.key] += static_cast<float>(scale_);
    }
}

void Frequencies::forget() {
    const auto scale = static_cast<float>(scale_);
    for (auto& [key, held] : held_by_) {
        held /= scale;
    }
    absl::erase_if(held_by_, [](const auto& held) { return held.second < forgotten; });
    documents_ /= scale_;
    scale_ = 1;
    forget_at_ = std::max<std::size_t>(1U << 20U, 2 * held_by_.size());
}

float Frequencies::rarity(const KeyUse& use) const {
    float share = 0.5F / at_large;
    if (use.kind == KeyKind::word) {
        if (const auto common = common_words().find(use.key); common != common_words().end()) {
            share = common->second;
        }
    }
    const auto found = held_by_.find(use.key);
    const float held = found == held_by_.end() ? 0 : found->second / static_cast<float>(scale_);
    return std::max(0.0F, std::log((at_large + documents() + 1) / (share * at_large + held)));
}

}  // namespace synoptic
