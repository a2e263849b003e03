// SPDX-License-Identifier: Apache-2.0
#include "stories/group_score.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <numeric>
#include <optional>
#include <span>
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

/// How many documents of two groups hold each of a few keys, counted in one pass over the documents.
class Holders {
public:
    Holders(Group a, Group b, std::initializer_list<std::span<const std::uint32_t>> keys) {
        for (const auto& list : keys) {
            std::ranges::for_each(list, [&](std::uint32_t key) { add(key); });
        }
        count(a, of_a_);
        count(b, of_b_);
    }

    /// The share of the first group's documents that hold the key less that of the second's.
    [[nodiscard]] float difference(std::uint32_t key) const {
        const std::size_t place = *find(key);
        return share(of_a_, place) - share(of_b_, place);
    }

private:
    static constexpr std::uint8_t none = 0xFF;
    static constexpr std::size_t slots = 256;  // several times the keys
    struct Counts {
        std::size_t documents = 0;
        std::array<std::uint8_t, 4 * most_keys> holders{};
    };

    /// The slot of a key or the free one where it belongs.
    [[nodiscard]] std::size_t slot_of(std::uint32_t key) const {
        std::size_t at = key % slots;
        while (place_in_[at] != none && keys_[place_in_[at]] != key) {
            at = (at + 1) % slots;
        }
        return at;
    }
    void add(std::uint32_t key) {
        std::uint8_t& place = place_in_[slot_of(key)];
        if (place == none) {
            place = count_;
            keys_[count_++] = key;
        }
    }
    [[nodiscard]] std::optional<std::size_t> find(std::uint32_t key) const {
        const std::uint8_t place = place_in_[slot_of(key)];
        return place == none ? std::nullopt : std::optional<std::size_t>(place);
    }
    void count(Group group, Counts& counts) const {
        counts.documents = group.size();
        for (const StoryFeatures* document : group) {
            for (const Field field : {Field::names, Field::numbers, Field::body}) {
                for (const WeighedKey entry : document->of(field)) {
                    if (const auto place = find(entry.key())) {
                        ++counts.holders[*place];
                    }
                }
            }
        }
    }
    // Of few documents little is known: one in three may hold it by chance.
    static float share(const Counts& counts, std::size_t place) {
        return (static_cast<float>(counts.holders[place]) + 0.33F) / (static_cast<float>(counts.documents) + 1);
    }

    std::array<std::uint8_t, slots> place_in_ = [] {
        std::array<std::uint8_t, slots> places;
        places.fill(none);
        return places;
    }();
    std::array<std::uint32_t, 4 * most_keys> keys_{};
    std::uint8_t count_ = 0;
    Counts of_a_;
    Counts of_b_;
};

/// How much of its own a group has: the mean, over the three of its keys that tell it best from the other, of the difference of shares.
/// `sign`: 1 for the first group, -1 for the second.
float own(std::span<const std::uint32_t> keys, const Holders& holders, float sign) {
    std::array<float, most_keys> differences{};
    std::ranges::transform(keys, differences.begin(), [&](std::uint32_t key) { return std::max(0.0F, sign * holders.difference(key)); });
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
    const auto names_of_a = given(a, names_of);
    const auto names_of_b = given(b, names_of);
    const auto words_of_a = given(a, words_of);
    const auto words_of_b = given(b, words_of);
    const Holders holders(a, b, {names_of_a, names_of_b, words_of_a, words_of_b});
    const float own_names = std::min(own(names_of_a, holders, 1), own(names_of_b, holders, -1));
    const float own_words = std::min(own(words_of_a, holders, 1), own(words_of_b, holders, -1));
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
