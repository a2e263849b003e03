// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace synoptic {

/// A page's bytes as UTF-8, and how they were read.
struct Decoded {
    std::string text;
    bool same_bytes = false;           ///< the text is the page's bytes, byte for byte
    std::size_t broken_sequences = 0;  ///< in place of which the text has U+FFFD
};

/// Bytes of any charset to valid UTF-8. Which charset, in this order: a byte order mark; UTF-8 where the bytes are valid UTF-8;
/// `stated` (the HTTP header's); the page's own <meta>; a guess from the bytes (uchardet); windows-1252. Bytes that are mostly UTF-8 or
/// that claim to be are repaired: each broken sequence becomes U+FFFD. Unlike repair_utf8 it does not normalise.
Decoded decode_page(std::string_view bytes, std::string_view stated);

/// The charset that an HTML page's <meta> states in its first 4096 bytes, as written, or "".
/// "<meta charset=latin1>" => "latin1"
std::string_view meta_charset(std::string_view page);

}  // namespace synoptic
