// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace synoptic {

/// What a code point is to a tokeniser.
enum class CharKind : std::uint8_t { space, letter, digit, mark };

/// The code point that starts at `begin`, its kind and where it ends.
struct Char {
    char32_t value = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    CharKind kind = CharKind::space;

    [[nodiscard]] bool is_word() const { return kind == CharKind::letter || kind == CharKind::digit; }
};

/// Letters with their combining marks, digits, white space (zero-width space included), all else a mark.
/// Past the end of the text: a space of no width.
Char char_at(std::string_view text, std::uint32_t at);

/// The character that ends at byte `end`; a space of no width where end is 0.
Char char_before(std::string_view text, std::uint32_t end);

bool is_upper(char32_t c);
bool is_lower(char32_t c);

/// ' " and the typographic quotation marks, high and low, single and double, guillemets.
bool is_quote_mark(char32_t c);
/// Marks that close: quotes that can stand at the end and ) ] }
bool is_closer(char32_t c);
/// Marks that open: quotes that can stand at the start and ( [ {
bool is_opener(char32_t c);
/// ' and ’
bool is_apostrophe(char32_t c);
/// En dash, em dash, horizontal bar.
bool is_dash(char32_t c);

}  // namespace synoptic
