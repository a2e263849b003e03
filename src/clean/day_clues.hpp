// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "clean/date_witnesses.hpp"

namespace synoptic {

/// What can be said of a day when it is asked whether a page was published on it. Of a source: 2 where it names this day, 1 where it names
/// an instant that may have been on it, 0 where it names another, -1 where it names none. Weights are DateWitness::weight(), 0 for none.
enum class DayClue : std::uint8_t {
    data_published,
    data_modified,
    data_else,
    meta_published,
    meta_modified,
    meta_vague,
    address,
    description,
    dateline,
    attribute,          ///< weight of the best attribute that is not of a change
    marked,             ///< of the best that is made for publication
    attribute_changed,  ///< of the best that is of a change
    shown,              ///< weight of the best visible line that says not of what it is
    shown_published,    ///< that says "published"
    shown_changed,      ///< that says "updated"
    aside,              ///< how many asides name it
    aside_weight,       ///< weight of the best of them
    aside_place,        ///< how near the headline the nearest of them is, 0 to 3
    times,              ///< how many other witnesses do
    place,              ///< how near the headline the nearest is, 0 to 3
    names,
    around,           ///< fewest words beside it in a line
    clock,            ///< seen only where a clock may be
    prose,            ///< seen only inside sentences
    apart,            ///< share of the page in the smallest element that holds it and the headline; asides count
    alike,            ///< fewest days that stand in elements made alike, as in a list of articles
    ambiguous,        ///< all witnesses of it are
    lead,             ///< weight of its best visible witness over that of the best other day's
    order,            ///< place among the days named in visible lines, by where they first stand
    days,             ///< how many days the page names
    after_first,      ///< days after the earliest that is likely: square root
    before_last,      ///< days before the latest that is likely: square root
    after_published,  ///< days after the one stated for machines as of publication: square root with its sign; 99 where none is
    after_modified,   ///< the same of a change
    others_shown,     ///< weight of the best other day shown that says not of what it is
    others_changed,   ///< that says "updated"
    count,
};

constexpr std::size_t day_clue_count = static_cast<std::size_t>(DayClue::count);

/// The names by which data/clean_day_trees.tsv knows them, in the same order.
extern const std::array<std::string_view, day_clue_count> day_clue_names;

/// A day that a page names, with its clues.
struct DayCandidate {
    Date day;
    DateSource best = DateSource::line;  ///< the most official source that names it
    bool of_change = true;               ///< all that name it outside asides speak of a change
    std::array<float, day_clue_count> clues = {};
};

/// Each day that the witnesses name, in order of date; of those that only asides name, the ones that are said to be dates.
std::vector<DayCandidate> weigh_days(std::span<const DateWitness> witnesses);

}  // namespace synoptic
