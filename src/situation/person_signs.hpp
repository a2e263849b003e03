// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "situation/input.hpp"
#include "situation/name_groups.hpp"
#include "situation/offices.hpp"

namespace synoptic {

/// What shows that a name is a person's and not that of a company, a place or a boat.
class PersonSigns {
public:
    PersonSigns(const StoryInput& input, const Offices& offices);

    /// Whether this use shows it: a title or office beside the name, a first name in front, "he" or "who" for it, "NAME NAME said".
    [[nodiscard]] bool shown_by(const NameUse& use) const;
    /// Whether a full name of which no use shows it may still be a person's: two or three plain words, none of them a word of the language
    /// or of an organisation, none in `others` (words of places and organisations), no article before them.
    [[nodiscard]] bool allowed_by(const NameUse& use, const std::set<std::string, std::less<>>& others) const;
    /// What a name without any such use is: a bare plural ("Engineers") a group, all others an organisation.
    [[nodiscard]] EntityKind kind_without(const NameUse& use) const;

private:
    const StoryInput& input_;
    const Offices& offices_;
    std::set<std::string, std::less<>> first_names_;
    std::set<std::string, std::less<>> speech_verbs_;
    std::set<std::string, std::less<>> organisation_words_;
    std::set<std::string, std::less<>> common_words_;              // that the story writes in lower case
    std::set<std::pair<std::uint32_t, std::uint32_t>> spoken_of_;  // (document, token): a name that a personal pronoun stands for
};

}  // namespace synoptic
