// SPDX-License-Identifier: Apache-2.0
#include "coding/standing.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "coding/verb_group.hpp"
#include "core/text.hpp"

namespace synoptic {
namespace {

int distance(Status status) {
    switch (status) {
    case Status::happened:
        return 0;
    case Status::planned:
        return 1;
    case Status::called_for:
        return 2;
    case Status::hypothetical:
        return 3;
    case Status::denied:
        return 4;
    }
    return 0;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) { return std::ranges::find(words, word) != words.end(); }

class Walk {
public:
    Walk(const Tree& tree, const Grammar& grammar) : tree_(tree), grammar_(grammar), group_(tree, grammar) {}

    Standing run(const Predication& p) {
        TokenIndex at = p.trigger;
        if (p.kind == HeadKind::noun) {
            noun_words(p.trigger);
            if (!p.supported) {
                at = governed_noun(p.trigger);
            } else {
                at = p.clause;
            }
        } else if (p.kind == HeadKind::adjective) {
            at = p.clause;
            standing_.negated = group_.negation_of(p.trigger);
        }
        if (at == no_token) {
            return standing_;
        }
        if (p.kind != HeadKind::noun || p.supported) {
            standing_.negated = standing_.negated || group_.negation_of(at) || negative_arguments(p);
            at_trigger_ = true;
            clause(at);
            at_trigger_ = false;
            if (p.kind == HeadKind::noun && at != p.trigger) {
                governor(at);  // "talks are scheduled", "cancelled the talks"
            }
        } else if (p.clause != p.trigger && tree_.relation(p.trigger) == Deprel::nsubj && group_.has_future(p.clause)) {
            raise(Status::planned);  // "the strike would be the first since 1999"
        }
        up(at, p.kind == HeadKind::noun && !p.supported);
        return standing_;
    }

private:
    [[nodiscard]] bool is(TokenIndex i, int class_bit) const { return grammar_.lexicon.is(tree_.word(i), class_bit); }
    void raise(Status status) { standing_.status = further(standing_.status, status); }

    /// "No soldiers attacked", "reached no agreement", "neither side".
    [[nodiscard]] bool negative_arguments(const Predication& p) const {
        return std::ranges::any_of(p.arguments, [&](const Argument& each) {
            if ((each.role != grammar_.subj && each.role != grammar_.obj && each.role != grammar_.with) || each.token == p.trigger) {
                return false;
            }
            if (one_of(tree_.lemma(each.token), {"nobody", "none", "nothing", "neither"})) {
                return true;
            }
            return std::ranges::any_of(tree_.children(each.token), [&](TokenIndex c) {
                return (tree_.relation(c) == Deprel::det && one_of(tree_.lemma(c), {"no", "neither"})) ||
                       (tree_.lemma(c) == "any" && c > tree_.first() &&
                        one_of(lower_ascii(tree_.text(c - 1)), {"hardly", "scarcely", "barely"}));
            });
        });
    }

    /// Adjectives and compounds: "planned visit", "possible attack", "cancelled talks".
    void noun_words(TokenIndex noun) {
        for (const TokenIndex each : tree_.children(noun)) {
            const Deprel r = tree_.relation(each);
            if (r == Deprel::amod || r == Deprel::compound) {
                if (is(each, grammar_.planned_word)) {
                    raise(Status::planned);
                } else if (is(each, grammar_.supposed_word)) {
                    raise(Status::hypothetical);
                } else if (is(each, grammar_.denied_word)) {
                    raise(Status::denied);
                }
            } else if (r == Deprel::det && one_of(tree_.lemma(each), {"no", "any"})) {
                tree_.lemma(each) == "no" ? raise(Status::denied) : raise(Status::hypothetical);
            }
        }
        const TokenIndex preposition = tree_.preposition(noun);
        if (preposition != no_token && tree_.lemma(preposition) == "without") {
            raise(Status::denied);
        } else if (preposition != no_token && tree_.lemma(preposition) == "near" && tree_.child(noun, Deprel::cop) != no_token) {
            raise(Status::hypothetical);  // "are nowhere near a deal"
        }
    }

    /// "a visit is likely", "a strike is on the cards".
    void predicate(TokenIndex noun) {
        if (is(noun, grammar_.planned_word)) {
            raise(Status::planned);
        } else if (is(noun, grammar_.supposed_word) ||
                   one_of(tree_.lemma(noun), {"card", "table", "agenda", "doubt", "question", "reach", "overdue"})) {
            raise(Status::hypothetical);
        }
    }

