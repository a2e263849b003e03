// SPDX-License-Identifier: Apache-2.0
#include "core/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t block = 64;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The code point at the front of `bytes`, or length 0 where they are no UTF-8.
CodePoint decode(std::string_view bytes) {
    utf8proc_int32_t value = -1;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
                                         static_cast<utf8proc_ssize_t>(std::min<std::size_t>(bytes.size(), 4)), &value);
    if (length <= 0 || value < 0) {
        return {.value = 0, .length = 0};
    }
    return {.value = static_cast<char32_t>(value), .length = static_cast<std::uint32_t>(length)};
}

/// Leaves off the ASCII at the front.
void skip_ascii(std::string_view& bytes) {
    constexpr std::size_t step = 32;
    while (bytes.size() >= step && is_ascii(bytes.substr(0, step))) {
        bytes.remove_prefix(step);
    }
    while (!bytes.empty() && static_cast<unsigned char>(bytes.front()) < 0x80U) {
        bytes.remove_prefix(1);
    }
}

std::string compose(const std::string& text) {
    utf8proc_uint8_t* composed = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                                     &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
    return length < 0 ? text : std::string(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length));
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
    for (skip_ascii(bytes); !bytes.empty(); skip_ascii(bytes)) {
        const CodePoint point = decode(bytes);
        if (point.length == 0) {
            return false;
        }
        bytes.remove_prefix(point.length);
    }
    return true;
}

std::size_t count_broken_utf8(std::string_view bytes) {
    std::size_t count = 0;
    for (skip_ascii(bytes); !bytes.empty(); skip_ascii(bytes)) {
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
    bool ascii = true;
    while (!bytes.empty()) {
        const auto first = static_cast<unsigned char>(bytes.front());
        if (first < 0x80U) {
            const bool control = (first < 0x20U && first != '\t' && first != '\n') || first == 0x7FU;
            const bool line_end = first == '\r';  // "\r\n" => "\n", a lone "\r" => "\n"
            if (line_end) {
                if (bytes.size() < 2 || bytes[1] != '\n') {
                    text += '\n';
                }
            } else {
                text += control ? ' ' : static_cast<char>(first);
            }
            bytes.remove_prefix(1);
            continue;
        }
        ascii = false;
        const CodePoint point = decode(bytes);
        if (point.length == 0) {
            text += "\xEF\xBF\xBD";
            bytes.remove_prefix(1);
            while (!bytes.empty() && is_continuation(bytes.front())) {
                bytes.remove_prefix(1);
            }
            continue;
        }
        text.append(bytes.substr(0, point.length));
        bytes.remove_prefix(point.length);
    }
    return ascii ? text : compose(text);
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
