// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "clean/clues.hpp"

namespace synoptic {

/// Decides about every line anew, by all its clues together: brings back what a single rule cut wrongly, and cuts what none did.
/// Lines without tags are looked at twice, the second time with what the first look said of those around them. The weights
/// (data/clean_html_trees.tsv; clean_text_trees.tsv, clean_second_trees.tsv) were learned by scripts/train_clean.py. Lines that split off
/// another and pages of very many lines stay as the rules left them.
void judge(Pieces& pieces, const Metadata& metadata, std::span<const Markup> markup, PageKind kind);

}  // namespace synoptic
