// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace synoptic {

/// A 128-bit hash of what a thing is made of (XXH3), so that runs and machines agree on it. The tag keeps kinds apart:
/// a DocId is never a StoryId.
template <typename Tag>
struct Id {
    std::array<std::uint64_t, 2> bits{};

    [[nodiscard]] bool is_null() const { return bits[0] == 0 && bits[1] == 0; }
    friend auto operator<=>(const Id&, const Id&) = default;
};

/// The hash of several pieces; the pieces are delimited, so ("ab", "c") and ("a", "bc") differ.
std::array<std::uint64_t, 2> hash_pieces(std::initializer_list<std::string_view> pieces);

template <typename Tag>
Id<Tag> make_id(std::initializer_list<std::string_view> pieces) {
    return Id<Tag>{hash_pieces(pieces)};
}

/// {bits} => 32 lower-case hex digits, and back (all zero where `hex` is no such text).
std::string to_hex(const std::array<std::uint64_t, 2>& bits);
std::array<std::uint64_t, 2> from_hex(std::string_view hex);

template <typename Tag>
std::string to_hex(const Id<Tag>& id) {
    return to_hex(id.bits);
}

using DocId = Id<struct DocTag>;
using StoryId = Id<struct StoryTag>;

}  // namespace synoptic
