// SPDX-License-Identifier: Apache-2.0
// Conflicts about an act: who did it, and whether it took place at all.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "situation/clause_reader.hpp"
#include "situation/conflicts.hpp"
#include "situation/support.hpp"

namespace synoptic {

namespace {

/// Words that say of a plan or a thing that it did or did not come about; what came about is then their subject.
constexpr std::array<std::string_view, 5> coming_about = {"carry-out", "happen", "occur", "materialise", "materialize"};

/// Verbs that only carry their noun: "offered no apology", "took questions".
constexpr std::array<std::string_view, 14> light_verbs = {"offer",   "make",  "take",  "give", "issue", "have", "hold",
                                                          "express", "reach", "carry", "do",   "get",   "be",   "receive"};

class Acts {
public:
    explicit Acts(const ConflictInput& story) : story_(story), reader_(story) {
        for (std::size_t i = 0; i < story.facts.statements.size(); ++i) {
            acts_.push_back(act_terms(statement(i)));
        }
    }

    std::vector<Conflict> find_agents() const {
        std::vector<Conflict> conflicts;
        for (const auto& [i, j] : pairs()) {
            const Statement& a = statement(i);
            const Statement& b = statement(j);
            if (!reader_.told(a) || !reader_.told(b) || a.negated || b.negated || a.agents.size() != 1 || b.agents.size() != 1 ||
                !rivals(a.agents[0], b.agents[0]) || a.predicate != b.predicate || story_.facts.weight(a.predicate) < 2 ||
                days_apart(a, b)) {
                continue;
            }
            constexpr double least = 4.5;
            if ((cleft(a) || cleft(b)) &&
                matter_weight(ClauseReader::whole(a), ClauseReader::whole(b), a, b) >= least) {  // "it was A who proposed": nobody else did
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
            if (!reader_.fact(telling) || !(reader_.fact(denial) || reader_.denied_in_words(denial, telling)) || a.negated == b.negated ||
                days_apart(a, b) || reader_.denies_less(denial) || reader_.denies_the_doer(denial, telling) ||
                reader_.opens_content(telling) || reader_.narrows(denial, telling) || !reader_.asserted(telling)) {
                continue;
            }
            const std::uint32_t denied = a.negated ? a.predicate : b.predicate;
            std::vector<std::uint32_t> acts;
            std::ranges::set_intersection(acts_[i], acts_[j], std::back_inserter(acts));
            const double beside = matter_weight(a.terms, b.terms, a, b, acts) + actor_weight(a, b);
            const bool one_act = !acts.empty() && !reader_.tells_since(denial) && of_the_same(a, b) &&
                                 (is_verb(denial) || denial.predicate_is_phrase) && is_verb(telling) && story_.facts.total(acts) >= 2 &&
                                 beside >= (reader_.denies_all(denial) ? 1.5 : 3.2);
            const bool plan = std::ranges::find(coming_about, story_.facts.terms.view(denied)) != coming_about.end() &&
                              reader_.names_its_plan(denial) && (text(denied) == "carry-out" || tells_of_subject(telling, denial)) &&
                              matter_weight(ClauseReader::whole(denial), telling.terms, a, b) >= 4.2;
            if (one_act || plan) {
                conflicts.push_back(occurrence(i, j));
            }
        }
        for (Conflict& conflict : find_happenings()) {
            conflicts.push_back(std::move(conflict));
        }
        std::erase_if(conflicts, [&](const Conflict& conflict) { return told_both_ways(conflict); });
        return conflicts;
    }

private:
    const Statement& statement(std::size_t i) const { return story_.facts.statements[i]; }
    std::string_view text(std::uint32_t term) const { return story_.facts.terms.view(term); }

    /// Done by two who have nothing to do with each other.
    bool by_others(const Statement& a, const Statement& b) const {
        const bool he_and_she = (subject_is(a, "he") && subject_is(b, "she")) || (subject_is(a, "she") && subject_is(b, "he"));
        const bool strangers = !a.agents.empty() && !b.agents.empty() && !story_.cast.any_akin(a.agents, b.agents);
        return he_and_she || strangers;
    }

    /// Whether what a denial is about ("the march" in "the march never happened") stands in a telling's own clause.
    bool tells_of_subject(const Statement& telling, const Statement& denial) const {
        const std::vector<Token>& tokens = story_.input.analysis(denial.document).tokens;
        return std::ranges::any_of(denial.nouns, [&](const auto& noun) {
            const Deprel relation = tokens[noun.first].deprel;
            return relation != Deprel::obl && std::ranges::binary_search(telling.terms, noun.second);
        });
    }

    bool subject_is(const Statement& s, std::string_view pronoun) const {
        const std::vector<Token>& tokens = story_.input.analysis(s.document).tokens;
        for (std::uint32_t at = s.first; at < s.head; ++at) {
            if (tokens[at].deprel == Deprel::nsubj && lemma_of(story_.input.documents[s.document], at) == pronoun) {
                return true;
            }
        }
        return false;
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
        for (std::uint32_t at = s.head; at > first && s.head - at < reach; --at) {
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
        if (!a.agents.empty() && !b.agents.empty()) {
            const bool things = std::ranges::any_of(a.nouns, [&](const auto& x) {
                return !text(x.second).starts_with('@') &&
                       std::ranges::any_of(b.nouns, [&](const auto& y) { return x.second == y.second; });
            });
            return story_.cast.any_akin(a.agents, b.agents) && (things || a.nouns.size() < 2 || b.nouns.size() < 2);
        }
        if (a.agents.empty() && b.agents.empty()) {
            const std::vector<std::uint32_t> x = undergoers(a);
            const std::vector<std::uint32_t> y = undergoers(b);
            if (x.empty() && y.empty()) {
                return false;
            }
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

    /// Whether some account stands on both sides: it tells of a quarrel, or of two happenings.
    bool told_both_ways(const Conflict& conflict) const {
        return share_account(conflict.sides[0].evidence, conflict.sides[1].evidence, story_.input);
    }

    bool is_verb(const Statement& s) const { return story_.input.analysis(s.document).tokens[s.head].upos == Upos::VERB; }

    /// An act denied of the very one of whom it is told.
    double actor_weight(const Statement& a, const Statement& b) const {
        const auto person = [&](std::uint32_t actor) { return story_.cast.actors[actor].kind == ActorKind::person; };
        const bool agent = story_.cast.any_akin(a.agents, b.agents);
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
                            return s.negated == negated && reader_.fact(s) &&
                                   (s.predicate == statement(at).predicate || !independent(s, statement(at)));
                        })};
        };
        return {.kind = ConflictKind::occurrence,
                .within_account = false,
                .about = "whether: " + quoted_clause(story_, statement(i).negated ? statement(j) : statement(i)),
                .sides = {side_of(i), side_of(j)}};
    }

