// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "lineage/words.hpp"

namespace synoptic {

/// Marks what many of the texts hold that are otherwise unlike: whole sentences ("All rights reserved.", "Share this: Facebook") as
/// furniture, and runs of three words ("in good condition") as formulas. A text's usual sentence or run is held by as many texts as there
/// are copies of it; one that is held by far more than that says nothing of where the text comes from.
void mark_furniture(std::span<WordText* const> texts);

}  // namespace synoptic
