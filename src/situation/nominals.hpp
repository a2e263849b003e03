// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/situation.hpp"
#include "situation/actors.hpp"
#include "situation/input.hpp"
#include "situation/offices.hpp"

namespace synoptic {

/// Finds whom a phrase like "the prime minister" means, by the offices that the story's accounts give to people.
class NominalResolver {
public:
    NominalResolver(const StoryInput& input, const Offices& offices, const Cast& cast) : input_(input), offices_(offices), cast_(cast) {}

    /// `chained`: whom the language stage takes it for. The one holder of the office in this document, else `chained` where his offices
    /// do not speak against it, else the one holder in the story.
    [[nodiscard]] std::optional<std::uint32_t> resolve(std::uint32_t document, const Mention& mention,
                                                       std::optional<std::uint32_t> chained) const;

    /// Whether the phrase is of use as another name: short, and no "a man".
    [[nodiscard]] bool stands_alone(std::uint32_t document, const Mention& mention) const;

private:
    const StoryInput& input_;
    const Offices& offices_;
    const Cast& cast_;
};

/// A phrase that names an actor who has no name: "opposition lawmakers".
struct GroupPhrase {
    std::string key{};   ///< folded, without article
    std::string name{};  ///< as written, without article
    ActorKind kind = ActorKind::group;
    bool state = false;  ///< a country before it makes it the country's government
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// data/situation_groups.tsv
class GroupNouns {
public:
    GroupNouns();
    /// The phrase around a participant's head. Nothing for a pronoun, a thing, or one unnamed person ("a spokesman").
    [[nodiscard]] std::optional<GroupPhrase> read(const Document& document, Span span, std::uint32_t head) const;

private:
    struct Entry {
        ActorKind kind{};
        bool state;
    };
    std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace synoptic
