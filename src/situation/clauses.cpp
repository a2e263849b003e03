// SPDX-License-Identifier: Apache-2.0
#include "situation/clauses.hpp"

#include <algorithm>
#include <map>

namespace synoptic {

namespace {

bool is_verbal(Upos tag) { return tag == Upos::VERB || tag == Upos::AUX; }

}  // namespace

ClauseTree::ClauseTree(const Analysis& analysis) : analysis_(analysis), children_(analysis.tokens.size()) {
    for (std::uint32_t token = 0; token < analysis.tokens.size(); ++token) {
        const std::int32_t head = analysis.tokens[token].head;
        if (head >= 0 && static_cast<std::size_t>(head) < children_.size() && static_cast<std::uint32_t>(head) != token) {
            children_[static_cast<std::size_t>(head)].push_back(token);
        }
    }
}

bool ClauseTree::heads_clause(std::uint32_t token) const {
    const Token& word = analysis_.tokens[token];
    switch (word.deprel) {
    case Deprel::root:
    case Deprel::advcl:
    case Deprel::acl_relcl:
    case Deprel::ccomp:
    case Deprel::csubj:
    case Deprel::parataxis:
        return true;
    case Deprel::acl:
        return is_verbal(word.upos);
    case Deprel::conj:
        return is_verbal(word.upos) || std::ranges::any_of(children_[token], [&](std::uint32_t child) {
                   const Deprel relation = analysis_.tokens[child].deprel;
                   return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::cop;
               });
    default:
        return word.head < 0;
    }
}

std::vector<Clause> ClauseTree::of_sentence(const Sentence& sentence) const {
    std::map<std::uint32_t, std::vector<std::uint32_t>> tokens;  // clause head => its tokens
    std::vector<std::int64_t> owner(sentence.last - sentence.first, -1);
    for (std::uint32_t token = sentence.first; token < sentence.last; ++token) {
        // climb to the nearest head of a clause; a broken tree ends the climb after as many steps as the sentence has tokens
        std::vector<std::uint32_t> path;
        std::uint32_t at = token;
        std::int64_t found = -1;
        for (std::uint32_t steps = sentence.first; steps <= sentence.last; ++steps) {
            if (owner[at - sentence.first] >= 0) {
                found = owner[at - sentence.first];
                break;
            }
            path.push_back(at);
            const std::int32_t head = analysis_.tokens[at].head;
            const bool outside = head < static_cast<std::int32_t>(sentence.first) || head >= static_cast<std::int32_t>(sentence.last);
            if (heads_clause(at) || outside) {
                found = at;
                break;
            }
            at = static_cast<std::uint32_t>(head);
        }
        for (std::uint32_t step : path) {
            owner[step - sentence.first] = found < 0 ? sentence.first : found;
        }
        tokens[static_cast<std::uint32_t>(owner[token - sentence.first])].push_back(token);
    }
    std::vector<Clause> clauses;
    for (auto& [head, own] : tokens) {
        while (own.size() > 1 && analysis_.tokens[own.back()].upos == Upos::PUNCT) {
            own.pop_back();
        }
        while (own.size() > 1 && analysis_.tokens[own.front()].upos == Upos::PUNCT) {
            own.erase(own.begin());
        }
        clauses.push_back({.head = head, .tokens = std::move(own)});
    }
    std::ranges::sort(clauses, {}, [](const Clause& clause) { return clause.tokens.front(); });
    return clauses;
}

void ClauseTree::add_with_conjuncts(std::uint32_t noun, std::vector<std::uint32_t>& list) const {
    list.push_back(noun);
    for (std::uint32_t child : children_[noun]) {
        if (analysis_.tokens[child].deprel == Deprel::conj && !is_verbal(analysis_.tokens[child].upos)) {
            list.push_back(child);
        }
    }
}

std::vector<std::uint32_t> ClauseTree::agents(std::uint32_t verb) const {
    std::vector<std::uint32_t> found;
    bool passive = false;
    std::uint32_t at = verb;
    for (int climbed = 0; climbed < 6; ++climbed) {
        for (std::uint32_t child : children_[at]) {
            const Deprel relation = analysis_.tokens[child].deprel;
            passive = passive || relation == Deprel::nsubj_pass || relation == Deprel::aux_pass;
            if (relation == Deprel::nsubj || relation == Deprel::obl_agent) {
                add_with_conjuncts(child, found);
            }
        }
        const Token& word = analysis_.tokens[at];
        // a relative pronoun speaks for the noun that its clause hangs on
        if (word.deprel == Deprel::acl_relcl && word.head >= 0) {
            const bool relative = found.empty() || std::ranges::any_of(found, [&](std::uint32_t subject) {
                                      const std::string_view lemma = analysis_.lemma(analysis_.tokens[subject]);
                                      return lemma == "who" || lemma == "which" || lemma == "that";
                                  });
            if (relative && !passive) {
                found.clear();
                add_with_conjuncts(static_cast<std::uint32_t>(word.head), found);
            }
        }
        const bool shares = word.deprel == Deprel::conj || word.deprel == Deprel::xcomp || word.deprel == Deprel::advcl;
        const bool state = word.deprel == Deprel::xcomp && word.features.verb_form == VerbForm::part &&
                           word.features.tense == Tense::past;  // "stays suspended"
        if (!found.empty() || passive || !shares || state || word.head < 0) {
            break;
        }
        at = static_cast<std::uint32_t>(word.head);
    }
    return found;
}

std::vector<std::uint32_t> ClauseTree::patients(std::uint32_t verb) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t child : children_[verb]) {
        const Deprel relation = analysis_.tokens[child].deprel;
        if (relation == Deprel::obj || relation == Deprel::nsubj_pass || relation == Deprel::iobj) {
            add_with_conjuncts(child, found);
        }
    }
    return found;
}

}  // namespace synoptic
