// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "core/document.hpp"
#include "core/lineage.hpp"
#include "lineage/copy_finder.hpp"

namespace synoptic {

/// Finds copies, abridgements, extensions and rewrites among the documents, and groups them into accounts. The outcome depends on the
/// set of documents and not on their order (but that indices follow it), nor on the number of threads.
Lineage find_lineage(std::span<const Document> documents, const LineageOptions& options = {});

}  // namespace synoptic
