// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "store/story_record.hpp"

namespace synoptic {

/// A cell as RFC 4180 wants it: in quotes where it holds a comma, a quote or a line break, quotes doubled. A cell that a spreadsheet would
/// run as a formula (it begins with = + - @, a tab or a line break) gets an apostrophe in front.   =1+1 => '=1+1     say "no" => "say
/// ""no"""
std::string csv_cell(std::string_view text);

/// The header of the table of events, and the rows of one story: one row an event, participants by name, lines ended by CR LF.
std::string events_csv_header();
std::string events_csv(const StoryRecord& story);

}  // namespace synoptic
