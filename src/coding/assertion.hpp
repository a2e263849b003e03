// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "coding/clause.hpp"
#include "coding/frames.hpp"

namespace synoptic {

/// Whether a sentence asserts at all that a single thing came to pass: `happened` if it does; `hypothetical` for what it asks, supposes or
/// tells as a habit or a rule; `denied` for what it calls untrue. What its verbs make of the event is read in standing.hpp.
///
///     "Has Norway agreed to the inspection?"             => hypothetical
///     "Had the army fired, the council would have left." => hypothetical (for "fired")
///     "Hijackers usually demand money."                  => hypothetical
///     "The law forbids employers to punish strikers."    => hypothetical
///     "Reports that the mayor was arrested are untrue."  => denied
Status assertion_of(const Tree& tree, const Grammar& grammar, const Predication& predication, const Frame& frame);

}  // namespace synoptic
