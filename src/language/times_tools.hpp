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

/// The hit, with the unit that the words leave open where `open`.
inline Hit cycled(Hit hit, bool open, Unit unit) {
    hit.cycle = open && hit.period ? std::optional(unit) : std::nullopt;
    return hit;
}

inline int whole(const Lexeme& lexeme) { return static_cast<int>(lexeme.number); }

/// A number of at most four digits, neither a decimal nor written with thousands commas.
inline bool is_plain(const Lexeme* lexeme) {
    return lexeme != nullptr && lexeme->kind == LexemeKind::number && !lexeme->decimal && !lexeme->grouped && lexeme->digits <= 4;
}

/// "morning" => "TMO"; "" for a word that names no part of the day.
std::string_view day_part(std::string_view word);

constexpr std::string_view no_published = "the document has no date";
constexpr std::string_view no_previous = "no date before it to count from";

}  // namespace synoptic::times
