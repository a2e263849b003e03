// SPDX-License-Identifier: Apache-2.0
// Stories are closed and forgotten, documents leave memory.
#include <algorithm>
#include <utility>

#include "stories/stream_state.hpp"

namespace synoptic {

namespace {

constexpr std::size_t members_kept = 48;        // of a story, in memory
constexpr std::int32_t resting_after = 5;       // a story rests after a fifth of the time after which it is closed,
constexpr std::int32_t forgotten_after = 12;    // and is forgotten after twelve times that time,
constexpr std::size_t most_closed = 1'000'000;  // or when it is the oldest of so many

}  // namespace

void StoryStream::State::set_age(StoryNumber story, Told& told, Age age) {
    of_age(told.age).erase({told.last_number, story});
    told.age = age;
    of_age(age).emplace(told.last_number, story);
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

void StoryStream::State::age_stories() {
    const auto oldest_over = [&](Age age, std::int32_t days, std::size_t documents) {
        const auto& stories = of_age(age);
        return !stories.empty() && is_over(stories_.at(stories.begin()->second), days, documents);
    };
    while (oldest_over(Age::open, options_.open_days / resting_after, options_.open_documents / resting_after)) {
        const StoryNumber story = of_age(Age::open).begin()->second;
        rest(stories_.at(story));
        set_age(story, stories_.at(story), Age::resting);
    }
    while (oldest_over(Age::resting, options_.open_days, options_.open_documents)) {
        const StoryNumber story = of_age(Age::resting).begin()->second;
        close(stories_.at(story));
        set_age(story, stories_.at(story), Age::closed);
    }
    while (of_age(Age::closed).size() > most_closed ||
           oldest_over(Age::closed, forgotten_after * options_.open_days, forgotten_after * options_.open_documents)) {
        const StoryNumber story = of_age(Age::closed).begin()->second;
        for (const std::uint32_t member : stories_.at(story).members) {
            settle(member);
        }
        stories_.erase(story);
        of_age(Age::closed).erase(of_age(Age::closed).begin());
    }
}

void StoryStream::State::rest(const Told& told) {
    for (const std::uint32_t member : told.members) {
        at(member).features.shorten();
        at(member).edges.shrink_to_fit();
    }
}

void StoryStream::State::clean_index() {
    if (left_ > live_.size() / 4 + 1000) {
        index_.keep_if([&](std::uint32_t document) { return live_.contains(document); });
        left_ = 0;
    }
}

void StoryStream::State::close(Told& told) {
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
