// SPDX-License-Identifier: Apache-2.0
#include "coding/clause.hpp"

#include "coding/control.hpp"

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

class Builder {
public:
    Builder(const Tree& tree, const Grammar& grammar)
        : tree_(tree), grammar_(grammar), arguments_(tree, grammar), control_(tree, grammar) {}

    void verb(Predication& p) {
        if (const TokenIndex subject = mistaken_subject(tree_, p.trigger); subject != no_token) {
            const TokenIndex object = tree_.head(p.trigger);
            arguments_.of_verb(p, p.trigger, false);
            arguments_.of_verb(p, object, false);
            p.add(grammar_.subj, subject);
            p.add(grammar_.obj, object);
            return;
        }
        arguments_.of_verb(p, p.trigger, is_passive(tree_, p.trigger));
        if (p.find(grammar_.subj) == no_token || is_passive(tree_, p.trigger)) {
            control_.inherit(p, p.trigger, 0);
        }
        if (p.find(grammar_.obj) == no_token) {
            p.add(grammar_.obj, p.find(grammar_.iobj));  // "asked the court to rule"
        }
        control_.shared_object(p);
        object_phrases(p);
        const TokenIndex complement = p.find(grammar_.comp);
        if (complement != no_token && tree_.child_with_lemma(complement, "to") != no_token) {
            p.add(grammar_.inf, complement);
        }
    }

    void noun(Predication& p) {
        arguments_.of_noun(p, p.trigger);
        support(p);
    }

    void adjective(Predication& p) {
        arguments_.of_verb(p, p.trigger, false);
        const TokenIndex above = tree_.head(p.trigger);
        if (p.find(grammar_.subj) == no_token && above != no_token) {
            if (tree_.relation(p.trigger) == Deprel::xcomp && tree_.upos(above) == Upos::VERB) {
                p.add(grammar_.subj, control_.subject_of(above, 0));
                p.clause = above;
            } else {
                control_.inherit(p, p.trigger, 0);
            }
        }
    }

private:
    /// "imposed sanctions on the port": the phrase hangs on the object but speaks of the deed.
    void object_phrases(Predication& p) {
        const TokenIndex object = p.find(grammar_.obj);
        if (object == no_token ||
            !(tree_.upos(object) == Upos::NOUN || tree_.upos(object) == Upos::NUM || tree_.upos(object) == Upos::SYM)) {
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
            arguments_.infinitive_of(p, noun);
            const TokenIndex inner = inner_noun(tree_, grammar_, noun);
            if (inner == noun) {
                break;
            }
            noun = inner;
        }
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
                p.add(grammar_.subj, subject);  // "X is in talks with Y"
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
        arguments_.of_verb(carrier, verb, passive);
        if (carrier.find(grammar_.pred) != no_token && light) {  // "called the meeting a farce"
            p.supported = false;
            return;
        }
        if (carrier.find(grammar_.subj) == no_token) {
            control_.inherit(carrier, verb, 0);
        }
        for (const Argument& each : carrier.arguments) {
            if (each.role == grammar_.subj) {
                if (!occurring && p.find(grammar_.subj) == no_token) {
                    p.add(grammar_.subj, each.token);
                } else if (!occurring && p.find(grammar_.with) == no_token && each.token != p.find(grammar_.subj) &&
                           p.find(grammar_.obj) == no_token) {
                    p.arguments.insert(p.arguments.begin(), {grammar_.subj, each.token});
                }
            } else if (each.role != grammar_.obj && each.role != grammar_.comp && each.role != grammar_.pred &&
                       !tree_.is_ancestor(each.token, p.trigger)) {
                p.add(each.role, each.token);
            }
        }
    }

    std::vector<Argument> outer_arguments(TokenIndex noun) {
        Predication p{.trigger = noun, .kind = HeadKind::noun};
        arguments_.of_noun(p, noun);
        std::erase_if(p.arguments, [&](const Argument& each) { return each.role == grammar_.of || each.role == grammar_.obj; });
        return p.arguments;
    }

    const Tree& tree_;
    const Grammar& grammar_;
    Arguments arguments_;
    Control control_;
};

}  // namespace

Predication predication_of(const Tree& tree, const Grammar& grammar, TokenIndex trigger, HeadKind kind) {
    Predication p{.trigger = trigger, .kind = kind, .lemma = tree.word(trigger), .clause = trigger};
    Builder builder(tree, grammar);
    switch (kind) {
    case HeadKind::verb:
        builder.verb(p);
        break;
    case HeadKind::noun:
        builder.noun(p);
        break;
    case HeadKind::adjective:
        builder.adjective(p);
        break;
    }
    return p;
}

}  // namespace synoptic
