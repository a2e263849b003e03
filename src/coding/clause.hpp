// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "coding/grammar.hpp"
#include "coding/phrases.hpp"
#include "coding/tree.hpp"

namespace synoptic {

struct Argument {
    WordId role = no_word;  ///< subj, obj, iobj, comp, pred or a preposition
    TokenIndex token = no_token;
};

/// A word that may tell of an event, with what takes part in it, after the operators have been undone: passive and by-agent, possessives
/// and "of" of nouns, light verbs ("held talks with"), control ("agreed to leave"), shared subjects and objects, relative clauses,
/// participles.
///
///     "The envoy recalled by Varkesh"      => recall  subj=Varkesh obj=envoy
///     "Varkesh's recall of the envoy"      => recall  subj=Varkesh obj=envoy of=envoy
///     "Varkesh and Lethmark held talks"    => talk    subj=Varkesh            clause=held
struct Predication {
    TokenIndex trigger = no_token;
    HeadKind kind = HeadKind::verb;
    WordId lemma = no_word;
    WordId particle = no_word;
    TokenIndex clause = no_token;  ///< the verb that carries tense and negation: the light verb of a noun, else the trigger
    bool supported = false;        ///< a noun under a light, joining or occurring verb, or a predicate
    std::vector<Argument> arguments{};

    [[nodiscard]] TokenIndex find(WordId role) const;
    void add(WordId role, TokenIndex token);
};

/// The predication of a verb, noun or adjective; `clause` without arguments where the word has none.
Predication predication_of(const Tree& tree, const Grammar& grammar, TokenIndex trigger, HeadKind kind);

}  // namespace synoptic
