// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clean/metadata.hpp"
#include "clean/node_names.hpp"
#include "clean/page_head.hpp"
#include "clean/page_lines.hpp"

namespace synoptic {

/// Finds who wrote the article: people, and where no person is named the body that signs, but never the outlet itself. JSON-LD and meta
/// tags are asked first, then what is marked as the author's name on the page (itemprop, rel, class), then lines by the headline that open
/// with "By". A person named by a later one stands before an account ("KatieS") or a body of an earlier.
void find_authors(const Dom& dom, const NodeNames& names, const PageHead& head, const PageLines& lines, Metadata& found);

}  // namespace synoptic
