// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/story_record.hpp"

struct sqlite3;

namespace synoptic {

/// Fills actors, quotes, events, claims, conflicts, positions and the timeline of a story whose documents are there.
void load_situation(sqlite3* connection, StoryRecord& story);

}  // namespace synoptic
