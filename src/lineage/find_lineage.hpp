// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "core/document.hpp"
#include "core/lineage.hpp"

namespace synoptic {

/// Finds copies, abridgements, extensions and rewrites among the documents, and groups them into accounts. The outcome depends on the
/// set of documents and not on their order (but that indices follow it).
Lineage find_lineage(std::span<const Document> documents);

}  // namespace synoptic
