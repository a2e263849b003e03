// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace synoptic {

enum class LexemeKind : std::uint8_t { word, number, mark };

/// A word, a number or a mark as time expressions need them: "Dec31" is two lexemes, "4th" one with `ordinal`, "1990s" one with `plural`.
struct Lexeme {
    Span span;
    LexemeKind kind = LexemeKind::mark;
    std::string lower;  ///< the word or mark in lower case, without a final stop
    double number = 0;
    std::uint32_t digits = 0;  ///< before the decimal point
    bool ordinal = false;
    bool plural = false;
    bool decimal = false;
    bool grouped = false;  ///< written with thousands commas
    bool capital = false;
    bool glued = false;  ///< no white space before it
    std::uint32_t sentence = 0;
};

/// Cuts bytes [span.begin, span.end) into lexemes.
void cut_lexemes(std::string_view text, Span span, std::uint32_t sentence, std::vector<Lexeme>& lexemes);

/// "seven", "seventh", "twenties".
bool is_number_word(std::string_view lower);

/// A number in digits or words that begins at lexeme `i`: "twenty-four", "two thousand and thirty two", "a couple of", "half a".
struct Count {
    double value = 0;
    std::size_t next = 0;  ///< lexeme after it
    bool ordinal = false;
    bool vague = false;  ///< "several", "a few"
};
std::optional<Count> read_count(const std::vector<Lexeme>& lexemes, std::size_t i);

}  // namespace synoptic
