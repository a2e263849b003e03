// SPDX-License-Identifier: Apache-2.0
#include "coding/phrases.hpp"

#include <vector>

namespace synoptic {

namespace {

/// "The president called on the army to leave.", with "called" taken for an attribute of the root "president": a whole sentence has a
/// verb, so this is it; a headline ("Two men arrested in Lima", no full stop) keeps its participle.
bool is_mistaken_clause(const Tree& tree, TokenIndex verb) {
    const TokenIndex noun = tree.head(verb);
    if (tree.relation(verb) != Deprel::acl || noun == no_token || noun > verb || tree.head(noun) != no_token ||
        tree.upos(noun) == Upos::VERB || tree.token(verb).features.verb_form == VerbForm::ger ||
        tree.child(noun, Deprel::cop) != no_token || tree.text(tree.last() - 1) != ".") {
        return false;
    }
    for (const TokenIndex child : tree.children(verb)) {
        const TokenIndex preposition = tree.preposition(child);
        if (tree.relation(child) == Deprel::obl_agent || tree.relation(child) == Deprel::mark ||
            (preposition != no_token && tree.lemma(preposition) == "by")) {
            return false;
        }
    }
    return true;
}

/// "OSLO - The court has ruled": where the parser took the dateline for the subject, the court; no_token if there is nothing else.
TokenIndex after_dateline(const Tree& tree, TokenIndex subject) {
    if (subject >= tree.body()) {
        return subject;
    }
    std::vector<TokenIndex> open{subject};
    for (std::size_t at = 0; at < open.size() && at < 16; ++at) {
        for (const TokenIndex child : tree.children(open[at])) {
            const Deprel r = tree.relation(child);
            if (child >= tree.body() &&
                (r == Deprel::appos || r == Deprel::conj || r == Deprel::parataxis || r == Deprel::dep || r == Deprel::list)) {
                return child;
            }
            open.push_back(child);
        }
    }
    return no_token;
}

}  // namespace

TokenIndex antecedent_of(const Tree& tree, TokenIndex argument) {
    argument = after_dateline(tree, argument);
    if (argument == no_token) {
        return no_token;
    }
    const std::string_view lemma = tree.lemma(argument);
    if (lemma != "who" && lemma != "which" && lemma != "that" && lemma != "whom") {
        return argument;
    }
    TokenIndex at = tree.head(argument);
    for (int steps = 0; at != no_token && steps < 4; ++steps, at = tree.head(at)) {
        if (tree.relation(at) == Deprel::acl_relcl && tree.head(at) != no_token) {
            return tree.head(at);
        }
    }
    return argument;
}

bool is_verbal(const Tree& tree, TokenIndex i) {
    return tree.upos(i) == Upos::VERB || tree.child(i, Deprel::cop) != no_token || tree.upos(i) == Upos::AUX;
}

bool is_passive(const Tree& tree, TokenIndex verb) {
    if (tree.child(verb, Deprel::aux_pass) != no_token || tree.child(verb, Deprel::nsubj_pass) != no_token) {
        return true;
    }
    // a whole sentence with a subject is active, a headline passive: "Shares retreated by two per cent.", "Two men arrested in Lima"
    if (tree.child(verb, Deprel::nsubj) != no_token && tree.text(tree.last() - 1) == ".") {
        return false;
    }
    // a participle with an object of its own is no passive: "a bomb killed twelve", parsed as a noun and its attribute
    return tree.token(verb).features.passive && !is_mistaken_clause(tree, verb) &&
           (tree.child(verb, Deprel::obj) == no_token ||
            (tree.child(verb, Deprel::obl_agent) != no_token && tree.child(verb, Deprel::nsubj) == no_token));
}

TokenIndex mistaken_subject(const Tree& tree, TokenIndex verb) {
    const TokenIndex noun = tree.head(verb);
    if (tree.relation(verb) != Deprel::amod || noun == no_token || noun < verb || tree.upos(noun) == Upos::VERB ||
        tree.preposition(noun) != no_token) {
        return no_token;
    }
    const TokenIndex above = tree.head(noun);
    if (above != no_token) {
        const TokenIndex determiner = tree.child(noun, Deprel::det);
        if (above > verb || (determiner != no_token && determiner < verb)) {
            return no_token;
        }
        const Deprel r = tree.relation(noun);
        if (r == Deprel::obj && tree.lemma(above) == "have") {
            return tree.child(above, Deprel::nsubj);  // "has broken relations"
        }
        const bool name = tree.upos(above) == Upos::PROPN || tree.upos(above) == Upos::NOUN;
        return name && tree.head(above) == no_token &&
                       (r == Deprel::appos || r == Deprel::parataxis || r == Deprel::dep || r == Deprel::list)
                   ? above
                   : no_token;
    }
    for (const TokenIndex parent : {verb, noun}) {
        TokenIndex nearest = no_token;
        for (const TokenIndex child : tree.children(parent)) {
            const Upos tag = tree.upos(child);
            if (child < verb && (tag == Upos::PROPN || tag == Upos::NOUN || tag == Upos::PRON) && tree.preposition(child) == no_token) {
                nearest = child;
            }
        }
        if (nearest != no_token) {
            return nearest;
        }
    }
    return no_token;
}

TokenIndex inner_noun(const Tree& tree, const Grammar& grammar, TokenIndex noun) {
    for (int depth = 0; depth < 3; ++depth) {
        if (!grammar.lexicon.is(tree.word(noun), grammar.container) && tree.upos(noun) != Upos::NUM) {
            return noun;
        }
        TokenIndex inside = no_token;
        for (const TokenIndex each : tree.children(noun)) {
            if (tree.relation(each) == Deprel::nmod && each > noun) {
                const TokenIndex preposition = tree.preposition(each);
                if (preposition != no_token && tree.word(preposition) == grammar.of) {
                    inside = each;
                    break;
                }
            }
        }
        if (inside == no_token) {
            return noun;
        }
        noun = inside;
    }
    return noun;
}

bool can_act(const Tree& tree, const Grammar& grammar, TokenIndex noun) {
    if (tree.upos(noun) == Upos::PROPN) {
        return true;
    }
    if (tree.upos(noun) == Upos::PRON) {
        const std::string_view lemma = tree.lemma(noun);
        return lemma != "it" && lemma != "this" && lemma != "that" && lemma != "which" && lemma != "what";
    }
    const TokenIndex inner = inner_noun(tree, grammar, noun);
    return tree.upos(inner) == Upos::PROPN || grammar.lexicon.is(tree.word(inner), grammar.person);
}

}  // namespace synoptic
