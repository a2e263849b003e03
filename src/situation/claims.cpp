// SPDX-License-Identifier: Apache-2.0
#include "situation/claims.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "core/text.hpp"
#include "situation/support.hpp"

namespace synoptic {

namespace {

constexpr double strong_shared = 6.5;  // of two statements that may be one claim
constexpr double strong_likeness = 0.34;
constexpr std::size_t most_single = 30;  // claims of one account only

/// The terms that make two statements one claim must be more than the names in them.
std::size_t telling_terms(const Facts& facts, const Statement& a, const Statement& b) {
    std::vector<std::uint32_t> common;
    std::ranges::set_intersection(a.terms, b.terms, std::back_inserter(common));
    return static_cast<std::size_t>(std::ranges::count_if(
        common, [&](std::uint32_t term) { return facts.weight(term) > 1.4 && !facts.terms.view(term).starts_with('@'); }));
}

bool share_a_quantity(const Facts& facts, const Statement& a, const Statement& b) {
    for (std::size_t i : a.quantities) {
        for (std::size_t j : b.quantities) {
            const Quantity& first = facts.quantities.at(a.document)[i];
            const Quantity& second = facts.quantities.at(b.document)[j];
            if (first.measure == second.measure && first.unit == second.unit && agree(first, second) && first.value > 2) {
                return true;
            }
        }
    }
    return false;
}

bool share_a_year(const Facts& facts, const Statement& a, const Statement& b) {
    return std::ranges::any_of(a.terms, [&](std::uint32_t term) {
        const std::string_view text = facts.terms.view(term);
        return text.size() == 4 && std::ranges::all_of(text, is_ascii_digit) && std::ranges::binary_search(b.terms, term);
    });
}

bool one_claim(const Facts& facts, const Match& match) {
    const Statement& a = facts.statements[match.a];
    const Statement& b = facts.statements[match.b];
    if (!compatible(facts, a, b)) {
        return false;
    }
    const bool quantity = share_a_quantity(facts, a, b);
    const bool dated = a.when && b.when && a.when->first == b.when->first && a.when->last == b.when->last;
    const double bonus = (quantity ? 2.5 : 0) + (dated ? 1.5 : 0);
    const std::size_t telling = telling_terms(facts, a, b) + (quantity ? 1 : 0) + (dated ? 1 : 0);
    if (a.predicate == b.predicate && facts.weight(a.predicate) >= 2 && a.agents == b.agents && !a.agents.empty() && match.shared >= 5.5 &&
        match.likeness >= 0.4) {
        return true;
    }
    return telling >= 2 && match.shared + bonus >= strong_shared && match.likeness + bonus * 0.04 >= strong_likeness;
}

std::string text_of(const StoryInput& input, const Statement& statement) {
    const Document& document = input.documents[statement.document];
    return fold_space(document.view(document.analysis.sentences[statement.sentence].span));
}

/// A claim and the statement that words it.
struct WordedClaim {
    Claim claim{};
    const Statement* worded = nullptr;
};

WordedClaim make_claim(const StoryInput& input, const Facts& facts, const std::vector<std::size_t>& members) {
    Claim claim;
    std::map<std::uint32_t, std::size_t> speakers;
    std::size_t attributed = 0;
    const Statement* best = nullptr;
    for (std::size_t member : members) {
        const Statement& statement = facts.statements[member];
        claim.support.push_back(place_of(statement));
        attributed += statement.attributed ? 1 : 0;
        for (std::uint32_t speaker : statement.said_by) {
            ++speakers[speaker];
        }
        const auto rank = [&](const Statement& s) {
            return std::tuple(input.derived(s.document), s.attributed, input.analysis(s.document).sentences[s.sentence].span.size());
        };
        if (best == nullptr || rank(statement) < rank(*best)) {
            best = &statement;
        }
    }
    claim.text = text_of(input, *best);
    tidy(claim.support);
    claim.accounts_for = count_accounts(claim.support, input);
    if (attributed == members.size()) {
        for (const auto& [speaker, count] : speakers) {
            claim.attributed_to.push_back(speaker);
        }
    }
    return {.claim = std::move(claim), .worded = best};
}

/// A clause in its own words; a relative clause with the noun that it is of: "the astrolabe that was made for the first harbour master".
std::string clause_text(const StoryInput& input, const Statement& statement) {
    const Document& document = input.documents[statement.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    const Token& head = tokens[statement.head];
    std::uint32_t first = statement.first;
    if ((head.deprel == Deprel::acl || head.deprel == Deprel::acl_relcl) && head.head >= 0 &&
        static_cast<std::uint32_t>(head.head) < statement.first) {
        first = static_cast<std::uint32_t>(head.head);
        while (first > 0 && tokens[first - 1].head == head.head && tokens[first - 1].upos != Upos::PUNCT &&
               tokens[first - 1].upos != Upos::ADP) {
            --first;
        }
    }
    return fold_space(Span{tokens[first].begin, tokens[statement.last - 1].end}.in(document.text));
}

/// No two claims with one text: of a sentence's clauses the first is worded by the whole sentence, the others by themselves. Claims
/// that still read the same, or rest on the same evidence, are one.
std::vector<Claim> tell_apart(const StoryInput& input, std::vector<WordedClaim> worded) {
    std::vector<Claim> claims;
    std::map<std::string, std::size_t> by_text;
    std::map<Evidence, std::size_t> by_support;
    for (WordedClaim& next : worded) {
        if (by_text.contains(next.claim.text)) {
            next.claim.text = clause_text(input, *next.worded);
        }
        const auto twin = by_text.find(next.claim.text);
        const auto same = by_support.find(next.claim.support);
        if (twin == by_text.end() && same == by_support.end()) {
            by_text.emplace(next.claim.text, claims.size());
            by_support.emplace(next.claim.support, claims.size());
            claims.push_back(std::move(next.claim));
            continue;
        }
        Claim& known = claims[twin != by_text.end() ? twin->second : same->second];
        known.support.insert(known.support.end(), next.claim.support.begin(), next.claim.support.end());
        tidy(known.support);
        known.accounts_for = count_accounts(known.support, input);
    }
    std::ranges::stable_sort(claims, std::ranges::greater{}, &Claim::accounts_for);
    return claims;
}

bool worth_telling(const Facts& facts, const Statement& statement) {
    return !statement.speech && !statement.quoted && statement.status == Status::happened && statement.last - statement.first >= 5 &&
           (!statement.actors.empty() || !statement.quantities.empty() || statement.when) && facts.total(statement.terms) >= 12;
}

}  // namespace

Provenance place_of(const Statement& statement) { return {statement.document, statement.sentence, statement.span}; }

bool compatible(const Facts& facts, const Statement& a, const Statement& b) {
    const bool negations_differ = a.negated != b.negated && !share_a_year(facts, a, b);  // "not since 1968", "the first since 1968"
    if (negations_differ || (a.when && b.when && !a.when->meets(*b.when))) {
        return false;
    }
    for (std::size_t i : a.quantities) {
        for (std::size_t j : b.quantities) {
            const Quantity& first = facts.quantities.at(a.document)[i];
            const Quantity& second = facts.quantities.at(b.document)[j];
            const bool same_kind = first.measure == second.measure && first.unit == second.unit;
            if (same_kind && a.quantities.size() == 1 && b.quantities.size() == 1 && !agree(first, second)) {
                return false;
            }
        }
    }
    return true;
}

std::vector<Claim> find_claims(const StoryInput& input, const Facts& facts, const std::vector<Match>& matches) {
    std::vector<const Match*> strong;
    for (const Match& match : matches) {
        if (one_claim(facts, match)) {
            strong.push_back(&match);
        }
    }
    std::ranges::stable_sort(strong, [](const Match* a, const Match* b) { return a->likeness * a->shared > b->likeness * b->shared; });
    std::set<std::pair<std::size_t, std::size_t>> linked;
    for (const Match* match : strong) {
        linked.emplace(match->a, match->b);
    }
    // join two groups when at least half of the pairs between them are linked
    std::vector<std::size_t> group(facts.statements.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    std::vector<std::vector<std::size_t>> members(facts.statements.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        members[i] = {i};
    }
    for (const Match* match : strong) {
        const std::size_t into = std::min(group[match->a], group[match->b]);
        const std::size_t from = std::max(group[match->a], group[match->b]);
        if (into == from) {
            continue;
        }
        std::size_t links = 0;
        for (std::size_t i : members[into]) {
            for (std::size_t j : members[from]) {
                links += linked.contains({std::min(i, j), std::max(i, j)}) ? 1 : 0;
            }
        }
        if (links * 2 < members[into].size() * members[from].size()) {
            continue;
        }
        for (std::size_t j : members[from]) {
            group[j] = into;
            members[into].push_back(j);
        }
        members[from].clear();
    }
    std::vector<WordedClaim> claims;
    std::vector<std::pair<double, std::size_t>> single;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i].empty()) {
            continue;
        }
        WordedClaim claim = make_claim(input, facts, members[i]);
        if (claim.claim.accounts_for > 1) {
            claims.push_back(std::move(claim));
        } else if (worth_telling(facts, facts.statements[i])) {
            single.emplace_back(-facts.total(facts.statements[i].terms), i);
        }
    }
    std::ranges::stable_sort(claims, std::ranges::greater{}, [](const WordedClaim& claim) { return claim.claim.accounts_for; });
    std::ranges::sort(single);
    if (single.size() > most_single) {
        single.resize(most_single);
    }
    std::ranges::sort(single, {}, [](const auto& entry) { return entry.second; });
    for (const auto& [weight, i] : single) {
        claims.push_back(make_claim(input, facts, members[i]));
    }
    return tell_apart(input, std::move(claims));
}

}  // namespace synoptic
