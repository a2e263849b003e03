// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "core/document.hpp"
#include "core/lineage.hpp"

namespace synoptic {

/// Fills all of `lineage` but its derivations, which must be there: each derived document gets the source that holds most of it, documents
/// that derive from each other become one account, and accounts that declare one source are told of each other.
void group_accounts(std::span<const Document> documents, Lineage& lineage);

}  // namespace synoptic
