// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace synoptic {

/// Runs work(0) ... work(count - 1), at most `threads` at a time (0: one per core), and returns when all are done. Each call must write
/// only what belongs to its own number, so the outcome does not depend on `threads`. The first exception (by number) is thrown again.
void for_each_parallel(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace synoptic
