// SPDX-License-Identifier: Apache-2.0
#include "coding/assertion.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/text.hpp"

namespace synoptic {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) { return std::ranges::find(words, word) != words.end(); }

class Assertion {
public:
    Assertion(const Tree& tree, const Grammar& grammar) : tree_(tree), grammar_(grammar) {}

    Status run(const Predication& p, const Frame& frame) const {
        if (is_called_untrue(p.trigger)) {
            return Status::denied;
        }
        const bool asked = ends_with("?") && is_asked(p.clause);
        const bool unreal = asked || is_condition(p.trigger) || is_habit(p, frame) || of_generic_relative(p.clause) || is_fiction();
        return unreal ? Status::hypothetical : Status::happened;
    }

private:
    [[nodiscard]] bool ends_with(std::string_view mark) const {
        for (TokenIndex i = tree_.last(); i > tree_.first() && i + 3 > tree_.last(); --i) {  // a quotation mark may follow
            if (tree_.text(i - 1) == mark) {
                return true;
            }
        }
        return false;
    }

    /// Whether the clause belongs to the question itself; relative and adverbial clauses in it tell what is known.
    [[nodiscard]] bool is_asked(TokenIndex clause) const {
        for (TokenIndex at = clause; at != no_token; at = tree_.head(at)) {
            const Deprel r = tree_.relation(at);
            if (r == Deprel::acl_relcl || r == Deprel::advcl) {
                return false;
            }
        }
        return true;
    }

    /// "Had the army fired on them, ... would ...": the words before the first comma.
    [[nodiscard]] bool is_condition(TokenIndex trigger) const {
        const std::string_view first = tree_.text(tree_.body() == tree_.last() ? tree_.first() : tree_.body());
        if (!one_of(first, {"Had", "Were", "Should"}) || ends_with("?")) {
            return false;
        }
        TokenIndex comma = tree_.body();
        while (comma < tree_.last() && tree_.text(comma) != ",") {
            ++comma;
        }
        return trigger < comma && comma < tree_.last();
    }

    /// "Reports that ... are untrue", "called reports of ... baseless".
    [[nodiscard]] bool is_called_untrue(TokenIndex trigger) const {
        bool reported = false;
        for (TokenIndex at = trigger; at != no_token && !reported; at = tree_.head(at)) {
            reported =
                at != trigger && tree_.upos(at) == Upos::NOUN &&
                one_of(tree_.lemma(at), {"report", "rumour", "rumor", "story", "claim", "suggestion", "allegation", "account", "talk"});
        }
        if (!reported) {
            return false;
        }
        for (TokenIndex i = tree_.first(); i < tree_.last(); ++i) {
            if (grammar_.lexicon.is(tree_.word(i), grammar_.untrue_word)) {
                return true;
            }
        }
        return false;
    }

    /// The simple present of a finite verb, or of its passive auxiliary.
    [[nodiscard]] bool is_simple_present(TokenIndex verb) const {
        if (tree_.upos(verb) != Upos::VERB) {
            return false;
        }
        bool passive_present = false;
        for (const TokenIndex each : tree_.children(verb)) {
            const Deprel r = tree_.relation(each);
            if (r == Deprel::aux || r == Deprel::cop) {
                return false;
            }
            if (r == Deprel::aux_pass) {
                passive_present = tree_.token(each).features.tense == Tense::pres && one_of(tree_.text(each), {"is", "are"});
                if (!passive_present) {
                    return false;
                }
            }
        }
        const Features features = tree_.token(verb).features;
        return passive_present || (features.tense == Tense::pres && features.verb_form == VerbForm::fin);
    }

    /// "In the play, ...", "the legend says that ...".
    [[nodiscard]] bool is_fiction() const {
        for (TokenIndex i = tree_.first(); i < tree_.last(); ++i) {
            if (!grammar_.lexicon.is(tree_.word(i), grammar_.fiction) || tree_.upos(i) != Upos::NOUN) {
                continue;
            }
            const TokenIndex preposition = tree_.preposition(i);
            const TokenIndex above = tree_.head(i);
            const bool inside = preposition != no_token && tree_.word(preposition) == grammar_.in && preposition == tree_.first();
            const bool tells = above != no_token && tree_.relation(i) == Deprel::nsubj && tree_.upos(above) == Upos::VERB &&
                               (grammar_.lexicon.is(tree_.word(above), grammar_.saying) ||
                                one_of(tree_.lemma(above), {"imagine", "depict", "follow", "portray", "describe"}));
            if (inside || (tells && tree_.lemma(i) != "story")) {
                return true;
            }
        }
        return false;
    }

