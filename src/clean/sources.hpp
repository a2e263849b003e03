// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clean/piece.hpp"

namespace synoptic {

/// The outlets and documents that an account names as where it has things from, in order, each once.
///
///     "..., reports 24brussels."                  => "24brussels"
///     "... an official told Reuters"              => "Reuters"
///     "[1] CNN, \"Toll stays,\" August 16, 2025"  => "CNN"
///     "[2] Kelland Rail, statement, 16 March."    => "Kelland Rail, statement, 16 March."
///
/// `own` is the account's own outlet: "told Gulfdesk" is no source on Gulfdesk's pages. Footnotes are told from the pieces, cut or not.
std::vector<std::string> declared_sources(const Pieces& pieces, std::string_view own);

/// Takes citations in Markdown out of the text: "a path [[1]](https://www.cnn.com/x)." => "a path."; a link "[toll](https://...)" =>
/// "toll". The hosts that citations name are added to `sources`: "cnn.com".
std::string drop_markdown_links(std::string_view text, std::vector<std::string>& sources);

/// Whether a line is a numbered note: "[1] CNN, ...".
bool is_footnote(std::string_view line);

}  // namespace synoptic
