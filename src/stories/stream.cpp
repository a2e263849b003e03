// SPDX-License-Identifier: Apache-2.0
// Documents are compared and find their stories.
#include "stories/stream.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "stories/pair_comparer.hpp"
#include "stories/stream_state.hpp"

namespace synoptic {

namespace {

constexpr std::size_t documents_voted = 64;   // of those found by a document's keys
constexpr std::size_t stories_compared = 10;  // per document
constexpr float least_likeness = 0.01F;       // of the words of two documents that are compared further
constexpr float least_probability = 0.02F;    // below it a pair adds nothing to a mean
constexpr float growth = 1.25F;

/// Which share of a document's telling keys, by weight, another one must hold to be compared with it. Among few documents one key will do;
/// among a million, one in common is chance.
float least_share(float documents) { return 0.05F * std::max(0.0F, std::log10(documents / 3000)); }

float total_weight(const LookupKeys& keys) {
    return std::accumulate(keys.begin(), keys.end(), 0.0F, [](float sum, const auto& key) { return sum + key.second; });
}

}  // namespace

void StoryStream::State::add(std::uint32_t number, DocumentKeys keys, std::optional<std::uint32_t> same_as) {
    frequencies_.count(keys);
    ++seen_;
    Waiting next{number, nullptr, {}, same_as};
    if (grown()) {
        next.weighed = weigh(keys, frequencies_);  // at once, while its counts are near at hand
    } else {
        next.keys = std::make_unique<DocumentKeys>(std::move(keys));
    }
    waiting_.push_back(std::move(next));
    if (waiting_.size() >= options_.window) {
        settle_window();
    }
}

void StoryStream::State::settle_window() {
    window_begin_ = waiting_.empty() ? latest_ + 1 : waiting_.front().number;
    for (Waiting& next : waiting_) {
        take_in(std::move(next));
    }
    waiting_.clear();
    if (frequencies_.documents() >= weighed_at_ * growth && !grown()) {
        if (weighed_at_ > 0) {
            weigh_again();
        }
        weighed_at_ = frequencies_.documents();
        if (grown()) {
            for (auto& [number, live] : live_) {
                live->keys.reset();
            }
        }
    }
    repair();
    age_stories();
    clean_index();
}

std::vector<Placement> StoryStream::State::finish() {
    settle_window();
    std::vector<Placement> placed;
    for (const std::uint32_t number : in_memory()) {
        placed.push_back({number, at(number).story});
    }
    return placed;
}

void StoryStream::State::take_in(Waiting next) {
    Live& live = *live_.emplace(next.number, std::make_unique<Live>()).first->second;
    if (next.keys) {
        next.weighed = weigh(*next.keys, frequencies_);
        live.keys = std::move(next.keys);
    }
    live.features = std::move(next.weighed.features);
    live.account = next.number;
    if (next.same_as) {
        const auto other = live_.find(*next.same_as);
        live.account = other == live_.end() ? *next.same_as : other->second->account;
    }
    latest_ = next.number;
    latest_day_ = std::max(latest_day_, live.features.day);
    compare_with_stories(next.number, live, next.weighed.lookup);
    live.story = likeliest_story(next.number, live);
    join(next.number, live);
    index_.add(next.number, next.weighed.lookup);
}

std::vector<std::uint32_t> StoryStream::State::to_compare(std::uint32_t number, const LookupKeys& lookup) const {
    std::vector<std::uint32_t> documents;
    if (options_.all_pairs) {
        documents = in_memory();
        std::erase(documents, number);
        return documents;
    }
    auto voted = index_.find(lookup);
    const float least = least_share(frequencies_.documents()) * total_weight(lookup);
    std::erase_if(voted, [&](const auto& found) { return found.second < least; });
    const auto lighter = [](const auto& a, const auto& b) { return a.second != b.second ? a.second < b.second : a.first > b.first; };
    std::ranges::make_heap(voted, lighter);
    std::vector<StoryNumber> ranked;
    for (std::size_t votes = 0; !voted.empty() && votes < documents_voted && ranked.size() < stories_compared;) {
        std::ranges::pop_heap(voted, lighter);
        const std::uint32_t document = voted.back().first;
        voted.pop_back();
        const auto live = document == number ? live_.end() : live_.find(document);
        if (live == live_.end()) {
            continue;  // left memory
        }
        ++votes;
        if (const StoryNumber story = live->second->story; std::ranges::find(ranked, story) == ranked.end()) {
            ranked.push_back(story);
        }
    }
    for (const StoryNumber story : ranked) {
        const auto& members = stories_.at(story).members;
        const std::size_t from = members.size() > members_compared ? members.size() - members_compared : 0;
        std::copy_if(members.begin() + static_cast<std::ptrdiff_t>(from), members.end(), std::back_inserter(documents),
                     [&](std::uint32_t other) { return other != number; });
    }
    return documents;
}

void StoryStream::State::compare_with_stories(std::uint32_t number, Live& live, const LookupKeys& lookup) {
    const PairComparer compare(live.features);
    for (const std::uint32_t other : to_compare(number, lookup)) {
        if (std::ranges::find(live.edges, other, &std::pair<std::uint32_t, float>::first) != live.edges.end()) {
            continue;
        }
        Live& earlier = at(other);
        if (compare.likeness(earlier.features) < least_likeness) {
            continue;
        }
        const float probability = scorer_(compare(earlier.features), prior_odds(seen_));
        if (probability >= least_probability) {
            live.edges.emplace_back(other, probability);
            earlier.edges.emplace_back(number, probability);
        }
    }
}

StoryNumber StoryStream::State::likeliest_story(std::uint32_t number, const Live& live) {
    if (live.account != number) {
        if (const auto other = live_.find(live.account); other != live_.end()) {
            return other->second->story;
        }
    }
    std::map<StoryNumber, float> sums;
    for (const auto& [other, probability] : live.edges) {
        sums[at(other).story] += probability;
    }
    std::optional<StoryNumber> best;
    float best_mean = scorer_.threshold();
    for (const auto& [story, sum] : sums) {
        const float mean = sum / static_cast<float>(std::min(stories_.at(story).members.size(), members_compared));
        if (mean > best_mean) {
            best = story;
            best_mean = mean;
        }
    }
    return best ? *best : found(number);
}

StoryNumber StoryStream::State::found(std::uint32_t founder) {
    const StoryNumber story{founder, at(founder).founded++};
    stories_[story] = {};
    return story;
}

void StoryStream::State::join(std::uint32_t number, const Live& live) {
    Told& told = stories_.at(live.story);
    if (told.age == Age::closed) {
        changes_.push_back({.kind = StoryChange::Kind::revived, .from = live.story, .into = live.story, .documents = 1, .at = latest_});
    }
    told.members.push_back(number);
    of_age(told.age).erase({told.last_number, live.story});
    told.last_number = std::max(told.last_number, number);
    told.last_day = std::max(told.last_day, live.features.day);
    touched_.insert(live.story);
    set_age(live.story, told, Age::open);
}

void StoryStream::State::weigh_again() {
    index_.clear();
    const std::vector<std::uint32_t> documents = in_memory();
    std::vector<LookupKeys> lookups;
    for (const std::uint32_t number : documents) {
        Live& live = at(number);
        Weighed weighed = weigh(*live.keys, frequencies_);
        live.features = std::move(weighed.features);
        live.edges.clear();
        index_.add(number, weighed.lookup);
        lookups.push_back(std::move(weighed.lookup));
    }
    window_begin_ = 0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        compare_with_stories(documents[i], at(documents[i]), lookups[i]);
        touched_.insert(at(documents[i]).story);
    }
}

std::vector<std::uint32_t> StoryStream::State::in_memory() const {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(live_.size());
    for (const auto& [number, live] : live_) {
        numbers.push_back(number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

StoryStream::StoryStream(StreamOptions options, PairScorer scorer, GroupScorer group_scorer)
    : state_(std::make_unique<State>(options, std::move(scorer), group_scorer)) {}
StoryStream::~StoryStream() = default;
StoryStream::StoryStream(StoryStream&&) noexcept = default;
StoryStream& StoryStream::operator=(StoryStream&&) noexcept = default;

void StoryStream::add(std::uint32_t number, DocumentKeys keys, std::optional<std::uint32_t> same_as) {
    state_->add(number, std::move(keys), same_as);
}
void StoryStream::settle_window() { state_->settle_window(); }
std::vector<Placement> StoryStream::take_settled() { return state_->take_settled(); }
std::vector<Placement> StoryStream::finish() { return state_->finish(); }
std::vector<StoryChange> StoryStream::take_changes() { return state_->take_changes(); }

}  // namespace synoptic
