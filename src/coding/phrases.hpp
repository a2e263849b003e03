// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "coding/grammar.hpp"
#include "coding/tree.hpp"

namespace synoptic {

/// The noun that is meant where a container word stands in front: "a series of attacks" => attacks. Else `noun` itself.
TokenIndex inner_noun(const Tree& tree, const Grammar& grammar, TokenIndex noun);

/// True for names, pronouns and nouns that can act (troops, ministry, protesters).
bool can_act(const Tree& tree, const Grammar& grammar, TokenIndex noun);

bool is_passive(const Tree& tree, TokenIndex verb);

/// A verb, or a predicate with a copula.
bool is_verbal(const Tree& tree, TokenIndex i);

/// What a subject or object stands for: "the army, which seized" gives the army for "which"; a dateline gives the subject behind it, or
/// no_token where there is none; any other noun itself.
TokenIndex antecedent_of(const Tree& tree, TokenIndex argument);

/// Who does it in a clause that was parsed as a mere noun phrase: "Norway imposed sanctions", with "imposed" taken for an attribute of the
/// root "sanctions". no_token where the words are no such clause.
TokenIndex mistaken_subject(const Tree& tree, TokenIndex verb);

}  // namespace synoptic
