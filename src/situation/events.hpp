// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "situation/actors.hpp"
#include "situation/input.hpp"
#include "situation/statements.hpp"

namespace synoptic {

/// The coded events of all documents, merged into those of the story: one type, one status, dates and actors that go together.
/// In order of first evidence.
std::vector<Event> find_events(const StoryInput& input, const Cast& cast, const Facts& facts);

/// The event that the most accounts hold (then: the most evidence), happened before planned; the one the story is about.
std::optional<std::uint32_t> main_event(const std::vector<Event>& events);

/// The actors that a participant speaks of, conjuncts of its phrase included.
std::vector<std::uint32_t> actors_of(const StoryInput& input, const Cast& cast, std::uint32_t document,
                                     const std::vector<Participant>& participants);

}  // namespace synoptic
