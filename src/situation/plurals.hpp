// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "situation/actors.hpp"
#include "situation/input.hpp"

namespace synoptic {

/// Finds whom a plural means: "the leaders" the heads of the countries that the story is about, "both sides" and "the two countries"
/// those countries, "the unions" all the story's actors with such a noun in their name.
class PluralResolver {
public:
    PluralResolver(const StoryInput& input, const Cast& cast);

    /// Empty where the token is no such plural, or where the story does not tell.
    [[nodiscard]] std::vector<std::uint32_t> resolve(std::uint32_t document, std::uint32_t token) const;

private:
    [[nodiscard]] std::vector<std::uint32_t> named_by(std::string_view noun) const;

    const StoryInput& input_;
    const Cast& cast_;
    std::vector<std::uint32_t> countries_;  ///< the two that most is said of, if two stand out
    std::vector<std::uint32_t> bodies_;     ///< the organisations that most is said of
    std::vector<std::uint32_t> leaders_;    ///< who holds an office for them
};

}  // namespace synoptic
