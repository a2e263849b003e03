// SPDX-License-Identifier: Apache-2.0
#include "situation/check.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/text.hpp"
#include "situation/build.hpp"
#include "situation/claims.hpp"
#include "situation/input.hpp"
#include "situation/statements.hpp"
#include "situation/support.hpp"
#include "situation/terms.hpp"

namespace synoptic {

namespace {

constexpr double least_covered = 0.62;  // share of the sentence's own weight that a clause must have to speak for or against it
constexpr double least_near = 0.35;     // the same for a claim that is worth showing
constexpr std::size_t most_near = 3;

/// The user's sentence, as the accounts are read.
struct Question {
    std::vector<const Statement*> statements{};
    const Statement* main = nullptr;  ///< the clause at its root
    std::vector<std::uint32_t> terms{};
    bool negated = false;
};

class Checker {
public:
    Checker(const StoryInput& input, std::uint32_t asked)
        : input_(input), cast_(find_cast(input)), facts_(find_facts(input, cast_, synonyms())) {
        for (const Statement& statement : facts_.statements) {
            if (statement.document == asked) {
                add_to_question(statement);
            }
        }
        std::ranges::sort(question_.terms);
        question_.terms.erase(std::ranges::unique(question_.terms).begin(), question_.terms.end());
    }

    CheckedSentence run(const std::vector<Claim>& claims) {
        CheckedSentence result;
        if (question_.main == nullptr || question_.terms.empty()) {
            return result;
        }
        Evidence in_favour;
        Evidence against;
        std::map<Provenance, double> coverage;
        for (const Statement& statement : facts_.statements) {
            if (statement.document == question_.main->document || statement.speech) {
                continue;
            }
            const double covered = covers(statement);
            const Provenance place = place_of(statement);
            coverage.emplace(place, covered);
            if (covered < least_covered || !has_predicate(statement, covered) || !told(statement) || other_doer(statement)) {
                continue;
            }
            const std::string difference = difference_of(statement);
            (difference.empty() ? in_favour : against).push_back(place);
            add_place(difference.empty() ? result.in_favour : result.against, statement, difference);
        }
        result.accounts_for = count_accounts(in_favour, input_);
        result.accounts_against = count_accounts(against, input_);
        add_near(result, claims, coverage, in_favour, against);
        return result;
    }

private:
    static const Synonyms& synonyms() {
        static const Synonyms table;
        return table;
    }

    void add_to_question(const Statement& statement) {
        if (question_.main == nullptr || input_.analysis(statement.document).tokens[statement.head].deprel == Deprel::root) {
            question_.main = &statement;
        }
        question_.statements.push_back(&statement);
        std::ranges::copy_if(statement.terms, std::back_inserter(question_.terms),
                             [&](std::uint32_t term) { return !facts_.numeric[term]; });
        question_.negated = question_.negated != statement.negated;
    }

    double weight_in(const std::vector<std::uint32_t>& terms) const { return facts_.shared(question_.terms, terms); }

    /// The share of the sentence's weight that a clause has, its neighbours' words at half.
    double covers(const Statement& statement) const {
        const double whole = facts_.total(question_.terms);
        std::vector<std::uint32_t> beside;
        std::ranges::set_difference(statement.around, statement.terms, std::back_inserter(beside));
        return whole > 0 ? (weight_in(statement.terms) + 0.5 * weight_in(beside)) / whole : 0;
    }

    /// Nearly all of the words, or the predicate among those that it has.
    bool has_predicate(const Statement& statement, double covered) const {
        constexpr double nearly_all = 0.85;
        return covered >= nearly_all || statement.predicate == question_.main->predicate ||
               std::ranges::binary_search(statement.terms, question_.main->predicate);
    }

    /// Told as done; or planned, where that is asked about.
    bool told(const Statement& statement) const {
        return statement.status == question_.main->status && (!statement.infinitive || question_.main->infinitive);
    }

    bool other_doer(const Statement& statement) const {
        const std::vector<std::uint32_t>& asked = question_.main->agents;
        return !asked.empty() && !statement.agents.empty() && !cast_.any_akin(asked, statement.agents);
    }

    /// What keeps a clause from saying the same: "denied", another number, another day; empty where nothing does.
    std::string difference_of(const Statement& statement) const {
        if (statement.negated != question_.negated) {
            return question_.negated ? "told as done" : "denied";
        }
        const Document& document = input_.documents[statement.document];
        for (const Statement* asked : question_.statements) {
            for (const std::size_t i : asked->quantities) {
                const Quantity& wanted = facts_.quantities.at(asked->document)[i];
                for (const std::size_t j : statement.quantities) {
                    const Quantity& told = facts_.quantities.at(statement.document)[j];
                    if (wanted.measure == told.measure && wanted.unit == told.unit && !agree(wanted, told)) {
                        const std::vector<Token>& tokens = document.analysis.tokens;
                        return fold_space(
                            Span{tokens[told.first].begin, tokens[std::max(told.last, told.head + 1) - 1].end}.in(document.text));
                    }
                }
            }
            if (asked->when && statement.when && !asked->when->meets(*statement.when)) {
                return time_words(statement);
            }
        }
        return {};
    }

