// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "clean/metadata.hpp"
#include "clean/piece.hpp"

namespace synoptic {

/// The last pass over a page's pieces, whatever it was made of: what no line by itself gives away. Order of calls is free.

/// Cuts what follows the last paragraph: lines that the rules know, and short lines after those that end an article. Plain text has no
/// elements that would tell more, so there the first line of furniture makes the short lines after it go, and so does an exclamation.
void cut_end(Pieces& pieces, const Metadata& metadata, PageKind kind);

/// Author notes that stand at the end, as paragraphs of their own or glued to the last one, which is then split at the sentence.
/// "... for years to come. Ann Lee covers trade. Born in Lyon, she ..." => "... for years to come." stays, the rest is a biography.
void cut_biographies(Pieces& pieces, const Metadata& metadata);

/// Cuts lines of numbered notes ("[1] CNN, ...") after the first paragraph; declared_sources() reads them.
void cut_notes(Pieces& pieces);

/// Splits a table row whose last cell has a paragraph glued to it, and drops a label glued to the first word ("LatestOn Friday ...").
void unglue(Pieces& pieces);

/// A line of so many bytes that ends like a sentence is a paragraph, unless other evidence says so.
constexpr std::size_t paragraph_size = 160;

/// Whether the piece stays and is a paragraph by its length and end.
bool is_paragraph(const Piece& piece);

/// The pieces from the first to the last paragraph, [begin, end); of a page without one the shorter sentences count. begin == end for none.
struct Body {
    std::size_t begin = 0;
    std::size_t end = 0;
};
Body find_body(const Pieces& pieces);

}  // namespace synoptic
