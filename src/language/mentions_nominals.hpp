// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/names_lexicon.hpp"

namespace synoptic {

/// How a noun phrase picks out what it speaks of.
enum class Definiteness : std::uint8_t { bare, indefinite, definite };

/// A noun phrase that speaks of somebody by role ("the Lethmark foreign minister") or of an institution ("its transport ministry").
struct Nominal {
    std::uint32_t first = 0;  ///< tokens [first, last) with determiner and complement
    std::uint32_t last = 0;
    std::uint32_t core = 0;  ///< first token after the determiner or the possessor
    std::uint32_t head = 0;  ///< first token of the role noun or institution
    std::uint32_t head_last = 0;
    const RoleNoun* role = nullptr;  ///< one of the two is set
    const Institution* institution = nullptr;
    Definiteness definiteness = Definiteness::bare;
    bool plural = false;
    std::uint32_t owner = 0;  ///< 1 + index of the entity that owns or qualifies it ("Lethmark", "of the Drivers' Guild"); 0 if none
};

/// The nominals of a document in order of position, names aside. Needs analysis.entities.
std::vector<Nominal> find_nominals(const Words& words, const Lexicon& lexicon);

/// For each token 1 + the index of the entity that holds it, or 0.
std::vector<std::uint32_t> entity_of_token(const Words& words);

}  // namespace synoptic
