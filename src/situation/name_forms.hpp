// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "situation/input.hpp"
#include "situation/name_groups.hpp"
#include "situation/offices.hpp"

namespace synoptic {

/// One spelling of a name, story-wide.
struct NameForm {
    std::string text{};  ///< as most often written
    std::string key{};   ///< folded
    std::vector<std::string> words{};
    EntityKind kind = EntityKind::other;
    std::size_t count = 0;
    std::vector<std::uint32_t> documents{};
};

/// The names of a story before they are grouped.
struct NameForms {
    std::vector<NameUse> uses{};    ///< in order of (document in story order, token); NameUse::group is the number of a form
    std::vector<NameForm> forms{};  ///< in order of first use
};

NameForms collect_name_forms(const StoryInput& input, const Offices& offices);

/// "The St. John's" => "st johns": what two spellings of one name share.
std::string name_key(std::string_view text);
/// "st johns" => {"st", "johns"}
std::vector<std::string> name_words(std::string_view key);

}  // namespace synoptic
