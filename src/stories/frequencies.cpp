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
constexpr float forgotten = 0.3F;      // a count below it is dropped when the table is full, and ever greater ones until half is free
constexpr std::size_t most_counts = 3'600'000;  // what a hash table of four million places takes
constexpr std::int32_t days_near = 3;           // before a day and after it
constexpr std::size_t ahead = 8;                // keys
constexpr float own_news = 3;                   // so many documents of one publisher with one key may be a story and no habit
constexpr float like_others = 10;               // documents for which a publisher is taken to write as all do

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

std::uint32_t at_publisher(std::uint32_t key, std::uint32_t publisher) { return static_cast<std::uint32_t>(mix(publisher, key) >> 32U); }

}  // namespace

void DecayedCounts::pass_to(std::int32_t day) {
    if (latest_ && day > *latest_) {
        scale_ *= std::exp2(std::min(day - *latest_, 3650) / half_life);
        if (scale_ > largest_scale) {
            divide_by_scale();
        }
    }
    latest_ = latest_ ? std::max(*latest_, day) : day;
}

void DecayedCounts::add(std::uint32_t thing) {
    if (counts_.size() >= most_counts) {
        forget();
    }
    counts_[thing] += static_cast<float>(scale_);
}

float DecayedCounts::count(std::uint32_t thing) const {
    const auto found = counts_.find(thing);
    return found == counts_.end() ? 0 : found->second / static_cast<float>(scale_);
}

void DecayedCounts::divide_by_scale() {
    for (auto& [thing, count] : counts_) {
        count /= static_cast<float>(scale_);
    }
    scale_ = 1;
}

void DecayedCounts::forget() {
    divide_by_scale();
    for (float least = forgotten; counts_.size() > most_counts / 2; least *= 2) {
        absl::erase_if(counts_, [&](const auto& counted) { return counted.second < least; });
    }
}

void Frequencies::count(const DocumentKeys& document) {
    if (document.day) {
        for (DecayedCounts* counts : {&held_by_, &documents_, &held_at_}) {
            counts->pass_to(*document.day);
        }
        published_.add(static_cast<std::uint32_t>(*document.day));
        ++dated_;
    }
    documents_.add(0);
    if (document.publisher != 0) {
        documents_.add(document.publisher);
    }
    for (std::size_t i = 0; i < document.uses.size(); ++i) {
        const KeyUse& use = document.uses[i];
        if (i + ahead < document.uses.size()) {
            expect(document.uses[i + ahead], document.publisher);
        }
        held_by_.add(use.key);
        if (document.publisher != 0 && use.kind != KeyKind::date) {
            held_at_.add(at_publisher(use.key, document.publisher));
        }
    }
}

void Frequencies::expect(const KeyUse& use, std::uint32_t publisher) const {
    held_by_.expect(use.key);
    held_at_.expect(at_publisher(use.key, publisher));
}

float Frequencies::published_near(std::int32_t day) const {
    float near = 0;
    for (std::int32_t other = day - days_near; other <= day + days_near; ++other) {
        near += published_.count(static_cast<std::uint32_t>(other));
    }
    return dated_ == 0 ? 1 : std::min(1.0F, near / static_cast<float>(dated_));
}

float Frequencies::rarity(const KeyUse& use, const Read& read) const {
    float at_large_share = 0.5F / at_large;
    if (use.kind == KeyKind::word) {
        if (const auto common = common_words().find(use.key); common != common_words().end()) {
            at_large_share = common->second;
        }
    }
    float share = (at_large_share * at_large + held_by_.count(use.key)) / (at_large + read.of_all + 1);
    if (read.publisher != 0 && read.of_publisher > own_news && use.kind != KeyKind::date) {
        const float held = std::max(0.0F, held_at_.count(at_publisher(use.key, read.publisher)) - own_news);
        share = std::max(share, (held + like_others * share) / (read.of_publisher - 1 + like_others));
    }
    return std::max(0.0F, -std::log(share));
}

}  // namespace synoptic
