// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lineage/comparison.hpp"

namespace synoptic {

/// "told Reuters" => "reuters", "reports 24brussels" => "24brussels", "https://www.example.org/a" => "example": what a declared
/// source is compared by. Empty where nothing is named.
std::string source_key(std::string_view declared);

/// Whether `document` says that it has its matter from `publisher`: as a declared source, or in its text after a word such as "told".
bool names_as_source(const Reading& document, std::string_view publisher);

/// Of two dependent documents, whether `a` is the source: by a source that one declares, else by date, else, for copied words, by length
/// (an abridgement is the shorter), else by a byline; else the first in the order of (date, id).
bool is_source(const Reading& a, const Reading& b, const Comparison& comparison);

/// The order in which lineage takes documents: by date, undated ones last, then by given id, address and content, so that the place of a
/// line in its file does not matter.
bool comes_before(const Document& a, const Document& b);

}  // namespace synoptic
