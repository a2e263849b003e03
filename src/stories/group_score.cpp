// SPDX-License-Identifier: Apache-2.0
#include "stories/group_score.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
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

bool holds(const SparseVector& vector, std::uint32_t key) {
    const auto found = std::ranges::lower_bound(vector, key, {}, &std::pair<std::uint32_t, float>::first);
    return found != vector.end() && found->first == key;
}

bool holds(const StoryFeatures& document, std::uint32_t key) {
    return document.filter.may_hold(key) && (holds(document.names, key) || holds(document.numbers, key) || holds(document.body, key));
}

float share(Group group, std::uint32_t key) {
    const auto holders = std::ranges::count_if(group, [&](const StoryFeatures* document) { return holds(*document, key); });
    // Of few documents little is known: one in three may hold it by chance.
    return (static_cast<float>(holders) + 0.33F) / (static_cast<float>(group.size()) + 1);
}

using KeyLists = std::array<const std::vector<std::uint32_t>*, 3>;  // or nullptr

KeyLists names_of(const StoryFeatures& document) { return {&document.key_names, &document.lead_names, &document.lead_numbers}; }
KeyLists words_of(const StoryFeatures& document) { return {&document.key_words, nullptr, nullptr}; }

/// What most documents of a group give.
std::vector<std::uint32_t> given(Group group, KeyLists (*lists_of)(const StoryFeatures&)) {
    std::vector<std::uint32_t> all;
    for (const StoryFeatures* document : group) {
        for (const auto* keys : lists_of(*document)) {
            if (keys != nullptr) {
                all.insert(all.end(), keys->begin(), keys->end());
            }
        }
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

/// How much of its own a group has: the mean, over the three keys that tell it best from the other, of the difference of shares.
float own(Group group, Group other, KeyLists (*lists_of)(const StoryFeatures&)) {
    std::vector<float> differences;
    for (const std::uint32_t key : given(group, lists_of)) {
        differences.push_back(std::max(0.0F, share(group, key) - share(other, key)));
    }
    std::ranges::sort(differences, std::greater<>{});
    differences.resize(keys_counted);
    float sum = 0;
    for (const float difference : differences) {
        sum += difference;
    }
    return sum / static_cast<float>(keys_counted);
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
