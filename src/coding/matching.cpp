// SPDX-License-Identifier: Apache-2.0
#include "coding/matching.hpp"

#include <algorithm>

#include "coding/assertion.hpp"

namespace synoptic {
namespace {

bool word_fits(const Condition& condition, const Grammar& grammar, WordId word) {
    return word != no_word &&
           (std::ranges::binary_search(condition.words, word) || (condition.classes & grammar.lexicon.classes(word)).any());
}

bool filler_fits(const Condition& condition, const Tree& tree, const Grammar& grammar, TokenIndex filler) {
    if (condition.of_modifier) {
        const TokenIndex noun = inner_noun(tree, grammar, filler);
        for (const TokenIndex owner : {filler, noun}) {
            for (const TokenIndex each : tree.children(owner)) {
                const Deprel r = tree.relation(each);
                if ((r == Deprel::amod || r == Deprel::compound || r == Deprel::det || r == Deprel::nummod) &&
                    (condition.kind == Condition::Kind::present || word_fits(condition, grammar, tree.word(each)))) {
                    return true;
                }
            }
        }
        return false;
    }
    if (condition.kind == Condition::Kind::present) {
        return true;
    }
    for (const TokenIndex each : tree.conjuncts(filler)) {
        if (word_fits(condition, grammar, tree.word(each)) || word_fits(condition, grammar, tree.word(inner_noun(tree, grammar, each))) ||
            (condition.want_actor && can_act(tree, grammar, each))) {
            return true;
        }
        if (grammar.lexicon.is(tree.word(each), grammar.light)) {  // "agreed to hold talks": the talks
            const TokenIndex object = tree.child(each, Deprel::obj);
            if (object != no_token && tree.upos(each) == Upos::VERB &&
                word_fits(condition, grammar, tree.word(inner_noun(tree, grammar, object)))) {
                return true;
            }
        }
    }
    return false;
}

bool condition_holds(const Condition& condition, const Tree& tree, const Grammar& grammar, const Predication& predication) {
    bool filled = false;
    for (const Argument& each : predication.arguments) {
        if (std::ranges::find(condition.roles, each.role) != condition.roles.end()) {
            filled = true;
            if (condition.kind != Condition::Kind::absent && filler_fits(condition, tree, grammar, each.token)) {
                return true;
            }
        }
    }
    return condition.kind == Condition::Kind::absent && !filled;
}

std::optional<HeadKind> kind_of(const Tree& tree, TokenIndex i) {
    switch (tree.upos(i)) {
    case Upos::VERB:
        return tree.relation(i) == Deprel::amod && mistaken_subject(tree, i) == no_token ? std::nullopt : std::optional(HeadKind::verb);
    case Upos::NOUN:
        // "is due to land", with "land" taken for a noun
        return tree.child(i, Deprel::nsubj) != no_token && tree.child(i, Deprel::cop) != no_token &&
                       tree.child_with_lemma(i, "due") != no_token
                   ? HeadKind::verb
                   : HeadKind::noun;
    case Upos::ADJ: {
        const bool predicate = tree.child(i, Deprel::cop) != no_token || tree.relation(i) == Deprel::xcomp ||
                               tree.relation(i) == Deprel::root || tree.relation(i) == Deprel::ccomp || tree.relation(i) == Deprel::conj ||
                               tree.relation(i) == Deprel::advcl || tree.relation(i) == Deprel::acl;
        return predicate ? std::optional(HeadKind::adjective) : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

/// The nearest match above a word whose participants or contents it belongs to; no_match if it stands on its own.
class Containment {
public:
    Containment(const Tree& tree, const Grammar& grammar, const std::vector<FrameMatch>& matches)
        : tree_(tree), grammar_(grammar), matches_(matches) {
        owner_.assign(tree.last() - tree.first(), no_match);
        for (std::size_t i = 0; i < matches.size(); ++i) {
            claim(i);
        }
    }

    [[nodiscard]] bool is_content(std::size_t index) const {
        const FrameMatch& match = matches_[index];
        for (TokenIndex at = match.predication.trigger; at != no_token; at = tree_.head(at)) {
            const std::size_t owner = owner_[at - tree_.first()];
            if (owner != no_match && owner != index && at != matches_[owner].predication.trigger) {
                return true;
            }
            const Deprel r = tree_.relation(at);
            if (r == Deprel::acl_relcl || r == Deprel::appos || r == Deprel::parataxis || r == Deprel::advcl) {
                return false;
            }
            if (r == Deprel::conj && tree_.upos(at) == Upos::VERB && tree_.child(at, Deprel::nsubj) != no_token) {
                return false;
            }
        }
        return false;
    }

private:
    static constexpr std::size_t no_match = static_cast<std::size_t>(-1);

    /// Marks the heads of what the match is about.
    void claim(std::size_t index) {
        const FrameMatch& match = matches_[index];
        const Frame& frame = *match.frame;
        if (frame.open) {
            return;
        }
        const bool happening = frame.type.empty() && frame.cameo.empty() && !frame.blocked;
        if (happening) {
            // "the storm killed nine": the storm is no second happening; an event with a type stands
            const TokenIndex subject = match.predication.find(grammar_.subj);
            const auto untyped = [&](const FrameMatch& other) { return other.predication.trigger == subject && other.frame->type.empty(); };
            if (subject != no_token && std::ranges::any_of(matches_, untyped)) {
                owner_[subject - tree_.first()] = index;
            }
            return;
        }
        if (match.predication.supported) {
            for (const TokenIndex each : tree_.children(match.predication.clause)) {  // "held talks to discuss the border"
                if ((tree_.relation(each) == Deprel::advcl || tree_.relation(each) == Deprel::xcomp) &&
                    tree_.child_with_lemma(each, "to") != no_token) {
                    owner_[each - tree_.first()] = index;
                }
            }
        }
        for (const Argument& each : match.predication.arguments) {
            const bool asked = std::ranges::any_of(frame.conditions, [&](const Condition& c) {
                return std::ranges::find(c.roles, each.role) != c.roles.end() && c.kind == Condition::Kind::one_of &&
                       each.role != grammar_.subj;
            });
            const bool content = each.role == grammar_.obj || each.role == grammar_.comp || each.role == grammar_.of ||
                                 each.role == grammar_.pred || std::ranges::find(frame.target, each.role) != frame.target.end();
            const bool clause = tree_.upos(each.token) == Upos::VERB && each.role != grammar_.subj &&
                                each.role != grammar_.mod;  // "jailed for leading a protest"
            const bool same_deed = each.role == grammar_.subj && tree_.upos(each.token) == Upos::NOUN && !match.predication.supported;
            const bool mistaken = tree_.relation(match.predication.trigger) == Deprel::amod && each.role == grammar_.obj;
            if ((asked || content || clause || same_deed) && (mistaken || !tree_.is_ancestor(each.token, match.predication.trigger))) {
                owner_[each.token - tree_.first()] = index;
            }
        }
    }

    const Tree& tree_;
    const Grammar& grammar_;
    const std::vector<FrameMatch>& matches_;
    std::vector<std::size_t> owner_;
};

/// An event noun tells of an event of its own when a light verb carries it or the sentence says whose it is.
bool is_told(const FrameMatch& match, const Tree& tree, const Grammar& grammar) {
    const Predication& p = match.predication;
    if (p.kind != HeadKind::noun || p.supported) {
        return true;
    }
    const bool owned = p.find(grammar.between) != no_token || std::ranges::any_of(match.frame->source, [&](WordId role) {
                           const TokenIndex token = p.find(role);
                           return token != no_token && can_act(tree, grammar, token);
                       });
    if (tree.relation(p.trigger) == Deprel::compound || tree.relation(p.trigger) == Deprel::nmod_poss) {
        return false;
    }
    return owned;
}

}  // namespace

bool holds(const Frame& frame, const Tree& tree, const Grammar& grammar, const Predication& predication) {
    const auto actor_at = [&](const std::vector<WordId>& roles) {
        return std::ranges::any_of(roles, [&](WordId role) { return predication.find(role) != no_token; });
    };
    if ((frame.needs_source && !actor_at(frame.source)) || (frame.needs_target && !actor_at(frame.target))) {
        return false;
    }
    return std::ranges::all_of(frame.conditions, [&](const Condition& each) { return condition_holds(each, tree, grammar, predication); });
}

namespace {

/// A negated clause in which somebody who can act, or a speaker, does not do something.
bool is_refused(const Tree& tree, const Grammar& grammar, const Predication& predication, const Standing& standing) {
    const TokenIndex subject = predication.find(grammar.subj);
    return standing.negated &&
           ((subject != no_token && can_act(tree, grammar, subject)) || (standing.future && !standing.speakers.empty()));
}

/// "to help the islanders" beside or under another clause.
bool is_purpose(const Tree& tree, TokenIndex clause) {
    const Deprel r = tree.relation(clause);
    return (r == Deprel::advcl || r == Deprel::acl || r == Deprel::xcomp) && tree.child_with_lemma(clause, "to") != no_token;
}

/// The first frame of the word whose conditions hold, or null.
const Frame* first_frame(const Tree& tree, const Grammar& grammar, HeadKind kind, WordId word, const Predication& predication,
                         const Standing& standing) {
    for (const WordId particle : {predication.particle, no_word}) {
        for (const std::uint32_t index : grammar.frames.of(kind, word, particle)) {
            const Frame& frame = grammar.frames.at(index);
            const bool purpose = frame.no_purpose && is_purpose(tree, predication.clause);
            if (!purpose && (!frame.only_negated || is_refused(tree, grammar, predication, standing)) &&
                holds(frame, tree, grammar, predication)) {
                return &frame;
            }
        }
        if (particle == no_word) {
            break;
        }
    }
    return nullptr;
}

/// "The ministry said it had freed them": the pronoun subject is the speaker.
void resolve_speaker(const Tree& tree, const Grammar& grammar, FrameMatch& match) {
    const auto spoken = std::ranges::find_if(match.standing.speakers, [&](TokenIndex each) { return tree.upos(each) != Upos::PRON; });
    if (spoken == match.standing.speakers.end()) {
        return;
    }
    for (Argument& each : match.predication.arguments) {
        if (each.role == grammar.subj && tree.upos(each.token) == Upos::PRON) {
            const std::string_view lemma = tree.lemma(each.token);
            if (lemma == "it" || lemma == "they" || lemma == "he" || lemma == "she" || lemma == "we" || lemma == "I") {
                each.token = *spoken;
            }
        }
    }
}

/// "Norway said Chile must end the siege" is a demand of Norway on Chile.
void demand(const Tree& tree, const Grammar& grammar, FrameMatch& match) {
    const TokenIndex subject = match.predication.find(grammar.subj);
    const TokenIndex speaker = match.standing.speakers.front();
    const auto frames = grammar.frames.of(HeadKind::verb, grammar.must);
    if (frames.empty() || subject == no_token || subject == speaker || !can_act(tree, grammar, subject) ||
        match.predication.kind != HeadKind::verb) {
        return;
    }
    const TokenIndex clause = match.predication.trigger;
    match.frame = &grammar.frames.at(frames.front());
    match.predication.arguments = {{grammar.subj, speaker}, {grammar.obj, subject}};
    match.predication.clause = clause;
    match.standing.status = Status::happened;
    match.standing.negated = false;
}

/// "will not end the strike": whoever speaks of what they will not do refuses it, whatever the verb.
bool is_refusal(const Tree& tree, const Grammar& grammar, const Predication& predication, const Standing& standing) {
    return predication.kind == HeadKind::verb && standing.future && standing.status == Status::planned &&
           is_refused(tree, grammar, predication, standing);
}

/// "On 23 August he replaced the judge": what somebody does on a stated day, whatever the verb, unless it only speaks of another deed.
bool may_be_dated(const Tree& tree, const Grammar& grammar, const Predication& predication) {
    const WordId word = tree.word(predication.trigger);
    const std::string_view lemma = tree.lemma(predication.trigger);
    const auto is = [&](int class_bit) { return grammar.lexicon.is(word, class_bit); };
    return predication.kind == HeadKind::verb && lemma != "be" && lemma != "have" && !is(grammar.saying) && !is(grammar.planning) &&
           !is(grammar.demanding) && !is(grammar.refusing) && !is(grammar.supposing) && !is(grammar.denying);
}

}  // namespace

std::optional<FrameMatch> match_at(const Tree& tree, const Grammar& grammar, TokenIndex trigger) {
    const WordId word = tree.word(trigger);
    const auto kind = kind_of(tree, trigger);
    const bool known = kind && word != no_word && grammar.frames.has(*kind, word);
    const bool watched = std::ranges::any_of(tree.children(trigger), [&](TokenIndex each) {
        return tree.lemma(each) == "not" || tree.lemma(each) == "must" || tree.lemma(each) == "should" || tree.is_time(each);
    });
    if (!known && (kind != HeadKind::verb || !watched)) {
        return std::nullopt;
    }
    FrameMatch match;
    match.predication = predication_of(tree, grammar, trigger, *kind);
    match.standing = standing_of(tree, grammar, match.predication);
    resolve_speaker(tree, grammar, match);
    if (known) {
        match.frame = first_frame(tree, grammar, *kind, word, match.predication, match.standing);
    }
    const bool speaks_of_negation =
        match.frame != nullptr && (match.frame->only_negated || match.frame->blocked || !match.frame->negated_type.empty());
    if (!speaks_of_negation && is_refusal(tree, grammar, match.predication, match.standing)) {
        const Frame* refusal = first_frame(tree, grammar, HeadKind::verb, grammar.any, match.predication, match.standing);
        match.frame = refusal == nullptr || !refusal->only_negated ? match.frame : refusal;
    }
    if (match.frame == nullptr && may_be_dated(tree, grammar, match.predication)) {
        const Frame* dated = first_frame(tree, grammar, HeadKind::verb, grammar.any, match.predication, match.standing);
        match.frame = dated == nullptr || dated->only_negated ? nullptr : dated;
    }
    if ((match.frame == nullptr || !match.frame->blocked) && match.standing.obliged && !match.standing.speakers.empty()) {
        demand(tree, grammar, match);
    }
    if (match.frame == nullptr) {
        return std::nullopt;
    }
    match.standing.status = further(match.standing.status, assertion_of(tree, grammar, match.predication, *match.frame));
    return match;
}

std::vector<FrameMatch> match_sentence(const Tree& tree, const Grammar& grammar) {
    std::vector<FrameMatch> all;
    for (TokenIndex i = tree.first(); i < tree.last(); ++i) {
        if (auto match = match_at(tree, grammar, i)) {
            all.push_back(std::move(*match));
        }
    }
    const Containment containment(tree, grammar, all);
    // "the strike began" tells of the strike
    const auto only_carries = [&](const FrameMatch& match) {
        return match.frame->type.empty() && std::ranges::any_of(all, [&](const FrameMatch& other) {
                   return !other.frame->type.empty() && other.predication.kind == HeadKind::noun &&
                          other.predication.clause == match.predication.trigger && is_told(other, tree, grammar);
               });
    };
    std::vector<FrameMatch> told;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].frame->blocked && is_told(all[i], tree, grammar) && !containment.is_content(i) && !only_carries(all[i])) {
            told.push_back(all[i]);
        }
    }
    return told;
}

}  // namespace synoptic
