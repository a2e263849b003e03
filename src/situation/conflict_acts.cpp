// SPDX-License-Identifier: Apache-2.0
// Conflicts about an act: who did it, and whether it took place at all.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "situation/conflicts.hpp"

namespace synoptic {

namespace {

/// Words that say of a plan or a thing that it did or did not come about; what came about is then their subject.
constexpr std::array<std::string_view, 5> coming_about = {"carry-out", "happen", "occur", "materialise", "materialize"};

/// Verbs that only carry their noun: "offered no apology", "took questions".
constexpr std::array<std::string_view, 14> light_verbs = {"offer",   "make",  "take",  "give", "issue", "have", "hold",
                                                          "express", "reach", "carry", "do",   "get",   "be",   "receive"};

/// Verbs whose content is not told as fact.
constexpr std::array<std::string_view, 6> opening_verbs = {"expect", "plan", "demand", "threaten", "propose", "promise"};

class Acts {
public:
    explicit Acts(const ConflictInput& story) : story_(story) {
        for (std::size_t i = 0; i < story.facts.statements.size(); ++i) {
            acts_.push_back(act_terms(statement(i)));
        }
    }

    std::vector<Conflict> find_agents() const {
        std::vector<Conflict> conflicts;
        for (const auto& [i, j] : pairs()) {
            const Statement& a = statement(i);
            const Statement& b = statement(j);
            if (!told(a) || !told(b) || a.negated || b.negated || a.agents.size() != 1 || b.agents.size() != 1 ||
                !rivals(a.agents[0], b.agents[0]) || a.predicate != b.predicate || story_.facts.weight(a.predicate) < 2 ||
                days_apart(a, b)) {
                continue;
            }
            constexpr double least = 6.5;
            if ((cleft(a) || cleft(b)) && matter_weight(whole(a), whole(b), a, b) >= least) {  // "it was A who proposed": nobody else did
                conflicts.push_back({.kind = ConflictKind::who,
                                     .within_account = false,
                                     .about = "who did it: " + quoted_clause(story_, a, b),
                                     .sides = {side(i), side(j)}});
            }
        }
        return conflicts;
    }

    std::vector<Conflict> find_occurrences() const {
        std::vector<Conflict> conflicts;
        for (const auto& [i, j] : pairs()) {
            const Statement& a = statement(i);
            const Statement& b = statement(j);
            const Statement& denial = a.negated ? a : b;
            const Statement& telling = a.negated ? b : a;
            if (!fact(telling) || !(fact(denial) || denied_in_words(denial, telling)) || a.negated == b.negated || days_apart(a, b) ||
                denies_less(denial) || denies_the_doer(denial, telling) || opens_content(telling)) {
                continue;
            }
            const std::uint32_t denied = a.negated ? a.predicate : b.predicate;
            std::vector<std::uint32_t> acts;
            std::ranges::set_intersection(acts_[i], acts_[j], std::back_inserter(acts));
            const double beside = matter_weight(a.terms, b.terms, a, b, acts) + actor_weight(a, b);
            const bool one_act = !acts.empty() && !tells_since(denial) && of_the_same(a, b) &&
                                 (is_verb(denial) || denial.predicate_is_phrase) && is_verb(telling) && story_.facts.total(acts) >= 2 &&
                                 beside >= 3.2;
            const bool plan = std::ranges::find(coming_about, story_.facts.terms.view(denied)) != coming_about.end() &&
                              names_its_plan(denial) && matter_weight(whole(denial), telling.terms, a, b) >= 4.2;
            if (one_act || plan) {
                conflicts.push_back(occurrence(i, j));
            }
        }
        for (Conflict& conflict : find_happenings()) {
            conflicts.push_back(std::move(conflict));
        }
        return conflicts;
    }

private:
    const Statement& statement(std::size_t i) const { return story_.facts.statements[i]; }
    std::string_view text(std::uint32_t term) const { return story_.facts.terms.view(term); }

    /// Told as done, by the account itself or by a source that it repeats.
    static bool told(const Statement& s) { return s.status == Status::happened && !s.quoted && !s.speech && !s.infinitive; }

    /// The same, and no wish or plan whose content stands in the clause. To be asked is an act, to ask for something opens a wish.
    bool fact(const Statement& s) const {
        const Token& head = story_.input.analysis(s.document).tokens[s.head];
        const bool asked = lemma_of(story_.input.documents[s.document], s.head) == "ask" && head.features.verb_form == VerbForm::part;
        return told(s) && (asked || std::ranges::find(opening_verbs, text(s.predicate)) == opening_verbs.end());
    }

    /// "had not been cleared since 1968" tells of an evacuation.
    bool tells_since(const Statement& s) const {
        const Document& document = story_.input.documents[s.document];
        for (std::uint32_t at = s.head; at < s.last; ++at) {
            if (lemma_of(document, at) == "since") {
                return true;
            }
        }
        return false;
    }

