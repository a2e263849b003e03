// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/document.hpp"
#include "core/span.hpp"
#include "language/abbreviations.hpp"

namespace synoptic {

/// Cuts the text of one block into sentences, without white space at their ends. Marks that close a quotation or a bracket stay with the
/// sentence that they close; abbreviations, initials, decimals and list numbers end none; a line that stands alone is one.
///
///     "We must go." He left at 5 p.m. with Mr. Holte.  =>  |"We must go."| |He left at 5 p.m. with Mr. Holte.|
std::vector<Span> split_sentences(std::string_view text, Span block, const Abbreviations& abbreviations);

}  // namespace synoptic
