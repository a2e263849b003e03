// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/document.hpp"

namespace synoptic {

/// The warning "machine-spun" for a text that was mechanically reworded: the odd words that gave it away, by data/clean_spun.tsv. Nothing
/// for a text with fewer than four of them, or few for its length. Const tables: any thread may call it.
std::optional<Warning> find_spinning(const Document& document);

}  // namespace synoptic
