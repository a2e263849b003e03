// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "coding/clause.hpp"

namespace synoptic {

/// Reads what hangs on a verb or noun itself into the roles of a predication; what the sentence tells elsewhere is for Control.
class Arguments {
public:
    Arguments(const Tree& tree, const Grammar& grammar) : tree_(tree), grammar_(grammar) {}

    /// Subject, objects, complements, phrases and the particle of `verb`; of a passive the subject is the object, its agent the subject.
    void of_verb(Predication& p, TokenIndex verb, bool passive) const;
    /// Possessor, phrases and modifiers of an event noun: "Norway's recall of the envoy", "the Chilean attack on the port".
    void of_noun(Predication& p, TokenIndex noun) const;
    /// "called on both sides to accept": the infinitive hangs on the noun but is what they are called on to do.
    void infinitive_of(Predication& p, TokenIndex noun) const;
    /// The agent of a passive or participle, or no_token.
    [[nodiscard]] TokenIndex by_phrase(TokenIndex verb) const;

private:
    [[nodiscard]] bool has_later_object(TokenIndex verb, TokenIndex object) const;
    void oblique(Predication& p, TokenIndex child, bool passive) const;
    /// "accused of spying", "called on them to leave": clauses with a preposition fill its role, bare infinitives stand in for a
    /// complement.
    void clausal(Predication& p, TokenIndex child) const;
    [[nodiscard]] bool after_comma(TokenIndex clause) const;
    /// "Russian", "U.S.", "rebel" before a noun: somebody who can act.
    [[nodiscard]] bool is_proper(TokenIndex modifier) const;

    const Tree& tree_;
    const Grammar& grammar_;
};

}  // namespace synoptic
