// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lineage.hpp"
#include "store/corpus_text.hpp"

struct sqlite3;

namespace synoptic {

/// Adds accounts, their ties and the derivations with their passages, within the caller's transaction.
void write_lineage(sqlite3* connection, const Lineage& lineage, const CorpusText& corpus);

}  // namespace synoptic
