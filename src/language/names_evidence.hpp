// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "language/names_candidates.hpp"

namespace synoptic {

/// What the words around a candidate say of its kind: "in X" a place, "X, who" a person, "X's foreign minister" a country.
Evidence context_evidence(const Words& words, const Lexicon& lexicon, const Candidate& candidate);

/// Whether a candidate of one word is the subject of a verb: a weak sign of a person.
bool is_subject(const Words& words, const Candidate& candidate);

/// The token after a role noun phrase that begins at token `i` with modifiers ("Lethmark foreign minister", "drivers' leader", "former
/// judge"), its role, and the token where the role noun itself begins; a null role where there is none within six tokens.
struct RolePhrase {
    const RoleNoun* role = nullptr;
    std::uint32_t head = 0;  ///< first token of the role noun
    std::uint32_t last = 0;  ///< after the role noun
};
RolePhrase role_phrase(const Words& words, const Lexicon& lexicon, std::uint32_t i);

/// The role noun that ends with token `i - 1`, modifiers left aside; null if none.
RolePhrase role_before(const Words& words, const Lexicon& lexicon, std::uint32_t i);

/// Whether `word` is made from the country name `country` as demonyms are: ("Pelagora", "Pelagoran") => true.
bool is_demonym_of(std::string_view word, std::string_view country);

}  // namespace synoptic
