// SPDX-License-Identifier: Apache-2.0
#include "situation/positions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "core/table.hpp"
#include "core/text.hpp"
#include "situation/claims.hpp"
#include "situation/clauses.hpp"
#include "situation/support.hpp"

namespace synoptic {

namespace {

struct StanceVerb {
    Stance stance = Stance::supports;
    std::string needs{};
};

std::optional<Stance> parse_stance(std::string_view text) {
    for (Stance stance : {Stance::supports, Stance::opposes, Stance::demands, Stance::offers, Stance::rejects, Stance::accepts}) {
        if (name(stance) == text) {
            return stance;
        }
    }
    return std::nullopt;
}

using StanceVerbs = std::map<std::string, StanceVerb, std::less<>>;

StanceVerbs load_verbs() {
    StanceVerbs verbs;
    for (const Row& row : load_table("situation_stances.tsv")) {
        if (const auto stance = parse_stance(row.at(1))) {
            verbs.emplace(row.at(0), StanceVerb{.stance = *stance, .needs = std::string(row.at(2))});
        }
    }
    return verbs;
}

/// What "does not support" is.
Stance negated(Stance stance) {
    switch (stance) {
    case Stance::supports:
        return Stance::opposes;
    case Stance::opposes:
        return Stance::supports;
    case Stance::accepts:
        return Stance::rejects;
    case Stance::rejects:
        return Stance::accepts;
    default:
        return stance;
    }
}

class Reader {
public:
    Reader(const StoryInput& input, const Cast& cast, const Facts& facts, const Event* main, const StanceVerbs& verbs)
        : input_(input), cast_(cast), facts_(facts), main_(main), verbs_(verbs) {}

    std::vector<Position> run() {
        std::optional<std::uint32_t> open;
        std::optional<ClauseTree> tree;
        for (const Statement& statement : facts_.statements) {
            if (open != statement.document) {
                open = statement.document;
                tree.emplace(input_.analysis(statement.document));
            }
            read(statement, *tree);
        }
        std::vector<Position> positions;
        for (auto& [key, position] : positions_) {
            tidy(position.evidence);
            positions.push_back(std::move(position));
        }
        std::ranges::stable_sort(positions, [](const Position& a, const Position& b) { return a.evidence.front() < b.evidence.front(); });
        return positions;
    }

private:
    const Token& token(std::uint32_t document, std::uint32_t at) const { return input_.analysis(document).tokens[at]; }

    /// The stance verb at a token: with its particle or preposition first, then alone.
    const StanceVerb* verb_at(const Statement& statement, std::uint32_t at, const ClauseTree& tree) const {
        const Document& document = input_.documents[statement.document];
        const std::string lemma = lemma_of(document, at);
        for (std::uint32_t child : tree.children(at)) {
            const Deprel relation = token(statement.document, child).deprel;
            std::string word;
            if (relation == Deprel::compound_prt) {
                word = lemma_of(document, child);
            } else if (relation == Deprel::obl || relation == Deprel::advcl || relation == Deprel::nmod) {
                for (std::uint32_t below : tree.children(child)) {
                    const Deprel mark = token(statement.document, below).deprel;
                    if (mark == Deprel::case_ || mark == Deprel::mark) {
                        word = lemma_of(document, below);
                        break;
                    }
                }
            }
            if (!word.empty()) {
                if (const auto found = verbs_.find(lemma + " " + word); found != verbs_.end()) {
                    return &found->second;
                }
            }
        }
        const auto found = verbs_.find(lemma);
        return found == verbs_.end() ? nullptr : &found->second;
    }

    /// The head of what the stance is about: object, passive subject, clause or infinitive; for a bare verb the first oblique.
    std::optional<std::uint32_t> issue_of(const Statement& statement, std::uint32_t verb, const ClauseTree& tree, bool& clause) const {
        for (std::uint32_t child : tree.children(verb)) {
            const Deprel relation = token(statement.document, child).deprel;
            if (clause && (relation == Deprel::ccomp || relation == Deprel::xcomp)) {
                return child;
            }
        }
        constexpr std::array<Deprel, 6> order = {Deprel::obj, Deprel::nsubj_pass, Deprel::ccomp, Deprel::xcomp, Deprel::obl, Deprel::advcl};
        for (Deprel wanted : order) {
            for (std::uint32_t child : tree.children(verb)) {
                if (token(statement.document, child).deprel == wanted) {
                    clause = wanted == Deprel::ccomp || wanted == Deprel::xcomp;
                    return child;
                }
            }
        }
        return std::nullopt;
    }

