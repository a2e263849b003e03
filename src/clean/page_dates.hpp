// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "clean/metadata.hpp"
#include "clean/page_head.hpp"
#include "clean/page_lines.hpp"

namespace synoptic {

/// Finds when a page was published and last changed, and on what basis; warns where it contradicts itself. Each day that the page names is
/// judged by all its witnesses together (day_clues.hpp), and the likeliest is taken if it is likely enough; so no day is one that
/// the page does not name. The weights (data/clean_day_trees.tsv) were learned by scripts/train_dates.py.
void find_dates(const Dom& dom, const PageHead& head, const PageLines& lines, Metadata& found);

}  // namespace synoptic