    /// Words that negate something smaller than the act: only a round of it ("in which he did not land a punch"), a moment ("was not
    /// using"), what was perceived ("did not hear a shot"), or no act at all ("without bond pending a hearing").
    bool denies_less(const Statement& denial) const {
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
        return of_a_part || in_progress || compares(denial) || qualifies(denial) || is_habit(denial) ||
               std::ranges::find(perceiving, lemma_of(document, denial.head)) != perceiving.end();
    }

    /// "was not universally recognised" denies the adverb.
    bool qualifies(const Statement& s) const {
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

    /// "never hit fewer than 26" denies the number.
    bool compares(const Statement& s) const {
        for (std::uint32_t at = s.head; at < s.last; ++at) {
            if (lemma_of(story_.input.documents[s.document], at) == "than") {
                return true;
            }
        }
        return false;
    }

    /// "the rules do not require it", "nothing in it requires"
    bool is_habit(const Statement& s) const {
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

    /// "decided to dismiss him", "is reporting that": what was done stands in the clause below.
    bool opens_content(const Statement& s) const {
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

    bool passive(const Statement& s) const {
        const std::vector<Token>& tokens = story_.input.analysis(s.document).tokens;
        for (std::uint32_t at = s.first; at < s.last; ++at) {
            if (tokens[at].head == static_cast<std::int32_t>(s.head) &&
                (tokens[at].deprel == Deprel::aux_pass || tokens[at].deprel == Deprel::nsubj_pass)) {
                return true;
            }
        }
        return false;
    }

    /// "The new manager didn't hire him" does not deny that he was hired.
    bool denies_the_doer(const Statement& denial, const Statement& telling) const {
        return !denial.agents.empty() && !passive(denial) && telling.agents.empty() && passive(telling);
    }

    /// "A plan to send soldiers was never carried out": the plan is the subject and no pronoun.
    bool names_its_plan(const Statement& denial) const {
        const std::vector<Token>& tokens = story_.input.analysis(denial.document).tokens;
        return !denial.quoted && std::ranges::any_of(denial.nouns, [&](const auto& noun) {
            const Deprel relation = tokens[noun.first].deprel;
            return (relation == Deprel::nsubj_pass || relation == Deprel::nsubj) && tokens[noun.first].upos != Upos::PRON &&
                   (relation == Deprel::nsubj_pass || text(denial.predicate) != "carry-out");
        });
    }

    /// "Captain Pell 'has not been arrested', she said": a quoted denial of what is told of the same person.
    bool denied_in_words(const Statement& denial, const Statement& telling) const {
        return denial.quoted && denial.status == Status::happened && std::ranges::any_of(denial.actors, [&](std::uint32_t actor) {
                   return story_.cast.actors[actor].kind == ActorKind::person &&
                          std::ranges::find(telling.actors, actor) != telling.actors.end();
               });
    }

    /// Statements of different accounts that match, or that have a telling predicate in common.
    std::set<std::pair<std::size_t, std::size_t>> pairs() const {
        std::set<std::pair<std::size_t, std::size_t>> found;
        const auto add = [&](std::size_t i, std::size_t j) {
            if (story_.input.account(statement(i).document) != story_.input.account(statement(j).document)) {
                found.emplace(std::min(i, j), std::max(i, j));
            }
        };
        for (const Match& match : story_.matches) {
            add(match.a, match.b);
        }
        for (std::size_t i = 0; i < acts_.size(); ++i) {  // "never carried out": what, its sentence tells
            if (statement(i).negated && std::ranges::find(coming_about, text(statement(i).predicate)) != coming_about.end()) {
                for (std::size_t j = 0; j < acts_.size(); ++j) {
                    add(i, j);
                }
            }
        }
        std::map<std::uint32_t, std::vector<std::size_t>> by_act;
        for (std::size_t i = 0; i < acts_.size(); ++i) {
            for (std::uint32_t term : acts_[i]) {
                constexpr std::size_t most = 40;
                std::vector<std::size_t>& before = by_act[term];
                if (story_.facts.weight(term) < 2 || before.size() >= most) {
                    continue;
                }
                for (std::size_t j : before) {
                    add(i, j);
                }
                before.push_back(i);
            }
        }
        return found;
    }

    /// The term of the predicate; of a light verb, that of its object.
    std::vector<std::uint32_t> act_terms(const Statement& s) const {
        const Document& document = story_.input.documents[s.document];
        const Analysis& analysis = document.analysis;
        std::vector<std::uint32_t> acts;
        const bool light = std::ranges::find(light_verbs, lemma_of(document, s.head)) != light_verbs.end();
        if ((!light || s.predicate_is_phrase) && !s.fails) {
            acts.push_back(s.predicate);
        }
        if (light) {
            for (const auto& [token, term] : s.nouns) {
                const bool object = analysis.tokens[token].head == static_cast<std::int32_t>(s.head) &&
                                    (analysis.tokens[token].deprel == Deprel::obj || analysis.tokens[token].deprel == Deprel::nsubj_pass);
                if (object) {
                    acts.push_back(term);
                }
            }
        }
        if (s.fails || (s.negated && light)) {  // "refused to visit", "has yet to visit"
            for (const auto& [token, term] : s.nouns) {
                if (analysis.tokens[token].head == static_cast<std::int32_t>(s.head) && analysis.tokens[token].deprel == Deprel::xcomp) {
                    acts.push_back(term);
                }
            }
        }
        std::ranges::sort(acts);
        return acts;
    }

    bool independent(const Statement& a, const Statement& b) const {
        return story_.input.account(a.document) != story_.input.account(b.document);
    }
    static bool days_apart(const Statement& a, const Statement& b) { return a.when && b.when && !a.when->meets(*b.when); }
    bool rivals(std::uint32_t a, std::uint32_t b) const {
        const auto kind = [&](std::uint32_t actor) { return story_.cast.actors[actor].kind; };
        return !story_.cast.akin(a, b) && kind(a) != ActorKind::place && kind(b) != ActorKind::place &&
               (kind(a) == ActorKind::person) == (kind(b) == ActorKind::person);
    }

    /// "it was Solvaag who proposed": the agent between "it was" and "who" or "that".
    bool cleft(const Statement& s) const {
        const Document& document = story_.input.documents[s.document];
        const std::uint32_t first = document.analysis.sentences[s.sentence].first;
        constexpr std::uint32_t reach = 14;
        bool relative = false;
        bool agent = false;
        for (std::uint32_t at = s.head; at > first + 1 && s.head - at < reach; --at) {
            const std::string word = lemma_of(document, at - 1);
            relative = relative || word == "who" || word == "that";
            const auto actor = story_.cast.at(s.document, at - 1);
            agent = agent || (relative && actor && *actor == s.agents.front());
            if (word == "it" && lemma_of(document, at) == "be") {
                return relative && agent;
            }
        }
        return false;
    }

    static std::vector<std::uint32_t> whole(const Statement& s) {
        std::vector<std::uint32_t> all;
        std::ranges::set_union(s.terms, s.around, std::back_inserter(all));
        return all;
    }

    /// The weight of what two lists share beside the acting persons, numbers and the terms left out.
    double matter_weight(const std::vector<std::uint32_t>& first, const std::vector<std::uint32_t>& second, const Statement& a,
                         const Statement& b, const std::vector<std::uint32_t>& without = {}) const {
        std::vector<std::uint32_t> common;
        std::ranges::set_intersection(first, second, std::back_inserter(common));
        double sum = 0;
        for (std::uint32_t term : common) {
            const bool agent = text(term).starts_with('@') && is_agent(term, a, b);
            if (!agent && !text(term).starts_with('!') && !story_.facts.numeric[term] &&
                std::ranges::find(without, term) == without.end()) {
                sum += story_.facts.weight(term);
            }
        }
        return sum;
    }
    bool is_agent(std::uint32_t term, const Statement& a, const Statement& b) const {
        const auto number = static_cast<std::uint32_t>(std::stoul(std::string(text(term).substr(1))));
        return std::ranges::find(a.agents, number) != a.agents.end() || std::ranges::find(b.agents, number) != b.agents.end();
    }
    /// Done by the same, or done to the same where one account does not tell by whom; and of the same thing, where both tell of one.
    bool of_the_same(const Statement& a, const Statement& b) const {
        const auto meets = [&](const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y) {
            return std::ranges::any_of(
                x, [&](std::uint32_t p) { return std::ranges::any_of(y, [&](std::uint32_t q) { return story_.cast.akin(p, q); }); });
        };
        if (!a.agents.empty() && !b.agents.empty()) {
            const bool things = std::ranges::any_of(a.nouns, [&](const auto& x) {
                return !text(x.second).starts_with('@') &&
                       std::ranges::any_of(b.nouns, [&](const auto& y) { return x.second == y.second; });
            });
            return meets(a.agents, b.agents) && (things || a.nouns.size() < 2 || b.nouns.size() < 2);
        }
        if (a.agents.empty() && b.agents.empty()) {
            const std::vector<std::uint32_t> x = undergoers(a);
            const std::vector<std::uint32_t> y = undergoers(b);
            return std::ranges::any_of(x.empty() ? a.actors : x, [&](std::uint32_t actor) {
                const std::vector<std::uint32_t>& others = y.empty() ? b.actors : y;
                return story_.cast.actors[actor].kind == ActorKind::person && std::ranges::find(others, actor) != others.end();
            });
        }
        // where one tells by whom, both must name the same right at the predicate
        return std::ranges::any_of(a.nouns, [&](const auto& x) {
            return text(x.second).starts_with('@') && !set_apart(a, x.first) &&
                   std::ranges::any_of(b.nouns, [&](const auto& y) { return x.second == y.second && !set_apart(b, y.first); });
        });
    }

    /// "unlike Karel Doss"
    bool set_apart(const Statement& s, std::uint32_t token) const {
        constexpr std::uint32_t reach = 3;
        for (std::uint32_t at = token; at > s.first && token - at < reach;) {
            if (lemma_of(story_.input.documents[s.document], --at) == "unlike") {
                return true;
            }
        }
        return false;
    }

    /// The actors among subjects and objects: "unlike A, B was not hired" is of B.
    std::vector<std::uint32_t> undergoers(const Statement& s) const {
        const std::vector<Token>& tokens = story_.input.analysis(s.document).tokens;
        std::vector<std::uint32_t> found;
        for (const auto& [token, term] : s.nouns) {
            const Deprel relation = tokens[token].deprel;
            const auto actor = story_.cast.at(s.document, token);
            if (actor && (relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::obj)) {
                found.push_back(*actor);
            }
        }
        return found;
    }

    bool is_verb(const Statement& s) const { return story_.input.analysis(s.document).tokens[s.head].upos == Upos::VERB; }

    /// An act denied of the very one of whom it is told.
    double actor_weight(const Statement& a, const Statement& b) const {
        const auto person = [&](std::uint32_t actor) { return story_.cast.actors[actor].kind == ActorKind::person; };
        const bool agent = std::ranges::any_of(a.agents, [&](std::uint32_t x) {
            return std::ranges::any_of(b.agents, [&](std::uint32_t y) { return story_.cast.akin(x, y); });
        });
        const bool patient =
            std::ranges::any_of(a.actors, [&](std::uint32_t x) { return person(x) && std::ranges::find(b.actors, x) != b.actors.end(); });
        return agent || patient ? 2 : 0;
    }

    Side side(std::size_t i) const {
        const std::vector<std::uint32_t>& agents = statement(i).agents;
        return {.value = story_.cast.actors[agents.front()].name,
                .evidence = with_company(story_, i, [&](const Statement& s) { return s.agents == agents; })};
    }

    Conflict occurrence(std::size_t i, std::size_t j) const {
        const auto side_of = [&](std::size_t at) {
            const bool negated = statement(at).negated;
            return Side{.value = negated ? "did not happen" : "happened",
                        .evidence = with_company(story_, at, [&](const Statement& s) {
                            return s.negated == negated && fact(s) &&
                                   (s.predicate == statement(at).predicate || !independent(s, statement(at)));
                        })};
        };
        return {.kind = ConflictKind::occurrence,
                .within_account = false,
                .about = "whether: " + quoted_clause(story_, statement(i).negated ? statement(j) : statement(i)),
                .sides = {side_of(i), side_of(j)}};
    }

    /// Happenings of the table that one account denies and another tells.
    std::vector<Conflict> find_happenings() const {
        std::map<std::uint32_t, std::vector<std::size_t>> by_term;
        for (std::size_t i = 0; i < story_.facts.statements.size(); ++i) {
            for (std::uint32_t term : statement(i).terms) {
                if (text(term).starts_with('!') && fact(statement(i))) {
                    by_term[term].push_back(i);
                }
            }
        }
        std::vector<Conflict> conflicts;
        for (const auto& [term, tellers] : by_term) {
            for (std::size_t i : tellers) {
                for (std::size_t j : tellers) {
                    const Statement& a = statement(i);
                    const Statement& b = statement(j);
                    if (!a.negated || b.negated || story_.input.account(a.document) == story_.input.account(b.document) ||
                        days_apart(a, b) || denies_less(a)) {
                        continue;
                    }
                    const bool about_one =
                        matter_weight(whole(a), whole(b), a, b) >= 3.2 || std::ranges::any_of(a.actors, [&](std::uint32_t x) {
                            return std::ranges::any_of(b.actors, [&](std::uint32_t y) { return story_.cast.akin(x, y); });
                        });
                    if (about_one) {
                        conflicts.push_back(occurrence(i, j));
                    }
                }
            }
        }
        return conflicts;
    }

    const ConflictInput& story_;
    std::vector<std::vector<std::uint32_t>> acts_;  // by statement
};

}  // namespace

std::vector<Conflict> find_agent_conflicts(const ConflictInput& story) { return Acts(story).find_agents(); }
std::vector<Conflict> find_occurrence_conflicts(const ConflictInput& story) { return Acts(story).find_occurrences(); }

}  // namespace synoptic
