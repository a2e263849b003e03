// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace synoptic {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

std::string map_utf8(std::string_view text, int options) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                                     &mapped, static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    return length < 0 ? std::string(text) : std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

}  // namespace

bool is_ascii(std::string_view text) {
    std::uint64_t high_bits = 0;
    for (; text.size() >= sizeof high_bits; text.remove_prefix(sizeof high_bits)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data(), sizeof bytes);
        high_bits |= bytes;
    }
    for (const char c : text) {
        high_bits |= static_cast<unsigned char>(c);
    }
    return (high_bits & 0x8080808080808080U) == 0;
}

std::string_view trim(std::string_view text) {
    for (bool changed = true; changed && !text.empty();) {
        changed = false;
        if (is_ascii_space(text.front())) {
            text.remove_prefix(1);
            changed = true;
        } else if (text.starts_with(no_break_space)) {
            text.remove_prefix(no_break_space.size());
            changed = true;
        } else if (is_ascii_space(text.back())) {
            text.remove_suffix(1);
            changed = true;
        } else if (text.ends_with(no_break_space)) {
            text.remove_suffix(no_break_space.size());
            changed = true;
        }
    }
    return text;
}

std::string fold_space(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    bool pending = false;
    for (std::size_t at = 0; at < text.size();) {
        const bool wide = text.substr(at).starts_with(no_break_space);
        if (wide || is_ascii_space(text[at])) {
            pending = !folded.empty();
            at += wide ? no_break_space.size() : 1;
            continue;
        }
        if (pending) {
            folded += ' ';
            pending = false;
        }
        folded += text[at++];
    }
    return folded;
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::string fold_case(std::string_view text) {
    return is_ascii(text) ? lower_ascii(text) : map_utf8(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

std::string fold_accents(std::string_view text) {
    if (is_ascii(text)) {
        return lower_ascii(text);
    }
    std::string folded = map_utf8(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    for (std::string_view quote : {"\u2018", "\u2019", "\u02BC", "\u2032"}) {
        replace_all(folded, quote, "'");
    }
    for (std::string_view quote : {"\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"}) {
        replace_all(folded, quote, "\"");
    }
    for (std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014"}) {
        replace_all(folded, dash, "-");
    }
    return folded;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t found = text.find(at);
        parts.push_back(text.substr(0, found));
        if (found == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(found + 1);
    }
}

}  // namespace synoptic
