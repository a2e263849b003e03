// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "language/times_reader.hpp"

namespace synoptic::times {

inline bool in_list(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, word) != list.end();
}

/// The one that reaches further; of two that reach as far the first.
inline Hit longer(Hit a, Hit b) { return b.next > a.next ? b : a; }

inline int whole(const Lexeme& lexeme) { return static_cast<int>(lexeme.number); }

/// A number of at most four digits, neither a decimal nor written with thousands commas.
inline bool is_plain(const Lexeme* lexeme) {
    return lexeme != nullptr && lexeme->kind == LexemeKind::number && !lexeme->decimal && !lexeme->grouped && lexeme->digits <= 4;
}

/// 1987, 4 digits => 1987; 87 => 1987; 25 => 2025.
inline int full_year(int year, std::uint32_t digits) { return digits > 2 ? year : year < 50 ? 2000 + year : 1900 + year; }

/// "morning" => "TMO"; "" for a word that names no part of the day.
std::string_view day_part(std::string_view word);

constexpr std::string_view no_published = "the document has no date";
constexpr std::string_view no_previous = "no date before it to count from";

}  // namespace synoptic::times
