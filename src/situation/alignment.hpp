// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "situation/statements.hpp"

namespace synoptic {

/// Two statements of different documents that speak of the same matter, whether or not they agree.
struct Match {
    std::size_t a = 0;  ///< in Facts::statements, a < b
    std::size_t b = 0;
    double shared = 0;    ///< weight of the terms they share: own terms in full, a term that only the other's sentence has in half
    double likeness = 0;  ///< the share of their own weight that is, 0 to 1
};

/// All matches of a story above a floor, ordered by (a, b). Candidates are found by the rarer terms, so the work stays near linear.
std::vector<Match> align(const Facts& facts);

}  // namespace synoptic
