// SPDX-License-Identifier: Apache-2.0
#include "coding/participants.hpp"

#include <algorithm>
#include <array>

namespace synoptic {
namespace {

class Finder {
public:
    Finder(const Tree& tree, const Grammar& grammar, const ActorCoder& actors) : tree_(tree), grammar_(grammar), actors_(actors) {}

    Parties run(const FrameMatch& match) const {
        const Predication& p = match.predication;
        const Frame& frame = *match.frame;
        Parties parties;
        TokenIndex source = named_by(antecedent(filler_of(p, frame.source, no_token)));
        if (frame.only_negated && (source == no_token || !can_act(tree_, grammar_, source)) && !match.standing.speakers.empty()) {
            source = match.standing.speakers.front();  // "the toll would not be suspended, he said"
        }
        TokenIndex target = antecedent(filler_of(p, frame.target, source));
        const bool together = frame.reciprocal && source != no_token && tree_.conjuncts(source).size() > 1;
        if (!frame.target.empty() && !together && !is_somebody(target)) {
            const TokenIndex beside = somebody_beside(p, source, target, !frame.reciprocal);
            target = beside == no_token ? target : beside;
        }
        if (source != no_token) {
            add_participants(tree_, grammar_, actors_, source, parties.source);
            for (const TokenIndex other : further_subjects(source)) {
                add_participants(tree_, grammar_, actors_, other, parties.source);
            }
        }
        if (target != no_token && target != source) {
            add_participants(tree_, grammar_, actors_, target, parties.target);
        }
        parties.mutual = frame.reciprocal;
        if (frame.reciprocal) {
            make_mutual(p, target, parties);
        } else if (parties.source.size() > 1 && is_theirs(target)) {
            parties.target = parties.source;  // "Norway and Chile postponed their talks"
            parties.mutual = true;
        }
        if (!frame.target.empty() && !parties.mutual) {
            name_target(p, source, parties);
        }
        return parties;
    }

private:
    [[nodiscard]] bool is_somebody(TokenIndex noun) const {
        return noun != no_token && (can_act(tree_, grammar_, noun) || !actors_.code(tree_, noun).empty());
    }

    /// Whether the code names a country that is not the source's own ("its dispute with Chile": Chile).
    static bool is_other(std::string_view code, const std::vector<Participant>& source) {
        return has_country(code) && std::ranges::none_of(source, [&](const Participant& each) {
                   return code.substr(0, 3) == std::string_view(each.code).substr(0, 3);
               });
    }

    static bool has_country(std::string_view code) { return !code.empty() && !code.starts_with("---"); }

    /// The subjects of the verb of a subject, but for those that a conjunction joins: where the parser did not see that it does.
    [[nodiscard]] std::vector<TokenIndex> subjects_beside(TokenIndex subject) const {
        std::vector<TokenIndex> all;
        const TokenIndex verb = tree_.relation(subject) == Deprel::nsubj ? tree_.head(subject) : no_token;
        if (verb != no_token) {
            for (const TokenIndex each : tree_.children(verb)) {
                if (tree_.relation(each) == Deprel::nsubj && each != subject && each < verb &&
                    (tree_.upos(each) == Upos::PROPN || tree_.upos(each) == Upos::NOUN)) {
                    all.push_back(each);
                }
            }
        }
        return all;
    }

    /// "old foes Norway and Chile": two subjects side by side, of which the second is the name of the first; any other noun itself.
    [[nodiscard]] TokenIndex named_by(TokenIndex subject) const {
        if (subject == no_token || tree_.upos(subject) != Upos::NOUN) {
            return subject;
        }
        const std::vector<TokenIndex> beside = subjects_beside(subject);
        return beside.size() == 1 && beside.front() == subject + 1 && tree_.upos(beside.front()) == Upos::PROPN ? beside.front() : subject;
    }

