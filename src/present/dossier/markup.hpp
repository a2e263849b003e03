// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/span.hpp"

namespace synoptic {

/// Text that a page shows as it is, in an element or in an attribute with quotes.  `a < "b"` => `a &lt; &quot;b&quot;`
/// Characters that turn the direction of writing are left out, so that a text cannot show as another than it is.
std::string escape_html(std::string_view text);

/// The same with stretches of bytes in <mark>; they are in order and do not overlap.
std::string mark_html(std::string_view text, std::span<const Span> marks);

/// (1, "account", "accounts") => "1 account", (1234, ...) => "1,234 accounts"
std::string counted(std::size_t count, std::string_view one, std::string_view many);
std::string with_commas(std::size_t number);

/// "2024-03-05" => "5 March 2024", "2024-03" => "March 2024", "2024" => "2024"; any other text as it is. Not escaped.
std::string date_words(std::string_view iso_date);
/// <time datetime="2024-03-05">5 March 2024</time>
std::string time_html(std::string_view iso_date);

/// The first `most` code points, with " …" where something was left out.
std::string shortened(std::string_view text, std::size_t most);

/// Without white space, commas, colons and dashes at its ends, and without a full stop at its end.  ", when the ship sank." => "when the
/// ship sank"
std::string_view bare(std::string_view text);

/// <details> with a summary; both are markup.
std::string folded(const std::string& summary, const std::string& content);

}  // namespace synoptic
