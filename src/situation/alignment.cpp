// SPDX-License-Identifier: Apache-2.0
#include "situation/alignment.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace synoptic {

namespace {

constexpr double least_weight = 1.2;  // of a term that may bring two statements together
constexpr double least_shared = 5.0;
constexpr double least_likeness = 0.22;
constexpr std::size_t longest_posting = 60;  // statements compared over one term

}  // namespace

std::vector<Match> align(const Facts& facts) {
    std::vector<std::vector<std::size_t>> postings(facts.terms.size());
    for (std::size_t i = 0; i < facts.statements.size(); ++i) {
        for (std::uint32_t term : facts.statements[i].terms) {
            if (facts.weight(term) >= least_weight && postings[term].size() < longest_posting) {
                postings[term].push_back(i);
            }
        }
    }
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (const std::vector<std::size_t>& posting : postings) {
        for (std::size_t i = 0; i < posting.size(); ++i) {
            for (std::size_t j = i + 1; j < posting.size(); ++j) {
                if (facts.statements[posting[i]].document != facts.statements[posting[j]].document) {
                    pairs.emplace(posting[i], posting[j]);
                }
            }
        }
    }
    std::vector<Match> matches;
    for (const auto& [i, j] : pairs) {
        const Statement& a = facts.statements[i];
        const Statement& b = facts.statements[j];
        if (a.speech || b.speech) {
            continue;
        }
        const double own = facts.shared(a.terms, b.terms);
        double shared = own + 0.5 * std::max(facts.shared(a.terms, b.around), facts.shared(a.around, b.terms));
        if (a.predicate == b.predicate && facts.weight(a.predicate) >= 2) {  // "reject it": what, the rest of the sentence tells
            shared += 0.25 * facts.shared(a.around, b.around);
        }
        const double whole = std::sqrt(facts.total(a.terms) * facts.total(b.terms));
        const double likeness = whole > 0 ? std::min(1.0, shared / whole) : 0;
        if (shared >= least_shared && likeness >= least_likeness) {
            matches.push_back({.a = i, .b = j, .shared = shared, .likeness = likeness});
        }
    }
    return matches;
}

}  // namespace synoptic
