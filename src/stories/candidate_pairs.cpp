// SPDX-License-Identifier: Apache-2.0
#include "stories/candidate_pairs.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace synoptic {

namespace {

constexpr std::size_t newest_holders = 48;
constexpr std::size_t most_candidates = 192;

}  // namespace

std::vector<DocumentPair> candidate_pairs(std::span<const StoryFeatures> documents, std::size_t all_pairs_up_to) {
    std::vector<DocumentPair> pairs;
    const auto count = static_cast<std::uint32_t>(documents.size());
    if (count <= all_pairs_up_to) {
        for (std::uint32_t i = 0; i < count; ++i) {
            for (std::uint32_t j = i + 1; j < count; ++j) {
                pairs.emplace_back(i, j);
            }
        }
        return pairs;
    }
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders_of;
    for (std::uint32_t j = 0; j < count; ++j) {
        std::unordered_map<std::uint32_t, std::uint32_t> shared;
        for (const std::uint64_t key : documents[j].rarest) {
            auto& holders = holders_of[key];
            const std::size_t from = holders.size() > newest_holders ? holders.size() - newest_holders : 0;
            for (std::size_t k = from; k < holders.size(); ++k) {
                ++shared[holders[k]];
            }
            holders.push_back(j);
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;  // (keys shared, document)
        for (const auto& [i, keys] : shared) {
            ranked.emplace_back(keys, i);
        }
        std::ranges::sort(ranked, std::greater<>{});
        ranked.resize(std::min(ranked.size(), most_candidates));
        for (const auto& [keys, i] : ranked) {
            pairs.emplace_back(i, j);
        }
    }
    std::ranges::sort(pairs);
    return pairs;
}

}  // namespace synoptic
