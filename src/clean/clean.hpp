// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clean/clues.hpp"
#include "clean/day_clues.hpp"
#include "core/document.hpp"
#include "core/result.hpp"

namespace synoptic {

struct CleanOptions {
    bool language = true;  ///< identify it; where nobody asks for it, that would be most of the time an article takes
};

/// The article of a page: its text in blocks, what was cut and why, and the metadata that the page states. A page without an article
/// (an index, an error page, nothing but furniture) is an Error. Reads no clock and no other page; safe to call from many threads.
/// Broken bytes are replaced and make a warning "broken encoding".
Result<Document> clean(const Page& page, const CleanOptions& options = {});

/// Why a page has to be listed although it was read: "holds 3 byte sequences that are no UTF-8; ...". Nothing where all is well.
std::optional<std::string> fault_of_kept(const Document& document);

/// A line of a page with the clues by which it is judged: to learn the weights, and to see why a line was cut.
struct LineClues {
    std::string text;
    ClueRow clues;
};
/// Empty for what is no page or cannot be read.
std::vector<LineClues> line_clues(const Page& page);

/// The days that an HTML page names with their clues: to learn the weights by which one is taken for the day of publication.
std::vector<DayCandidate> day_clues(const Page& page);

}  // namespace synoptic
