// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "clean/clues.hpp"

namespace synoptic {

/// Decides about every line anew, by all its clues together: brings back what a single rule cut wrongly, and cuts what none did.
/// The weights (data/clean_html_trees.tsv, data/clean_text_trees.tsv) were learned by scripts/train_clean.py. Lines that split off another
/// and pages of very many lines stay as the rules left them.
void judge(Pieces& pieces, const Metadata& metadata, std::span<const Markup> markup, PageKind kind);

}  // namespace synoptic
