// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/string_pool.hpp"
#include "situation/actors.hpp"
#include "situation/input.hpp"
#include "situation/quantities.hpp"
#include "situation/terms.hpp"

namespace synoptic {

/// Days since 1970-01-01, both ends included.
struct DayRange {
    std::int32_t first = 0;
    std::int32_t last = 0;
    [[nodiscard]] bool meets(const DayRange& other) const { return first <= other.last && other.first <= last; }
};

/// The days a time expression covers; nothing if it is unresolved or no date.
std::optional<DayRange> days_of(const TimeExpression& time);

/// Whether the words before it make a date a bound and not the day itself: "since 1987", "until Friday", "before Monday".
bool only_bounds(const Document& document, const TimeExpression& time);

/// "CORVAL, May 12 (Valley Press) - ...": the day of a dateline is when the account was written, and of nothing that it tells.
bool in_dateline(const Document& document, const TimeExpression& time);

/// What one clause says: the unit in which accounts are compared.
struct Statement {
    std::uint32_t document = 0;
    std::uint32_t sentence = 0;
    std::uint32_t head = 0;   ///< token of the predicate
    std::uint32_t first = 0;  ///< tokens [first, last) from its first to its last own token
    std::uint32_t last = 0;
    Span span{};
    std::vector<std::uint32_t> terms{};                            ///< ids of its own words, sorted, without repetitions
    std::vector<std::uint32_t> around{};                           ///< ids of the other words of the sentence
    std::uint32_t predicate = 0;                                   ///< id of the head's term
    bool predicate_is_phrase = false;                              ///< the head's term is a family's: "go beyond", "take part"
    std::vector<std::pair<std::uint32_t, std::uint32_t>> nouns{};  ///< tokens that hang on the head, with the ids of their terms
    std::vector<std::uint32_t> agents{};                           ///< actors who do it
    std::vector<std::uint32_t> actors{};                           ///< all actors in the clause
    std::vector<std::uint32_t> said_by{};                          ///< actors whom the account has it from
    std::vector<std::size_t> quantities{};                         ///< in Facts::quantities of the document
    std::optional<DayRange> when{};         ///< from a date in the clause itself; not one that only bounds it ("since 2009")
    bool when_direct = false;               ///< that date hangs on the predicate itself
    std::optional<DayRange> when_around{};  ///< from all the dates of its sentence together
    Status status = Status::happened;
    bool negated = false;
    bool fails = false;       ///< "refused to discuss": counted in `negated`, though the verb itself stands
    bool attributed = false;  ///< somebody is said to say so, known or not
    bool quoted = false;      ///< inside quotation marks
    bool infinitive = false;  ///< "to suspend the charge": what is wanted, not what was done
    bool leans = false;       ///< a short sentence: `around` holds the terms of the one before it too
    bool speech = false;      ///< its predicate only introduces what somebody says
};

/// All statements of a story, with the weight of each term: the rarer among the story's sentences, the more it tells.
struct Facts {
    std::vector<Statement> statements{};  ///< in order of (document in story order, position)
    std::map<std::uint32_t, std::vector<Quantity>> quantities{};
    StringPool terms{};
    std::vector<double> weights{};  ///< by term
    std::vector<bool> numeric{};    ///< by term: stands only in numbers and their units
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<std::size_t, std::size_t>>
        of_sentence{};  ///< (document, sentence) => [begin, end)

    [[nodiscard]] double weight(std::uint32_t term) const { return term < weights.size() ? weights[term] : 0; }
    /// Fills `weights` with ln((sentences + 1) / (sentences with the term + 1/2)), over documents that were not made from others (inverse
    /// document frequency, K. Sparck Jones 1972, with sentences for documents).
    void weigh(const StoryInput& input);
    /// The weight of what two sorted lists of terms share.
    [[nodiscard]] double shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const;
    /// The statement that a token belongs to, or that spans it most closely; nothing for an empty sentence.
    [[nodiscard]] const Statement* at(std::uint32_t document, std::uint32_t sentence, std::uint32_t token) const;
    [[nodiscard]] double total(const std::vector<std::uint32_t>& list) const;
};

Facts find_facts(const StoryInput& input, const Cast& cast, const Synonyms& synonyms);

}  // namespace synoptic
