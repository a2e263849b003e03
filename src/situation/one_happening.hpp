// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "situation/conflicts.hpp"

namespace synoptic {

// Signs that two clauses of one wording tell of two happenings, or of none. For the finders of conflicts of days and hours.

/// "Published Monday", "updated at 4 p.m.": what a page bears of itself.
bool of_the_page(const ConflictInput& story, const Statement& s);

/// "in the 6600 block of Barton Street", "at Chalmers Hall": both sentences name where, and share no word of it that tells: "street" and
/// "hospital" do not.
bool in_other_places(const ConflictInput& story, const Statement& a, const Statement& b);

/// "Orla Penn was shot", "Tove Lind was shot": both clauses speak of people, and not of the same.
bool of_other_people(const ConflictInput& story, const Statement& a, const Statement& b);

/// "the latest shooting", "another fire": one of a row.
bool one_of_several(const ConflictInput& story, const Statement& s);

}  // namespace synoptic
