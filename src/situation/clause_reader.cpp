// SPDX-License-Identifier: Apache-2.0
#include "situation/clause_reader.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"

namespace synoptic {

namespace {

/// Verbs whose content is not told as fact.
constexpr std::array<std::string_view, 6> opening_verbs = {"expect", "plan", "demand", "threaten", "propose", "promise"};

/// Opens a clause that tells when, or for what.
bool opens_adjunct(std::string_view word) {
    constexpr std::array<std::string_view, 10> marks = {"when", "while", "as", "before", "after", "until", "for", "about", "over", "of"};
    return std::ranges::find(marks, word) != marks.end();
}

}  // namespace

bool ClauseReader::told(const Statement& s) { return s.status == Status::happened && !s.quoted && !s.speech && !s.infinitive; }

bool ClauseReader::fact(const Statement& s) const {
    const Token& head = story_.input.analysis(s.document).tokens[s.head];
    const bool asked = lemma_of(story_.input.documents[s.document], s.head) == "ask" && head.features.verb_form == VerbForm::part;
    return told(s) && (asked || std::ranges::find(opening_verbs, text(s.predicate)) == opening_verbs.end());
}

bool ClauseReader::asserted(const Statement& s) const {
    constexpr std::array<std::string_view, 9> doubting = {"believe", "think",   "suspect", "fear", "hope",
                                                          "assume",  "imagine", "need",    "want"};
    const Document& document = story_.input.documents[s.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    const bool aim =
        tokens[s.head].upos == Upos::VERB && document.view(tokens[s.head]).ends_with("ing") && s.head > 0 &&
        (tokens[s.head - 1].upos == Upos::ADP || tokens[s.head - 1].upos == Upos::SCONJ || lemma_of(document, s.head - 1) == "to");
    std::int32_t above = tokens[s.head].head;
    for (int step = 0; step < 3 && above >= 0; ++step) {
        if (std::ranges::find(doubting, lemma_of(document, static_cast<std::uint32_t>(above))) != doubting.end()) {
            return false;
        }
        above = tokens[static_cast<std::size_t>(above)].head;
    }
    return !aim;
}

bool ClauseReader::narrows(const Statement& denial, const Statement& telling) const {
    constexpr double least_weight = 3;  // of what stands beside the act
    const std::vector<Token>& tokens = story_.input.analysis(denial.document).tokens;
    const std::vector<std::uint32_t> told = whole(telling);
    double all = 0;
    double shared = 0;
    const auto weigh = [&](std::uint32_t term) {
        if (story_.facts.numeric[term] || text(term).starts_with('!') || term == denial.predicate) {
            return;
        }
        all += story_.facts.weight(term);
        shared += std::ranges::binary_search(told, term) ? story_.facts.weight(term) : 0;
    };
    for (const auto& [token, term] : denial.nouns) {
        const Deprel relation = tokens[token].deprel;
        if (relation == Deprel::obl || relation == Deprel::nmod) {
            weigh(term);
        }
    }
    const auto range = story_.facts.of_sentence.at({denial.document, denial.sentence});
    for (std::size_t i = range.first; i < range.second; ++i) {  // "when he was taken into custody"
        const Statement& clause = statement(i);
        const Token& head = tokens[clause.head];
        const auto on_denial = [&](std::int32_t token) { return token == static_cast<std::int32_t>(denial.head); };
        const bool adjunct = (head.deprel == Deprel::advcl || head.deprel == Deprel::ccomp) && on_denial(head.head) &&
                             opens_adjunct(lemma_of(story_.input.documents[clause.document], clause.first));
        const bool relative = (head.deprel == Deprel::acl || head.deprel == Deprel::acl_relcl) && head.head >= 0 &&
                              tokens[static_cast<std::size_t>(head.head)].deprel == Deprel::obl &&
                              on_denial(tokens[static_cast<std::size_t>(head.head)].head);  // "for what he had said"
        if (adjunct || relative) {
            std::ranges::for_each(clause.terms, weigh);
        }
    }
    return all >= least_weight && shared * 2 < all;
}

bool ClauseReader::denies_all(const Statement& denial) const {
    constexpr std::array<std::string_view, 4> whole_words = {"any", "anything", "anybody", "anyone"};
    const Document& document = story_.input.documents[denial.document];
    for (std::uint32_t at = denial.first; at < denial.last; ++at) {
        if (std::ranges::find(whole_words, lemma_of(document, at)) != whole_words.end()) {
            return true;
        }
    }
    return false;
}

bool ClauseReader::tells_since(const Statement& s) const {
    const Document& document = story_.input.documents[s.document];
    for (std::uint32_t at = s.head; at < s.last; ++at) {
        if (lemma_of(document, at) == "since") {
            return true;
        }
    }
    return false;
}

bool ClauseReader::denies_less(const Statement& denial) const {
    constexpr std::array<std::string_view, 10> perceiving = {"hear",    "see",     "know",   "think",  "believe",
                                                             "pending", "include", "follow", "accord", "pend"};
    const Document& document = story_.input.documents[denial.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    const std::string opening = lemma_of(document, denial.first);
    const bool of_a_part = tokens[denial.head].deprel == Deprel::acl_relcl && denial.first + 1 < denial.last &&
                           (opening == "where" || opening == "when" || tokens[denial.first].upos == Upos::ADP);
    const std::string_view head = document.view(tokens[denial.head]);
    const bool in_progress = head.ends_with("ing") && tokens[denial.head].upos == Upos::VERB && denial.head > denial.first &&
                             tokens[denial.head - 1].upos != Upos::ADP && tokens[denial.head - 1].upos != Upos::SCONJ &&
                             lemma_of(document, denial.first) != "without";
    constexpr std::array<std::string_view, 5> signs = {"evidence", "sign", "indication", "proof", "trace"};  // "no evidence of"
    const bool of_a_sign = std::ranges::any_of(
        denial.nouns, [&](const auto& noun) { return std::ranges::find(signs, lemma_of(document, noun.first)) != signs.end(); });
    return of_a_part || in_progress || of_a_sign || only_at_first(denial) || compares(denial) || qualifies(denial) || is_habit(denial) ||
           std::ranges::find(perceiving, lemma_of(document, denial.head)) != perceiving.end();
}

bool ClauseReader::denies_in_passing(const Statement& denial) const {
    const Document& document = story_.input.documents[denial.document];
    return lemma_of(document, denial.first) == "without" || (denial.head > 0 && lemma_of(document, denial.head - 1) == "without");
}

bool ClauseReader::only_at_first(const Statement& denial) const {
    constexpr std::array<std::string_view, 5> words = {"earlier", "initially", "originally", "previously", "first"};
    const Document& document = story_.input.documents[denial.document];
    const Sentence& sentence = document.analysis.sentences[denial.sentence];
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
        const bool adverb = document.analysis.tokens[at].upos == Upos::ADV;
        if (adverb && std::ranges::find(words, fold_accents(document.view(document.analysis.tokens[at]))) != words.end()) {
            return true;
        }
    }
    return false;
}

bool ClauseReader::qualifies(const Statement& s) const {
    const Document& document = story_.input.documents[s.document];
    for (std::uint32_t at = s.first; at + 1 < s.head; ++at) {
        const std::string word = lemma_of(document, at);
        if ((word == "not" || word == "n't") && document.analysis.tokens[at + 1].upos == Upos::ADV &&
            document.view(document.analysis.tokens[at + 1]).ends_with("ly")) {
            return true;
        }
    }
    return false;
}

bool ClauseReader::compares(const Statement& s) const {
    for (std::uint32_t at = s.head; at < s.last; ++at) {
        if (lemma_of(story_.input.documents[s.document], at) == "than") {
            return true;
        }
    }
    return false;
}

bool ClauseReader::is_habit(const Statement& s) const {
    const std::vector<Token>& tokens = story_.input.analysis(s.document).tokens;
    const auto present = [&](std::uint32_t at) {
        return tokens[at].features.tense == Tense::pres && tokens[at].features.verb_form == VerbForm::fin;
    };
    bool helped = false;
    for (std::uint32_t at = s.first; at < s.head; ++at) {
        const bool aux = tokens[at].upos == Upos::AUX && tokens[at].head == static_cast<std::int32_t>(s.head);
        helped = helped || aux;
        if (aux && present(at) && lemma_of(story_.input.documents[s.document], at) == "do") {
            return true;
        }
    }
    return !helped && present(s.head);
}

bool ClauseReader::opens_content(const Statement& s) const {
    const std::vector<Token>& tokens = story_.input.analysis(s.document).tokens;
    const Sentence& sentence = story_.input.analysis(s.document).sentences[s.sentence];
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
        if (tokens[at].head == static_cast<std::int32_t>(s.head) &&
            (tokens[at].deprel == Deprel::ccomp || tokens[at].deprel == Deprel::xcomp) && tokens[at].upos == Upos::VERB) {
            return true;
        }
    }
    return false;
}

bool ClauseReader::passive(const Statement& s) const {
    const std::vector<Token>& tokens = story_.input.analysis(s.document).tokens;
    for (std::uint32_t at = s.first; at < s.last; ++at) {
        if (tokens[at].head == static_cast<std::int32_t>(s.head) &&
            (tokens[at].deprel == Deprel::aux_pass || tokens[at].deprel == Deprel::nsubj_pass)) {
            return true;
        }
    }
    return false;
}

bool ClauseReader::denies_the_doer(const Statement& denial, const Statement& telling) const {
    return !denial.agents.empty() && !passive(denial) && telling.agents.empty() && passive(telling);
}

bool ClauseReader::names_its_plan(const Statement& denial) const {
    const std::vector<Token>& tokens = story_.input.analysis(denial.document).tokens;
    return !denial.quoted && std::ranges::any_of(denial.nouns, [&](const auto& noun) {
        const Deprel relation = tokens[noun.first].deprel;
        return (relation == Deprel::nsubj_pass || relation == Deprel::nsubj) && tokens[noun.first].upos != Upos::PRON &&
               (relation == Deprel::nsubj_pass || text(denial.predicate) != "carry-out");
    });
}

bool ClauseReader::denied_in_words(const Statement& denial, const Statement& telling) const {
    return denial.quoted && denial.status == Status::happened && std::ranges::any_of(denial.actors, [&](std::uint32_t actor) {
               return story_.cast.actors[actor].kind == ActorKind::person &&
                      std::ranges::find(telling.actors, actor) != telling.actors.end();
           });
}

std::vector<std::uint32_t> ClauseReader::whole(const Statement& s) {
    std::vector<std::uint32_t> all;
    std::ranges::set_union(s.terms, s.around, std::back_inserter(all));
    return all;
}

}  // namespace synoptic
