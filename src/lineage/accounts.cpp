// SPDX-License-Identifier: Apache-2.0
#include "lineage/accounts.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>

#include "core/text.hpp"
#include "lineage/direction.hpp"

namespace synoptic {

namespace {

class Sets {
public:
    explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
    std::uint32_t find(std::uint32_t i) {
        while (parent_[i] != i) {
            i = parent_[i] = parent_[parent_[i]];
        }
        return i;
    }
    bool join(std::uint32_t i, std::uint32_t j) {
        const std::uint32_t first = find(i);
        const std::uint32_t second = find(j);
        parent_[std::max(first, second)] = std::min(first, second);
        return first != second;
    }

private:
    std::vector<std::uint32_t> parent_;
};

/// The likeliest source first: the one that holds most of the document; of equals the earliest.
void choose_sources(std::span<const Document> documents, Lineage& lineage) {
    std::vector<const Derivation*> by_strength;
    for (const Derivation& derivation : lineage.derivations) {
        by_strength.push_back(&derivation);
    }
    std::ranges::sort(by_strength, [&](const Derivation* x, const Derivation* y) {
        if (x->contained_b != y->contained_b) {
            return x->contained_b > y->contained_b;
        }
        const Document& source_x = documents[x->a];
        const Document& source_y = documents[y->a];
        if (x->a != y->a) {
            return comes_before(source_x, source_y);
        }
        return x->b != y->b && comes_before(documents[x->b], documents[y->b]);
    });
    Sets trees(documents.size());
    for (const Derivation* derivation : by_strength) {
        auto& source = lineage.source_of[derivation->b];
        if (!source && trees.join(derivation->a, derivation->b)) {
            source = derivation->a;
            lineage.relation_of[derivation->b] = derivation->relation;
        }
    }
}

void collect_accounts(std::size_t documents, Lineage& lineage) {
    Sets sets(documents);
    for (const Derivation& derivation : lineage.derivations) {
        // An article that adds to one text may have taken from another as well: it is no bridge between the two.
        if (derivation.relation != Relation::extended) {
            sets.join(derivation.a, derivation.b);
        }
    }
    for (std::uint32_t i = 0; i < documents; ++i) {
        if (lineage.source_of[i]) {
            sets.join(*lineage.source_of[i], i);
        }
    }
    std::map<std::uint32_t, std::uint32_t> account_of_root;
    for (std::uint32_t i = 0; i < documents; ++i) {
        const auto [place, is_new] = account_of_root.emplace(sets.find(i), static_cast<std::uint32_t>(lineage.accounts.size()));
        if (is_new) {
            lineage.accounts.emplace_back();
        }
        lineage.accounts[place->second].documents.push_back(i);
        lineage.account_of[i] = place->second;
    }
}

/// A declared source, or the publisher it means, by the accounts that lean on it; the account published there itself leans on it too.
void link_shared_sources(std::span<const Document> documents, Lineage& lineage) {
    std::map<std::string, std::set<std::uint32_t>> leaning;
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        const Document& document = documents[i];
        const std::string own = document.publisher ? source_key(*document.publisher) : "";
        for (const std::string& declared : document.declared_sources) {
            if (const std::string key = source_key(declared); !key.empty() && key != own) {
                leaning[key].insert(lineage.account_of[i]);
            }
        }
    }
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        if (const auto& publisher = documents[i].publisher) {
            if (const auto found = leaning.find(source_key(*publisher)); found != leaning.end()) {
                found->second.insert(lineage.account_of[i]);
            }
        }
    }
    std::vector<std::set<std::uint32_t>> shared(lineage.accounts.size());
    for (const auto& [key, accounts] : leaning) {
        for (const std::uint32_t account : accounts) {
            shared[account].insert(accounts.begin(), accounts.end());
        }
    }
    for (std::uint32_t account = 0; account < shared.size(); ++account) {
        shared[account].erase(account);
        lineage.accounts[account].shares_sources_with.assign(shared[account].begin(), shared[account].end());
    }
}

}  // namespace

void group_accounts(std::span<const Document> documents, Lineage& lineage) {
    lineage.account_of.assign(documents.size(), 0);
    lineage.relation_of.assign(documents.size(), Relation::original);
    lineage.source_of.assign(documents.size(), std::nullopt);
    choose_sources(documents, lineage);
    collect_accounts(documents.size(), lineage);
    link_shared_sources(documents, lineage);
}

}  // namespace synoptic