    /// "Norway, the island, Chile and Peru": subjects after a comma or an "and" that the parser left beside each other.
    [[nodiscard]] std::vector<TokenIndex> further_subjects(TokenIndex source) const {
        std::vector<TokenIndex> all = subjects_beside(source);
        std::erase_if(all, [&](TokenIndex each) { return each < source + 2; });
        // "Norway, Chile and Peru welcomed": the verb hung on the first name
        TokenIndex first = tree_.relation(source) == Deprel::nsubj ? tree_.head(source) : no_token;
        while (first != no_token && (tree_.relation(first) == Deprel::conj || tree_.relation(first) == Deprel::parataxis)) {
            first = tree_.head(first);
        }
        if (first != no_token && first < source && tree_.upos(first) == Upos::PROPN && tree_.relation(first) == Deprel::root) {
            all.push_back(first);
        }
        return all;
    }

    /// "their talks": a thing that several have with each other.
    [[nodiscard]] bool is_theirs(TokenIndex thing) const {
        if (thing == no_token ||
            !(grammar_.lexicon.is(tree_.word(thing), grammar_.talks) || grammar_.lexicon.is(tree_.word(thing), grammar_.ties))) {
            return false;
        }
        const TokenIndex owner = tree_.child(thing, Deprel::nmod_poss);
        return owner != no_token && tree_.upos(owner) == Upos::PRON;
    }

    /// Where no target has a country: whoever stands deeper in the phrases of the deed gives it ("closed the roads that lead into Chile").
    void name_target(const Predication& p, TokenIndex source, Parties& parties) const {
        std::vector<Participant>& target = parties.target;
        if (std::ranges::any_of(target, [](const Participant& each) { return has_country(each.code); })) {
            return;
        }
        const TokenIndex named = actor_below(p, source, parties.source);
        if (named == no_token) {
            return;
        }
        if (target.empty()) {
            add_participants(tree_, grammar_, actors_, named, target);
        } else if (target.front().code.empty() || !can_act(tree_, grammar_, target.front().head)) {
            target.front().code = actors_.code(tree_, named);
        }
    }

    /// The first noun behind the trigger with a country; those in a place ("in Chile") after all others.
    [[nodiscard]] TokenIndex actor_below(const Predication& p, TokenIndex source, const std::vector<Participant>& sources) const {
        constexpr std::size_t most = 24;
        std::vector<TokenIndex> open{p.trigger};
        if (p.clause != p.trigger) {
            open.push_back(p.clause);
        }
        TokenIndex best = no_token;
        bool best_is_place = true;
        for (std::size_t at = 0; at < open.size() && at < most; ++at) {
            for (const TokenIndex each : tree_.children(open[at])) {
                if (each == source || each < p.trigger || !leads_on(each) || tree_.is_time(each)) {
                    continue;
                }
                open.push_back(each);
                const TokenIndex preposition = tree_.preposition(each);
                const bool place = preposition != no_token && (tree_.word(preposition) == grammar_.in || tree_.lemma(preposition) == "at");
                const bool nominal = tree_.upos(each) == Upos::NOUN || tree_.upos(each) == Upos::PROPN;
                const bool nearer = best == no_token || (best_is_place && !place) || (best_is_place == place && each < best);
                if (nominal && nearer && is_other(actors_.code(tree_, each), sources)) {
                    best = each;
                    best_is_place = place;
                }
            }
        }
        return best;
    }

    /// Whether what hangs on by this relation is still part of the deed.
    [[nodiscard]] bool leads_on(TokenIndex i) const {
        switch (tree_.relation(i)) {
        case Deprel::obj:
        case Deprel::iobj:
        case Deprel::obl:
        case Deprel::obl_agent:
        case Deprel::nmod:
        case Deprel::nmod_poss:
        case Deprel::acl:
        case Deprel::appos:
        case Deprel::amod:
            return true;
        case Deprel::conj:
        case Deprel::xcomp:
            return tree_.upos(i) != Upos::VERB;
        default:
            return false;
        }
    }

    /// The name or noun that a pronoun stands for, if it stands before it in the sentence; else the pronoun.
    [[nodiscard]] TokenIndex antecedent(TokenIndex noun) const {
        if (noun == no_token || tree_.upos(noun) != Upos::PRON) {
            return noun;
        }
        const auto& mentions = tree_.document().analysis.mentions;
        const auto starts_before = [&](const Mention& each) { return each.span.begin < tree_.token(noun).begin; };
        auto here = std::ranges::partition_point(mentions, starts_before);
        while (here != mentions.end() && here->head != noun && here->span.begin == tree_.token(noun).begin) {
            ++here;
        }
        if (here == mentions.end() || here->head != noun) {
            return joint_subject(noun);
        }
        for (auto each = here; each != mentions.begin();) {
            --each;
            if (each->head < tree_.first()) {
                break;
            }
            if (each->chain == here->chain && each->kind != MentionKind::pronoun && each->head < tree_.last()) {
                return each->head;
            }
        }
        return joint_subject(noun);
    }

