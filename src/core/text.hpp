// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

/// "  a b \n" => "a b". White space is ASCII white space and the no-break space.
std::string_view trim(std::string_view text);

/// "a\n  b" => "a b": runs of white space (no-break spaces included) become one space, ends trimmed.
std::string fold_space(std::string_view text);

/// ASCII letters only; for Unicode text use fold_case.  "ABC" => "abc"
std::string lower_ascii(std::string_view text);

/// Unicode case folding.  "Élysée" => "élysée"
std::string fold_case(std::string_view text);

/// Case folding, accents dropped, typographic quotes and dashes made plain: for comparing names.  "Mácron’s" => "macron's"
std::string fold_accents(std::string_view text);

/// ("a\tb\t", '\t') => {"a", "b", ""}
std::vector<std::string_view> split(std::string_view text, char at);

constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_alpha(char c) { return is_ascii_lower(static_cast<char>(c | 0x20)); }
constexpr char lower_ascii(char c) { return is_ascii_upper(c) ? static_cast<char>(c | 0x20) : c; }

/// "abc" => true, "" => true; eight bytes at a time.
bool is_ascii(std::string_view text);

}  // namespace synoptic
