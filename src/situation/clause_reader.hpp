// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "situation/conflicts.hpp"

namespace synoptic {

/// Reads how a clause tells its act: as fact or not, denied wholly or in part. For the finders of conflicts about acts.
class ClauseReader {
public:
    explicit ClauseReader(const ConflictInput& story) : story_(story) {}

    /// Told as done, by the account itself or by a source that it repeats.
    [[nodiscard]] static bool told(const Statement& s);
    /// The same, and no wish or plan whose content stands in the clause. To be asked is an act, to ask for something opens a wish.
    [[nodiscard]] bool fact(const Statement& s) const;
    /// Not told in passing as an aim, a need or a belief: "the door to making an early exit", "came to believe that he had called him".
    [[nodiscard]] bool asserted(const Statement& s) const;
    /// A denial of something more special than what is told: "did not apologise for what he had said of the judge", "no shots were fired
    /// when he was taken": most of what its adjuncts and its clause of time say is not in the other sentence.
    [[nodiscard]] bool narrows(const Statement& denial, const Statement& telling) const;
    /// "did not pay anything", "no money was paid": of whatever kind, so that any telling of the act contradicts it.
    [[nodiscard]] bool denies_all(const Statement& denial) const;
    /// "had not been cleared since 1968" tells of an evacuation.
    [[nodiscard]] bool tells_since(const Statement& s) const;
    /// Words that negate something smaller than the act: only a round of it ("in which he did not land a punch"), a moment ("was not
    /// using"), what was perceived ("did not hear a shot"), no act at all ("without bond pending a hearing", "no sign of one"), or the act
    /// up to some time ("had refused earlier").
    [[nodiscard]] bool denies_less(const Statement& denial) const;
    /// "cleared the square without firing a shot": denied of the one who did the other thing, and of nobody else.
    [[nodiscard]] bool denies_in_passing(const Statement& denial) const;
    /// "decided to dismiss him", "is reporting that": what was done stands in the clause below.
    [[nodiscard]] bool opens_content(const Statement& s) const;
    [[nodiscard]] bool passive(const Statement& s) const;
    /// "The new manager didn't hire him" does not deny that he was hired.
    [[nodiscard]] bool denies_the_doer(const Statement& denial, const Statement& telling) const;
    /// "A plan to send soldiers was never carried out": the plan is the subject and no pronoun.
    [[nodiscard]] bool names_its_plan(const Statement& denial) const;
    /// "Captain Pell 'has not been arrested', she said": a quoted denial of what is told of the same person.
    [[nodiscard]] bool denied_in_words(const Statement& denial, const Statement& telling) const;
    /// The terms of a statement and of the rest of its sentence.
    [[nodiscard]] static std::vector<std::uint32_t> whole(const Statement& s);

private:
    /// "had initially refused"
    [[nodiscard]] bool only_at_first(const Statement& denial) const;
    /// "was not universally recognised" denies the adverb.
    [[nodiscard]] bool qualifies(const Statement& s) const;
    /// "never hit fewer than 26" denies the number.
    [[nodiscard]] bool compares(const Statement& s) const;
    /// "the rules do not require it", "nothing in it requires"
    [[nodiscard]] bool is_habit(const Statement& s) const;
    [[nodiscard]] const Statement& statement(std::size_t i) const { return story_.facts.statements[i]; }
    [[nodiscard]] std::string_view text(std::uint32_t term) const { return story_.facts.terms.view(term); }

    const ConflictInput& story_;
};

}  // namespace synoptic
