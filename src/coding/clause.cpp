// SPDX-License-Identifier: Apache-2.0
#include "coding/clause.hpp"

#include <algorithm>

#include "core/text.hpp"

namespace synoptic {

TokenIndex Predication::find(WordId role) const {
    for (const Argument& each : arguments) {
        if (each.role == role) {
            return each.token;
        }
    }
    return no_token;
}

void Predication::add(WordId role, TokenIndex token) {
    if (token == no_token || token == trigger || role == no_word) {
        return;
    }
    for (const Argument& each : arguments) {
        if (each.role == role && each.token == token) {
            return;
        }
    }
    arguments.push_back({role, token});
}

namespace {

bool is_verbal(const Tree& tree, TokenIndex i) {
    return tree.upos(i) == Upos::VERB || tree.child(i, Deprel::cop) != no_token || tree.upos(i) == Upos::AUX;
}

/// Builds predications of one sentence; the recursion over governing verbs is bounded by `depth`.
class Builder {
public:
    Builder(const Tree& tree, const Grammar& grammar) : tree_(tree), grammar_(grammar) {}

    void verb(Predication& p) {
        if (const TokenIndex subject = mistaken_subject(tree_, p.trigger); subject != no_token) {
            const TokenIndex object = tree_.head(p.trigger);
            own_arguments(p, p.trigger, false);
            own_arguments(p, object, false);
            p.add(grammar_.subj, subject);
            p.add(grammar_.obj, object);
            return;
        }
        own_arguments(p, p.trigger, is_passive(tree_, p.trigger));
        if (p.find(grammar_.subj) == no_token || is_passive(tree_, p.trigger)) {
            inherit(p, p.trigger, 0);
        }
        if (p.find(grammar_.obj) == no_token) {
            add(p, grammar_.obj, p.find(grammar_.iobj));  // "asked the court to rule"
        }
        shared_object(p);
        object_phrases(p);
        const TokenIndex complement = p.find(grammar_.comp);
        if (complement != no_token && tree_.child_with_lemma(complement, "to") != no_token) {
            p.add(grammar_.inf, complement);
        }
    }

    void noun(Predication& p) {
        noun_arguments(p, p.trigger);
        support(p);
    }

    void adjective(Predication& p) {
        own_arguments(p, p.trigger, false);
        const TokenIndex above = tree_.head(p.trigger);
        if (p.find(grammar_.subj) == no_token && above != no_token) {
            if (tree_.relation(p.trigger) == Deprel::xcomp && tree_.upos(above) == Upos::VERB) {
                p.add(grammar_.subj, subject_of(above, 0));
                p.clause = above;
            } else {
                inherit(p, p.trigger, 0);
            }
        }
    }

    /// The logical subject of a verb; no_token if the sentence does not tell.
    TokenIndex subject_of(TokenIndex verb, int depth) {
        Predication p{.trigger = verb, .kind = HeadKind::verb};
        own_arguments(p, verb, is_passive(tree_, verb));
        if (p.find(grammar_.subj) == no_token && depth < max_depth) {
            inherit(p, verb, depth + 1);
        }
        return p.find(grammar_.subj);
    }

private:
    static constexpr int max_depth = 6;

    void add(Predication& p, WordId role, TokenIndex token) {
        if (token != no_token) {
            p.add(role, token);
        }
    }

    /// "called on both sides to accept": the infinitive hangs on the noun but is what they are called on to do.
    void infinitive_of(Predication& p, TokenIndex noun) {
        for (const TokenIndex child : tree_.children(noun)) {
            if (tree_.relation(child) == Deprel::acl && tree_.child_with_lemma(child, "to") != no_token && p.find(grammar_.comp) == no_token) {
                p.add(grammar_.comp, child);
            }
        }
    }

