// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "coding/clause.hpp"
#include "core/coded_event.hpp"

namespace synoptic {

/// How a clause stands to what happened, read from its own verb group and from everything above it.
struct Standing {
    Status status = Status::happened;
    bool negated = false;              ///< its own verb or noun is negated ("did not agree", "no deal"); `status` leaves this out
    bool future = false;               ///< will, is to, is due to
    bool obliged = false;              ///< must, should, ought to
    std::vector<TokenIndex> speakers;  ///< nouns that say it, innermost first
};

/// "would have met"                       => hypothetical
/// "is due to meet"                       => planned
/// "urged the two to meet"                => called-for   (for the trigger "meet")
/// "denied that it had attacked the ship" => denied
Standing standing_of(const Tree& tree, const Grammar& grammar, const Predication& predication);

/// Of two statuses the one that is further from having happened.
Status further(Status a, Status b);

}  // namespace synoptic
