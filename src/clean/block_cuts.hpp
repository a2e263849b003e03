// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/document.hpp"

namespace synoptic {

/// Cuts whole blocks out of a cleaned document, as "repeated on host". `numbers` ascend. Each becomes a cut piece, in page order among the
/// others where the places are known (else behind them), that remembers which block it was; spans and pages of the other blocks stay true.
void cut_blocks(Document& document, std::span<const std::uint32_t> numbers);

/// Undoes cut_blocks(): the document is again what its page by itself gave. Gives the numbers of the blocks that were cut, ascending.
std::vector<std::uint32_t> put_back_blocks(Document& document);

}  // namespace synoptic