    void oblique(Predication& p, TokenIndex child, bool passive) {
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

    void own_arguments(Predication& p, TokenIndex verb, bool passive) {
        for (const TokenIndex child : tree_.children(verb)) {
            switch (tree_.relation(child)) {
            case Deprel::nsubj: add(p, passive ? grammar_.obj : grammar_.subj, antecedent_of(tree_, child)); break;
            case Deprel::nsubj_pass: add(p, grammar_.obj, antecedent_of(tree_, child)); break;
            case Deprel::obj:
                if (tree_.upos(child) == Upos::DET && tree_.child(child, Deprel::obj) != no_token) {
                    break;
                }
                add(p, passive && p.find(grammar_.obj) != no_token ? grammar_.pred : grammar_.obj, antecedent_of(tree_, child));
                break;
            case Deprel::iobj: add(p, grammar_.iobj, child); break;
            case Deprel::obl_agent: add(p, grammar_.subj, child); break;
            case Deprel::obl: case Deprel::nmod: oblique(p, child, passive); break;
            case Deprel::ccomp: add(p, grammar_.comp, child); break;
            case Deprel::xcomp: add(p, is_verbal(tree_, child) ? grammar_.comp : grammar_.pred, child); break;
            case Deprel::advcl: clausal(p, child); break;
            case Deprel::compound_prt: p.particle = p.trigger == verb ? tree_.word(child) : p.particle; break;
            case Deprel::advmod: case Deprel::case_:
                if (p.trigger == verb && p.particle == no_word && child > verb && grammar_.lexicon.is(tree_.word(child), grammar_.particle)) {
                    p.particle = tree_.word(child);
                }
                break;
            default: break;
            }
        }
    }

    /// "accused of spying", "called on them to leave": clauses with a preposition fill its role, bare infinitives stand in for a complement.
    void clausal(Predication& p, TokenIndex child) {
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

    [[nodiscard]] bool after_comma(TokenIndex clause) const {
        const auto begin = tree_.extent(clause).begin;
        TokenIndex start = clause;
        while (start > tree_.first() && tree_.token(start).begin > begin) {
            --start;
        }
        return start > tree_.first() && tree_.upos(start - 1) == Upos::PUNCT;
    }

    /// Finds in the governing clause what this one leaves unsaid: its subject, or its object where it is passive.
    void inherit(Predication& p, TokenIndex verb, int depth) {
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
            add(p, open, surface);
            break;
        }
        case Deprel::xcomp: case Deprel::ccomp: add(p, open, controller(above, depth + 1)); break;
        case Deprel::advcl: case Deprel::parataxis:
            if (tree_.token(verb).features.verb_form != VerbForm::fin && is_verbal(tree_, above)) {
                const bool asked = tree_.child(verb, Deprel::mark) != no_token && grammar_.lexicon.is(tree_.word(above), grammar_.demanding);
                add(p, open, asked ? controller(above, depth + 1) : surface_subject(above, depth + 1));
            }
            break;
        case Deprel::acl: case Deprel::acl_relcl: participle(p, verb, above, passive, depth); break;
        default: break;
        }
    }

    void participle(Predication& p, TokenIndex verb, TokenIndex noun, bool passive, int depth) {
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
            noun_arguments(owner, noun);
            TokenIndex who = owner.find(grammar_.subj);
            if (who == no_token && depth < max_depth) {
                const TokenIndex above = tree_.head(noun);
                if (above != no_token && tree_.upos(above) == Upos::VERB) {
                    who = subject_of(above, depth + 1);
                }
            }
            add(p, grammar_.subj, who == no_token ? noun : who);
        } else if (features.passive && !passive) {
            add(p, grammar_.subj, noun);
            add(p, grammar_.obj, tree_.child(verb, Deprel::obj));
        } else if (features.verb_form == VerbForm::ger || features.tense == Tense::pres || tree_.text(verb).ends_with("ing")) {
            add(p, grammar_.subj, noun);
        } else {
            if (p.find(grammar_.obj) == no_token || passive) {
                add(p, grammar_.obj, noun);
            }
            const TokenIndex agent = by_phrase(verb);
            add(p, grammar_.subj, agent);
        }
    }

