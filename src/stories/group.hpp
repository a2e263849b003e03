// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/document.hpp"
#include "core/lineage.hpp"
#include "core/story.hpp"
#include "stories/keys.hpp"
#include "stories/stream.hpp"

namespace synoptic {

/// By date, undated documents last, then by what tells two documents apart wherever they stood: the order in which stories are told.
bool comes_first(const Document& a, const Document& b);

/// The name of a story for good: a hash of the document that founded it, so it stays while the story grows.
StoryId story_id(StoryNumber story, const DocId& founder);

/// Groups documents into stories: the stream of them in order of time; documents of one account are never parted. Stories in order of
/// (first date, id). `keys` are read_keys of each document; the outcome depends on the set of documents and not on their order.
std::vector<Story> group(std::span<const Document> documents, std::vector<DocumentKeys> keys, const Lineage& lineage);
/// The same with keys read here, by so many threads (0: one per core).
std::vector<Story> group(std::span<const Document> documents, const Lineage& lineage, unsigned threads = 0);

}  // namespace synoptic
