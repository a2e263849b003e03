// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace synoptic {

/// Code point positions of one text back to byte positions: the way back from CodePointIndex (core/utf8.hpp). Keeps the byte of every
/// 64th code point.  BytePositions("né!").at(2) => 3
class BytePositions {
public:
    /// `text` is valid UTF-8 and must stay alive.
    explicit BytePositions(std::string_view text);
    /// The byte at which code point number `code_point` starts; the text's size for any number beyond its end.
    [[nodiscard]] std::uint32_t at(std::uint32_t code_point) const;
    /// The bytes of code points [start, end).
    [[nodiscard]] std::string_view slice(std::uint32_t start, std::uint32_t end) const;

private:
    std::string_view text_;
    std::vector<std::uint32_t> every_64th_;
};

}  // namespace synoptic