    TokenIndex by_phrase(TokenIndex verb) const {
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

    TokenIndex surface_subject(TokenIndex verb, int depth) {
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

    /// Who is to do what an infinitive under `verb` says: its object, or its subject for "promise", "threaten" and verbs without object.
    TokenIndex controller(TokenIndex verb, int depth) {
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
            if (preposition != no_token && tree_.lemma(verb) == "call" && (tree_.lemma(preposition) == "on" || tree_.lemma(preposition) == "upon")) {
                return child;
            }
        }
        return surface_subject(verb, depth);
    }

    /// "arrested and deported the reporter": deport has its own object; arrest shares it where it has none.
    void shared_object(Predication& p) {
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

    /// "imposed sanctions on the port": the phrase hangs on the object but speaks of the deed.
    void object_phrases(Predication& p) {
        const TokenIndex object = p.find(grammar_.obj);
        if (object == no_token || !(tree_.upos(object) == Upos::NOUN || tree_.upos(object) == Upos::NUM || tree_.upos(object) == Upos::SYM)) {
            return;
        }
        TokenIndex noun = object;
        for (int depth = 0; depth < 2; ++depth) {
            for (const TokenIndex child : tree_.children(noun)) {
                const TokenIndex preposition = tree_.relation(child) == Deprel::nmod ? tree_.preposition(child) : no_token;
                if (preposition != no_token) {
                    p.add(tree_.word(preposition), child);
                }
            }
            infinitive_of(p, noun);
            const TokenIndex inner = inner_noun(tree_, grammar_, noun);
            if (inner == noun) {
                break;
            }
            noun = inner;
        }
    }

    void noun_arguments(Predication& p, TokenIndex noun) {
        for (const TokenIndex child : tree_.children(noun)) {
            switch (tree_.relation(child)) {
            case Deprel::nmod_poss: add(p, grammar_.subj, child); break;
            case Deprel::nmod: case Deprel::obl: case Deprel::obl_agent: {
                const TokenIndex preposition = tree_.preposition(child);
                if (preposition == no_token) {
                    break;
                }
                const WordId role = tree_.word(preposition);
                add(p, role, child);
                if (role == grammar_.by) {
                    add(p, grammar_.subj, child);
                } else if (role == grammar_.of) {
                    add(p, grammar_.obj, child);
                }
                break;
            }
            case Deprel::acl: {
                const TokenIndex mark = tree_.child(child, Deprel::mark);
                if (tree_.child_with_lemma(child, "to") != no_token || (mark != no_token && tree_.lemma(mark) == "that")) {
                    add(p, grammar_.comp, child);
                } else if (grammar_.lexicon.is(tree_.word(child), grammar_.light)) {
                    add(p, grammar_.subj, by_phrase(child));
                    own_arguments(p, child, true);
                }
                break;
            }
            default: break;
            }
        }
        for (const TokenIndex child : tree_.children(noun)) {
            if (tree_.relation(child) == Deprel::compound || tree_.relation(child) == Deprel::amod) {
                add(p, grammar_.mod, child);
            }
        }
        if (p.find(grammar_.subj) == no_token) {
            for (const TokenIndex child : tree_.children(noun)) {
                const Deprel r = tree_.relation(child);
                if ((r == Deprel::compound || r == Deprel::amod || r == Deprel::nmod) && tree_.preposition(child) == no_token && child < noun &&
                    is_proper(child)) {
                    add(p, grammar_.subj, child);
                    break;
                }
            }
        }
    }

    /// "Russian", "U.S.", "rebel" before a noun: somebody who can act.
    [[nodiscard]] bool is_proper(TokenIndex modifier) const {
        const std::string_view text = tree_.text(modifier);
        return tree_.upos(modifier) == Upos::PROPN || (!text.empty() && is_ascii_upper(text.front()) && text.find('-') == std::string_view::npos) ||
               grammar_.lexicon.is(tree_.word(modifier), grammar_.person);
    }

    /// The verb that carries an event noun, and what it adds to it.
    void support(Predication& p) {
        TokenIndex noun = tree_.first_conjunct(p.trigger);
        // "a series of attacks": the verb governs "series"
        for (int depth = 0; depth < 3; ++depth) {
            const TokenIndex above = tree_.head(noun);
            if (above != no_token && tree_.relation(noun) == Deprel::nmod && grammar_.lexicon.is(tree_.word(above), grammar_.container)) {
                for (const Argument& each : outer_arguments(above)) {
                    p.add(each.role, each.token);
                }
                noun = above;
            }
        }
        if (tree_.child(noun, Deprel::cop) != no_token || tree_.relation(noun) == Deprel::root) {
            p.clause = noun;
            const TokenIndex subject = tree_.child(noun, Deprel::nsubj);
            if (subject != no_token && tree_.preposition(noun) != no_token && p.find(grammar_.subj) == no_token) {
                add(p, grammar_.subj, subject);  // "X is in talks with Y"
                p.supported = true;
            }
            return;
        }
        const TokenIndex verb = tree_.head(noun);
        if (verb != no_token && tree_.relation(noun) == Deprel::nsubj && tree_.child(verb, Deprel::cop) != no_token) {
            p.clause = verb;
            return;
        }
        if (verb == no_token || tree_.upos(verb) != Upos::VERB) {
            return;
        }
        const WordId word = tree_.word(verb);
        const bool passive = is_passive(tree_, verb);
        const Deprel r = tree_.relation(noun);
        const bool object = r == Deprel::obj || r == Deprel::nsubj_pass || (r == Deprel::nsubj && passive) || (r == Deprel::acl && passive);
        const bool light = object && (grammar_.lexicon.is(word, grammar_.light) || grammar_.lexicon.is(word, grammar_.joining));
        const bool joining = r == Deprel::obl && grammar_.lexicon.is(word, grammar_.joining);
        const bool occurring = (r == Deprel::nsubj || r == Deprel::nsubj_pass) && grammar_.lexicon.is(word, grammar_.occurring);
        if (!light && !joining && !occurring) {
            if (object || r == Deprel::nsubj) {
                p.clause = verb;
            }
            return;
        }
        p.clause = verb;
        p.supported = true;
        Predication carrier{.trigger = verb, .kind = HeadKind::verb};
        own_arguments(carrier, verb, passive);
        if (carrier.find(grammar_.pred) != no_token && light) {  // "called the meeting a farce"
            p.supported = false;
            return;
        }
        if (carrier.find(grammar_.subj) == no_token) {
            inherit(carrier, verb, 0);
        }
        for (const Argument& each : carrier.arguments) {
            if (each.role == grammar_.subj) {
                if (!occurring && p.find(grammar_.subj) == no_token) {
                    p.add(grammar_.subj, each.token);
                } else if (!occurring && p.find(grammar_.with) == no_token && each.token != p.find(grammar_.subj) && p.find(grammar_.obj) == no_token) {
                    p.arguments.insert(p.arguments.begin(), {grammar_.subj, each.token});
                }
            } else if (each.role != grammar_.obj && each.role != grammar_.comp && each.role != grammar_.pred && !tree_.is_ancestor(each.token, p.trigger)) {
                p.add(each.role, each.token);
            }
        }
    }

    std::vector<Argument> outer_arguments(TokenIndex noun) {
        Predication p{.trigger = noun, .kind = HeadKind::noun};
        noun_arguments(p, noun);
        std::erase_if(p.arguments, [&](const Argument& each) { return each.role == grammar_.of || each.role == grammar_.obj; });
        return p.arguments;
    }

    const Tree& tree_;
    const Grammar& grammar_;
};

}  // namespace

Predication predication_of(const Tree& tree, const Grammar& grammar, TokenIndex trigger, HeadKind kind) {
    Predication p{.trigger = trigger, .kind = kind, .lemma = tree.word(trigger), .clause = trigger};
    Builder builder(tree, grammar);
    switch (kind) {
    case HeadKind::verb: builder.verb(p); break;
    case HeadKind::noun: builder.noun(p); break;
    case HeadKind::adjective: builder.adjective(p); break;
    }
    return p;
}

}  // namespace synoptic
