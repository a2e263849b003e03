// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace synoptic {

class Database;

/// The id of the story whose text is nearest to a sentence by its words (BM25 over titles and texts); the one with the most documents
/// where no word is found. Throws Failure where there is no story.
std::string nearest_story(const Database& database, std::string_view sentence);

}  // namespace synoptic