    /// Climbs from an event noun through the nouns it depends on ("a plan for talks") to the verb that governs them.
    TokenIndex governed_noun(TokenIndex noun) {
        TokenIndex at = noun;
        for (int steps = 0; steps < 6; ++steps) {
            const TokenIndex above = tree_.head(at);
            if (above == no_token) {
                return at;
            }
            const Deprel r = tree_.relation(at);
            if (r == Deprel::nsubj && tree_.child(above, Deprel::cop) != no_token) {
                predicate(above);
            }
            if (tree_.upos(above) == Upos::VERB || tree_.upos(above) == Upos::ADJ) {
                if (r == Deprel::obj || r == Deprel::obl || r == Deprel::nsubj_pass || (r == Deprel::nsubj && is_passive(tree_, above))) {
                    governor(above);
                }
                return above;
            }
            if (r == Deprel::nmod || r == Deprel::compound || r == Deprel::nmod_poss) {
                governor(above);
                noun_words(above);
            }
            at = above;
        }
        return at;
    }

    /// What a governing verb, adjective or noun makes of what it governs.
    void governor(TokenIndex above) {
        const bool negated = group_.negation_of(above);
        if (tree_.lemma(above) == "call" && !group_.calls_for(above)) {
            return;  // a telephone call
        }
        if (is(above, grammar_.refusing) || is(above, grammar_.denying)) {
            raise(negated ? Status::hypothetical : Status::denied);
        } else if (is(above, grammar_.supposing)) {
            raise(Status::hypothetical);
        } else if (is(above, grammar_.demanding)) {
            raise(negated ? Status::hypothetical : Status::called_for);
        } else if (is(above, grammar_.planning)) {
            raise(negated ? Status::denied : Status::planned);
            standing_.future = true;
        } else if (negated) {
            raise(is(above, grammar_.saying) ? Status::hypothetical : Status::denied);  // "could not confirm that ..."
        }
    }

    /// The auxiliaries and marks of one clause.
    void clause(TokenIndex verb) {
        bool be = false;
        bool infinitive = false;
        bool would = false;
        for (const TokenIndex each : tree_.children(verb)) {
            const Deprel r = tree_.relation(each);
            const std::string_view lemma = tree_.lemma(each);
            if (each > tree_.first() && is_ascii_upper(tree_.text(each).front())) {
                continue;  // the name "May"
            }
            if (lemma == "due" && each < verb && r != Deprel::amod) {
                raise(Status::planned);  // "is due to meet"
                standing_.future = true;
            }
            if (r == Deprel::aux || r == Deprel::aux_pass || r == Deprel::cop) {
                be = be || lemma == "be";
                if (one_of(lemma, {"will", "shall", "'ll", "wo"})) {
                    raise(Status::planned);
                    standing_.future = true;
                } else if (lemma == "would" || lemma == "'d") {
                    would = true;
                } else if (one_of(lemma, {"may", "might", "could", "can"})) {
                    raise(Status::hypothetical);
                } else if (one_of(lemma, {"should", "must", "ought"})) {
                    raise(Status::called_for);
                    standing_.obliged = standing_.obliged || at_trigger_;
                }
            } else if (r == Deprel::mark || r == Deprel::advmod) {
                if (one_of(lemma, {"if", "unless", "whether", "lest", "should"}) || (lemma == "case" && r == Deprel::mark)) {
                    raise(Status::hypothetical);
                } else if (lemma == "to" && r == Deprel::mark) {
                    infinitive = true;
                }
            } else if (r == Deprel::advcl) {
                const TokenIndex mark = tree_.child(each, Deprel::mark);
                if (mark != no_token && one_of(tree_.lemma(mark), {"if", "unless"}) && standing_.future) {
                    raise(Status::hypothetical);
                }
            }
        }
        if (would) {
            const bool dated = std::ranges::any_of(tree_.children(verb), [&](TokenIndex each) { return tree_.is_time(each); });
            const bool plan = (dated || group_.reported(verb)) && !group_.has_condition(verb);
            raise(plan ? Status::planned : Status::hypothetical);
            standing_.future = standing_.future || plan;
        }
        if (infinitive && tree_.child_with_lemma(verb, "yet") != no_token) {
            raise(Status::denied);
        }
        if (be && infinitive && (tree_.token(verb).features.verb_form == VerbForm::inf || !is_passive(tree_, verb))) {
            raise(Status::planned);
            standing_.future = true;
        }
        if (tree_.token(verb).features.mood == Mood::imp && tree_.relation(verb) == Deprel::root &&
            tree_.child(verb, Deprel::nsubj) == no_token) {
            raise(Status::called_for);
        }
    }

