// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/situation.hpp"
#include "situation/input.hpp"
#include "situation/offices.hpp"

namespace synoptic {

/// One place where a name stands. [first, last) are the tokens of the bare name, [title, first) those of a title before it.
struct NameUse {
    std::uint32_t document = 0;
    std::uint32_t title = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    EntityKind kind = EntityKind::other;
    std::uint32_t group = 0;  ///< in NameGroups::groups
};

/// All the uses that name one actor.
struct NameGroup {
    std::string name{};  ///< the fullest form
    EntityKind kind = EntityKind::other;
    std::string country{};  ///< ISO 3166-1 alpha-3 of a known country
};

struct NameGroups {
    std::vector<NameUse> uses{};      ///< in order of (document in story order, token)
    std::vector<NameGroup> groups{};  ///< in order of first use
};

/// The names of countries, from data/countries.tsv.
class Countries {
public:
    Countries();
    struct Country {
        std::string iso3{};
        std::string name{};
    };
    /// "the United States", "US", "American", "Washington" => USA; nothing for an unknown name.
    [[nodiscard]] const Country* by_name(std::string_view name) const;
    [[nodiscard]] const Country* by_adjective(std::string_view adjective) const;
    [[nodiscard]] const Country* by_seat(std::string_view seat) const;
    /// The country that a place of data/places.tsv lies in, as ISO 3166-1 alpha-3; empty for others.
    [[nodiscard]] std::string_view of_place(std::string_view place) const;

private:
    std::vector<Country> countries_;
    std::map<std::string, std::size_t, std::less<>> names_, adjectives_, seats_;
    std::map<std::string, std::string, std::less<>> places_;
};

/// Whether `adjective` is made from the country's name: ("Varkeshi", "Varkesh"), ("Cantrian", "Cantria") => true.
bool is_adjective_of(std::string_view adjective, std::string_view country);

/// Folds the names of a story into groups: spelling variants, surnames, acronyms, short forms of organisations.
NameGroups group_names(const StoryInput& input, const Offices& offices, const Countries& countries);

}  // namespace synoptic
