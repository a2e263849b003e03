// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"
#include "core/string_pool.hpp"
#include "situation/actors.hpp"

namespace synoptic {

/// The families of words of data/situation_synonyms.tsv.
class Synonyms {
public:
    Synonyms();
    /// "turn down" => "reject"; nothing for a word of no family.
    [[nodiscard]] std::optional<std::string_view> family(std::string_view phrase) const;
    /// By the lemma, or where that is in no family by the word as it stands, its ending taken off: ("fre", "freed") => "free"
    [[nodiscard]] std::optional<std::string_view> family_of_form(std::string_view lemma, std::string_view form) const;
    /// "accept" => "reject"
    [[nodiscard]] std::optional<std::string_view> opposite(std::string_view family) const;
    /// The happenings of data/situation_happenings.tsv that these tokens tell in whatever words, as ids of terms like "!invite".
    [[nodiscard]] std::vector<std::uint32_t> happenings(const Document& document, const std::vector<std::uint32_t>& tokens,
                                                        StringPool& pool) const;
    /// Whether a lemma is part of a way to tell a happening: ("!apology", "apologise") => true
    [[nodiscard]] bool tells(std::string_view happening, std::string_view lemma) const;
    [[nodiscard]] bool is(std::string_view lemma, std::string_view family_name) const;

private:
    std::map<std::string, std::string, std::less<>> families_;
    std::map<std::string, std::string, std::less<>> opposites_;
    struct Happening {
        std::string term;
        std::vector<std::string> lemmas;  ///< all of them must stand in the clause
    };
    std::vector<Happening> happenings_;
};

/// What a token says once spelling, inflection and choice of synonym are taken away: a family, a lemma, or "@7" for actor 7.
struct Term {
    std::uint32_t id = 0;  ///< in the pool
    std::uint32_t token = 0;
};

/// Reads the terms of tokens [first, last), function words left out. A verb and its particle make one phrase, wherever the particle stands.
std::vector<Term> read_terms(const Document& document, std::uint32_t number, std::uint32_t first, std::uint32_t last, const Cast& cast,
                             const Synonyms& synonyms, StringPool& pool);

/// The lemma, folded; the folded word itself where there is no lemma.
std::string lemma_of(const Document& document, std::uint32_t token);

}  // namespace synoptic
