// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <cstdlib>
#include <memory>

#include "core/utf8.hpp"

namespace synoptic {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

constexpr unsigned char no_break_lead = 0xC2;

/// Neither a visible character nor a space, or the first byte of the no-break space.
constexpr bool is_odd(unsigned char c) { return c < 0x20 || c == no_break_lead; }

std::string map_utf8(std::string_view text, int options) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                                     &mapped, static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    return length < 0 ? std::string(text) : std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
}

/// Typographic quotes and dashes as plain ones.
char32_t plain_mark(char32_t mark) {
    switch (mark) {
    case U'\u2018':
    case U'\u2019':
    case U'\u02BC':
    case U'\u2032':
        return U'\'';
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u00AB':
    case U'\u00BB':
        return U'"';
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
        return U'-';
    default:
        return mark;
    }
}

/// What fold_accents makes of a character, whatever stands around it.
std::string fold_character(char32_t point) {
    std::array<utf8proc_int32_t, 16> points{};
    int bound_class = 0;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point), points.data(), points.size(), options, &bound_class);
    std::string folded;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        append_utf8(folded, plain_mark(static_cast<char32_t>(points[static_cast<std::size_t>(i)])));
    }
    return folded;
}

/// Remembers what fold_character makes of the characters that come, by blocks of neighbours: a text has few alphabets.
class Folds {
public:
    static constexpr char32_t end = 0x10000;

    std::string_view operator[](char32_t point) {
        Block& block = blocks_[point / block_size];
        if (block.empty()) {
            fill(block, point / block_size * block_size);
        }
        const Fold& fold = block[point % block_size];
        return {fold.bytes.data(), fold.length};
    }

private:
    struct Fold {
        std::array<char, 11> bytes{};  ///< three letters of a Korean syllable take nine
        std::uint8_t length = 0;
    };
    static constexpr char32_t block_size = 128;
    using Block = std::vector<Fold>;

    static void fill(Block& block, char32_t first) {
        block.resize(block_size);
        for (char32_t i = 0; i < block_size; ++i) {
            const std::string folded = fold_character(first + i);
            assert(folded.size() <= block[i].bytes.size());
            std::ranges::copy(folded, block[i].bytes.begin());
            block[i].length = static_cast<std::uint8_t>(folded.size());
        }
    }
    std::array<Block, end / block_size> blocks_;
};

}  // namespace

bool is_ascii(std::string_view text) { return ascii_prefix(text) == text.size(); }

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

namespace {

/// White space and the first byte of the no-break space.
constexpr auto ends_word = [] {
    std::array<bool, 256> ends{};
    for (const char c : std::string_view(" \t\n\v\f\r\xC2")) {
        ends[static_cast<unsigned char>(c)] = true;
    }
    return ends;
}();

/// Whether white space may have to be folded: no more than one space stands between words, and none at the ends. Says yes too often where
/// there are control characters or letters that begin like a no-break space.
bool may_need_folding(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t last = text.size() - 1;
    unsigned char odd = bytes[0] == ' ' || bytes[last] == ' ' || is_odd(bytes[last]) ? 1 : 0;
    for (std::size_t i = 0; i < last; ++i) {  // without a way out, so that the compiler takes many bytes at a time
        odd |= static_cast<unsigned char>((bytes[i] < 0x20) | (bytes[i] == no_break_lead) | ((bytes[i] == ' ') & (bytes[i + 1] == ' ')));
    }
    return odd != 0;
}

}  // namespace

std::string fold_space(std::string_view text) {
    if (!may_need_folding(text)) {
        return std::string(text);
    }
    std::string folded(text.size(), '\0');
    char* to = folded.data();
    const char* from = text.data();
    const char* const end = from + text.size();
    const auto is_wide = [&] { return *from == no_break_space[0] && from + 1 < end && from[1] == no_break_space[1]; };
    const auto is_at_space = [&] { return ends_word[static_cast<unsigned char>(*from)] && (is_ascii_space(*from) || is_wide()); };
    while (from < end) {
        if (is_at_space()) {
            from += is_ascii_space(*from) ? 1 : no_break_space.size();
            continue;
        }
        if (to != folded.data()) {
            *to++ = ' ';
        }
        do {
            *to++ = *from++;
        } while (from < end && !is_at_space());
    }
    folded.resize(static_cast<std::size_t>(to - folded.data()));
    return folded;
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return lower_ascii(c); });
    return lower;
}

std::string fold_case(std::string_view text) {
    return is_ascii(text) ? lower_ascii(text) : map_utf8(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

std::string fold_accents(std::string_view text) {
    const std::size_t ascii = ascii_prefix(text);
    if (ascii == text.size()) {
        return lower_ascii(text);
    }
    if (!is_valid_utf8(text.substr(ascii))) {
        return std::string(text);
    }
    thread_local Folds folds;
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80U) {
            folded += lower_ascii(text[at++]);
            continue;
        }
        const CodePoint point = code_point_at(text, at);
        if (point.value < Folds::end) {
            folded += folds[point.value];
        } else {
            folded += fold_character(point.value);
        }
        at += point.length;
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
