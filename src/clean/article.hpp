// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "clean/dom.hpp"
#include "clean/markup.hpp"
#include "clean/metadata.hpp"
#include "clean/node_names.hpp"
#include "clean/piece.hpp"

namespace synoptic {

/// The visible text of a page, and what its tree says of each piece (by Piece::block).
struct FoundArticle {
    Pieces pieces;
    std::vector<Markup> markup;
};

/// All visible text of an HTML page in page order, the article's blocks marked to stay and the rest with the reason to cut.
///
/// The article is looked for by evidence that adds up: the names of elements, schema.org marks and JSON-LD, the density of text and of
/// links (after Kohlschütter et al., Boilerplate Detection using Shallow Text Features, 2010), the place of paragraphs in the tree (after
/// Arc90's Readability), and the words of the lines (lines.hpp).
FoundArticle find_article(const Dom& dom, const NodeNames& names, const Metadata& metadata);

}  // namespace synoptic
