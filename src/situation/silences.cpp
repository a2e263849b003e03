// SPDX-License-Identifier: Apache-2.0
#include "situation/silences.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "situation/claims.hpp"
#include "situation/support.hpp"

namespace synoptic {

namespace {

constexpr double least_covered = 0.25;  // share of what a claim's tellers have in common that an account must speak of elsewhere
constexpr double least_shared = 3.5;    // weight of it

class Silences {
public:
    Silences(const StoryInput& input, const Facts& facts) : input_(input), facts_(facts) {
        for (std::size_t i = 0; i < facts.statements.size(); ++i) {
            by_place_.emplace(place_of(facts.statements[i]), i);
        }
    }

    void find(Claim& claim) const {
        const std::vector<std::uint32_t> matter = matter_of(claim);
        const double whole = facts_.total(matter);
        std::set<std::uint32_t> speaking;
        for (const Evidence* evidence : {&claim.support, &claim.against}) {
            for (const Provenance& place : *evidence) {
                speaking.insert(input_.account(place.document));
            }
        }
        struct Nearest {
            double shared = 0;
            const Statement* statement = nullptr;
        };
        std::map<std::uint32_t, Nearest> nearest;  // by account
        for (const Statement& statement : facts_.statements) {
            const std::uint32_t account = input_.account(statement.document);
            if (speaking.contains(account) || input_.derived(statement.document) || !could_know(statement.document, claim)) {
                continue;
            }
            const double shared = facts_.shared(statement.terms, matter);
            if (shared > nearest[account].shared) {
                nearest[account] = {.shared = shared, .statement = &statement};
            }
        }
        for (const auto& [account, found] : nearest) {
            if (found.shared >= least_shared && found.shared >= least_covered * whole) {
                claim.silent.push_back(place_of(*found.statement));
            }
        }
        tidy(claim.silent);
    }

private:
    /// The terms that at least two of the claim's tellers use.
    std::vector<std::uint32_t> matter_of(const Claim& claim) const {
        std::map<std::uint32_t, std::set<std::uint32_t>> accounts_of;  // term => accounts
        for (const Provenance& place : claim.support) {
            if (const auto found = by_place_.find(place); found != by_place_.end()) {
                for (const std::uint32_t term : facts_.statements[found->second].terms) {
                    accounts_of[term].insert(input_.account(place.document));
                }
            }
        }
        std::vector<std::uint32_t> matter;
        for (const auto& [term, accounts] : accounts_of) {
            if (accounts.size() >= 2) {
                matter.push_back(term);
            }
        }
        return matter;
    }

    /// Published on the day of the claim's first teller or later; without dates it is taken to be.
    bool could_know(std::uint32_t document, const Claim& claim) const {
        const auto& own = input_.documents[document].published;
        return !own || std::ranges::any_of(claim.support, [&](const Provenance& place) {
            const auto& teller = input_.documents[place.document].published;
            return !teller || teller->date <= own->date;
        });
    }

    const StoryInput& input_;
    const Facts& facts_;
    std::map<Provenance, std::size_t> by_place_;
};

}  // namespace

void find_silences(std::vector<Claim>& claims, const StoryInput& input, const Facts& facts) {
    const Silences silences(input, facts);
    for (Claim& claim : claims) {
        if (claim.accounts_for >= 2) {
            silences.find(claim);
        }
    }
}

}  // namespace synoptic