    /// Whether it is the happening that is denied, and not what was done with it ("the gunshot did not break the glass"): the negated word
    /// is one of those that tell it, or carries one of them.
    bool names_the_act(const Statement& denial, std::string_view happening) const {
        const std::string head = lemma_of(story_.input.documents[denial.document], denial.head);
        return denial.fails || story_.synonyms.tells(happening, head) || std::ranges::find(light_verbs, head) != light_verbs.end() ||
               std::ranges::find(coming_about, text(denial.predicate)) != coming_about.end();
    }

    /// Happenings of the table that one account denies and another tells.
    std::vector<Conflict> find_happenings() const {
        std::map<std::uint32_t, std::vector<std::size_t>> by_term;
        for (std::size_t i = 0; i < story_.facts.statements.size(); ++i) {
            for (std::uint32_t term : statement(i).terms) {
                if (text(term).starts_with('!') && reader_.fact(statement(i))) {
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
                        days_apart(a, b) || !names_the_act(a, text(term)) ||
                        (reader_.denies_in_passing(a) && !story_.cast.any_akin(a.agents, b.agents)) || reader_.denies_less(a) ||
                        reader_.narrows(a, b) || !reader_.asserted(b) || by_others(a, b) ||
                        (a.fails && a.predicate != b.predicate && acts_[i] != acts_[j])) {
                        continue;
                    }
                    const bool about_one =
                        matter_weight(ClauseReader::whole(a), ClauseReader::whole(b), a, b) >= 3.2 ||
                        std::ranges::any_of(a.actors, [&](std::uint32_t x) {
                            return story_.cast.actors[x].kind == ActorKind::person &&
                                   std::ranges::any_of(b.actors, [&](std::uint32_t y) { return story_.cast.akin(x, y); });
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
    ClauseReader reader_;
    std::vector<std::vector<std::uint32_t>> acts_;  // by statement
};

}  // namespace

std::vector<Conflict> find_agent_conflicts(const ConflictInput& story) { return Acts(story).find_agents(); }
std::vector<Conflict> find_occurrence_conflicts(const ConflictInput& story) { return Acts(story).find_occurrences(); }

}  // namespace synoptic