    void speaker(TokenIndex saying) {
        Predication p = predication_of(tree_, grammar_, saying, tree_.upos(saying) == Upos::NOUN ? HeadKind::noun : HeadKind::verb);
        const TokenIndex who = p.find(grammar_.subj);
        if (who != no_token && std::ranges::find(standing_.speakers, who) == standing_.speakers.end()) {
            standing_.speakers.push_back(who);
        }
    }

    /// Speech that stands behind or beside its clause: "..., the minister said", "according to the ministry".
    void beside(TokenIndex at, TokenIndex from) {
        for (const TokenIndex each : tree_.children(at)) {
            if (each == from) {
                continue;
            }
            const Deprel r = tree_.relation(each);
            if (r == Deprel::parataxis && is(each, grammar_.saying) && tree_.child(each, Deprel::ccomp) == no_token) {
                speaker(each);
            } else if (r == Deprel::obl || r == Deprel::nmod || r == Deprel::advcl) {
                const TokenIndex preposition = tree_.preposition(each);
                if (preposition != no_token && tree_.lemma(preposition) == "accord") {
                    add_speaker(each);
                } else if (preposition != no_token && tree_.lemma(preposition) == "according") {
                    add_speaker(each);
                }
            }
        }
    }

    void add_speaker(TokenIndex who) {
        if (std::ranges::find(standing_.speakers, who) == standing_.speakers.end()) {
            standing_.speakers.push_back(who);
        }
    }

    /// Everything above the clause. `only_speakers`: an event noun that no clause tells of; the clauses above do not touch its status.
    void up(TokenIndex at, bool only_speakers) {
        TokenIndex from = no_token;
        for (int steps = 0; steps < 64; ++steps) {
            beside(at, from);
            const TokenIndex above = tree_.head(at);
            if (above == no_token) {
                return;
            }
            const Deprel r = tree_.relation(at);
            const bool clausal = r == Deprel::ccomp || r == Deprel::xcomp || r == Deprel::csubj || r == Deprel::csubj_pass;
            if (from != no_token && tree_.relation(from) == Deprel::acl && (r == Deprel::obj || r == Deprel::nsubj_pass)) {
                told_noun(above, only_speakers);
            }
            if (clausal || r == Deprel::parataxis || r == Deprel::acl) {
                if (is(above, grammar_.saying) && (r == Deprel::ccomp || r == Deprel::parataxis || r == Deprel::acl)) {
                    speaker(above);
                }
                if (!only_speakers && r != Deprel::parataxis) {
                    embedded(at, above, r);
                }
            } else if (!only_speakers && r == Deprel::conj) {
                coordinated(at, above);
            } else if (!only_speakers && r == Deprel::advcl) {
                adverbial(at, above);
            }
            if (r == Deprel::acl_relcl || r == Deprel::appos || (r == Deprel::advcl && group_.is_past(at))) {
                only_speakers = true;  // "will leave the country where he was jailed", "will meet after the strike ended"
            }
            from = at;
            at = above;
        }
    }

    /// "denied a report that ...", "rejected the claim that ...": what the verb makes of the clause under its object.
    void told_noun(TokenIndex verb, bool only_speakers) {
        const bool rejects = is(verb, grammar_.denying) || one_of(tree_.lemma(verb), {"reject", "dismiss", "rebut"});
        if (rejects || is(verb, grammar_.saying)) {
            speaker(verb);
        }
        if (rejects && !only_speakers) {
            raise(group_.negation_of(verb) ? Status::hypothetical : Status::denied);
        }
    }

