// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace synoptic {

/// A number read from words, and how many of them it took.
struct Numeral {
    double value = 0;
    std::uint32_t words = 0;
    double step = 1;  ///< the worth of its last stated digit: 0.1 for 4.5, 1000 for "20,000", for rounding
};

/// Reads the longest number at the front of lower-case words.
/// {"20,000", "people"} => 20000, {"two", "hundred", "and", "fifty"} => 250, {"1.8", "million"} => 1.8e6, {"forty-five"} => 45, {"people"}
/// => nothing
std::optional<Numeral> read_numeral(std::span<const std::string> words);

/// "fifth" => 5, "quarters" => 4, "half" => 2: the lower part of a fraction.
std::optional<double> read_denominator(std::string_view word);

}  // namespace synoptic
