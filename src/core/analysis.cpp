// SPDX-License-Identifier: Apache-2.0
#include "core/analysis.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace synoptic {

namespace {

constexpr std::array<std::string_view, 17> upos_names = {"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                         "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
static_assert(upos_names.size() == static_cast<std::size_t>(Upos::X) + 1);

constexpr std::array<std::string_view, 46> deprel_names = {
    "acl",       "acl:relcl",  "advcl",      "advmod",       "amod",     "appos",    "aux",   "aux:pass",   "case",     "cc",
    "ccomp",     "clf",        "compound",   "compound:prt", "conj",     "cop",      "csubj", "csubj:pass", "dep",      "det",
    "discourse", "dislocated", "expl",       "fixed",        "flat",     "goeswith", "iobj",  "list",       "mark",     "nmod",
    "nmod:poss", "nmod:tmod",  "nsubj",      "nsubj:pass",   "nummod",   "obj",      "obl",   "obl:agent",  "obl:tmod", "orphan",
    "parataxis", "punct",      "reparandum", "root",         "vocative", "xcomp"};
static_assert(deprel_names.size() == static_cast<std::size_t>(Deprel::xcomp) + 1);

template <typename Enum, std::size_t size>
std::optional<Enum> find_name(const std::array<std::string_view, size>& names, std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Enum>(std::distance(names.begin(), found)));
}

}  // namespace

std::string_view name(Upos tag) { return upos_names[static_cast<std::size_t>(tag)]; }
std::string_view name(Deprel relation) { return deprel_names[static_cast<std::size_t>(relation)]; }
std::optional<Upos> parse_upos(std::string_view text) { return find_name<Upos>(upos_names, text); }

std::optional<Deprel> parse_deprel(std::string_view text) {
    if (const auto whole = find_name<Deprel>(deprel_names, text)) {
        return whole;
    }
    return find_name<Deprel>(deprel_names, text.substr(0, text.find(':')));
}

std::string_view name(EntityKind kind) {
    constexpr std::array<std::string_view, 8> names = {"person", "organization", "country", "place", "group", "demonym", "event", "other"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name(TimeKind kind) {
    constexpr std::array<std::string_view, 4> names = {"date", "time", "duration", "set"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name(QuoteKind kind) {
    constexpr std::array<std::string_view, 3> names = {"direct", "indirect", "mixed"};
    return names[static_cast<std::size_t>(kind)];
}

std::uint32_t Analysis::sentence_at(std::uint32_t at) const {
    const auto after = std::ranges::upper_bound(sentences, at, {}, [](const Sentence& s) { return s.span.begin; });
    return after == sentences.begin() ? 0 : static_cast<std::uint32_t>(std::distance(sentences.begin(), after) - 1);
}

std::uint32_t Analysis::token_at(std::uint32_t at) const {
    const auto found = std::ranges::upper_bound(tokens, at, {}, &Token::end);
    return static_cast<std::uint32_t>(std::distance(tokens.begin(), found));
}

}  // namespace synoptic
