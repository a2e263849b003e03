// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "core/span.hpp"
#include "language/abbreviations.hpp"

namespace synoptic {

/// Cuts one sentence into the syntactic words of UD English (EWT and GUM): clitics and possessives apart, hyphenated compounds apart but
/// for prefixes, marks apart, abbreviations and numbers whole.
///
///     Trump's envoy didn't pay $58.5 million.  =>  Trump 's envoy did n't pay $ 58.5 million .
///     "A pro-Moscow, U.S.-led deal..."         =>  " A pro-Moscow , U.S. - led deal ... "
///
/// The words follow each other without overlap and hold every character of the sentence that is not white space.
std::vector<Span> tokenize(std::string_view text, Span sentence, const Abbreviations& abbreviations);

/// Whether `word`, which follows `before` without a space, is written as one word with it: n't, 's, not in cannot.
bool is_clitic(std::string_view before, std::string_view word);

}  // namespace synoptic
