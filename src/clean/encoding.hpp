// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace synoptic {

/// A page's bytes as UTF-8, and how they were read.
struct Decoded {
    std::string converted;             ///< the text where it is not the page's bytes
    std::string_view given;            ///< the page's bytes where they are the text, without a byte order mark
    bool same_bytes = false;           ///< they are
    std::size_t broken_sequences = 0;  ///< in place of which the text has U+FFFD

    [[nodiscard]] std::string_view text() const { return same_bytes ? given : converted; }
};

/// Bytes of any charset to valid UTF-8. Which charset, in this order: a byte order mark; UTF-8 where the bytes are valid UTF-8;
/// `stated` (the HTTP header's); the page's own <meta>; a guess from the bytes (uchardet); windows-1252. Bytes that are mostly UTF-8 or
/// that claim to be are repaired: each broken sequence becomes U+FFFD. Unlike repair_utf8 it does not normalise. `bytes` must outlive
/// what is given back.
Decoded decode_page(std::string_view bytes, std::string_view stated);

/// The charset that an HTML page's <meta> states in its first 4096 bytes, as written, or "".
/// "<meta charset=latin1>" => "latin1"
std::string_view meta_charset(std::string_view page);

}  // namespace synoptic
