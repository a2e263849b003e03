// SPDX-License-Identifier: Apache-2.0
#include "stories/key_index.hpp"

#include <algorithm>

namespace synoptic {

namespace {

constexpr std::size_t newest_holders = 16;

}  // namespace

void KeyIndex::add(std::uint32_t document, const LookupKeys& keys) {
    for (const auto& [key, weight] : keys) {
        auto& holders = holders_of_[key];
        if (holders.size() == newest_holders) {
            holders.erase(holders.begin());
        }
        holders.push_back(document);
    }
}

void KeyIndex::keep_if(const std::function<bool(std::uint32_t)>& kept) {
    absl::erase_if(holders_of_, [&](auto& entry) {
        auto& holders = entry.second;
        holders.erase(std::remove_if(holders.begin(), holders.end(), [&](std::uint32_t document) { return !kept(document); }),
                      holders.end());
        return holders.empty();
    });
}

std::vector<std::pair<std::uint32_t, float>> KeyIndex::find(const LookupKeys& keys) const {
    std::vector<std::pair<std::uint32_t, float>> found;
    for (const auto& [key, weight] : keys) {
        if (const auto holders = holders_of_.find(key); holders != holders_of_.end()) {
            for (const std::uint32_t document : holders->second) {
                found.emplace_back(document, weight);
            }
        }
    }
    std::ranges::sort(found);
    std::size_t kept = 0;
    for (const auto& [document, weight] : found) {
        if (kept > 0 && found[kept - 1].first == document) {
            found[kept - 1].second += weight;
        } else {
            found[kept++] = {document, weight};
        }
    }
    found.resize(kept);
    return found;
}

}  // namespace synoptic
