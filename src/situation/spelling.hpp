// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace synoptic {

/// How alike two words of a name are.
enum class Likeness : std::uint8_t {
    different,
    similar,  ///< may be two ways to write one name: needs a second ground (the other name, the office, the country)
    same,     ///< but for case, accents and punctuation
};

/// What is left of a name's word when the habits of transliteration are taken out of it.
/// "Dzhalan" => "jalan", "Jalan" => "jalan", "Zelenskyy" => "selenski", "Solvaag" => "solvag"
std::string spelling_key(std::string_view word);

/// Whether two first names may be one in two alphabets' habits: a letter inside differs, or J stands for Y in front. Their last letters
/// tell the names of men and women apart, and other first letters tell two names.
/// ("Joris", "Yoris") => true, ("Mirka", "Mirca") => true, ("Paul", "Paula") => false, ("Anna", "Hanna") => false
bool one_letter_apart(std::string_view a, std::string_view b);

/// ("Temur", "Timur") => similar, ("Corvin", "CORVIN") => same, ("Hansen", "Jansen") => different
Likeness compare_words(std::string_view a, std::string_view b);

}  // namespace synoptic
