// SPDX-License-Identifier: Apache-2.0
#include "stories/naming.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace synoptic {

Naming name_clusters(std::span<const StoryNumber> story_of, std::span<const std::uint32_t> cluster_of,
                     const std::map<StoryNumber, std::uint32_t>& settled) {
    Naming naming;
    for (std::size_t i = 0; i < story_of.size(); ++i) {
        ++naming.shared[{story_of[i], cluster_of[i]}];
    }
    struct Claim {
        std::uint32_t weight;
        std::uint32_t documents;
        StoryNumber story;
        std::uint32_t cluster;
    };
    std::vector<Claim> claims;
    for (const auto& [pair, documents] : naming.shared) {
        const auto others = settled.find(pair.first);
        claims.push_back({documents + (others == settled.end() ? 0 : others->second), documents, pair.first, pair.second});
    }
    std::ranges::sort(claims, [](const Claim& a, const Claim& b) {
        return std::tie(b.weight, b.documents, a.story, a.cluster) < std::tie(a.weight, a.documents, b.story, b.cluster);
    });
    std::map<StoryNumber, std::uint32_t> named;
    for (const Claim& claim : claims) {
        naming.heir_of.emplace(claim.story, claim.cluster);  // the first claim of a story is its strongest
        if (!naming.name_of.contains(claim.cluster) && !named.contains(claim.story)) {
            naming.name_of.emplace(claim.cluster, claim.story);
            named.emplace(claim.story, claim.cluster);
            naming.heir_of[claim.story] = claim.cluster;
        }
    }
    return naming;
}

}  // namespace synoptic
