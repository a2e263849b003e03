// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "core/situation.hpp"
#include "situation/input.hpp"
#include "situation/offices.hpp"

namespace synoptic {

/// An office that one account gives to an actor.
struct GivenRole {
    std::uint32_t actor = 0;
    std::uint32_t document = 0;
    std::uint32_t sentence = 0;
    Office office{};
};

/// Everybody and everything that acts in a story, and where each of them is spoken of.
class Cast {
public:
    std::vector<Actor> actors;
    std::vector<GivenRole> roles;  ///< in order of (document in story order, position)

    /// The actor that a token speaks of: any token of a name, the head noun of a nominal, a pronoun.
    [[nodiscard]] std::optional<std::uint32_t> at(std::uint32_t document, std::uint32_t token) const;
    /// The same, where a plural speaks of several: "the unions", "both sides", "the leaders".
    [[nodiscard]] std::vector<std::uint32_t> all_at(std::uint32_t document, std::uint32_t token) const;
    /// The actors spoken of in tokens [first, last), in order of first mention.
    [[nodiscard]] std::vector<std::uint32_t> within(std::uint32_t document, std::uint32_t first, std::uint32_t last) const;
    /// The same, for a span of bytes.
    [[nodiscard]] std::vector<std::uint32_t> within(const Document& text, std::uint32_t document, Span span) const;
    /// The country or organisation that an actor acts for, if the accounts tell.
    [[nodiscard]] std::optional<std::uint32_t> side(std::uint32_t actor) const;
    /// The actor that goes by this name, its fullest or another; nothing where none or several do.
    [[nodiscard]] std::optional<std::uint32_t> named(std::string_view name) const;
    /// Whether two numbers mean the same actor, or one acts for the other.
    [[nodiscard]] bool akin(std::uint32_t a, std::uint32_t b) const;
    /// Whether somebody of one list is akin to somebody of the other; never for an empty one.
    [[nodiscard]] bool any_akin(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) const;

    void assign(std::uint32_t document, std::uint32_t token, std::uint32_t actor, std::size_t tokens_in_document);
    void assign_several(std::uint32_t document, std::uint32_t token, std::vector<std::uint32_t> several);
    void set_side(std::uint32_t actor, std::uint32_t side);

private:
    std::map<std::uint32_t, std::vector<std::int32_t>> of_token_;                            // by document, then token; -1 for nobody
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> several_;  // (document, token)
    std::map<std::uint32_t, std::uint32_t> sides_;
};

/// Merges the names, titles, nominals and participants of a story's documents into actors, in order of first mention.
Cast find_cast(const StoryInput& input);

}  // namespace synoptic
