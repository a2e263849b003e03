// SPDX-License-Identifier: Apache-2.0
#include "coding/control.hpp"

namespace synoptic {
TokenIndex Control::subject_of(TokenIndex verb, int depth) const {
    Predication p{.trigger = verb, .kind = HeadKind::verb};
    arguments_.of_verb(p, verb, is_passive(tree_, verb));
    if (p.find(grammar_.subj) == no_token && depth < max_depth) {
        inherit(p, verb, depth + 1);
    }
    return p.find(grammar_.subj);
}

void Control::inherit(Predication& p, TokenIndex verb, int depth) const {
    const TokenIndex above = tree_.head(verb);
    if (above == no_token || depth > max_depth) {
        return;
    }
    const bool passive = is_passive(tree_, verb);
    const WordId open = passive ? grammar_.obj : grammar_.subj;
    if (p.find(open) != no_token) {
        return;
    }
    switch (tree_.relation(verb)) {
    case Deprel::conj: {
        if (tree_.upos(above) != Upos::VERB && tree_.child(above, Deprel::nsubj) == no_token) {
            break;
        }
        const TokenIndex surface = surface_subject(above, depth + 1);
        p.add(open, surface);
        break;
    }
    case Deprel::xcomp:
    case Deprel::ccomp:
        p.add(open, controller(above, depth + 1));
        break;
    case Deprel::advcl:
    case Deprel::parataxis:
        if (tree_.token(verb).features.verb_form != VerbForm::fin && is_verbal(tree_, above)) {
            const bool asked = tree_.child(verb, Deprel::mark) != no_token && grammar_.lexicon.is(tree_.word(above), grammar_.demanding);
            p.add(open, asked ? controller(above, depth + 1) : surface_subject(above, depth + 1));
        }
        break;
    case Deprel::acl:
    case Deprel::acl_relcl:
        participle(p, verb, above, passive, depth);
        break;
    default:
        break;
    }
}

void Control::participle(Predication& p, TokenIndex verb, TokenIndex noun, bool passive, int depth) const {
    const Features features = tree_.token(verb).features;
    const bool infinitive = tree_.child_with_lemma(verb, "to") != no_token && !passive;
    if (tree_.relation(verb) == Deprel::acl_relcl) {
        // the antecedent fills whichever of subject and object the clause leaves open
        const WordId open = p.find(grammar_.subj) == no_token && !passive ? grammar_.subj : grammar_.obj;
        if (p.find(open) == no_token) {
            p.add(open, noun);
        }
    } else if (infinitive) {
        // "the decision to withdraw": whoever decided
        Predication owner{.trigger = noun, .kind = HeadKind::noun};
        arguments_.of_noun(owner, noun);
        TokenIndex who = owner.find(grammar_.subj);
        if (who == no_token && depth < max_depth) {
            const TokenIndex above = tree_.head(noun);
            if (above != no_token && tree_.upos(above) == Upos::VERB) {
                who = subject_of(above, depth + 1);
            }
        }
        p.add(grammar_.subj, who == no_token ? noun : who);
    } else if (features.passive && !passive) {
        p.add(grammar_.subj, noun);
        p.add(grammar_.obj, tree_.child(verb, Deprel::obj));
    } else if (features.verb_form == VerbForm::ger || features.tense == Tense::pres || tree_.text(verb).ends_with("ing")) {
        p.add(grammar_.subj, noun);
    } else {
        if (p.find(grammar_.obj) == no_token || passive) {
            p.add(grammar_.obj, noun);
        }
        const TokenIndex agent = arguments_.by_phrase(verb);
        p.add(grammar_.subj, agent);
    }
}

TokenIndex Control::surface_subject(TokenIndex verb, int depth) const {
    for (const TokenIndex child : tree_.children(verb)) {
        if (tree_.relation(child) == Deprel::nsubj || tree_.relation(child) == Deprel::nsubj_pass) {
            if (const TokenIndex subject = antecedent_of(tree_, child); subject != no_token) {
                return subject;
            }
        }
    }
    Predication p{.trigger = verb, .kind = HeadKind::verb};
    inherit(p, verb, depth);
    const TokenIndex found = p.find(grammar_.subj);
    return found != no_token ? found : p.find(grammar_.obj);
}

TokenIndex Control::controller(TokenIndex verb, int depth) const {
    if (depth > max_depth) {
        return no_token;
    }
    const bool of_subject = grammar_.lexicon.is(tree_.word(verb), grammar_.subject_control);
    for (const TokenIndex child : tree_.children(verb)) {
        const Deprel r = tree_.relation(child);
        if (!of_subject && (r == Deprel::obj || r == Deprel::iobj || r == Deprel::nsubj_pass)) {
            return antecedent_of(tree_, child);
        }
        const TokenIndex preposition = r == Deprel::obl ? tree_.preposition(child) : no_token;
        if (preposition != no_token && tree_.lemma(verb) == "call" &&
            (tree_.lemma(preposition) == "on" || tree_.lemma(preposition) == "upon")) {
            return child;
        }
    }
    return surface_subject(verb, depth);
}

void Control::shared_object(Predication& p) const {
    if (p.find(grammar_.obj) != no_token || p.find(grammar_.comp) != no_token) {
        return;
    }
    const TokenIndex above = tree_.head(p.trigger);
    if (tree_.relation(p.trigger) == Deprel::conj && above != no_token && tree_.upos(above) == Upos::VERB) {
        const TokenIndex object = tree_.child(above, Deprel::obj);
        if (object != no_token && object > p.trigger) {
            p.add(grammar_.obj, object);
        }
        return;
    }
    for (const TokenIndex child : tree_.children(p.trigger)) {
        if (tree_.relation(child) == Deprel::conj && tree_.upos(child) == Upos::VERB && tree_.child(child, Deprel::nsubj) == no_token &&
            child <= p.trigger + 3) {
            const TokenIndex object = tree_.child(child, Deprel::obj);
            if (object != no_token && !is_passive(tree_, p.trigger)) {
                p.add(grammar_.obj, object);
            }
            return;
        }
    }
}

}  // namespace synoptic
