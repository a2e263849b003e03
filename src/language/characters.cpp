// SPDX-License-Identifier: Apache-2.0
#include "language/characters.hpp"

#include <utf8proc.h>

#include "core/text.hpp"
#include "core/utf8.hpp"

namespace synoptic {

namespace {

CharKind kind_of_ascii(char c) {
    if (is_ascii_alpha(c)) {
        return CharKind::letter;
    }
    if (is_ascii_digit(c)) {
        return CharKind::digit;
    }
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7F' ? CharKind::space : CharKind::mark;
}

CharKind kind_of(char32_t c) {
    constexpr char32_t zero_width_space = 0x200B;
    constexpr char32_t byte_order_mark = 0xFEFF;
    if (c == zero_width_space || c == byte_order_mark) {
        return CharKind::space;
    }
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        return CharKind::letter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return CharKind::digit;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
        return CharKind::space;
    default:
        return CharKind::mark;
    }
}

}  // namespace

Char char_at(std::string_view text, std::uint32_t at) {
    if (at >= text.size()) {
        return {.value = 0, .begin = at, .end = at, .kind = CharKind::space};
    }
    const char first = text[at];
    if (static_cast<unsigned char>(first) < 0x80U) {
        return {.value = static_cast<char32_t>(first), .begin = at, .end = at + 1, .kind = kind_of_ascii(first)};
    }
    const CodePoint point = code_point_at(text, at);
    const std::uint32_t length = point.length == 0 ? 1 : point.length;
    return {.value = point.value, .begin = at, .end = at + length, .kind = kind_of(point.value)};
}

Char char_before(std::string_view text, std::uint32_t end) {
    if (end == 0) {
        return {};
    }
    std::uint32_t at = end - 1;
    while (at > 0 && end - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
        --at;
    }
    return char_at(text, at);
}

bool is_upper(char32_t c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LU;
}

bool is_lower(char32_t c) {
    return c < 0x80 ? c >= 'a' && c <= 'z' : utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LL;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019'; }

bool is_dash(char32_t c) { return c >= 0x2013 && c <= 0x2015; }

bool is_quote_mark(char32_t c) {
    return c == U'"' || c == U'\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A;
}

bool is_closer(char32_t c) {
    const bool opens_only = c == 0x2018 || c == 0x201C || c == 0x201A || c == 0x201E || c == 0xAB || c == 0x2039;
    return c == U')' || c == U']' || c == U'}' || (is_quote_mark(c) && !opens_only);
}

bool is_opener(char32_t c) {
    const bool closes_only = c == 0x2019 || c == 0x201D || c == 0xBB || c == 0x203A;
    return c == U'(' || c == U'[' || c == U'{' || (is_quote_mark(c) && !closes_only);
}

}  // namespace synoptic
