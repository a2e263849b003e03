// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "coding/arguments.hpp"

namespace synoptic {

/// Finds elsewhere in the sentence what a clause leaves unsaid: "agreed to leave", "arrested and deported the reporter", "the envoy
/// recalled by Varkesh". The recursion over governing verbs is bounded: `depth` is 0 for a caller and grows with each clause above.
class Control {
public:
    Control(const Tree& tree, const Grammar& grammar) : tree_(tree), grammar_(grammar), arguments_(tree, grammar) {}

    /// Fills in the subject from the governing clause, or the object where `verb` is passive.
    void inherit(Predication& p, TokenIndex verb, int depth) const;
    /// The logical subject of a verb; no_token if the sentence does not tell.
    [[nodiscard]] TokenIndex subject_of(TokenIndex verb, int depth) const;
    /// "arrested and deported the reporter": deport has its own object; arrest shares it where it has none.
    void shared_object(Predication& p) const;

private:
    static constexpr int max_depth = 6;

    void participle(Predication& p, TokenIndex verb, TokenIndex noun, bool passive, int depth) const;
    [[nodiscard]] TokenIndex surface_subject(TokenIndex verb, int depth) const;
    /// Who is to do what an infinitive under `verb` says: its object, or its subject for "promise", "threaten" and verbs without object.
    [[nodiscard]] TokenIndex controller(TokenIndex verb, int depth) const;

    const Tree& tree_;
    const Grammar& grammar_;
    Arguments arguments_;
};

}  // namespace synoptic
