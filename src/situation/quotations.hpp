// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "situation/actors.hpp"
#include "situation/input.hpp"

namespace synoptic {

/// The quotations of a story in order of (document in story order, position), each with its speaker among the actors and with the
/// quotations of other documents that have the same words or a fragment of them.
std::vector<Quotation> find_quotations(const StoryInput& input, const Cast& cast);

/// The actor who speaks, by the words that name the speaker or by their chain; nothing if neither tells.
std::optional<std::uint32_t> speaker_of(const StoryInput& input, const Cast& cast, std::uint32_t document, const Quote& quote);

}  // namespace synoptic
