// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "language/names_lexicon.hpp"
#include "language/names_words.hpp"

namespace synoptic {

/// A name and what speaks for its kind: about 1 for a mere guess, 3 and more where a list, a title or several contexts say so.
struct RuledName {
    Entity name;
    double evidence = 0;
};

/// The names of a document by rules and lists alone, in order of position: runs of capitalised words, their kind decided once for all
/// mentions of one spelling. Linear in the number of tokens.
std::vector<RuledName> names_by_rules(const Words& words, const Lexicon& lexicon);

}  // namespace synoptic
