// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "clean/metadata.hpp"
#include "clean/piece.hpp"

namespace synoptic {

struct PlainPage {
    Pieces pieces;
    Metadata metadata;
};

/// The lines of a plain text (valid UTF-8) that may have page furniture in it, and what its top states: title, byline, outlet, date.
/// Lines wrapped at a column are joined to paragraphs first. Linear in the text.
PlainPage read_plain_text(std::string_view text);

}  // namespace synoptic
