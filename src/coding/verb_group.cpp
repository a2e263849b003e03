// SPDX-License-Identifier: Apache-2.0
#include "coding/verb_group.hpp"

#include <algorithm>

namespace synoptic {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) { return std::ranges::find(words, word) != words.end(); }

}  // namespace

bool VerbGroup::negation_of(TokenIndex i) const {
    for (const TokenIndex each : tree_.children(i)) {
        const Deprel r = tree_.relation(each);
        if ((r == Deprel::advmod || r == Deprel::aux || r == Deprel::mark || r == Deprel::cc || r == Deprel::det) &&
            one_of(tree_.lemma(each), {"not", "n't", "never", "neither", "nor"})) {
            return true;
        }
        if (r == Deprel::det && tree_.lemma(each) == "no") {
            return true;
        }
        if (r == Deprel::mark && tree_.lemma(each) == "without") {
            return true;
        }
    }
    return false;
}

bool VerbGroup::calls_for(TokenIndex verb) const {
    return std::ranges::any_of(tree_.children(verb), [&](TokenIndex each) {
        const TokenIndex preposition = tree_.is_time(each) ? no_token : tree_.preposition(each);
        return one_of(tree_.lemma(each), {"on", "upon", "for"}) ||
               (preposition != no_token && one_of(tree_.lemma(preposition), {"on", "upon", "for"}));
    });
}

bool VerbGroup::is_indicative(TokenIndex verb) const {
    if (tree_.token(verb).features.verb_form == VerbForm::fin && tree_.token(verb).features.tense != Tense::none) {
        return true;
    }
    return std::ranges::any_of(tree_.children(verb), [&](TokenIndex each) {
        return (tree_.relation(each) == Deprel::aux || tree_.relation(each) == Deprel::aux_pass || tree_.relation(each) == Deprel::cop) &&
               one_of(tree_.lemma(each), {"be", "have", "do"}) && tree_.text(each) != "be";  // "proposed that money be paid"
    });
}

bool VerbGroup::has_condition(TokenIndex verb) const {
    return std::ranges::any_of(tree_.children(verb), [&](TokenIndex each) {
        const TokenIndex mark = tree_.relation(each) == Deprel::advcl ? tree_.child(each, Deprel::mark) : no_token;
        return mark != no_token && one_of(tree_.lemma(mark), {"if", "unless"});
    });
}

bool VerbGroup::has_future(TokenIndex verb) const {
    return std::ranges::any_of(tree_.children(verb), [&](TokenIndex each) {
        return tree_.relation(each) == Deprel::aux && one_of(tree_.lemma(each), {"will", "would", "shall"});
    });
}

bool VerbGroup::is_past(TokenIndex verb) const {
    const Features features = tree_.token(verb).features;
    const bool had = std::ranges::any_of(tree_.children(verb), [&](TokenIndex each) {
        return (tree_.relation(each) == Deprel::aux || tree_.relation(each) == Deprel::aux_pass) &&
               one_of(tree_.text(each), {"had", "has", "have", "was", "were"});
    });
    return had || (features.tense == Tense::past && features.verb_form == VerbForm::fin);
}

bool VerbGroup::reported(TokenIndex verb) const {
    TokenIndex at = verb;
    for (int steps = 0; steps < 4; ++steps) {
        const TokenIndex above = tree_.head(at);
        for (const TokenIndex each : tree_.children(at)) {
            if (tree_.relation(each) == Deprel::parataxis && is(each, grammar_.saying)) {
                return true;
            }
        }
        if (above == no_token) {
            return false;
        }
        if ((tree_.relation(at) == Deprel::ccomp || tree_.relation(at) == Deprel::parataxis || tree_.relation(at) == Deprel::xcomp ||
             tree_.relation(at) == Deprel::acl) &&
            (is(above, grammar_.saying) || is(above, grammar_.planning))) {
            return true;
        }
        at = above;
    }
    return false;
}

bool VerbGroup::is_left_open(TokenIndex infinitive, TokenIndex above) const {
    const TokenIndex auxiliary = tree_.child(infinitive, Deprel::aux);
    if ((auxiliary != no_token && tree_.lemma(auxiliary) == "have") || tree_.upos(above) != Upos::VERB) {
        return false;
    }
    if (tree_.lemma(above) == "have") {
        return tree_.token(above).features.tense != Tense::past;
    }
    return !is(above, grammar_.starting) && !is(above, grammar_.saying);
}

}  // namespace synoptic
