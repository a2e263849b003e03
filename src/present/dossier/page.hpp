// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "store/story_record.hpp"

namespace synoptic {

/// One HTML file that shows a story: it asks for nothing outside itself, runs no script, and takes no text from the accounts for markup.
/// `stories` are all of the database, to name the others. The same record gives the same bytes.
std::string dossier_page(const StoryRecord& story, std::span<const StorySummary> stories);

}  // namespace synoptic
