// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"
#include "situation/numerals.hpp"

namespace synoptic {

/// A sentence as the reader of quantities sees it: its folded words, and what stands around a number. Places count from the sentence's
/// first word; beyond its last every word is empty.
class NumberSentence {
public:
    NumberSentence(const Document& document, std::uint32_t sentence);

    [[nodiscard]] std::string_view word(std::size_t at) const {
        return at < words_.size() ? std::string_view(words_[at]) : std::string_view{};
    }
    [[nodiscard]] const Token& token(std::size_t at) const { return document_.analysis.tokens[begin_ + at]; }
    [[nodiscard]] bool in_date(std::size_t at) const;
    [[nodiscard]] std::optional<Numeral> numeral_at(std::size_t at) const;
    /// The noun that a number counts: the last of the nouns after it, adjectives between.
    [[nodiscard]] std::optional<std::size_t> counted_noun(std::size_t at) const;
    /// A number that is part of a name or of a caption: "AK-| 47 rifles", "Action News | 5 crews", "Image | 2 of 32".
    [[nodiscard]] bool names_a_thing(std::size_t at) const;
    /// "three of the | seven bullets", "2 of | 32": the place of the number of them all, where the number at `at` counts a part.
    [[nodiscard]] std::optional<std::size_t> whole_after(std::size_t at, const Numeral& part) const;
    /// "magnitude | 6.4", "a magnitude of | 6.4"
    [[nodiscard]] std::optional<std::size_t> magnitude_before(std::size_t at) const;
    /// "the crowd at about | 6,000": the noun before a preposition and an approximator.
    [[nodiscard]] std::optional<std::size_t> noun_before(std::size_t at) const;

protected:
    const Document& document_;
    std::uint32_t begin_;  ///< the sentence's first token
    std::vector<std::string> words_;
};

inline bool is_hyphen(std::string_view word) { return word == "-" || word == "\u2013"; }

}  // namespace synoptic
