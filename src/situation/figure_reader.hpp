// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "situation/conflicts.hpp"
#include "situation/quantities.hpp"

namespace synoptic {

/// Reads from the words around a number what it can be compared with. For the finder of conflicts of numbers.
class FigureReader {
public:
    explicit FigureReader(const ConflictInput& story) : story_(story) {}

    /// "eleven minutes later", "two days after the vote": how far from something, not how long.
    [[nodiscard]] bool is_offset(const Statement& s, const Quantity& q) const;
    /// "eleven minutes later": from something that the clause does not name.
    [[nodiscard]] bool is_pause(const Statement& s, const Quantity& q) const;
    /// A label ("12200 block", ".38 caliber"), a score ("a 9-14 start"), a rest ("two more", "three other ships"), a window ("in their
    /// last ten games") or a member ("one of six children"): nothing that another account could count anew.
    [[nodiscard]] bool counts_no_whole(const Statement& s, const Quantity& q) const;
    /// "eight others were injured": beside somebody told of elsewhere.
    [[nodiscard]] bool is_rest(const Statement& s, const Quantity& q) const;
    /// "three dead, including the gunman": says whom it counts.
    [[nodiscard]] bool takes_in(const Statement& s) const;
    /// "two victims to one hospital, one to another", "one group from Tyler and another": some of them, dealt out in a list.
    [[nodiscard]] bool is_dealt_out(const Statement& s, const Quantity& q) const;
    /// What a length of time is of: "a 40-minute procession", "four days of rain" => "procession", "rain"; empty where that is told
    /// elsewhere.
    [[nodiscard]] std::string measured_thing(const Statement& s, const Quantity& q) const;
    /// "1, 500 kilometers": the end of a number that a blank has cut.
    [[nodiscard]] bool is_broken(const Statement& s, const Quantity& q) const;
    /// "three ladder trucks", "31 fire trucks": both name what kind they count, and not the same.
    [[nodiscard]] bool of_other_kinds(const Statement& a, const Quantity& x, const Statement& b, const Quantity& y) const;
    /// "one man dead", "two people injured"
    [[nodiscard]] bool of_other_fates(const Statement& a, const Quantity& x, const Statement& b, const Quantity& y) const;
    /// "seven members of the gang", "four members of a family"
    [[nodiscard]] bool of_other_wholes(const Statement& a, const Quantity& x, const Statement& b, const Quantity& y) const;
    /// "203 HR, 676 RBI.": no sentence.
    [[nodiscard]] bool is_fragment(const Statement& s) const;
    /// "in 30 days": how far off, where the other tells how long.
    [[nodiscard]] bool lies_ahead(const Statement& s, const Quantity& q) const;
    /// "the 8-year-old"
    [[nodiscard]] bool is_age(const Statement& s, const Quantity& q) const;
    /// "after four days of riots": how long something had gone on by then, which grows from account to account.
    [[nodiscard]] bool so_far(const Statement& s, const Quantity& q) const;
    /// "a 10-metre dhow", "a 30-foot dhow": brought from one system of units to the other, a number is rounded.
    [[nodiscard]] bool rounded_over(const Statement& a, const Quantity& x, const Statement& b, const Quantity& y) const;
    [[nodiscard]] bool of_an_aftershock(const Statement& s) const;
    [[nodiscard]] std::string words(const Statement& s, const Quantity& q) const;

private:
    const ConflictInput& story_;
};

}  // namespace synoptic
