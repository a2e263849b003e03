// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/coded_event.hpp"
#include "core/document.hpp"
#include "core/lineage.hpp"
#include "core/situation.hpp"
#include "core/story.hpp"
#include "situation/corrections.hpp"

namespace synoptic {

/// Rebuilds the situation that the documents of one story describe. `documents`, `events` and `lineage` are those of the whole run;
/// `events[i]` are the coded events of `documents[i]`.
Situation build_situation(const Story& story, std::span<const Document> documents, std::span<const std::vector<CodedEvent>> events,
                          const Lineage& lineage, const Corrections& corrections = {});

}  // namespace synoptic
