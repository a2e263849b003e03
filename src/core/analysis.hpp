// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/span.hpp"
#include "core/string_pool.hpp"

namespace synoptic {

/// Universal part of speech tags, Universal Dependencies v2 (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t { ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X };

/// Universal dependency relations, UD v2, without subtypes but those that the later stages need (nsubj:pass, obl:agent, ...).
/// One enumerator each; `_` stands for a colon. Names in analysis.cpp, in the same order.
enum class Deprel : std::uint8_t {
    acl,
    acl_relcl,
    advcl,
    advmod,
    amod,
    appos,
    aux,
    aux_pass,
    case_,
    cc,
    ccomp,
    clf,
    compound,
    compound_prt,
    conj,
    cop,
    csubj,
    csubj_pass,
    dep,
    det,
    discourse,
    dislocated,
    expl,
    fixed,
    flat,
    goeswith,
    iobj,
    list,
    mark,
    nmod,
    nmod_poss,
    nmod_tmod,
    nsubj,
    nsubj_pass,
    nummod,
    obj,
    obl,
    obl_agent,
    obl_tmod,
    orphan,
    parataxis,
    punct,
    reparandum,
    root,
    vocative,
    xcomp,
};

std::string_view name(Upos tag);         ///< "NOUN"
std::string_view name(Deprel relation);  ///< "nsubj:pass"
std::optional<Upos> parse_upos(std::string_view text);
/// "obl:npmod" => obl: an unknown subtype falls back to its relation; nothing for an unknown relation.
std::optional<Deprel> parse_deprel(std::string_view text);

enum class VerbForm : std::uint8_t { none, fin, inf, part, ger };
enum class Tense : std::uint8_t { none, past, pres };
enum class Mood : std::uint8_t { none, ind, imp, sub };
enum class Number : std::uint8_t { none, sing, plur };
enum class Degree : std::uint8_t { none, pos, cmp, sup };

/// The morphology that later stages ask for, in 16 bits.
struct Features {
    VerbForm verb_form : 3 = VerbForm::none;
    Tense tense : 2 = Tense::none;
    Mood mood : 2 = Mood::none;
    Number number : 2 = Number::none;
    Degree degree : 2 = Degree::none;
    std::uint8_t person : 2 = 0;
    bool passive : 1 = false;
    bool possessive : 1 = false;
};

constexpr std::int32_t no_head = -1;

/// A syntactic word, 20 bytes and a few. `head` is an index into Analysis::tokens (no_head for the root of a sentence).
struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t lemma = 0;  ///< in Analysis::lemmas
    std::int32_t head = no_head;
    Features features;
    Upos upos = Upos::X;
    Deprel deprel = Deprel::dep;
};

inline Span span_of(const Token& token) { return {token.begin, token.end}; }

/// Tokens [first, last) and the bytes they span. A sentence never crosses a block.
struct Sentence {
    Span span;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t block = 0;  ///< in Document::blocks
};

enum class EntityKind : std::uint8_t { person, organization, country, place, group, demonym, event, other };
std::string_view name(EntityKind kind);

/// A name in the text.
struct Entity {
    Span span;
    std::uint32_t first = 0;  ///< tokens [first, last)
    std::uint32_t last = 0;
    EntityKind kind = EntityKind::other;
};

enum class MentionKind : std::uint8_t { name, nominal, pronoun };

/// A place that speaks of somebody or something. Mentions with one `chain` number (per document, from 0) speak of the same.
struct Mention {
    Span span;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t head = 0;  ///< token
    MentionKind kind = MentionKind::name;
    EntityKind entity = EntityKind::other;
    std::uint32_t chain = 0;
};

/// What the text says somebody is: "Anders Holte, the foreign minister". `person` holds the naming words, `role` those of the role.
struct RoleFact {
    Span person;
    Span role;
    std::uint32_t chain = 0;  ///< Mention::chain of the person
};

enum class TimeKind : std::uint8_t { date, time, duration, set };
std::string_view name(TimeKind kind);

/// A time expression. `value` is TIMEX3-like ISO ("2025-08-15", "2025-W33", "P3D", "XXXX-WXX-5"), empty where unresolved.
/// `first_day` and `last_day` bound it where it is a date that is known (last week, late August). A range ("from March to May") reaches
/// from the first day of its first date to the first day of its second, what is certainly in it; the two, as exact as written, are its
/// `ends`.
struct TimeExpression {
    Span span;
    TimeKind kind = TimeKind::date;
    std::string value;
    std::string reason;        ///< why unresolved, or on what basis: "stated", "publication date", "previous date"
    std::optional<Date> date;  ///< for kind date, as exact as known
    std::optional<Date> first_day;
    std::optional<Date> last_day;
    std::vector<TimeExpression> ends;  ///< two or none
};

enum class QuoteKind : std::uint8_t { direct, indirect, mixed };
std::string_view name(QuoteKind kind);

/// Words somebody is said to have uttered.
struct Quote {
    Span span;     ///< with the marks; for indirect speech the content clause
    Span content;  ///< without the marks
    QuoteKind kind = QuoteKind::direct;
    Span cue;                                    ///< "said"; empty if none
    Span speaker;                                ///< the words that name the speaker, perhaps in another sentence; empty if unknown
    std::optional<std::uint32_t> speaker_chain;  ///< Mention::chain
};

/// All that the language stage finds in one document. Positions are bytes of Document::text; vectors are in order of position.
struct Analysis {
    std::vector<Token> tokens;
    StringPool lemmas;
    std::vector<Sentence> sentences;
    std::vector<Entity> entities;
    std::vector<Mention> mentions;
    std::vector<RoleFact> roles;
    std::vector<TimeExpression> times;
    std::vector<Quote> quotes;

    [[nodiscard]] std::string_view lemma(const Token& token) const { return lemmas.view(token.lemma); }
    /// The index of the sentence that holds byte `at`, or of the last one before it; 0 if there is none.
    [[nodiscard]] std::uint32_t sentence_at(std::uint32_t at) const;
    /// The index of the first token that ends after byte `at`; tokens.size() if there is none.
    [[nodiscard]] std::uint32_t token_at(std::uint32_t at) const;
};

}  // namespace synoptic
