// SPDX-License-Identifier: Apache-2.0
// A role conflict: two accounts give one person offices that exclude each other (offices.hpp). An account that gives both tells of two
// offices, and is no party.
#include <algorithm>
#include <map>
#include <set>

#include "situation/conflicts.hpp"
#include "situation/offices.hpp"

namespace synoptic {

namespace {

using RoleKey = std::tuple<std::string, std::string, bool>;  // kind, portfolio, former

}  // namespace

std::vector<Conflict> find_role_conflicts(const ConflictInput& story) {
    std::map<std::uint32_t, std::map<RoleKey, std::vector<const GivenRole*>>> by_actor;
    for (const GivenRole& role : story.cast.roles) {
        by_actor[role.actor][{role.office.kind, role.office.portfolio, role.office.former}].push_back(&role);
    }
    std::vector<Conflict> conflicts;
    for (const auto& [actor, roles] : by_actor) {
        for (auto a = roles.begin(); a != roles.end(); ++a) {
            for (auto b = std::next(a); b != roles.end(); ++b) {
                if (!contradict(a->second.front()->office, b->second.front()->office)) {
                    continue;
                }
                std::set<std::uint32_t> first;
                std::set<std::uint32_t> both;
                for (const GivenRole* role : a->second) {
                    first.insert(story.input.account(role->document));
                }
                for (const GivenRole* role : b->second) {
                    if (const std::uint32_t account = story.input.account(role->document); first.contains(account)) {
                        both.insert(account);
                    }
                }
                Conflict conflict{.kind = ConflictKind::role,
                                  .within_account = false,
                                  .about = "the office of " + story.cast.actors[actor].name,
                                  .sides = {}};
                for (const auto* holders : {&a->second, &b->second}) {
                    Side side{.value = holders->front()->office.text, .evidence = {}};
                    for (const GivenRole* role : *holders) {
                        if (!both.contains(story.input.account(role->document))) {
                            side.evidence.emplace_back(role->document, role->sentence, role->office.span);
                        }
                    }
                    conflict.sides.push_back(std::move(side));
                }
                conflicts.push_back(std::move(conflict));
            }
        }
    }
    return conflicts;
}

}  // namespace synoptic
