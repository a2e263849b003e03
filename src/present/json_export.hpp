// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "store/story_record.hpp"

namespace synoptic {

/// The story object as one line of JSON, without a line feed; its fields are described by data/story.schema.json, which story_schema()
/// gives. The same record gives the same bytes.
std::string story_json(const StoryRecord& story);
std::string story_schema();

}  // namespace synoptic
