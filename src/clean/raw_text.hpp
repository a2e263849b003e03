// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace synoptic {

/// Where the text of a <script> or <style> (`name`) that begins at `from` ends: the place of its end tag's "<". npos where the page ends
/// before, or where a script opens a comment, in which an end tag may be none (html.spec.whatwg.org, 13.2.5.20).
std::size_t raw_text_end(std::string_view html, std::size_t from, std::string_view name);

}  // namespace synoptic
