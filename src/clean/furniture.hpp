// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "clean/metadata.hpp"
#include "clean/piece.hpp"

namespace synoptic {

/// The last pass over a page's pieces, whatever it was made of: what no line by itself gives away. Order of calls is free.

/// Cuts what follows the last paragraph: lines that the rules know, and short lines after the first of those.
void cut_end(Pieces& pieces, const Metadata& metadata);

/// Author notes that stand at the end, as paragraphs of their own or glued to the last one, which is then split at the sentence.
/// "... for years to come. Ann Lee covers trade. Born in Lyon, she ..." => "... for years to come." stays, the rest is a biography.
void cut_biographies(Pieces& pieces, const Metadata& metadata);

/// Splits a table row whose last cell has a paragraph glued to it, and drops a label glued to the first word ("LatestOn Friday ...").
void unglue(Pieces& pieces);

/// Whether the piece is a paragraph that by its length and end can only be running text.
bool is_paragraph(const Piece& piece);

/// A paragraph is this many bytes at least, unless other evidence says so.
constexpr std::size_t paragraph_size = 160;

}  // namespace synoptic
