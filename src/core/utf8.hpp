// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

/// The number of bytes before the first that is beyond ASCII.
std::size_t ascii_prefix(std::string_view bytes);

bool is_valid_utf8(std::string_view bytes);

/// Valid UTF-8 in Unicode normal form C: each broken byte sequence becomes U+FFFD, NUL and other controls but tab and line feed
/// become a space, a byte order mark is dropped.  "caf\xC3" => "caf\uFFFD"
std::string repair_utf8(std::string_view bytes);

/// The number of broken byte sequences, each of which repair_utf8 replaces.
std::size_t count_broken_utf8(std::string_view bytes);

/// The number of code points in valid UTF-8.
std::uint32_t count_code_points(std::string_view text);

/// The code point that starts at byte `at` of valid UTF-8, and its length in bytes.
struct CodePoint {
    char32_t value = 0;
    std::uint32_t length = 1;
};
CodePoint code_point_at(std::string_view text, std::size_t at);
void append_utf8(std::string& text, char32_t value);

/// Byte positions of one text to code point positions, O(1) each after one pass; keeps a count for every 64th byte.
class CodePointIndex {
public:
    explicit CodePointIndex(std::string_view text);
    /// `byte` is a position in the text, its end included. The text must still be alive.
    [[nodiscard]] std::uint32_t at(std::uint32_t byte) const;

private:
    std::string_view text_;
    std::vector<std::uint32_t> every_64th_;
};

}  // namespace synoptic
