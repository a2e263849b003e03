// SPDX-License-Identifier: Apache-2.0
// Conflicts about an act: who did it, and whether it took place at all.
#include <algorithm>
#include <array>

#include "situation/claims.hpp"
#include "situation/conflicts.hpp"

namespace synoptic {

namespace {

/// Words that say of a plan or a thing that it did or did not come about; what came about is then their subject.
constexpr std::array<std::string_view, 5> coming_about = {"carry-out", "happen", "occur", "materialise", "materialize"};

bool fact(const Statement& s) { return s.status == Status::happened && !s.quoted && !s.speech; }

class Acts {
public:
    explicit Acts(const ConflictInput& story) : story_(story) {}

    std::vector<Conflict> find_agents() {
        std::vector<Conflict> conflicts;
        for (const Match& match : story_.matches) {
            const Statement& a = statement(match.a);
            const Statement& b = statement(match.b);
            if (!fact(a) || !fact(b) || a.negated || b.negated || !independent(a, b) || a.agents.size() != 1 || b.agents.size() != 1 || !rivals(a.agents[0], b.agents[0]) ||
                a.predicate != b.predicate || story_.facts.weight(a.predicate) < 2) {
                continue;
            }
            const bool exclusive = cleft(a) || cleft(b);
            const double least = exclusive ? 6.0 : 9.0;  // "it was A who proposed" tells that nobody else did
            if (matter_weight(a, b) < least || (a.when && b.when && !a.when->meets(*b.when))) {
                continue;
            }
            conflicts.push_back({.kind = ConflictKind::who, .within_account = false, .about = "who did it: " + shared_matter(story_, a, b), .sides = {side(match.a), side(match.b)}});
        }
        return conflicts;
    }

    std::vector<Conflict> find_occurrences() {
        std::vector<Conflict> conflicts;
        for (const Match& match : story_.matches) {
            const Statement& a = statement(match.a);
            const Statement& b = statement(match.b);
            if (!independent(a, b) || !fact(a) || !fact(b) || a.negated == b.negated || (a.when && b.when && !a.when->meets(*b.when))) {
                continue;
            }
            const Statement& denial = a.negated ? a : b;
            const bool one_act = a.predicate == b.predicate && matter_weight(a, b) >= 4.0 && match.likeness >= 0.3;
            const bool plan = std::ranges::find(coming_about, story_.facts.terms.view(denial.predicate)) != coming_about.end() && matter_weight(a, b) >= 5.0;
            if (one_act || plan) {
                conflicts.push_back(occurrence(match.a, match.b));
            }
        }
        for (auto& conflict : find_happenings()) {
            conflicts.push_back(std::move(conflict));
        }
        return conflicts;
    }

private:
    const Statement& statement(std::size_t i) const { return story_.facts.statements[i]; }
    bool independent(const Statement& a, const Statement& b) const { return story_.input.account(a.document) != story_.input.account(b.document); }

    bool rivals(std::uint32_t a, std::uint32_t b) const {
        const auto kind = [&](std::uint32_t actor) { return story_.cast.actors[actor].kind; };
        return !story_.cast.akin(a, b) && kind(a) != ActorKind::place && kind(b) != ActorKind::place && (kind(a) == ActorKind::person) == (kind(b) == ActorKind::person);
    }

    /// "it was Solvaag who proposed": the clause hangs as a relative on the one it is about, after "it was".
    bool cleft(const Statement& s) const {
        const Analysis& analysis = story_.input.analysis(s.document);
        const Sentence& sentence = analysis.sentences[s.sentence];
        for (std::uint32_t at = sentence.first; at + 1 < sentence.last && at < s.head; ++at) {
            const Document& document = story_.input.documents[s.document];
            if (lemma_of(document, at) == "it" && lemma_of(document, at + 1) == "be" && at + 12 > s.head) {
                return true;
            }
        }
        return false;
    }

    /// What two clauses share beside the actors.
    double matter_weight(const Statement& a, const Statement& b) const {
        const auto without_actors = [&](std::vector<std::uint32_t> terms) {
            std::erase_if(terms, [&](std::uint32_t term) { return story_.facts.terms.view(term).starts_with('@') && is_agent(term, a, b); });
            return terms;
        };
        return story_.facts.shared(without_actors(a.terms), without_actors(b.terms));
    }
    bool is_agent(std::uint32_t term, const Statement& a, const Statement& b) const {
        const auto number = static_cast<std::uint32_t>(std::stoul(std::string(story_.facts.terms.view(term).substr(1))));
        return std::ranges::find(a.agents, number) != a.agents.end() || std::ranges::find(b.agents, number) != b.agents.end();
    }

    Side side(std::size_t i) const {
        const std::vector<std::uint32_t>& agents = statement(i).agents;
        return {.value = story_.cast.actors[agents.front()].name, .evidence = with_company(story_, i, [&](const Statement& s) { return s.agents == agents; })};
    }

    Conflict occurrence(std::size_t i, std::size_t j) const {
        const auto told = [&](std::size_t at) {
            const bool negated = statement(at).negated;
            return Side{.value = negated ? "did not happen" : "happened",
                        .evidence = with_company(story_, at, [negated](const Statement& s) { return s.negated == negated && fact(s); })};
        };
        return {.kind = ConflictKind::occurrence, .within_account = false, .about = "whether it happened: " + shared_matter(story_, statement(i), statement(j)), .sides = {told(i), told(j)}};
    }

    /// Happenings of the table that one account denies and another tells.
    std::vector<Conflict> find_happenings() const {
        std::map<std::uint32_t, std::vector<std::size_t>> by_term;
        for (std::size_t i = 0; i < story_.facts.statements.size(); ++i) {
            for (std::uint32_t term : statement(i).terms) {
                if (story_.facts.terms.view(term).starts_with('!') && fact(statement(i))) {
                    by_term[term].push_back(i);
                }
            }
        }
        std::vector<Conflict> conflicts;
        for (const auto& [term, told] : by_term) {
            for (std::size_t i : told) {
                for (std::size_t j : told) {
                    const Statement& a = statement(i);
                    const Statement& b = statement(j);
                    if (!a.negated || b.negated || !independent(a, b)) {
                        continue;
                    }
                    const bool about_one = a.actors.empty() || b.actors.empty() || std::ranges::any_of(a.actors, [&](std::uint32_t x) {
                                               return std::ranges::any_of(b.actors, [&](std::uint32_t y) { return story_.cast.akin(x, y); });
                                           });
                    if (about_one) {
                        conflicts.push_back(occurrence(i, j));
                        conflicts.back().about = "whether it happened: " + std::string(story_.facts.terms.view(term).substr(1));
                    }
                }
            }
        }
        return conflicts;
    }

    const ConflictInput& story_;
};

}  // namespace

std::vector<Conflict> find_agent_conflicts(const ConflictInput& story) { return Acts(story).find_agents(); }
std::vector<Conflict> find_occurrence_conflicts(const ConflictInput& story) { return Acts(story).find_occurrences(); }

}  // namespace synoptic
