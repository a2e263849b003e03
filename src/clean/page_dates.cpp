// SPDX-License-Identifier: Apache-2.0
#include "clean/page_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "clean/date_witnesses.hpp"
#include "clean/day_clues.hpp"
#include "clean/trees.hpp"
#include "core/asset.hpp"

namespace synoptic {

namespace {

std::string_view basis_of(DateSource source) {
    switch (source) {
    case DateSource::data_published:
    case DateSource::data_modified:
    case DateSource::data_else:
        return "json-ld";
    case DateSource::meta_published:
    case DateSource::meta_modified:
    case DateSource::meta_vague:
    case DateSource::description:
        return "meta";
    case DateSource::address:
        return "address";
    case DateSource::attribute:
        return "time";
    case DateSource::line:
    case DateSource::dateline:
        break;
    }
    return "text";
}

const DateWitness* first_of(std::span<const DateWitness> witnesses, DateSource source) {
    const auto found = std::ranges::find(witnesses, source, &DateWitness::source);
    return found == witnesses.end() ? nullptr : &*found;
}

/// The likeliest day, if it is likely enough or some day is stated for machines as that of publication; nullptr otherwise. Of equally
/// likely days the earlier. News that states when it was published is not dated by a change in its first weeks; what is kept up to date for
/// years may be.
const DayCandidate* likeliest(std::span<const DayCandidate> days, bool is_stated, bool is_news) {
    constexpr float root_of_weeks = 5.5F;  // 30 days
    static const Trees trees(asset("clean_day_trees.tsv"), day_clue_names);
    const DayCandidate* best = nullptr;
    float most = is_stated ? std::numeric_limits<float>::lowest() : trees.threshold();
    for (const DayCandidate& day : days) {
        const float after = day.clues[static_cast<std::size_t>(DayClue::after_published)];
        const bool is_late_news = is_stated && is_news && day.of_change && after > 0 && after < root_of_weeks;
        if (const float odds = trees(day.clues); odds > most && !is_late_news) {
            most = odds;
            best = &day;
        }
    }
    return best;
}

/// The day of the last change: as stated for machines, else the best that the page shows.
const DateWitness* find_change(std::span<const DateWitness> witnesses) {
    constexpr float enough = 3.0F;
    for (const DateSource source : {DateSource::data_modified, DateSource::meta_modified}) {
        if (const DateWitness* stated = first_of(witnesses, source)) {
            return stated;
        }
    }
    const DateWitness* best = nullptr;
    for (const DateWitness& witness : witnesses) {
        const bool counts = witness.speaks == Speaks::of_change && !witness.aside && !witness.ambiguous && witness.weight() >= enough;
        best = counts && (best == nullptr || witness.weight() > best->weight()) ? &witness : best;
    }
    return best;
}

/// What is stated as of publication and is more than a day off the day that was found.
void warn_of_conflicts(std::span<const DateWitness> witnesses, Metadata& found) {
    constexpr float sure = 5.0F;
    const Published& published = *found.published;
    for (const DateWitness& witness : witnesses) {
        const bool is_stated = witness.source == DateSource::data_published || witness.source == DateSource::meta_published;
        const bool is_shown = witness.source >= DateSource::attribute && witness.speaks != Speaks::of_change &&
                              witness.speaks != Speaks::of_else && !witness.aside && !witness.ambiguous && !witness.clock &&
                              witness.weight() >= sure;
        if ((is_stated || is_shown) && std::abs(to_days(witness.day) - to_days(published.date)) > 1) {
            found.warnings.push_back({"date conflict", fmt::format("{} {}, {} {}", published.basis, to_iso(published.date),
                                                                   basis_of(witness.source), to_iso(witness.day))});
            return;
        }
    }
}

}  // namespace

void find_dates(const Dom& dom, const PageHead& head, const PageLines& lines, Metadata& found) {
    const std::vector<DateWitness> witnesses = find_date_witnesses(dom, head, lines, found.url);
    const std::vector<DayCandidate> days = weigh_days(witnesses);
    const DateWitness* change = find_change(witnesses);
    if (change != nullptr) {
        found.modified = change->day;
    }
    const bool is_stated =
        first_of(witnesses, DateSource::data_published) != nullptr || first_of(witnesses, DateSource::meta_published) != nullptr;
    const DayCandidate* day = likeliest(days, is_stated, head.data.is_news);
    if (day == nullptr) {
        return;
    }
    found.published = Published{day->day, std::string(basis_of(day->best))};
    warn_of_conflicts(witnesses, found);
    if (day->of_change) {
        found.warnings.push_back({"date of a change", to_iso(day->day)});
    }
}

}  // namespace synoptic
