// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "core/table.hpp"
#include "core/text.hpp"
#include "situation/name_groups.hpp"

namespace synoptic {

namespace {

std::string fold_name(std::string_view name) {
    std::string folded = fold_accents(name);
    std::erase(folded, '.');
    return folded.starts_with("the ") ? folded.substr(4) : folded;
}

}  // namespace

Countries::Countries() {
    for (const Row& row : load_table("countries.tsv")) {
        const std::size_t number = countries_.size();
        countries_.push_back({.iso3 = std::string(row.at(0)), .name = std::string(row.at(1))});
        names_.emplace(fold_name(row.at(1)), number);
        const auto add = [&](std::map<std::string, std::size_t, std::less<>>& to, std::string_view cell) {
            for (std::string_view form : split(cell, '|')) {
                if (!form.empty()) {
                    to.emplace(fold_name(form), number);
                }
            }
        };
        add(names_, row.at(2));
        add(adjectives_, row.at(3));
        add(seats_, row.at(4));
    }
    for (const Row& row : load_table("places.tsv")) {
        if (!row.at(1).empty()) {
            places_.emplace(fold_name(row.at(0)), row.at(1));
        }
    }
}

const Countries::Country* Countries::by_name(std::string_view name) const {
    const auto found = names_.find(fold_name(name));
    return found == names_.end() ? nullptr : &countries_[found->second];
}

const Countries::Country* Countries::by_adjective(std::string_view adjective) const {
    const auto found = adjectives_.find(fold_name(adjective));
    return found == adjectives_.end() ? nullptr : &countries_[found->second];
}

const Countries::Country* Countries::by_seat(std::string_view seat) const {
    const auto found = seats_.find(fold_name(seat));
    return found == seats_.end() ? nullptr : &countries_[found->second];
}

std::string_view Countries::of_place(std::string_view place) const {
    const auto found = places_.find(fold_name(place));
    return found == places_.end() ? std::string_view{} : found->second;
}

bool is_adjective_of(std::string_view adjective, std::string_view country) {
    const std::string word = fold_name(adjective);
    const std::string name = fold_name(country);
    const auto common = static_cast<std::size_t>(std::distance(word.begin(), std::ranges::mismatch(word, name).in1));
    if (common < 4 || common + 3 < name.size() || common == word.size()) {
        return false;
    }
    constexpr std::array<std::string_view, 16> endings = {"i",   "is",  "n",  "ns",  "an", "ans", "ian",  "ians",
                                                          "ese", "ish", "er", "ers", "ic", "ite", "ites", "iot"};
    return std::ranges::find(endings, std::string_view(word).substr(common)) != endings.end();
}

}  // namespace synoptic
