// SPDX-License-Identifier: Apache-2.0
#include "situation/conflicts.hpp"

#include <algorithm>
#include <set>

#include "core/text.hpp"
#include "situation/support.hpp"

namespace synoptic {

namespace {

bool overlap(const Evidence& a, const Evidence& b) {
    return std::ranges::any_of(a, [&](const Provenance& x) {
        return std::ranges::any_of(b, [&](const Provenance& y) { return x.document == y.document && x.sentence == y.sentence; });
    });
}

/// Whether the sides of two conflicts of one kind stand for each other; tells in which order.
bool same_matter(const Conflict& a, const Conflict& b, bool& crossed) {
    if (a.kind != b.kind || a.sides.size() != 2 || b.sides.size() != 2) {
        return false;
    }
    const bool straight = overlap(a.sides[0].evidence, b.sides[0].evidence) || overlap(a.sides[1].evidence, b.sides[1].evidence);
    crossed = !straight && (overlap(a.sides[0].evidence, b.sides[1].evidence) || overlap(a.sides[1].evidence, b.sides[0].evidence));
    return straight || crossed;
}

void absorb(Conflict& into, Conflict&& other, bool crossed) {
    for (std::size_t i = 0; i < 2; ++i) {
        Evidence& to = into.sides[i].evidence;
        const Evidence& from = other.sides[crossed ? 1 - i : i].evidence;
        to.insert(to.end(), from.begin(), from.end());
    }
}

/// Sorts a conflict's sides and drops what stands on both; false where a side is left empty.
bool settle(Conflict& conflict, const StoryInput& input) {
    for (Side& side : conflict.sides) {
        tidy(side.evidence);
    }
    if (conflict.sides.size() < 2) {
        return false;
    }
    std::set<Provenance> both;
    std::ranges::set_intersection(conflict.sides[0].evidence, conflict.sides[1].evidence, std::inserter(both, both.end()));
    for (Side& side : conflict.sides) {
        std::erase_if(side.evidence, [&](const Provenance& place) { return both.contains(place); });
        if (side.evidence.empty()) {
            return false;
        }
    }
    std::ranges::stable_sort(conflict.sides, {}, [](const Side& side) { return side.evidence.front(); });
    std::set<std::uint32_t> accounts;
    for (const Side& side : conflict.sides) {
        for (const Provenance& place : side.evidence) {
            accounts.insert(input.account(place.document));
        }
    }
    conflict.within_account = accounts.size() == 1;
    return true;
}

}  // namespace

std::string shared_matter(const ConflictInput& story, const Statement& a, const Statement& b) {
    std::vector<std::uint32_t> first = a.terms;
    std::vector<std::uint32_t> second = b.terms;
    std::vector<std::uint32_t> common;
    std::ranges::set_intersection(first, second, std::back_inserter(common));
    std::ranges::stable_sort(common, [&](std::uint32_t x, std::uint32_t y) { return story.facts.weight(x) > story.facts.weight(y); });
    std::string matter;
    std::size_t count = 0;
    for (std::uint32_t term : common) {
        std::string_view text = story.facts.terms.view(term);
        if (text.starts_with('!') || (!text.empty() && is_ascii_digit(text.front()))) {
            continue;
        }
        std::string word(text);
        if (text.starts_with('@')) {
            word = story.cast.actors[std::stoul(word.substr(1))].name;
        }
        matter += (matter.empty() ? "" : ", ") + word;
        if (++count == 4) {
            break;
        }
    }
    return matter;
}

std::vector<Conflict> find_conflicts(const ConflictInput& story) {
    std::vector<Conflict> all;
    for (auto* find : {&find_role_conflicts, &find_speaker_conflicts, &find_precedence_conflicts, &find_number_conflicts,
                       &find_date_conflicts, &find_order_conflicts, &find_agent_conflicts, &find_occurrence_conflicts}) {
        for (Conflict& conflict : find(story)) {
            if (!settle(conflict, story.input)) {
                continue;
            }
            bool crossed = false;
            const auto known = std::ranges::find_if(all, [&](const Conflict& other) { return same_matter(other, conflict, crossed); });
            if (known != all.end()) {
                absorb(*known, std::move(conflict), crossed);
            } else {
                all.push_back(std::move(conflict));
            }
        }
    }
    std::erase_if(all, [&](Conflict& conflict) { return !settle(conflict, story.input); });
    std::ranges::stable_sort(all, {}, [](const Conflict& conflict) { return conflict.sides.front().evidence.front(); });
    return all;
}

void count_against(std::vector<Claim>& claims, const std::vector<Conflict>& conflicts, const StoryInput& input) {
    for (Claim& claim : claims) {
        for (const Conflict& conflict : conflicts) {
            for (std::size_t i = 0; i < conflict.sides.size(); ++i) {
                if (!overlap(claim.support, conflict.sides[i].evidence)) {
                    continue;
                }
                for (std::size_t j = 0; j < conflict.sides.size(); ++j) {
                    if (j != i && !overlap(claim.support, conflict.sides[j].evidence)) {
                        claim.against.insert(claim.against.end(), conflict.sides[j].evidence.begin(), conflict.sides[j].evidence.end());
                    }
                }
            }
        }
        tidy(claim.against);
        claim.accounts_against = count_accounts(claim.against, input);
    }
}

}  // namespace synoptic
