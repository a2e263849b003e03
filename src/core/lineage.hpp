// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace synoptic {

/// What a document is to another. A quotation that both have is no sign of dependence: no document derives from another by it.
enum class Relation : std::uint8_t { original, copy, abridged, extended, rewrite, quotation, independent };
std::string_view name(Relation relation);

/// What tells which of two dependent documents was made from the other.
enum class DirectionBasis : std::uint8_t { declared, date, abridgement, byline, unknown };
std::string_view name(DirectionBasis basis);

/// A stretch of one document and the stretch of another that it matches.
struct Passage {
    Span a;
    Span b;
};

/// Two documents of which one was made from the other. `relation` says what b is to a (b is derived from a); where nothing tells which
/// came first, a is the one that was read first.
struct Derivation {
    std::uint32_t a = 0;  ///< index of the source document
    std::uint32_t b = 0;  ///< index of the derived document
    Relation relation = Relation::copy;
    float contained_a = 0;  ///< share of a's words that stand in b, 0 to 1
    float contained_b = 0;
    std::vector<Passage> passages;  ///< the proof, in order of a
    DirectionBasis basis = DirectionBasis::unknown;
};

/// Documents that are one witness. `shares_sources_with`: other accounts that declare the same source (a weaker tie).
struct Account {
    std::vector<std::uint32_t> documents;  ///< ascending
    std::vector<std::uint32_t> shares_sources_with;
};

/// Who copied whom. Indices are into the documents that were given; every document is in exactly one account.
struct Lineage {
    std::vector<Derivation> derivations;                  ///< ordered by (a, b)
    std::vector<Account> accounts;                        ///< ordered by first document
    std::vector<std::uint32_t> account_of;                ///< by document
    std::vector<Relation> relation_of;                    ///< by document
    std::vector<std::optional<std::uint32_t>> source_of;  ///< by document: the document it derives from
};

}  // namespace synoptic