    /// The words of a phrase around its head, without article and without what follows a comma.
    std::string phrase(std::uint32_t document, std::uint32_t head, const ClauseTree& tree) const {
        std::uint32_t first = head;
        std::uint32_t last = head + 1;
        std::vector<std::uint32_t> open = {head};
        while (!open.empty()) {
            const std::uint32_t at = open.back();
            open.pop_back();
            first = std::min(first, at);
            last = std::max(last, at + 1);
            for (std::uint32_t child : tree.children(at)) {
                const Deprel relation = token(document, child).deprel;
                if (relation != Deprel::punct && relation != Deprel::acl_relcl && relation != Deprel::parataxis &&
                    relation != Deprel::advcl && relation != Deprel::mark && relation != Deprel::appos && relation != Deprel::cc &&
                    relation != Deprel::conj) {
                    open.push_back(child);
                }
            }
        }
        const Document& text = input_.documents[document];
        while (first + 1 < last && (token(document, first).upos == Upos::DET || token(document, first).upos == Upos::ADP ||
                                    token(document, first).upos == Upos::PART)) {
            ++first;
        }
        constexpr std::uint32_t longest = 12;
        last = std::min(last, first + longest);
        return fold_space(Span{token(document, first).begin, token(document, last - 1).end}.in(text.text));
    }

    void read(const Statement& statement, const ClauseTree& tree) {
        read_refusal(statement, tree);
        read_against(statement, tree);
        const StanceVerb* verb = verb_at(statement, statement.head, tree);
        if (verb == nullptr || statement.status == Status::hypothetical) {
            return;
        }
        bool clause = verb->needs == "clause";
        const auto issue = issue_of(statement, statement.head, tree, clause);
        if ((verb->needs == "object" && !issue) || (verb->needs == "clause" && !clause) || !issue) {
            return;
        }
        std::vector<std::uint32_t> holders = statement.agents;
        if (statement.quoted && holders.empty()) {
            holders = statement.said_by;
        }
        const bool denied = statement.negated != statement.fails;
        add(statement, holders, denied ? negated(verb->stance) : verb->stance, phrase(statement.document, *issue, tree));
    }

    /// "told her that the toll would not be suspended": who says that something will not be done refuses it.
    void read_refusal(const Statement& statement, const ClauseTree& tree) {
        const bool modal = std::ranges::any_of(tree.children(statement.head), [&](std::uint32_t child) {
            const std::string lemma = lemma_of(input_.documents[statement.document], child);
            return token(statement.document, child).deprel == Deprel::aux && (lemma == "will" || lemma == "would");
        });
        if (!statement.attributed || statement.quoted || !statement.negated || !modal || statement.said_by.empty()) {
            return;
        }
        bool clause = false;
        if (const auto issue = issue_of(statement, statement.head, tree, clause); issue && !clause) {
            add(statement, statement.said_by, Stance::rejects, phrase(statement.document, *issue, tree));
        } else {
            add(statement, statement.said_by, Stance::rejects, fold_space(input_.documents[statement.document].view(statement.span)));
        }
    }

    /// "is against mediation", "are in favour of it"
    void read_against(const Statement& statement, const ClauseTree& tree) {
        const auto& children = tree.children(statement.head);
        const auto has = [&](Deprel relation, std::string_view lemma) {
            return std::ranges::any_of(children, [&](std::uint32_t child) {
                return token(statement.document, child).deprel == relation &&
                       (lemma.empty() || lemma_of(input_.documents[statement.document], child) == lemma);
            });
        };
        if (has(Deprel::cop, {}) && has(Deprel::case_, "against") && statement.status == Status::happened) {
            add(statement, statement.agents, statement.negated ? Stance::supports : Stance::opposes,
                phrase(statement.document, statement.head, tree));
        }
    }

    void add(const Statement& statement, const std::vector<std::uint32_t>& holders, Stance stance, const std::string& about) {
        for (std::uint32_t actor : holders) {
            if (cast_.actors[actor].kind == ActorKind::place) {
                continue;
            }
            const auto [at, fresh] = positions_.try_emplace({actor, stance, fold_accents(about)});
            if (fresh) {
                at->second = {.actor = actor, .issue = about, .stance = stance, .phase = phase(statement), .evidence = {}};
            }
            at->second.evidence.push_back(place_of(statement));
        }
    }

    std::string phase(const Statement& statement) const {
        if (main_ == nullptr || !main_->date || !main_->date->date.has_day()) {
            return {};
        }
        const std::int32_t day = to_days(main_->date->date);
        std::optional<DayRange> when = statement.when;
        const auto& published = input_.documents[statement.document].published;
        if (!when && published && published->date.has_day() && to_days(published->date) < day) {
            return "before";
        }
        if (!when) {
            return {};
        }
        return when->last < day ? "before" : when->first > day ? "after" : "during";
    }

    const StoryInput& input_;
    const Cast& cast_;
    const Facts& facts_;
    const Event* main_;
    const StanceVerbs& verbs_;
    std::map<std::tuple<std::uint32_t, Stance, std::string>, Position> positions_;
};

}  // namespace

std::vector<Position> find_positions(const StoryInput& input, const Cast& cast, const Facts& facts, const Event* main) {
    static const StanceVerbs verbs = load_verbs();
    return Reader(input, cast, facts, main, verbs).run();
}

}  // namespace synoptic
