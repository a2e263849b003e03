// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "situation/actors.hpp"
#include "situation/alignment.hpp"
#include "situation/input.hpp"
#include "situation/statements.hpp"
#include "situation/terms.hpp"

namespace synoptic {

/// What the finders of conflicts work from.
struct ConflictInput {
    const StoryInput& input;
    const Cast& cast;
    const Facts& facts;
    const std::vector<Match>& matches;
    const std::vector<Quotation>& quotes;
    const Synonyms& synonyms;
};

/// Where accounts, or sentences of one account, cannot both be right. Found for precision: growth over time, ranges, plans, different
/// quantities and actors who disagree are none. In order of first evidence; a matter is told once.
std::vector<Conflict> find_conflicts(const ConflictInput& story);

/// Gives each claim the evidence of those sides of conflicts that speak against it.
void count_against(std::vector<Claim>& claims, const std::vector<Conflict>& conflicts, const StoryInput& input);

// One finder per kind; each file says what it takes for a conflict.
std::vector<Conflict> find_number_conflicts(const ConflictInput& story);
std::vector<Conflict> find_date_conflicts(const ConflictInput& story);
std::vector<Conflict> find_clock_conflicts(const ConflictInput& story);
std::vector<Conflict> find_order_conflicts(const ConflictInput& story);
std::vector<Conflict> find_agent_conflicts(const ConflictInput& story);
std::vector<Conflict> find_speaker_conflicts(const ConflictInput& story);
std::vector<Conflict> find_occurrence_conflicts(const ConflictInput& story);
std::vector<Conflict> find_role_conflicts(const ConflictInput& story);
std::vector<Conflict> find_precedence_conflicts(const ConflictInput& story);
std::vector<Conflict> find_place_conflicts(const ConflictInput& story);

/// A text of at most some 80 bytes: a longer one ends behind a word with an ellipsis.
std::string cut_at_word(std::string text);

/// The shorter of two clauses in quotation marks, cut at a word where it is long: what a conflict is about, in an account's own words.
std::string quoted_clause(const ConflictInput& story, const Statement& a, const Statement& b);
std::string quoted_clause(const ConflictInput& story, const Statement& statement);

/// A statement with all those of other documents that say the same: its matches of some likeness that `agrees` lets pass.
template <typename Agrees>
Evidence with_company(const ConflictInput& story, std::size_t statement, const Agrees& agrees) {
    Evidence evidence;
    const auto add = [&](const Statement& s) { evidence.emplace_back(s.document, s.sentence, s.span); };
    add(story.facts.statements[statement]);
    for (const Match& match : story.matches) {
        if (match.a != statement && match.b != statement) {
            continue;
        }
        const Statement& other = story.facts.statements[match.a == statement ? match.b : match.a];
        const bool same_account = story.input.account(other.document) == story.input.account(story.facts.statements[statement].document);
        const double least = same_account ? 0.3 : 0.5;  // a rewrite keeps less of the words, but says the same
        if (match.likeness >= least && agrees(other)) {
            add(other);
        }
    }
    return evidence;
}

}  // namespace synoptic
