// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/document.hpp"
#include "core/lineage.hpp"
#include "core/story.hpp"

namespace synoptic {

/// Groups documents into stories; documents of one account are never parted. Stories in order of (first date, id).
std::vector<Story> group(std::span<const Document> documents, const Lineage& lineage);

}  // namespace synoptic
