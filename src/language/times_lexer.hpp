// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace synoptic {

enum class PieceKind : std::uint8_t { word, number, mark };

/// A word, a number or a mark as time expressions need them: "Dec31" is two pieces, "4th" one with `ordinal`, "1990s" one with `plural`.
struct Piece {
    Span span;
    PieceKind kind = PieceKind::mark;
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

/// Cuts bytes [span.begin, span.end) into pieces.
void cut_pieces(std::string_view text, Span span, std::uint32_t sentence, std::vector<Piece>& pieces);

/// "seven", "seventh", "twenties".
bool is_number_word(std::string_view lower);

/// A number in digits or words that begins at piece `i`: "twenty-four", "two thousand and thirty two", "a couple of", "half a".
struct Count {
    double value = 0;
    std::size_t next = 0;  ///< piece after it
    bool ordinal = false;
    bool vague = false;  ///< "several", "a few"
};
std::optional<Count> read_count(const std::vector<Piece>& pieces, std::size_t i);

}  // namespace synoptic
