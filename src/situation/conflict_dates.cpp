// SPDX-License-Identifier: Apache-2.0
// A date conflict: one happening on two days; or one happening before something in one account and after it in another.
#include <algorithm>
#include <map>
#include <optional>

#include "core/text.hpp"
#include "situation/conflicts.hpp"
#include "situation/one_happening.hpp"

namespace synoptic {

namespace {

constexpr double least_shared = 6.0;  // weight; days may differ because the happenings do, so the words must hold them together
constexpr double least_likeness = 0.28;
constexpr double least_predicate = 2.0;

/// "By Tuesday 140 stations", "by Wednesday 212": two states of one growing thing.
bool tell_of_states(const ConflictInput& story, const Statement& a, const Statement& b) {
    const auto by = [&](const Statement& s) {
        const Document& document = story.input.documents[s.document];
        for (const TimeExpression& time : document.analysis.times) {
            const std::uint32_t at = document.analysis.token_at(time.span.begin);
            if (s.span.covers(time.span) && at > 0) {
                const std::string before = fold_accents(document.view(document.analysis.tokens[at - 1]));
                if (before == "by" || before == "of") {
                    return true;
                }
            }
        }
        return false;
    };
    return by(a) || by(b);
}

std::string time_words(const ConflictInput& story, const Statement& statement) {
    const Document& document = story.input.documents[statement.document];
    for (const TimeExpression& time : document.analysis.times) {
        if (statement.span.covers(time.span) && days_of(time)) {
            return fold_space(document.view(time.span));
        }
    }
    return {};
}

/// A day is told for sure where its year is: by the text, or by the day the account appeared.
bool sure(const ConflictInput& story, const Statement& statement) {
    const std::string words = time_words(story, statement);
    return story.input.documents[statement.document].published.has_value() || words.find("19") != std::string::npos ||
           words.find("20") != std::string::npos;
}

bool is_verb(const ConflictInput& story, const Statement& statement) {
    return story.input.analysis(statement.document).tokens[statement.head].upos == Upos::VERB;
}

/// Whether a date of the sentence meets the other's: then it tells of more than one day.
bool echoes(const ConflictInput& story, const Statement& statement, const DayRange& days) {
    const Document& document = story.input.documents[statement.document];
    const Span sentence = document.analysis.sentences[statement.sentence].span;
    return std::ranges::any_of(document.analysis.times, [&](const TimeExpression& time) {
        const auto told = days_of(time);
        return sentence.covers(time.span) && told && told->meets(days);
    });
}

/// What hangs on both predicates, whoever acts left out where both tell more.
bool share_an_object(const ConflictInput& story, const Statement& a, const Statement& b) {
    const auto is_thing = [&](const auto& noun) { return !story.facts.terms.view(noun.second).starts_with('@'); };
    const bool things = std::ranges::any_of(a.nouns, is_thing) && std::ranges::any_of(b.nouns, is_thing);
    return std::ranges::any_of(a.nouns, [&](const auto& x) {
        return (!things || is_thing(x)) && std::ranges::any_of(b.nouns, [&](const auto& y) { return x.second == y.second; });
    });
}

/// Days so far apart that they are of two happenings, unless both only tell a month or a year.
bool too_far_apart(const DayRange& a, const DayRange& b) {
    constexpr std::int32_t farthest = 45;  // days
    constexpr std::int32_t month = 27;
    const bool coarse = a.last - a.first >= month && b.last - b.first >= month;
    return !coarse && std::max(a.first, b.first) - std::min(a.last, b.last) > farthest;
}

/// "last month", "last year": told so unlike in grain that one may only round the other.
bool unlike_grains(const DayRange& a, const DayRange& b) {
    constexpr std::int32_t month = 27;
    const auto length = [](const DayRange& days) { return days.last - days.first + 1; };
    const std::int32_t longer = std::max(length(a), length(b));
    return longer > month && longer > 5 * std::min(length(a), length(b));
}

/// Done by two who have nothing to do with each other.
bool of_others(const ConflictInput& story, const Statement& a, const Statement& b) {
    return !a.agents.empty() && !b.agents.empty() && !story.cast.any_akin(a.agents, b.agents);
}

/// A sentence cut at "before" or "after".
struct Order {
    std::size_t statement = 0;  ///< the one that holds the word
    bool before = false;
    std::vector<std::uint32_t> matter{};  ///< terms of what is said to be before or after
    std::vector<std::uint32_t> anchor{};  ///< terms of what it is before or after
    std::uint32_t act = 0;                ///< term of the predicate that it orders
    Span words{};
};

/// The term of the predicate that a word of order belongs to: that of its own clause, or where it opens a clause ("after it had left")
/// that of the clause above.
std::optional<std::uint32_t> ordered_act(const ConflictInput& story, const Document& document, const Statement& statement,
                                         std::uint32_t at) {
    const std::vector<Token>& tokens = document.analysis.tokens;
    const bool opens = tokens[at].deprel == Deprel::mark && tokens[at].head == static_cast<std::int32_t>(statement.head);
    const Statement* ordered = &statement;
    if (opens && tokens[statement.head].head >= 0) {
        ordered = story.facts.at(statement.document, statement.sentence, static_cast<std::uint32_t>(tokens[statement.head].head));
    }
    return ordered == nullptr ? std::nullopt : std::optional(ordered->predicate);
}

std::vector<Order> find_orders(const ConflictInput& story) {
    std::vector<Order> orders;
    StringPool pool = story.facts.terms;
    for (const auto& [place, range] : story.facts.of_sentence) {
        const Document& document = story.input.documents[place.first];
        const Sentence& sentence = document.analysis.sentences[place.second];
        for (std::uint32_t at = sentence.first + 2; at + 2 < sentence.last; ++at) {
            const std::string word = fold_accents(document.view(document.analysis.tokens[at]));
            const std::string next = fold_accents(document.view(document.analysis.tokens[at + 1]));
            const bool before = word == "before" || (word == "prior" && next == "to") || (word == "ahead" && next == "of");
            if (!before && word != "after") {
                continue;
            }
            const Statement* statement = story.facts.at(place.first, place.second, at);
            if (statement == nullptr || statement->quoted) {
                continue;
            }
            const auto ids = [&](std::uint32_t first, std::uint32_t last) {
                std::vector<std::uint32_t> list;
                for (const Term& term : read_terms(document, place.first, first, last, story.cast, story.synonyms, pool)) {
                    if (term.id < story.facts.weights.size() && !story.facts.numeric[term.id] &&
                        !story.facts.terms.view(term.id).starts_with('@')) {
                        list.push_back(term.id);
                    }
                }
                std::ranges::sort(list);
                list.erase(std::ranges::unique(list).begin(), list.end());
                return list;
            };
            std::uint32_t stop = at + 1;
            while (stop < sentence.last && document.view(document.analysis.tokens[stop]) != "," && lemma_of(document, stop) != "before" &&
                   lemma_of(document, stop) != "after") {
                ++stop;
            }
            const auto act = ordered_act(story, document, *statement, at);
            if (!act) {
                continue;
            }
            orders.push_back({.statement = static_cast<std::size_t>(statement - story.facts.statements.data()),
                              .before = before,
                              .matter = ids(sentence.first, at),
                              .anchor = ids(at + 1, stop),
                              .act = *act,
                              .words = {document.analysis.tokens[at].begin, document.analysis.tokens[stop - 1].end}});
        }
    }
    return orders;
}

}  // namespace

std::vector<Conflict> find_date_conflicts(const ConflictInput& story) {
    std::vector<Conflict> conflicts;
    for (const Match& match : story.matches) {
        const Statement& a = story.facts.statements[match.a];
        const Statement& b = story.facts.statements[match.b];
        const bool two_happenings = one_of_several(story, a) || one_of_several(story, b) || of_the_page(story, a) ||
                                    in_other_places(story, a, b) || of_other_people(story, a, b);
        const bool facts = !two_happenings && a.status == Status::happened && b.status == Status::happened && a.negated == b.negated &&
                           !a.quoted && !b.quoted && !a.infinitive && !b.infinitive;
        if (!facts || !a.when || !b.when || a.when->meets(*b.when) || match.shared < least_shared || match.likeness < least_likeness ||
            story.input.account(a.document) == story.input.account(b.document) || a.predicate != b.predicate || !a.when_direct ||
            !b.when_direct || story.facts.weight(a.predicate) < least_predicate || tell_of_states(story, a, b) || !is_verb(story, a) ||
            !is_verb(story, b) || !sure(story, a) || !sure(story, b) || echoes(story, a, *b.when) || echoes(story, b, *a.when) ||
            !share_an_object(story, a, b) || too_far_apart(*a.when, *b.when) || unlike_grains(*a.when, *b.when) || of_others(story, a, b) ||
            time_words(story, a).empty() || time_words(story, b).empty() ||
            fold_accents(time_words(story, a)) == fold_accents(time_words(story, b))) {
            continue;
        }
        const auto on = [&](const DayRange& days) { return [&](const Statement& s) { return s.when && s.when->meets(days); }; };
        conflicts.push_back({.kind = ConflictKind::date,
                             .within_account = false,
                             .about = "when: " + quoted_clause(story, a, b),
                             .sides = {{.value = time_words(story, a), .evidence = with_company(story, match.a, on(*a.when))},
                                       {.value = time_words(story, b), .evidence = with_company(story, match.b, on(*b.when))}}});
    }
    return conflicts;
}

std::vector<Conflict> find_order_conflicts(const ConflictInput& story) {
    constexpr double least_matter = 3.2;  // weight of what the two sentences share before the word of order, names and numbers left out
    constexpr double least_anchor = 3.5;  // and after it
    const std::vector<Order> orders = find_orders(story);
    std::vector<Conflict> conflicts;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        for (std::size_t j = i + 1; j < orders.size(); ++j) {
            const Statement& a = story.facts.statements[orders[i].statement];
            const Statement& b = story.facts.statements[orders[j].statement];
            if (orders[i].before == orders[j].before || orders[i].act != orders[j].act ||
                story.input.account(a.document) == story.input.account(b.document) ||
                story.facts.shared(orders[i].matter, orders[j].matter) < least_matter ||
                story.facts.shared(orders[i].anchor, orders[j].anchor) < least_anchor) {
                continue;
            }
            Conflict conflict{.kind = ConflictKind::date,
                              .within_account = false,
                              .about = "what came first: " + quoted_clause(story, a, b),
                              .sides = {}};
            for (const Order* side : {&orders[i], &orders[j]}) {
                const Statement& own = story.facts.statements[side->statement];
                Side entry{.value = fold_space(story.input.documents[own.document].view(side->words)), .evidence = {}};
                for (const Order& other : orders) {
                    const Statement& s = story.facts.statements[other.statement];
                    const bool same_account = story.input.account(s.document) == story.input.account(own.document);
                    const bool same = story.facts.shared(side->matter, other.matter) >= least_matter &&
                                      story.facts.shared(side->anchor, other.anchor) >= least_anchor;
                    if (&other == side ||
                        (other.before == side->before && (same || (same_account && story.facts.shared(side->anchor, other.anchor) >= 2)))) {
                        const Sentence& sentence = story.input.analysis(s.document).sentences[s.sentence];
                        entry.evidence.emplace_back(s.document, s.sentence, sentence.span);
                    }
                }
                conflict.sides.push_back(std::move(entry));
            }
            conflicts.push_back(std::move(conflict));
        }
    }
    return conflicts;
}

}  // namespace synoptic
