// SPDX-License-Identifier: Apache-2.0
// Stories are closed and forgotten, documents leave memory.
#include <algorithm>
#include <utility>

#include "stories/stream_state.hpp"

namespace synoptic {

namespace {

constexpr std::size_t members_kept = 48;      // of a story, in memory
constexpr std::int32_t forgotten_after = 12;  // times the time after which a story is closed

}  // namespace

void StoryStream::State::take_off_lists(StoryNumber story, const Told& told) {
    open_.erase({told.last_number, story});
    closed_.erase({told.last_number, story});
}

void StoryStream::State::settle(std::uint32_t number) {
    const auto found = live_.find(number);
    const Live& live = *found->second;
    for (const auto& [other, probability] : live.edges) {
        std::erase_if(at(other).edges, [&](const auto& edge) { return edge.first == number; });
    }
    settled_.push_back({number, live.story});
    live_.erase(found);
    ++left_;
}

void StoryStream::State::trim(StoryNumber story) {
    Told& told = stories_.at(story);
    if (told.members.size() > members_kept) {
        const auto from = told.members.end() - static_cast<std::ptrdiff_t>(members_kept);
        std::for_each(told.members.begin(), from, [&](std::uint32_t member) { settle(member); });
        told.settled += static_cast<std::uint32_t>(from - told.members.begin());
        told.members.erase(told.members.begin(), from);
    }
}

bool StoryStream::State::is_over(const Told& told, std::int32_t days, std::size_t documents) const {
    const bool recent = told.last_day && latest_day_ && *latest_day_ - *told.last_day <= days;
    return latest_ - told.last_number > documents && !recent;
}

void StoryStream::State::close_old_stories() {
    while (!open_.empty() && is_over(stories_.at(open_.begin()->second), options_.open_days, options_.open_documents)) {
        const auto first = *open_.begin();
        close(stories_.at(first.second));
        open_.erase(first);
        closed_.insert(first);
    }
    while (!closed_.empty() &&
           is_over(stories_.at(closed_.begin()->second), forgotten_after * options_.open_days, forgotten_after * options_.open_documents)) {
        const StoryNumber story = closed_.begin()->second;
        for (const std::uint32_t member : stories_.at(story).members) {
            settle(member);
        }
        stories_.erase(story);
        closed_.erase(closed_.begin());
    }
}

void StoryStream::State::clean_index() {
    if (left_ > live_.size() / 4 + 1000) {
        index_.keep_if([&](std::uint32_t document) { return live_.contains(document); });
        left_ = 0;
    }
}

void StoryStream::State::close(Told& told) {
    told.closed = true;
    std::pair<float, std::uint32_t> central{-1.0F, 0};
    for (const std::uint32_t member : told.members) {
        float sum = 0;
        for (const auto& [other, probability] : at(member).edges) {
            sum += at(other).story == at(member).story ? probability : 0;
        }
        central = sum > central.first ? std::pair(sum, member) : central;
    }
    for (const std::uint32_t member : told.members) {
        if (member != central.second) {
            settle(member);
            ++told.settled;
        }
    }
    told.members = {central.second};
}

}  // namespace synoptic
