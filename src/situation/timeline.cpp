// SPDX-License-Identifier: Apache-2.0
#include "situation/timeline.hpp"

#include <algorithm>

namespace synoptic {

std::vector<TimelineEntry> make_timeline(const std::vector<Event>& events) {
    std::vector<TimelineEntry> timeline;
    for (std::uint32_t i = 0; i < events.size(); ++i) {
        if (events[i].date && (events[i].status == Status::happened || events[i].status == Status::planned)) {
            timeline.push_back({.date = events[i].date->date, .event = i});
        }
    }
    std::ranges::stable_sort(timeline, {}, &TimelineEntry::date);
    return timeline;
}

}  // namespace synoptic
