// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace synoptic {

enum class WordKind : std::uint8_t { plain, function, name, number };

/// A word of a text as copies and stories are compared by: no grammar, the same for every language.
struct Word {
    Span span;
    std::uint64_t form = 0;  ///< hash of the folded word: equal for "Élysée" and "elysee"
    std::uint64_t stem = 0;  ///< hash of its first letters, so that inflected forms meet ("Varkesh", "Varkeshi"); of the value for a number
    std::uint32_t sentence = 0;
    WordKind kind = WordKind::plain;
    bool quoted = false;  ///< between quotation marks
};

/// The words of one text, in order, and the sentences and paragraphs they stand in.
struct WordText {
    std::vector<Word> words;
    std::vector<Span> sentences;              ///< bytes
    std::vector<std::uint32_t> paragraph_of;  ///< by sentence
    std::vector<std::uint32_t> first_word;    ///< by sentence, and one past the last
};

/// Words are runs of letters or digits; an apostrophe and what follows it is left off ("League's" => league), digits keep their decimal
/// point ("0.2") and lose their thousands commas; each Han or Kana character is a word. A capitalised word that does not open its
/// sentence is a name, and so is any other capitalised occurrence of it. A number may be written out ("sixteen" meets "16").
/// Sentences end at . ! ? before a capital, and at an empty line; a sentence is cut after 200 words.
WordText read_words(std::string_view text);

std::uint64_t hash_word(std::string_view folded);

/// An order-dependent mix of two hashes, for pairs and shingles.
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    std::uint64_t mixed = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6U) + (a >> 2U))) * 0xFF51AFD7ED558CCDULL;
    return mixed ^ (mixed >> 33U);
}

}  // namespace synoptic