    void embedded(TokenIndex at, TokenIndex above, Deprel r) {
        const bool to = tree_.child_with_lemma(at, "to") != no_token;
        if (r == Deprel::csubj || r == Deprel::csubj_pass) {
            clause(above);
            if (group_.has_future(above)) {
                raise(Status::hypothetical);  // "closing the ports would hurt"
            }
            if (to && tree_.upos(above) == Upos::ADJ) {
                raise(Status::hypothetical);  // "it is illegal to protest"
            }
            if (is(above, grammar_.untrue_word) || (group_.negation_of(above) && !is(above, grammar_.supposing))) {
                raise(Status::denied);  // "it is not true that"
            }
            return;
        }
        if (r == Deprel::acl && !to && tree_.upos(above) != Upos::VERB && !is(above, grammar_.denying) && !is(above, grammar_.supposing)) {
            return;  // "troops sent to the border"
        }
        const Status before = standing_.status;
        const bool demand_or_plan = is(above, grammar_.demanding) || is(above, grammar_.planning);
        if (!(r == Deprel::ccomp && is(above, grammar_.saying) && demand_or_plan && group_.is_indicative(at)) ||
            is(above, grammar_.denying)) {
            governor(above);
        }
        if (r == Deprel::acl && to && standing_.status == before && !is(above, grammar_.saying) && !is(above, grammar_.starting)) {
            raise(tree_.upos(above) == Upos::ADJ ? Status::happened : Status::hypothetical);
        }
        if (r == Deprel::xcomp && to && standing_.status == before && group_.is_left_open(at, above)) {
            raise(Status::hypothetical);  // "is trained to storm", "has to withdraw"
        }
        if (r == Deprel::xcomp && to && tree_.lemma(above) == "be") {
            raise(Status::planned);
            standing_.future = true;
        }
        if (to && tree_.lemma(above) == "have" && tree_.child_with_lemma(above, "yet") != no_token) {
            raise(Status::denied);  // "has yet to sign"
        }
        if (r == Deprel::xcomp && tree_.lemma(above) == "go" && to) {
            raise(Status::planned);
            standing_.future = true;
        }
        if (!is(above, grammar_.saying)) {
            clause(above);
        }
    }

    /// "will meet and sign": the second verb stands under the first one's auxiliary unless it has a subject of its own.
    void coordinated(TokenIndex at, TokenIndex above) {
        const bool own_subject = tree_.child(at, Deprel::nsubj) != no_token || tree_.child(at, Deprel::nsubj_pass) != no_token;
        const bool own_auxiliary = tree_.child(at, Deprel::aux) != no_token;
        if (!own_subject && !own_auxiliary && tree_.token(at).features.tense != Tense::past) {
            clause(above);
        }
        if (!own_subject && tree_.token(at).features.verb_form == VerbForm::inf && group_.negation_of(above) && !own_auxiliary) {
            raise(Status::denied);
        }
    }

    void adverbial(TokenIndex at, TokenIndex above) {
        const TokenIndex mark = tree_.child(at, Deprel::mark);
        if (mark != no_token && tree_.lemma(above) == "have" && tree_.child_with_lemma(above, "yet") != no_token) {
            raise(Status::denied);  // "has yet to sign"
            return;
        }
        const TokenIndex to = tree_.child_with_lemma(at, "to");
        if (to != no_token && tree_.relation(to) == Deprel::mark && tree_.upos(to) == Upos::PART) {
            if ((is(above, grammar_.planning) || is(above, grammar_.demanding) || is(above, grammar_.refusing) ||
                 is(above, grammar_.supposing))) {
                governor(above);
            } else {
                raise(Status::planned);
            }
            return;
        }
        const bool finite = tree_.token(at).features.verb_form == VerbForm::fin || tree_.child(at, Deprel::aux) != no_token;
        if (mark != no_token && one_of(tree_.lemma(mark), {"before", "until", "till", "once", "when", "after"}) &&
            tree_.token(at).features.tense == Tense::pres && finite) {
            clause(above);  // "will leave before the rains begin"
        }
        if (!finite && mark == no_token) {
            clause(above);  // "will fly to Rome, meeting the premier"
        } else if (mark != no_token && tree_.token(at).features.verb_form != VerbForm::fin &&
                   (is(above, grammar_.refusing) || (is(above, grammar_.supposing) && tree_.upos(above) == Upos::ADJ))) {
            governor(above);  // "barred from entering", "afraid of being attacked"
        }
    }

    const Tree& tree_;
    const Grammar& grammar_;
    VerbGroup group_;
    Standing standing_;
    bool at_trigger_ = false;  ///< reading the event's own clause, not one above
};

}  // namespace

Status further(Status a, Status b) { return distance(a) < distance(b) ? b : a; }

Standing standing_of(const Tree& tree, const Grammar& grammar, const Predication& predication) {
    return Walk(tree, grammar).run(predication);
}

}  // namespace synoptic
