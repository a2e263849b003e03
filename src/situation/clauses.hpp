// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/analysis.hpp"

namespace synoptic {

/// A predicate and the tokens that belong to it but to no predicate below it.
struct Clause {
    std::uint32_t head = 0;
    std::vector<std::uint32_t> tokens{};  ///< ascending
};

/// The dependency trees of a document, walked downwards, and cut into clauses. A token whose head is no token of its sentence counts as a
/// root.
class ClauseTree {
public:
    explicit ClauseTree(const Analysis& analysis);

    [[nodiscard]] const std::vector<std::uint32_t>& children(std::uint32_t token) const { return children_[token]; }
    /// In order of their first token. An infinitive that completes a verb ("failed to agree") stays in that verb's clause.
    [[nodiscard]] std::vector<Clause> of_sentence(const Sentence& sentence) const;
    /// The heads of the phrases that name who does it: subjects, the agent of a passive, for a relative clause what it hangs on, for a
    /// conjunct or an infinitive without its own the subject of the verb above.
    [[nodiscard]] std::vector<std::uint32_t> agents(std::uint32_t verb) const;
    /// Subjects of a passive and objects.
    [[nodiscard]] std::vector<std::uint32_t> patients(std::uint32_t verb) const;

private:
    [[nodiscard]] bool heads_clause(std::uint32_t token) const;
    void add_with_conjuncts(std::uint32_t noun, std::vector<std::uint32_t>& list) const;

    const Analysis& analysis_;
    std::vector<std::vector<std::uint32_t>> children_;
};

}  // namespace synoptic
