// SPDX-License-Identifier: Apache-2.0
#include "situation/support.hpp"

#include <algorithm>
#include <set>

namespace synoptic {

namespace {

std::set<std::uint32_t> accounts_of(const Evidence& evidence, const StoryInput& input) {
    std::set<std::uint32_t> accounts;
    for (const Provenance& place : evidence) {
        accounts.insert(input.account(place.document));
    }
    return accounts;
}

}  // namespace

void tidy(Evidence& evidence) {
    std::ranges::sort(evidence);
    evidence.erase(std::ranges::unique(evidence).begin(), evidence.end());
    Evidence kept;
    for (const Provenance& place : evidence) {
        const bool inside = std::ranges::any_of(evidence, [&](const Provenance& other) {
            return other.document == place.document && other.span != place.span && other.span.covers(place.span);
        });
        if (!inside) {
            kept.push_back(place);
        }
    }
    evidence = std::move(kept);
}

std::uint32_t count_accounts(const Evidence& evidence, const StoryInput& input) {
    return static_cast<std::uint32_t>(accounts_of(evidence, input).size());
}

bool share_account(const Evidence& a, const Evidence& b, const StoryInput& input) {
    const std::set<std::uint32_t> first = accounts_of(a, input);
    return std::ranges::any_of(b, [&](const Provenance& place) { return first.contains(input.account(place.document)); });
}

}  // namespace synoptic