    std::string time_words(const Statement& statement) const {
        const Document& document = input_.documents[statement.document];
        for (const TimeExpression& time : document.analysis.times) {
            if (statement.span.covers(time.span) && days_of(time)) {
                return fold_space(document.view(time.span));
            }
        }
        return "another day";
    }

    BearingPlace bearing(const Statement& statement, const std::string& difference) const {
        BearingPlace place{.where = place_of(statement), .difference = difference, .said_by = {}, .attributed = statement.attributed};
        for (const std::uint32_t speaker : statement.said_by) {
            place.said_by.push_back(cast_.actors[speaker].name);
        }
        return place;
    }

    void add_place(std::vector<BearingPlace>& places, const Statement& statement, const std::string& difference) const {
        const bool known = std::ranges::any_of(places, [&](const BearingPlace& place) {
            return place.where.document == statement.document && place.where.sentence == statement.sentence;
        });
        if (!known) {
            places.push_back(bearing(statement, difference));
        }
    }

    void add_near(CheckedSentence& result, const std::vector<Claim>& claims, const std::map<Provenance, double>& coverage,
                  const Evidence& in_favour, const Evidence& against) const {
        std::vector<std::tuple<double, std::size_t, Provenance>> ranked;
        const auto among = [](const Evidence& evidence, const Provenance& place) {
            return std::ranges::any_of(evidence,
                                       [&](const Provenance& e) { return e.document == place.document && e.sentence == place.sentence; });
        };
        for (std::size_t i = 0; i < claims.size(); ++i) {
            std::optional<std::tuple<double, std::size_t, Provenance>> best;
            bool shown = false;
            for (const Provenance& place : claims[i].support) {
                shown = shown || among(in_favour, place) || among(against, place);
                const auto found = coverage.find(place);
                if (found != coverage.end() && (!best || -found->second < std::get<0>(*best))) {
                    best.emplace(-found->second, i, place);
                }
            }
            if (!shown && best && -std::get<0>(*best) >= least_near) {
                ranked.push_back(*best);
            }
        }
        std::ranges::sort(ranked);
        std::set<std::pair<std::uint32_t, std::uint32_t>> sentences;  // one claim of each is enough
        for (const auto& [covered, i, place] : ranked) {
            const Statement* statement = at(place);
            if (result.near.size() < most_near && statement != nullptr && sentences.emplace(place.document, place.sentence).second) {
                const std::string status = statement->status == Status::happened ? "" : std::string(name(statement->status));
                result.near.push_back({.text = claims[i].text,
                                       .accounts_for = claims[i].accounts_for,
                                       .accounts_against = claims[i].accounts_against,
                                       .where = bearing(*statement, status)});
            }
        }
    }

    const Statement* at(const Provenance& place) const {
        const auto range = facts_.of_sentence.find({place.document, place.sentence});
        for (std::size_t i = range == facts_.of_sentence.end() ? 1 : range->second.first;
             range != facts_.of_sentence.end() && i < range->second.second; ++i) {
            if (facts_.statements[i].span == place.span) {
                return &facts_.statements[i];
            }
        }
        return nullptr;
    }

    const StoryInput& input_;
    Cast cast_;
    Facts facts_;
    Question question_;
};

}  // namespace

CheckedSentence check_sentence(const Document& sentence, const std::vector<CodedEvent>& coded, const Story& story,
                               std::span<const Document> documents, std::span<const std::vector<CodedEvent>> events, const Lineage& lineage,
                               const Corrections& corrections) {
    const Situation situation = build_situation(story, documents, events, lineage, corrections);
    // the sentence is read as one more account of the story, so that its names mean whom they mean there
    std::vector<Document> with_sentence(documents.begin(), documents.end());
    with_sentence.push_back(sentence);
    std::vector<std::vector<CodedEvent>> with_events(events.begin(), events.end());
    with_events.push_back(coded);
    Story asked = story;
    const auto number = static_cast<std::uint32_t>(documents.size());
    asked.documents.push_back(number);
    CorrectionsInUse in_use(corrections);
    const StoryInput input{.story = asked, .documents = with_sentence, .events = with_events, .lineage = lineage, .corrections = in_use};
    return Checker(input, number).run(situation.claims);
}

}  // namespace synoptic
