// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "clean/metadata.hpp"
#include "clean/piece.hpp"

namespace synoptic {

/// Reads the lines between an HTML page's headline and its first paragraph: byline and date where the page's head has none (basis "text").
/// Cuts those lines, and what stands before the headline. The outlet, where nothing states it, is the name at the page's top that comes
/// again at its foot.
void read_top_lines(Pieces& pieces, Metadata& metadata);

/// The author that a line at the top names, with a byline's "By" or beside a date: "Wilma Tarrant, 10 Mar 2026" => "Wilma Tarrant";
/// "Saturday 14 March 2026, 8.05 am | News team" => "News team"; "" for other lines.
std::string_view author_in_line(std::string_view line);

/// Whether each longer word begins with a capital: a name, or a headline in title case.
bool is_name_like(std::string_view text);

}  // namespace synoptic
