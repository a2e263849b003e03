// SPDX-License-Identifier: Apache-2.0
#include "situation/conflicts.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/text.hpp"
#include "situation/support.hpp"

namespace synoptic {

namespace {

bool overlap(const Evidence& a, const Evidence& b) {
    return std::ranges::any_of(a, [&](const Provenance& x) {
        return std::ranges::any_of(
            b, [&](const Provenance& y) { return x.document == y.document && x.span.begin < y.span.end && y.span.begin < x.span.end; });
    });
}

bool share_document(const Evidence& a, const Evidence& b) {
    return std::ranges::any_of(
        a, [&](const Provenance& x) { return std::ranges::any_of(b, [&](const Provenance& y) { return x.document == y.document; }); });
}

/// Whether the sides of two conflicts of one kind stand for each other; tells in which order.
bool same_matter(const Conflict& a, const Conflict& b, bool& crossed) {
    if (a.kind != b.kind || a.sides.size() != 2 || b.sides.size() != 2) {
        return false;
    }
    const bool straight = overlap(a.sides[0].evidence, b.sides[0].evidence) || overlap(a.sides[1].evidence, b.sides[1].evidence);
    crossed = !straight && (overlap(a.sides[0].evidence, b.sides[1].evidence) || overlap(a.sides[1].evidence, b.sides[0].evidence));
    return straight || crossed;
}

void absorb(Conflict& into, Conflict&& other, bool crossed) {
    for (std::size_t i = 0; i < 2; ++i) {
        Evidence& to = into.sides[i].evidence;
        const Evidence& from = other.sides[crossed ? 1 - i : i].evidence;
        to.insert(to.end(), from.begin(), from.end());
    }
}

/// Sorts a conflict's sides and drops what stands on both; false where a side is left empty.
bool settle(Conflict& conflict, const StoryInput& input) {
    for (Side& side : conflict.sides) {
        tidy(side.evidence);
    }
    if (conflict.sides.size() < 2) {
        return false;
    }
    std::set<Provenance> both;
    std::ranges::set_intersection(conflict.sides[0].evidence, conflict.sides[1].evidence, std::inserter(both, both.end()));
    for (Side& side : conflict.sides) {
        std::erase_if(side.evidence, [&](const Provenance& place) { return both.contains(place); });
        if (side.evidence.empty()) {
            return false;
        }
    }
    std::ranges::stable_sort(conflict.sides, {}, [](const Side& side) { return side.evidence.front(); });
    std::set<std::uint32_t> accounts;
    for (const Side& side : conflict.sides) {
        for (const Provenance& place : side.evidence) {
            accounts.insert(input.account(place.document));
        }
    }
    conflict.within_account = accounts.size() == 1;
    return true;
}

/// Whether evidence tells what a claim tells: half of the claim's places, each by most of its words and not in passing.
bool tells(const Evidence& evidence, const Evidence& support) {
    const auto same = [](const Provenance& x, const Provenance& y) {
        const std::uint32_t begin = std::max(x.span.begin, y.span.begin);
        const std::uint32_t end = std::min(x.span.end, y.span.end);
        return x.document == y.document && begin < end && (end - begin) * 2 >= std::max(x.span.size(), y.span.size());
    };
    const auto told = std::ranges::count_if(
        support, [&](const Provenance& x) { return std::ranges::any_of(evidence, [&](const Provenance& y) { return same(x, y); }); });
    return told > 0 && told * 2 >= std::ssize(support);
}

/// A clause in its own words, with the name of who does it where the clause leaves that to another: "Karel Doss apologised".
std::string clause_words(const ConflictInput& story, const Statement& statement) {
    const Document& document = story.input.documents[statement.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    constexpr std::array<std::string_view, 6> links = {"who", "which", "that", "and", "but", "or"};
    std::uint32_t first = statement.first;
    while (first + 1 < statement.last &&
           (tokens[first].upos == Upos::PUNCT || std::ranges::find(links, lemma_of(document, first)) != links.end())) {
        ++first;
    }
    std::string words = fold_space(Span{tokens[first].begin, tokens[statement.last - 1].end}.in(document.text));
    if (statement.agents.size() == 1 && (statement.head == first || first > statement.first)) {
        words = story.cast.actors[statement.agents.front()].name + " " + words;
    }
    return words;
}

}  // namespace

std::string cut_at_word(std::string text) {
    constexpr std::size_t longest = 76;
    if (text.size() <= longest) {
        return text;
    }
    std::size_t end = text.rfind(' ', longest);
    if (end == std::string::npos) {
        end = longest;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
    }
    text.resize(end);
    return text + "\u2026";
}

std::string quoted_clause(const ConflictInput& story, const Statement& a, const Statement& b) {
    const std::string first = clause_words(story, a);
    const std::string second = clause_words(story, b);
    return "\u201C" + cut_at_word(first.size() <= second.size() ? first : second) + "\u201D";
}

std::string quoted_clause(const ConflictInput& story, const Statement& statement) {
    return "\u201C" + cut_at_word(clause_words(story, statement)) + "\u201D";
}

std::vector<Conflict> find_conflicts(const ConflictInput& story) {
    std::vector<Conflict> all;
    for (auto* find :
         {&find_role_conflicts, &find_speaker_conflicts, &find_precedence_conflicts, &find_number_conflicts, &find_date_conflicts,
          &find_clock_conflicts, &find_order_conflicts, &find_agent_conflicts, &find_occurrence_conflicts, &find_place_conflicts}) {
        for (Conflict& conflict : find(story)) {
            if (!settle(conflict, story.input)) {
                continue;
            }
            bool crossed = false;
            const auto known = std::ranges::find_if(all, [&](const Conflict& other) { return same_matter(other, conflict, crossed); });
            if (known != all.end()) {
                absorb(*known, std::move(conflict), crossed);
            } else {
                all.push_back(std::move(conflict));
            }
        }
    }
    std::erase_if(all, [&](Conflict& conflict) {
        // a document on both sides tells of two things, or of a quarrel; so does an account of what happened and did not
        return !settle(conflict, story.input) ||
               (!conflict.within_account && (share_document(conflict.sides[0].evidence, conflict.sides[1].evidence) ||
                                             (conflict.kind == ConflictKind::occurrence &&
                                              share_account(conflict.sides[0].evidence, conflict.sides[1].evidence, story.input))));
    });
    std::ranges::stable_sort(all, {}, [](const Conflict& conflict) { return conflict.sides.front().evidence.front(); });
    return all;
}

void count_against(std::vector<Claim>& claims, const std::vector<Conflict>& conflicts, const StoryInput& input) {
    for (Claim& claim : claims) {
        for (const Conflict& conflict : conflicts) {
            if (conflict.kind == ConflictKind::role) {  // is of a person, whatever the sentence says of him
                continue;
            }
            for (std::size_t i = 0; i < conflict.sides.size(); ++i) {
                if (!tells(conflict.sides[i].evidence, claim.support)) {
                    continue;
                }
                for (std::size_t j = 0; j < conflict.sides.size(); ++j) {
                    const bool of_who = conflict.kind == ConflictKind::who && overlap(conflict.sides[j].evidence, claim.support);
                    if (j != i && !of_who && !tells(conflict.sides[j].evidence, claim.support)) {
                        claim.against.insert(claim.against.end(), conflict.sides[j].evidence.begin(), conflict.sides[j].evidence.end());
                    }
                }
            }
        }
        tidy(claim.against);
        const auto contrary = [&](const Provenance& place) { return tells(claim.against, {place}); };
        if (!std::ranges::all_of(claim.support, contrary)) {  // what speaks against it does not hold it
            std::erase_if(claim.support, contrary);
        }
        claim.accounts_for = count_accounts(claim.support, input);
        claim.accounts_against = count_accounts(claim.against, input);
    }
}

}  // namespace synoptic
