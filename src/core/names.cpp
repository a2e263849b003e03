// SPDX-License-Identifier: Apache-2.0
// The exported names of the enumerations of lineage.hpp, coded_event.hpp and situation.hpp, each in the enumeration's order.
#include <array>

#include "core/lineage.hpp"
#include "core/situation.hpp"

namespace synoptic {

std::string_view name(Relation relation) {
    constexpr std::array<std::string_view, 7> names = {"original", "copy", "abridged", "extended", "rewrite", "quotation", "independent"};
    return names[static_cast<std::size_t>(relation)];
}

std::string_view name(DirectionBasis basis) {
    constexpr std::array<std::string_view, 5> names = {"declared", "date", "abridgement", "byline", "unknown"};
    return names[static_cast<std::size_t>(basis)];
}

std::string_view name(Status status) {
    constexpr std::array<std::string_view, 5> names = {"happened", "planned", "called-for", "denied", "hypothetical"};
    return names[static_cast<std::size_t>(status)];
}

std::string_view name(ActorKind kind) {
    constexpr std::array<std::string_view, 5> names = {"person", "organization", "country", "place", "group"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name(ConflictKind kind) {
    constexpr std::array<std::string_view, 8> names = {"number", "date", "who", "occurrence", "role", "precedence", "place", "other"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name(Stance stance) {
    constexpr std::array<std::string_view, 6> names = {"supports", "opposes", "demands", "offers", "rejects", "accepts"};
    return names[static_cast<std::size_t>(stance)];
}

}  // namespace synoptic
