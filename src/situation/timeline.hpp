// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/situation.hpp"

namespace synoptic {

/// The dated events that happened or are planned, by date; a month before its days, a year before its months.
std::vector<TimelineEntry> make_timeline(const std::vector<Event>& events);

}  // namespace synoptic
