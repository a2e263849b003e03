// SPDX-License-Identifier: Apache-2.0
// A role conflict: two accounts give one person offices that exclude each other (offices.hpp). An account that gives both tells of two
// offices, and is no party.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "situation/conflicts.hpp"
#include "situation/offices.hpp"
#include "situation/statements.hpp"

namespace synoptic {

namespace {

using RoleKey = std::tuple<std::string, std::string, bool>;  // kind, portfolio, former
using Roles = std::vector<const GivenRole*>;

/// The clauses whose subject the holder of an office is; none where he is only spoken of ("President Doss's choice").
std::vector<const Statement*> acts_of(const ConflictInput& story, const GivenRole& role) {
    std::vector<const Statement*> acts;
    if (const auto range = story.facts.of_sentence.find({role.document, role.sentence}); range != story.facts.of_sentence.end()) {
        for (std::size_t i = range->second.first; i < range->second.second; ++i) {
            const Statement& statement = story.facts.statements[i];
            const std::vector<Token>& tokens = story.input.analysis(role.document).tokens;
            const bool undergoes = std::ranges::any_of(statement.nouns, [&](const auto& noun) {
                return tokens[noun.first].deprel == Deprel::nsubj_pass && story.cast.at(role.document, noun.first) == role.actor;
            });
            if (undergoes || std::ranges::find(statement.agents, role.actor) != statement.agents.end()) {
                acts.push_back(&statement);
            }
        }
    }
    return acts;
}

/// Whether two clauses tell of one happening: its predicate and much beside, or two more who take part and what they take part in.
bool of_one_act(const ConflictInput& story, const Statement& a, const Statement& b, std::uint32_t actor) {
    constexpr double least_shared = 5;     // weight, beside the person himself
    constexpr std::int32_t farthest = 60;  // days between the accounts
    const auto& first = story.input.documents[a.document].published;
    const auto& second = story.input.documents[b.document].published;
    if (first && second && first->date.has_day() && second->date.has_day() &&
        std::abs(to_days(first->date) - to_days(second->date)) > farthest) {
        return false;
    }
    std::vector<std::uint32_t> all_first;
    std::vector<std::uint32_t> all_second;
    std::vector<std::uint32_t> common;
    std::ranges::set_union(a.terms, a.around, std::back_inserter(all_first));
    std::ranges::set_union(b.terms, b.around, std::back_inserter(all_second));
    std::ranges::set_intersection(all_first, all_second, std::back_inserter(common));
    std::size_t others = 0;
    std::size_t words = 0;
    double weight = 0;
    for (const std::uint32_t term : common) {
        const std::string_view text = story.facts.terms.view(term);
        if (text != "@" + std::to_string(actor)) {
            (text.starts_with('@') ? others : words) += 1;
            weight += story.facts.weight(term);
        }
    }
    return (a.predicate == b.predicate && weight >= least_shared) || (others >= 2 && words >= 1);
}

/// Who held an office yesterday may have left it today: a present and a former holder contradict each other only where two accounts tell
/// of the same act of his.
bool of_one_time(const ConflictInput& story, const Roles& a, const Roles& b) {
    for (const GivenRole* x : a) {
        for (const Statement* first : acts_of(story, *x)) {
            for (const GivenRole* y : b) {
                const bool one_account = story.input.account(x->document) == story.input.account(y->document);
                const std::vector<const Statement*> others = one_account ? std::vector<const Statement*>{} : acts_of(story, *y);
                if (std::ranges::any_of(others, [&](const Statement* second) { return of_one_act(story, *first, *second, x->actor); })) {
                    return true;
                }
            }
        }
    }
    return false;
}

}  // namespace

std::vector<Conflict> find_role_conflicts(const ConflictInput& story) {
    std::map<std::uint32_t, std::map<RoleKey, Roles>> by_actor;
    for (const GivenRole& role : story.cast.roles) {
        by_actor[role.actor][{role.office.kind, role.office.portfolio, role.office.former}].push_back(&role);
    }
    std::vector<Conflict> conflicts;
    for (const auto& [actor, roles] : by_actor) {
        for (auto a = roles.begin(); a != roles.end(); ++a) {
            for (auto b = std::next(a); b != roles.end(); ++b) {
                const Office& first_office = a->second.front()->office;
                const Office& second_office = b->second.front()->office;
                if (!contradict(first_office, second_office) ||
                    (first_office.former != second_office.former && !of_one_time(story, a->second, b->second))) {
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
