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
#include "situation/terms.hpp"

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

/// What "does not support" is; to offer or demand nothing is no stance.
std::optional<Stance> negated(Stance stance) {
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
        return std::nullopt;
    }
}

/// Words that are no issue: what is turned down with them is not told, or they only say how or where.
constexpr std::array<std::string_view, 14> hollow_words = {"comment",  "elaborate", "nothing", "one",  "ground", "spot",      "basis",
                                                           "interest", "behalf",    "moment",  "time", "thing",  "interview", "so"};
constexpr std::array<std::string_view, 4> relatives = {"which", "that", "who", "whom"};
constexpr std::array<std::string_view, 7> determiners = {"the", "a", "an", "this", "these", "those", "no"};

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
    return std::ranges::find(words, word) != words.end();
}

/// Without the punctuation at its end and a quotation mark whose other half is elsewhere.
std::string bare(std::string text) {
    while (!text.empty() && std::string_view(".,;:!?-").find(text.back()) != std::string_view::npos) {
        text.pop_back();
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> pairs = {{{"\u201C", "\u201D"}, {"(", ")"}}};
    for (const auto& [open, close] : pairs) {
        const std::size_t begin = text.find(open);
        const std::size_t end = text.find(close);
        if ((begin == std::string::npos) != (end == std::string::npos)) {
            text.erase(std::min(begin, end), begin < end ? open.size() : close.size());
        }
    }
    return text;
}

/// What a stance is about.
struct Issue {
    std::string text{};
    std::vector<std::uint32_t> terms{};  ///< sorted; synonyms count as one
};

class Reader {
public:
    Reader(const StoryInput& input, const Cast& cast, const Facts& facts, const Synonyms& synonyms, const Event* main,
           const StanceVerbs& verbs)
        : input_(input), cast_(cast), facts_(facts), synonyms_(synonyms), main_(main), verbs_(verbs), pool_(facts.terms) {}

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
        for (Held& held : held_) {
            tidy(held.position.evidence);
            positions.push_back(std::move(held.position));
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

    bool in_time(std::uint32_t document, std::uint32_t at) const {
        const std::vector<TimeExpression>& times = input_.analysis(document).times;
        const std::uint32_t begin = token(document, at).begin;
        const auto after = std::ranges::upper_bound(times, begin, {}, [](const TimeExpression& time) { return time.span.begin; });
        return after != times.begin() && std::prev(after)->span.contains(begin) && std::prev(after)->kind != TimeKind::duration;
    }

    /// The words that a relative pronoun stands for: the noun that its clause hangs on, else the noun right before it.
    std::optional<std::uint32_t> antecedent(const Statement& statement, std::uint32_t pronoun) const {
        const Token& head = token(statement.document, statement.head);
        if (head.deprel == Deprel::acl_relcl && head.head >= 0) {
            return static_cast<std::uint32_t>(head.head);
        }
        const std::uint32_t first = input_.analysis(statement.document).sentences[statement.sentence].first;
        for (std::uint32_t at = pronoun; at > first && pronoun - at < 2;) {
            const Upos tag = token(statement.document, --at).upos;
            if (tag == Upos::NOUN || tag == Upos::PROPN) {
                return at;
            }
        }
        return std::nullopt;
    }

    /// Whether a phrase can be an issue; moves `at` from a relative pronoun to its noun.
    bool can_be_issue(const Statement& statement, std::uint32_t& at) const {
        const Document& document = input_.documents[statement.document];
        const std::string lemma = lemma_of(document, at);
        if (is_one_of(lemma, hollow_words) || in_time(statement.document, at)) {
            return false;
        }
        const Upos tag = token(statement.document, at).upos;
        if (tag != Upos::PRON && tag != Upos::DET && tag != Upos::SCONJ) {
            return tag != Upos::ADV && tag != Upos::NUM && tag != Upos::PUNCT;
        }
        if (is_one_of(lemma, relatives)) {
            const auto noun = antecedent(statement, at);
            at = noun.value_or(at);
            return noun && !is_one_of(lemma_of(document, at), hollow_words);
        }
        return lemma == "it";
    }

    /// The head of what the stance is about: object, passive subject, clause or infinitive; for a bare verb the first oblique. Of a demand
    /// addressed to somebody, what he is to do.
    std::optional<std::uint32_t> issue_of(const Statement& statement, std::uint32_t verb, const ClauseTree& tree, bool& clause,
                                          bool demand = false) const {
        const auto relation = [&](std::uint32_t at) { return token(statement.document, at).deprel; };
        for (std::uint32_t child : tree.children(verb)) {
            if (clause && (relation(child) == Deprel::ccomp || relation(child) == Deprel::xcomp)) {
                return child;
            }
        }
        constexpr std::array<Deprel, 6> order = {Deprel::obj, Deprel::nsubj_pass, Deprel::ccomp, Deprel::xcomp, Deprel::obl, Deprel::advcl};
        for (Deprel wanted : order) {
            for (std::uint32_t child : tree.children(verb)) {
                std::uint32_t at = child;
                if (relation(child) != wanted || !can_be_issue(statement, at)) {
                    continue;
                }
                const bool oblique = wanted == Deprel::obl || wanted == Deprel::advcl;
                if (demand && (wanted == Deprel::obj || oblique)) {
                    constexpr std::array<std::string_view, 6> addressing = {"urge", "ask", "beg", "press", "implore", "appeal"};
                    const bool somebody = !cast_.all_at(statement.document, at).empty();
                    const bool addressed =
                        (oblique && somebody) || is_one_of(lemma_of(input_.documents[statement.document], verb), addressing);
                    if (const auto task = task_of(statement, verb, somebody ? at : verb, addressed, tree)) {
                        clause = true;
                        return task;
                    }
                }
                if (demand && oblique && !asked_for(statement, at, tree)) {
                    continue;  // "appealed to her staff", "shall ask at home"
                }
                clause = wanted == Deprel::ccomp || wanted == Deprel::xcomp;
                return at;
            }
        }
        return std::nullopt;
    }

    /// "urged the parties to accept it": the infinitive of the verb or of the one who is urged.
    std::optional<std::uint32_t> task_of(const Statement& statement, std::uint32_t verb, std::uint32_t addressee, bool addressed,
                                         const ClauseTree& tree) const {
        for (std::uint32_t above : {verb, addressee}) {
            for (std::uint32_t child : tree.children(above)) {
                const Token& word = token(statement.document, child);
                const bool clause = word.deprel == Deprel::xcomp || word.deprel == Deprel::ccomp || word.deprel == Deprel::acl ||
                                    (addressed && word.deprel == Deprel::advcl);  // of "called them in to denounce it" it is the aim
                const bool infinitive =
                    word.features.verb_form == VerbForm::inf || std::ranges::any_of(tree.children(child), [&](std::uint32_t mark) {
                        return lemma_of(input_.documents[statement.document], mark) == "to" && mark < child;
                    });
                if (clause && word.upos == Upos::VERB && infinitive) {
                    return child;
                }
            }
        }
        return std::nullopt;
    }

    bool asked_for(const Statement& statement, std::uint32_t at, const ClauseTree& tree) const {
        return std::ranges::any_of(tree.children(at), [&](std::uint32_t child) {
            const Deprel relation = token(statement.document, child).deprel;
            return (relation == Deprel::case_ || relation == Deprel::mark) &&
                   lemma_of(input_.documents[statement.document], child) == "for";
        });
    }

    /// The words of a phrase around its head, without article, leading adverbs and what follows a comma. "it" is what was spoken of last.
    std::optional<Issue> phrase(const Statement& statement, std::uint32_t head, const ClauseTree& tree, bool clause) {
        const std::uint32_t document = statement.document;
        const Document& text = input_.documents[document];
        if (lemma_of(text, head) == "it") {
            constexpr std::uint32_t reach = 2;  // sentences
            if (last_ && last_->first.document == document && last_->first.sentence + reach > statement.sentence) {
                return last_->second;
            }
            return std::nullopt;
        }
        const Upos tag = token(document, head).upos;
        const bool nominal = tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::PRON;
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
                const bool other = relation == Deprel::punct || relation == Deprel::acl_relcl || relation == Deprel::parataxis ||
                                   relation == Deprel::advcl || relation == Deprel::mark || relation == Deprel::appos ||
                                   (at == head && (relation == Deprel::cc || relation == Deprel::conj));
                const bool of_clause = at == head && nominal && !clause &&
                                       (relation == Deprel::nsubj || relation == Deprel::cop || relation == Deprel::advmod);
                if (!other && !of_clause) {
                    open.push_back(child);
                }
            }
        }
        const auto leads = [&](std::uint32_t at) {
            const Upos word = token(document, at).upos;
            const std::string lemma = lemma_of(text, at);
            const bool determiner = word == Upos::DET && is_one_of(lemma, determiners) && !(clause && lemma == "no");
            return determiner || word == Upos::ADP || word == Upos::PART || word == Upos::PUNCT || word == Upos::SCONJ ||
                   (word == Upos::ADV && lemma != "not" && lemma != "never");
        };
        while (first + 1 < last && leads(first)) {
            ++first;
        }
        constexpr std::uint32_t longest = 12;
        const bool cut = last > first + longest;
        last = std::min(last, first + longest);
        Issue issue{.text = bare(fold_space(Span{token(document, first).begin, token(document, last - 1).end}.in(text.text)))};
        issue.text += cut ? "\u2026" : "";
        for (const Term& term : read_terms(text, document, first, last, cast_, synonyms_, pool_)) {
            issue.terms.push_back(term.id);
        }
        std::ranges::sort(issue.terms);
        issue.terms.erase(std::ranges::unique(issue.terms).begin(), issue.terms.end());
        return issue.terms.empty() ? std::nullopt : std::optional(std::move(issue));
    }

    void read(const Statement& statement, const ClauseTree& tree) {
        read_refusal(statement, tree);
        read_against(statement, tree);
        const StanceVerb* verb = verb_at(statement, statement.head, tree);
        if (verb == nullptr || statement.status == Status::hypothetical || token(statement.document, statement.head).upos != Upos::VERB) {
            return;
        }
        bool clause = verb->needs == "clause";
        const auto issue = issue_of(statement, statement.head, tree, clause, verb->stance == Stance::demands);
        if ((verb->needs == "clause" && !clause) || (verb->needs == "thing" && clause) || !issue) {
            return;
        }
        const bool passive = std::ranges::any_of(tree.children(statement.head), [&](std::uint32_t child) {
            const Deprel relation = token(statement.document, child).deprel;
            return relation == Deprel::aux_pass || relation == Deprel::nsubj_pass;
        });
        std::vector<std::uint32_t> holders = statement.agents;
        if (statement.quoted && holders.empty() && !passive) {
            holders = statement.said_by;
        }
        const bool denied = statement.negated != statement.fails;
        const std::optional<Stance> stance = denied ? negated(verb->stance) : verb->stance;
        if (stance) {
            add(statement, holders, *stance, phrase(statement, *issue, tree, clause));
        }
    }

    bool is_oblique(const Statement& statement, std::uint32_t at) const {
        const Deprel relation = token(statement.document, at).deprel;
        return relation == Deprel::obl || relation == Deprel::advcl;
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
        if (const auto issue = issue_of(statement, statement.head, tree, clause); issue && !clause && !is_oblique(statement, *issue)) {
            add(statement, statement.said_by, Stance::rejects, phrase(statement, *issue, tree, false));
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
        std::uint32_t issue = statement.head;
        if (has(Deprel::cop, {}) && has(Deprel::case_, "against") && statement.status == Status::happened &&
            can_be_issue(statement, issue)) {
            add(statement, statement.agents, statement.negated ? Stance::supports : Stance::opposes, phrase(statement, issue, tree, false));
        }
    }

    /// One matter in other words: most of the smaller issue's terms stand in the other.
    static bool same_issue(const Issue& a, const Issue& b) {
        std::vector<std::uint32_t> common;
        std::ranges::set_intersection(a.terms, b.terms, std::back_inserter(common));
        const std::size_t smaller = std::min(a.terms.size(), b.terms.size());
        return !common.empty() && (common.size() == smaller || (common.size() >= 2 && common.size() * 2 >= smaller));
    }

    void add(const Statement& statement, const std::vector<std::uint32_t>& holders, Stance stance, const std::optional<Issue>& issue) {
        if (!issue) {
            return;
        }
        if (!issue->text.ends_with(" it")) {
            last_ = {statement, *issue};
        }
        for (std::uint32_t actor : holders) {
            if (cast_.actors[actor].kind == ActorKind::place) {
                continue;
            }
            auto held = std::ranges::find_if(held_, [&](const Held& other) {
                return other.position.actor == actor && other.position.stance == stance && same_issue(other.issue, *issue);
            });
            if (held == held_.end()) {
                Position position{.actor = actor, .issue = issue->text, .stance = stance, .phase = phase(statement), .evidence = {}};
                held_.push_back({.position = std::move(position), .issue = *issue});
                held = std::prev(held_.end());
            }
            held->position.evidence.push_back(place_of(statement));
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
    const Synonyms& synonyms_;
    const Event* main_;
    const StanceVerbs& verbs_;
    struct Held {
        Position position;
        Issue issue;
    };
    std::vector<Held> held_;
    std::optional<std::pair<Statement, Issue>> last_;  // what was spoken of last, and where
    StringPool pool_;
};

}  // namespace

std::vector<Position> find_positions(const StoryInput& input, const Cast& cast, const Facts& facts, const Synonyms& synonyms,
                                     const Event* main) {
    static const StanceVerbs verbs = load_verbs();
    return Reader(input, cast, facts, synonyms, main, verbs).run();
}

}  // namespace synoptic
