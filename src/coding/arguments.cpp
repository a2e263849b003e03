// SPDX-License-Identifier: Apache-2.0
#include "coding/arguments.hpp"

#include "core/text.hpp"

namespace synoptic {
void Arguments::infinitive_of(Predication& p, TokenIndex noun) const {
    for (const TokenIndex child : tree_.children(noun)) {
        if (tree_.relation(child) == Deprel::acl && tree_.child_with_lemma(child, "to") != no_token && p.find(grammar_.comp) == no_token) {
            p.add(grammar_.comp, child);
        }
    }
}

void Arguments::oblique(Predication& p, TokenIndex child, bool passive) const {
    const TokenIndex preposition = tree_.preposition(child);
    if (preposition == no_token || tree_.is_time(child)) {
        return;
    }
    const WordId role = tree_.word(preposition);
    const bool particle = preposition == p.trigger + 1 && p.kind == HeadKind::verb && p.find(grammar_.obj) == no_token &&
                          !grammar_.frames.of(HeadKind::verb, tree_.word(p.trigger), role).empty();
    if (particle) {  // "handed over equipment", with "over" taken for a preposition
        p.particle = role;
        p.add(grammar_.obj, child);
    }
    if (passive && role == grammar_.by && p.find(grammar_.subj) == no_token) {
        p.add(grammar_.subj, child);
    }
    p.add(role, child);
    if (p.kind == HeadKind::verb) {
        infinitive_of(p, child);
    }
}

bool Arguments::has_later_object(TokenIndex verb, TokenIndex object) const {
    for (const TokenIndex parent : {verb, object}) {
        for (const TokenIndex child : tree_.children(parent)) {
            if (tree_.relation(child) == Deprel::obj && child > object) {
                return true;
            }
        }
    }
    return false;
}

void Arguments::of_verb(Predication& p, TokenIndex verb, bool passive) const {
    for (const TokenIndex child : tree_.children(verb)) {
        if (p.trigger == verb && tree_.is_time(child)) {
            p.add(grammar_.day, child);
        }
        switch (tree_.relation(child)) {
        case Deprel::nsubj:
            p.add(passive ? grammar_.obj : grammar_.subj, antecedent_of(tree_, child));
            break;
        case Deprel::nsubj_pass:
            p.add(grammar_.obj, antecedent_of(tree_, child));
            break;
        case Deprel::obj:
            if ((tree_.upos(child) == Upos::DET || tree_.lemma(child) == "that") && has_later_object(verb, child)) {
                break;  // "an additional $2 million", with "an" taken for an object
            }
            p.add(passive && p.find(grammar_.obj) != no_token ? grammar_.pred : grammar_.obj, antecedent_of(tree_, child));
            break;
        case Deprel::iobj:
            p.add(grammar_.iobj, child);
            break;
        case Deprel::obl_agent:
            p.add(grammar_.subj, child);
            break;
        case Deprel::obl:
        case Deprel::nmod:
            oblique(p, child, passive);
            break;
        case Deprel::ccomp:
            p.add(grammar_.comp, child);
            break;
        case Deprel::xcomp:
            p.add(is_verbal(tree_, child) ? grammar_.comp : grammar_.pred, child);
            break;
        case Deprel::advcl:
            clausal(p, child);
            break;
        case Deprel::compound_prt:
            p.particle = p.trigger == verb ? tree_.word(child) : p.particle;
            break;
        case Deprel::advmod:
        case Deprel::case_:
            if (p.trigger == verb && p.particle == no_word && child > verb && grammar_.lexicon.is(tree_.word(child), grammar_.particle)) {
                p.particle = tree_.word(child);
            }
            break;
        default:
            break;
        }
    }
    // "rolled back tariffs", with "back" taken for a noun
    const TokenIndex next = verb + 1;
    if (p.trigger == verb && p.particle == no_word && next < tree_.last() && grammar_.lexicon.is(tree_.word(next), grammar_.particle) &&
        tree_.upos(next) == Upos::NOUN && !grammar_.frames.of(HeadKind::verb, tree_.word(verb), tree_.word(next)).empty()) {
        p.particle = tree_.word(next);
    }
}

void Arguments::clausal(Predication& p, TokenIndex child) const {
    const TokenIndex mark = tree_.child(child, Deprel::mark);
    if (mark == no_token || child < p.trigger) {
        return;
    }
    if (tree_.upos(mark) == Upos::PART && tree_.lemma(mark) == "to") {
        if (p.find(grammar_.comp) == no_token && !after_comma(child)) {
            p.add(grammar_.comp, child);
        }
    } else if (tree_.token(child).features.verb_form == VerbForm::ger || tree_.text(child).ends_with("ing")) {
        p.add(tree_.word(mark), child);
    }
}

bool Arguments::after_comma(TokenIndex clause) const {
    const auto begin = tree_.extent(clause).begin;
    TokenIndex start = clause;
    while (start > tree_.first() && tree_.token(start).begin > begin) {
        --start;
    }
    return start > tree_.first() && tree_.upos(start - 1) == Upos::PUNCT;
}

TokenIndex Arguments::by_phrase(TokenIndex verb) const {
    for (const TokenIndex child : tree_.children(verb)) {
        if (tree_.relation(child) == Deprel::obl_agent) {
            return child;
        }
        const TokenIndex preposition = tree_.preposition(child);
        if (tree_.relation(child) == Deprel::obl && preposition != no_token && tree_.word(preposition) == grammar_.by) {
            return child;
        }
    }
    return no_token;
}

void Arguments::of_noun(Predication& p, TokenIndex noun) const {
    for (const TokenIndex child : tree_.children(noun)) {
        switch (tree_.relation(child)) {
        case Deprel::nmod_poss:
            p.add(grammar_.subj, child);
            break;
        case Deprel::nmod:
        case Deprel::obl:
        case Deprel::obl_agent: {
            const TokenIndex preposition = tree_.preposition(child);
            if (preposition == no_token) {
                break;
            }
            const WordId role = tree_.word(preposition);
            p.add(role, child);
            if (role == grammar_.by) {
                p.add(grammar_.subj, child);
            } else if (role == grammar_.of) {
                p.add(grammar_.obj, child);
            }
            break;
        }
        case Deprel::acl: {
            const TokenIndex mark = tree_.child(child, Deprel::mark);
            if (tree_.child_with_lemma(child, "to") != no_token || (mark != no_token && tree_.lemma(mark) == "that")) {
                p.add(grammar_.comp, child);
            } else if (grammar_.lexicon.is(tree_.word(child), grammar_.light)) {
                p.add(grammar_.subj, by_phrase(child));
                of_verb(p, child, true);
            }
            break;
        }
        default:
            break;
        }
    }
    for (const TokenIndex child : tree_.children(noun)) {
        if (tree_.relation(child) == Deprel::compound || tree_.relation(child) == Deprel::amod) {
            p.add(grammar_.mod, child);
        }
    }
    if (p.find(grammar_.subj) == no_token) {
        for (const TokenIndex child : tree_.children(noun)) {
            const Deprel r = tree_.relation(child);
            if ((r == Deprel::compound || r == Deprel::amod || r == Deprel::nmod) && tree_.preposition(child) == no_token && child < noun &&
                is_proper(child)) {
                p.add(grammar_.subj, child);
                break;
            }
        }
    }
}

bool Arguments::is_proper(TokenIndex modifier) const {
    const std::string_view text = tree_.text(modifier);
    return tree_.upos(modifier) == Upos::PROPN ||
           (!text.empty() && is_ascii_upper(text.front()) && (text.find('-') == std::string_view::npos || text.ends_with("-led"))) ||
           grammar_.lexicon.is(tree_.word(modifier), grammar_.person);
}

}  // namespace synoptic