    /// "Norway and Chile played down their meeting": those who are together the subject for "their"; any other pronoun itself.
    [[nodiscard]] TokenIndex joint_subject(TokenIndex pronoun) const {
        if (tree_.lemma(pronoun) != "they" && tree_.lemma(pronoun) != "their") {
            return pronoun;
        }
        TokenIndex verb = tree_.head(pronoun);
        for (int steps = 0; verb != no_token && !is_verbal(tree_, verb) && steps < 4; ++steps) {
            verb = tree_.head(verb);
        }
        const TokenIndex subject = verb == no_token ? no_token : tree_.child(verb, Deprel::nsubj);
        return subject != no_token && subject < pronoun && tree_.conjuncts(subject).size() > 1 ? subject : pronoun;
    }

    /// What a clause in the place of a noun is about; a noun as it is.
    [[nodiscard]] TokenIndex noun_in(TokenIndex filler, int depth = 0) const {
        if (tree_.upos(filler) != Upos::VERB) {
            return filler;
        }
        const Predication inner = predication_of(tree_, grammar_, filler, HeadKind::verb);
        TokenIndex first = no_token;
        bool first_is_phrase = false;
        TokenIndex somebody = no_token;
        for (const Argument& each : inner.arguments) {
            if (each.role == grammar_.subj || each.role == grammar_.comp || tree_.upos(each.token) == Upos::VERB ||
                tree_.is_time(each.token)) {
                continue;
            }
            const bool phrase = each.role != grammar_.obj && each.role != grammar_.in;
            if (first == no_token || (phrase && !first_is_phrase)) {  // "send aid to the island" => island
                first = each.token;
                first_is_phrase = phrase;
            }
            const TokenIndex owner = tree_.child(each.token, Deprel::nmod_poss);
            const bool own = owner != no_token && tree_.upos(owner) == Upos::PRON;  // "withdraw its troops from the island"
            if (!own && can_act(tree_, grammar_, each.token) && (somebody == no_token || tree_.upos(somebody) != Upos::PROPN)) {
                somebody = somebody == no_token || tree_.upos(each.token) == Upos::PROPN ? each.token : somebody;
            }
        }
        if (somebody != no_token) {
            return somebody;
        }
        const TokenIndex deeper = inner.find(grammar_.comp);
        return first == no_token && deeper != no_token && depth < 3 ? noun_in(deeper, depth + 1) : first;
    }

    [[nodiscard]] TokenIndex filler_of(const Predication& p, const std::vector<WordId>& roles, TokenIndex but) const {
        for (const WordId role : roles) {
            for (const Argument& each : p.arguments) {
                if (each.role != role || each.token == but) {
                    continue;
                }
                const TokenIndex noun = noun_in(each.token);
                if (noun != no_token && noun != but && noun != p.trigger && noun != p.clause && !tree_.is_time(noun)) {
                    return noun;
                }
            }
        }
        return no_token;
    }

    /// Somebody in a phrase of the deed or of the thing it is done to, before all after "to", "with", "against", "on".
    [[nodiscard]] TokenIndex somebody_beside(const Predication& p, TokenIndex source, TokenIndex thing, bool places) const {
        constexpr std::array<std::string_view, 12> prepositions = {"to", "with", "against", "on",   "for",   "from",
                                                                   "of", "into", "toward",  "over", "among", "in"};
        for (const std::string_view wanted : prepositions) {
            const WordId role = wanted != "in" || places ? grammar_.lexicon.find(wanted) : no_word;
            for (const Argument& each : p.arguments) {
                if (role != no_word && each.role == role && each.token != source && is_party(each.token)) {
                    return each.token;
                }
            }
        }
        if (const TokenIndex inside = thing == no_token ? no_token : somebody_inside(thing, source, 0); inside != no_token) {
            return inside;
        }
        const TokenIndex clause = p.find(grammar_.comp);  // "gave money to support the refugees"
        const TokenIndex meant = clause == no_token || tree_.upos(clause) != Upos::VERB ? no_token : noun_in(clause);
        return meant != no_token && meant != source && is_party(meant) ? meant : no_token;
    }

