// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace synoptic {

/// A half-open range of bytes in one document's `text`: the only way this program points into a text.
///
///     text   T h e   s e a   i s
///     byte   0 1 2 3 4 5 6 7 8 9
///                    |-----|          Span {4, 7}  =>  "sea"
///
/// It stays valid when the text's owner moves; a string_view would not. Exports count in code points: see utf8.hpp.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return end <= begin; }
    [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
    [[nodiscard]] constexpr bool covers(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    /// The bytes of `text` it spans, cut at the end of `text`. For use inside a function, never for keeping.
    [[nodiscard]] constexpr std::string_view in(std::string_view text) const {
        return begin < text.size() && begin < end ? text.substr(begin, end - begin) : std::string_view{};
    }
    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace synoptic
