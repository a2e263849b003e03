// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/document.hpp"
#include "language/analyzer.hpp"

namespace synoptic {

/// The latest day, written out with its year, on which the text tells that something happened: a document without a date was not published
/// before. "The bridge fell on 3 May 2025. It will be opened again on 1 June 2026." => 2025-05-03. Nothing where a sentence leaves in doubt
/// whether its day was past. Parses only the blocks that hold a year. Safe to call from many threads.
std::optional<Date> latest_day_told(const Document& document, const Analyzer& analyzer);

}  // namespace synoptic