    [[nodiscard]] bool is_party(TokenIndex noun) const {
        return tree_.upos(noun) != Upos::VERB && tree_.upos(noun) != Upos::PRON && !tree_.is_time(noun) && is_somebody(noun);
    }

    [[nodiscard]] TokenIndex somebody_inside(TokenIndex noun, TokenIndex source, int depth) const {
        for (const TokenIndex each : tree_.children(noun)) {
            const Deprel r = tree_.relation(each);
            if ((r == Deprel::nmod || r == Deprel::nmod_poss) && each != source && is_party(each)) {
                return each;
            }
        }
        for (const TokenIndex each : tree_.children(noun)) {
            if (tree_.relation(each) == Deprel::nmod && depth < 3) {
                if (const TokenIndex found = somebody_inside(each, source, depth + 1); found != no_token) {
                    return found;
                }
            }
        }
        return no_token;
    }

    /// Those who do it together are each other's target where no other is named.
    void make_mutual(const Predication& p, TokenIndex target, Parties& parties) const {
        const TokenIndex between = p.find(grammar_.between);
        const bool named =
            target != no_token && target != between && is_somebody(target) &&
            std::ranges::any_of(p.arguments, [&](const Argument& each) { return each.token == target && each.role != grammar_.on; });
        if (between != no_token && (parties.source.empty() || parties.source.front().head == between || !named)) {
            parties.source.clear();
            add_participants(tree_, grammar_, actors_, between, parties.source);
            parties.target = parties.source;
        } else if (!named && parties.source.size() > 1) {
            parties.target = parties.source;
        }
    }

    const Tree& tree_;
    const Grammar& grammar_;
    const ActorCoder& actors_;
};

/// Those a thing is between: "the resumption of ties between A and B" => A, B.
std::vector<TokenIndex> parties_in(const Tree& tree, const Grammar& grammar, TokenIndex noun) {
    if (can_act(tree, grammar, noun)) {
        return {};
    }
    TokenIndex at = noun;
    for (int depth = 0; depth < 3 && at != no_token; ++depth) {
        TokenIndex inside = no_token;
        for (const TokenIndex each : tree.children(at)) {
            const TokenIndex preposition = tree.relation(each) == Deprel::nmod ? tree.preposition(each) : no_token;
            if (preposition != no_token && tree.word(preposition) == grammar.between) {
                return tree.conjuncts(each);
            }
            if (preposition != no_token && tree.word(preposition) == grammar.of && inside == no_token) {
                inside = each;
            }
        }
        at = inside;
    }
    return {};
}

}  // namespace

void add_participants(const Tree& tree, const Grammar& grammar, const ActorCoder& actors, TokenIndex noun, std::vector<Participant>& to) {
    const auto add = [&](TokenIndex head) {
        to.push_back({.span = tree.noun_phrase(head), .head = head, .code = actors.code(tree, head)});
    };
    for (const TokenIndex each : tree.conjuncts(noun)) {
        const std::string_view lemma = tree.lemma(each);
        const bool open =
            lemma == "who" || lemma == "which" || lemma == "that" || lemma == "what";  // a question, or a relative without antecedent
        if (tree.upos(each) == Upos::VERB || (tree.upos(each) == Upos::ADJ && tree.child(each, Deprel::det) == no_token) ||
            tree.upos(each) == Upos::SCONJ || open) {
            continue;
        }
        const std::vector<TokenIndex> parties = parties_in(tree, grammar, each);
        if (parties.size() > 1) {
            std::ranges::for_each(parties, add);
        } else {
            add(each);
        }
    }
}

Parties parties_of(const Tree& tree, const Grammar& grammar, const ActorCoder& actors, const FrameMatch& match) {
    return Finder(tree, grammar, actors).run(match);
}

}  // namespace synoptic
