// SPDX-License-Identifier: Apache-2.0
#include "core/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace synoptic {

namespace {

constexpr std::uint32_t block = 64;

bool is_printable_ascii(char c) { return c >= ' ' && c < '\x7F'; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The code point at the front of `bytes`, or length 0 where they are no UTF-8 (The Unicode Standard, table 3-7).
CodePoint decode(std::string_view bytes) {
    constexpr CodePoint broken{.value = 0, .length = 0};
    const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at])); };
    const auto continues = [&](std::size_t at) { return at < bytes.size() && is_continuation(bytes[at]); };
    if (bytes.empty()) {
        return broken;
    }
    const std::uint32_t lead = byte(0);
    if (lead < 0x80) {
        return {.value = lead, .length = 1};
    }
    if (lead < 0xC2 || lead > 0xF4 || !continues(1)) {
        return broken;
    }
    if (lead < 0xE0) {
        return {.value = (lead & 0x1FU) << 6U | (byte(1) & 0x3FU), .length = 2};
    }
    if (!continues(2)) {
        return broken;
    }
    if (lead < 0xF0) {
        const std::uint32_t value = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
        const bool is_surrogate = value >= 0xD800 && value < 0xE000;
        return value < 0x800 || is_surrogate ? broken : CodePoint{.value = value, .length = 3};
    }
    if (!continues(3)) {
        return broken;
    }
    const std::uint32_t value = (lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
    return value < 0x10000 || value > 0x10FFFF ? broken : CodePoint{.value = value, .length = 4};
}

/// Whether text of nothing but such code points is in normal form C: none of them decomposes, combines with one before, or is moved.
/// There are more.
bool is_surely_composed(char32_t point) {
    struct Range {
        char32_t first;
        char32_t last;
    };
    constexpr std::array<Range, 12> more = {{{0x388, 0x482},      // Greek, Cyrillic
                                             {0x48A, 0x58A},      // Cyrillic, Armenian
                                             {0x5D0, 0x5EA},      // Hebrew
                                             {0x620, 0x64A},      // Arabic
                                             {0x1E00, 0x1EFF},    // Latin
                                             {0x2010, 0x205E},    // marks
                                             {0x20A0, 0x20BF},    // currencies
                                             {0x2500, 0x2AD0},    // boxes, signs
                                             {0x3001, 0x3029},    // East Asian marks
                                             {0x3041, 0x3096},    // Hiragana
                                             {0x30A0, 0x30FF},    // Katakana
                                             {0x4E00, 0x9FEF}}};  // Han
    return point < 0x300 || std::ranges::any_of(more, [&](const Range& range) { return range.first <= point && point <= range.last; });
}

std::string compose(const std::string& text) {
    utf8proc_uint8_t* composed = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                                     &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
    return length < 0 ? text : std::string(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length));
}

}  // namespace

std::size_t ascii_prefix(std::string_view bytes) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    std::size_t at = 0;
    for (std::uint64_t eight = 0; at + sizeof eight <= bytes.size(); at += sizeof eight) {
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if ((eight & high_bits) != 0) {
            break;
        }
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80U) {
        ++at;
    }
    return at;
}

bool is_valid_utf8(std::string_view bytes) {
    for (bytes.remove_prefix(ascii_prefix(bytes)); !bytes.empty();) {
        const CodePoint point = decode(bytes);
        if (point.length == 0) {
            return false;
        }
        bytes.remove_prefix(point.length);
        if (!bytes.empty() && static_cast<unsigned char>(bytes.front()) < 0x80U) {
            bytes.remove_prefix(ascii_prefix(bytes));
        }
    }
    return true;
}

std::size_t count_broken_utf8(std::string_view bytes) {
    std::size_t count = 0;
    while (!bytes.empty()) {
        const CodePoint point = decode(bytes);
        bytes.remove_prefix(std::max(point.length, 1U));
        if (point.length == 0) {
            ++count;
            while (!bytes.empty() && is_continuation(bytes.front())) {
                bytes.remove_prefix(1);
            }
        }
    }
    return count;
}

std::string repair_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    std::string text;
    text.reserve(bytes.size());
    bool composed = true;
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t end = at;
        while (end < bytes.size() && is_printable_ascii(bytes[end])) {
            ++end;
        }
        text.append(bytes, at, end - at);
        if (end == bytes.size()) {
            break;
        }
        at = end;
        const char first = bytes[at];
        if (static_cast<unsigned char>(first) < 0x80U) {
            const bool is_half_of_line_end = first == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';  // "\r\n" => "\n"
            if (!is_half_of_line_end) {
                text += first == '\r' ? '\n' : first == '\t' || first == '\n' ? first : ' ';
            }
            ++at;
            continue;
        }
        const CodePoint point = decode(bytes.substr(at));
        if (point.length == 0) {
            text += "\xEF\xBF\xBD";
            for (++at; at < bytes.size() && is_continuation(bytes[at]); ++at) {
            }
            continue;
        }
        composed = composed && is_surely_composed(point.value);
        text.append(bytes, at, point.length);
        at += point.length;
    }
    return composed ? text : compose(text);
}

std::uint32_t count_code_points(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const CodePoint point = decode(text.substr(at));
    return point.length == 0 ? CodePoint{.value = 0xFFFD, .length = 1} : point;
}

void append_utf8(std::string& text, char32_t value) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
    every_64th_.reserve(text.size() / block + 1);
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += block) {
        every_64th_.push_back(count);
        count += count_code_points(text.substr(at, block));
    }
    every_64th_.push_back(count);
}

std::uint32_t CodePointIndex::at(std::uint32_t byte) const {
    byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
    const std::uint32_t start = byte / block * block;
    return every_64th_[byte / block] + count_code_points(text_.substr(start, byte - start));
}

}  // namespace synoptic
