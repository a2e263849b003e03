// SPDX-License-Identifier: Apache-2.0
#include "stories/group_score.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>
#include <optional>
#include <vector>

#include "core/asset.hpp"
#include "core/table.hpp"

namespace synoptic {

namespace {

constexpr std::size_t most_documents = 12;  // of a group, the newest
constexpr std::size_t most_keys = 16;       // of a group, those that most of its documents give
constexpr std::size_t keys_counted = 3;

using Group = std::span<const StoryFeatures* const>;

/// The keys of what a document names, or of its words.
using KeysOf = void (*)(const StoryFeatures&, std::vector<std::uint32_t>&);

void add_keys(std::span<const WeighedKey> entries, std::vector<std::uint32_t>& keys) {
    std::ranges::transform(entries, std::back_inserter(keys), &WeighedKey::key);
}

void names_of(const StoryFeatures& document, std::vector<std::uint32_t>& keys) {
    add_keys(document.key_names(), keys);
    add_keys(document.of(Field::lead_names), keys);
    add_keys(document.of(Field::lead_numbers), keys);
}

void words_of(const StoryFeatures& document, std::vector<std::uint32_t>& keys) { add_keys(document.key_words(), keys); }

/// What most documents of a group give.
std::vector<std::uint32_t> given(Group group, KeysOf keys_of) {
    std::vector<std::uint32_t> all;
    for (const StoryFeatures* document : group) {
        keys_of(*document, all);
    }
    std::ranges::sort(all);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;  // (documents, key)
    for (const std::uint32_t key : all) {
        if (ranked.empty() || ranked.back().second != key) {
            ranked.emplace_back(0, key);
        }
        ++ranked.back().first;
    }
    std::ranges::sort(ranked, std::greater<>{});
    ranked.resize(std::min(ranked.size(), most_keys));
    std::vector<std::uint32_t> keys;
    for (const auto& [documents, key] : ranked) {
        keys.push_back(key);
    }
    return keys;
}

/// For each of at most 16 keys, the share of a group's documents that hold it.
std::array<float, most_keys> shares(Group group, std::span<const std::uint32_t> keys) {
    std::bitset<256> ends;  // of the keys, by their last byte
    for (const std::uint32_t key : keys) {
        ends.set(key & 0xFFU);
    }
    std::array<std::uint32_t, most_keys> holders{};
    for (const StoryFeatures* document : group) {
        std::bitset<most_keys> held;
        for (const Field field : {Field::names, Field::numbers, Field::body}) {
            for (const WeighedKey entry : document->of(field)) {
                if (ends[entry.key() & 0xFFU]) {
                    const auto found = std::ranges::find(keys, entry.key());
                    if (found != keys.end()) {
                        held.set(static_cast<std::size_t>(found - keys.begin()));
                    }
                }
            }
        }
        for (std::size_t i = 0; i < keys.size(); ++i) {
            holders[i] += held[i] ? 1U : 0U;
        }
    }
    std::array<float, most_keys> shares{};
    // Of few documents little is known: one in three may hold it by chance.
    std::ranges::transform(holders, shares.begin(), [&](std::uint32_t count) {
        return (static_cast<float>(count) + 0.33F) / (static_cast<float>(group.size()) + 1);
    });
    return shares;
}

/// How much of its own a group has: the mean, over the three keys that tell it best from the other, of the difference of shares.
float own(Group group, Group other, KeysOf keys_of) {
    const std::vector<std::uint32_t> keys = given(group, keys_of);
    const auto here = shares(group, keys);
    const auto there = shares(other, keys);
    std::array<float, most_keys> differences{};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        differences[i] = std::max(0.0F, here[i] - there[i]);
    }
    std::ranges::sort(differences, std::greater<>{});
    return std::accumulate(differences.begin(), differences.begin() + keys_counted, 0.0F) / static_cast<float>(keys_counted);
}

/// Days between the first and the last of a group.
std::int32_t spread(Group group) {
    std::optional<std::int32_t> first;
    std::optional<std::int32_t> last;
    for (const StoryFeatures* document : group) {
        if (document->day) {
            first = first ? std::min(*first, *document->day) : *document->day;
            last = last ? std::max(*last, *document->day) : *document->day;
        }
    }
    return first ? *last - *first : 0;
}

float number(std::string_view text) {
    float value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

GroupEvidence best_evidence(std::size_t a, std::size_t b, float likelihood) {
    const auto [smaller, larger] = std::minmax({a, b});
    const float odds = std::clamp(likelihood, 0.01F, 0.99F);
    return {std::log(odds / (1 - odds)), std::log2(static_cast<float>(smaller)) / 5, std::log2(static_cast<float>(larger)) / 5};
}

GroupEvidence compare_groups(Group a, Group b, float likelihood) {
    const GroupEvidence best = best_evidence(a.size(), b.size(), likelihood);
    a = a.last(std::min(a.size(), most_documents));
    b = b.last(std::min(b.size(), most_documents));
    const float own_names = std::min(own(a, b, names_of), own(b, a, names_of));
    const float own_words = std::min(own(a, b, words_of), own(b, a, words_of));
    return {best[0],
            best[1],
            best[2],
            own_names,
            own_words,
            own_names * best[1],
            own_words * best[1],
            std::log1p(static_cast<float>(std::max(spread(a), spread(b)))) / std::log1p(365.0F)};
}

GroupScorer::GroupScorer() : GroupScorer(asset("stories_trees.tsv")) {}

GroupScorer::GroupScorer(std::string_view table) {
    for (const Row& row : parse_table(table)) {
        if (row.at(0) == "group") {
            const auto found = std::ranges::find(group_evidence_names, row.at(1));
            if (found == group_evidence_names.end()) {
                bias_ = number(row.at(2));
            } else {
                weights_[static_cast<std::size_t>(found - group_evidence_names.begin())] = number(row.at(2));
            }
        }
    }
}

float GroupScorer::operator()(const GroupEvidence& evidence, float prior) const {
    float sum = bias_ + prior;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        sum += weights_[i] * evidence[i];
    }
    return 1.0F / (1.0F + std::exp(-sum));
}

}  // namespace synoptic
