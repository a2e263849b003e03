// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "coding/grammar.hpp"
#include "coding/phrases.hpp"
#include "coding/tree.hpp"

namespace synoptic {

/// What stands around one verb: its negation, auxiliaries, conditions, and whether it is itself only reported.
class VerbGroup {
public:
    VerbGroup(const Tree& tree, const Grammar& grammar) : tree_(tree), grammar_(grammar) {}

    [[nodiscard]] bool negation_of(TokenIndex i) const;
    [[nodiscard]] bool calls_for(TokenIndex verb) const;
    /// "insists it is enforcing": what is said in the indicative is no demand and no plan.
    [[nodiscard]] bool is_indicative(TokenIndex verb) const;
    [[nodiscard]] bool has_condition(TokenIndex verb) const;
    [[nodiscard]] bool has_future(TokenIndex verb) const;
    /// A finite clause of its own that tells what was before.
    [[nodiscard]] bool is_past(TokenIndex verb) const;
    /// "said it would", "would ..., he said": the future seen from the past.
    [[nodiscard]] bool reported(TokenIndex verb) const;
    /// Whether an infinitive does not say that it came to pass. "began to", "had to", "was forced to" do, and "is said to have".
    [[nodiscard]] bool is_left_open(TokenIndex infinitive, TokenIndex above) const;

private:
    [[nodiscard]] bool is(TokenIndex i, int class_bit) const { return grammar_.lexicon.is(tree_.word(i), class_bit); }

    const Tree& tree_;
    const Grammar& grammar_;
};

}  // namespace synoptic