    /// "usually", "every spring", "a year".
    [[nodiscard]] bool is_repeated(TokenIndex verb) const {
        for (const TokenIndex each : tree_.children(verb)) {
            if (one_of(tree_.lemma(each), {"usually", "often", "always", "normally", "generally", "typically", "sometimes", "regularly",
                                           "routinely", "frequently", "rarely", "seldom", "traditionally", "annually", "customarily"})) {
                return true;
            }
        }
        for (TokenIndex i = verb + 2; i < tree_.last(); ++i) {
            const std::string_view word = tree_.text(i);
            const std::string_view before = tree_.text(i - 1);
            const bool on_days = word.ends_with("days") && is_ascii_upper(word.front());  // "on Mondays"
            const bool each_time = one_of(before, {"every", "each", "a"}) &&
                                   one_of(word, {"year", "month", "week", "day", "night", "summer", "winter", "spring", "autumn"}) &&
                                   (before != "a" || i + 1 == tree_.last() || tree_.text(i + 1) != "ago");
            if ((on_days || each_time) && belongs_to(i, verb)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the word hangs on the verb with no other clause between.
    [[nodiscard]] bool belongs_to(TokenIndex word, TokenIndex verb) const {
        TokenIndex at = tree_.head(word);
        while (at != no_token && at != verb && !is_verbal(tree_, at)) {
            at = tree_.head(at);
        }
        return at == verb;
    }

    /// A noun that names a kind rather than somebody: "hijackers", "any party", "a state", "anyone".
    [[nodiscard]] bool is_generic(TokenIndex noun) const {
        if (tree_.upos(noun) == Upos::PRON) {
            return one_of(tree_.lemma(noun), {"anyone", "anybody", "everyone", "whoever", "those"});
        }
        if (tree_.upos(noun) != Upos::NOUN) {
            return false;
        }
        for (const TokenIndex each : tree_.children(noun)) {
            const Deprel r = tree_.relation(each);
            if (r == Deprel::det) {
                return one_of(tree_.lemma(each), {"any", "every", "each", "a", "an"});
            }
            const bool named = is_ascii_upper(tree_.text(each).front()) && each > tree_.first();
            if (r == Deprel::nummod || r == Deprel::nmod_poss || r == Deprel::appos || r == Deprel::acl || r == Deprel::acl_relcl ||
                named) {
                return false;
            }
        }
        return tree_.lemma(noun) != tree_.text(noun) || one_of(tree_.lemma(noun), {"people", "police"});
    }

    /// Types told of in the present tense of headlines and of habits alone; one may support or demand at this moment.
    static bool is_material(std::string_view type) {
        return one_of(type, {"CONSULT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"});
    }

    /// A proper noun, but not a word that has its capital from the beginning of the sentence ("Wars kill").
    [[nodiscard]] bool is_name(TokenIndex i) const {
        return tree_.upos(i) == Upos::PROPN && (i != tree_.first() || tree_.word(i) == no_word);
    }

    /// Whether the sentence names somebody or a time: then its present tense is that of a headline or caption.
    [[nodiscard]] bool is_specific() const {
        for (TokenIndex i = tree_.first(); i < tree_.last(); ++i) {
            if (is_name(i) || tree_.is_time(i) || (i > tree_.first() && is_ascii_upper(tree_.text(i).front()))) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_habit(const Predication& p, const Frame& frame) const {
        if (!is_simple_present(p.clause) || !ends_with(".")) {
            return false;  // a headline tells in the present tense what has happened
        }
        if (is_repeated(p.clause)) {
            return true;
        }
        const TokenIndex agent = p.find(grammar_.subj);
        const TokenIndex subject = agent == no_token && is_passive(tree_, p.clause) ? p.find(grammar_.obj) : agent;
        if (subject == no_token || is_name(subject) || tree_.upos(subject) == Upos::PRON || is_specific()) {
            return false;
        }
        return is_material(frame.type) || grammar_.lexicon.is(tree_.word(subject), grammar_.law);
    }

    /// "any party that calls for violence", "those who attack a guard".
    [[nodiscard]] bool of_generic_relative(TokenIndex clause) const {
        const TokenIndex noun = tree_.relation(clause) == Deprel::acl_relcl ? tree_.head(clause) : no_token;
        return noun != no_token && is_simple_present(clause) && is_generic(noun);
    }

    const Tree& tree_;
    const Grammar& grammar_;
};

}  // namespace

Status assertion_of(const Tree& tree, const Grammar& grammar, const Predication& predication, const Frame& frame) {
    return Assertion(tree, grammar).run(predication, frame);
}

}  // namespace synoptic
