// SPDX-License-Identifier: Apache-2.0
// What a window touched is grouped again by average linkage, and named after the stories it was.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "stories/linkage.hpp"
#include "stories/naming.hpp"
#include "stories/stream_state.hpp"

namespace synoptic {

namespace {

constexpr float least_mean = 0.15F;            // clusters are joined from such a mean likelihood on, if their evidence as groups allows
constexpr float repair_probability = 0.25F;    // stories tied by so likely a pair are grouped again together
constexpr std::size_t repair_documents = 200;  // at most, where ties run on and on

}  // namespace

std::vector<StoryNumber> StoryStream::State::tied_stories(StoryNumber start, std::set<StoryNumber>& seen) {
    std::vector<StoryNumber> stories{start};
    seen.insert(start);
    std::size_t documents = 0;
    for (std::size_t i = 0; i < stories.size() && documents < repair_documents; ++i) {
        for (const std::uint32_t member : stories_.at(stories[i]).members) {
            ++documents;
            for (const auto& [other, probability] : at(member).edges) {
                // Older documents were told apart before, and nothing has changed between them.
                const bool fresh = std::max(member, other) >= window_begin_;
                if (fresh && probability >= repair_probability && seen.insert(at(other).story).second) {
                    const StoryNumber story = at(other).story;
                    stories.push_back(story);
                }
            }
        }
    }
    return stories;
}

void StoryStream::State::repair() {
    std::set<StoryNumber> seen;
    for (const StoryNumber story : std::exchange(touched_, {})) {
        if (!seen.contains(story)) {
            regroup(tied_stories(story, seen));
        }
    }
}

void StoryStream::State::regroup(const std::vector<StoryNumber>& stories) {
    std::vector<std::uint32_t> documents;
    for (const StoryNumber story : stories) {
        const auto& members = stories_.at(story).members;
        documents.insert(documents.end(), members.begin(), members.end());
    }
    std::ranges::sort(documents);
    if (documents.size() > 1) {
        give_stories(documents, stories, clusters_of(documents));
    }
    for (const StoryNumber story : stories) {
        if (const auto told = stories_.find(story); told != stories_.end()) {
            told->second.older = true;
            trim(story);
        }
    }
}

std::vector<std::uint32_t> StoryStream::State::clusters_of(const std::vector<std::uint32_t>& documents) {
    absl::flat_hash_map<std::uint32_t, std::uint32_t> place_of;
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        place_of.emplace(documents[i], i);
    }
    std::vector<Edge> edges;
    std::map<std::uint32_t, std::vector<std::uint32_t>> accounts;
    std::vector<const Live*> lives;
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        const Live& live = at(documents[i]);
        lives.push_back(&live);
        accounts[live.account].push_back(i);
        for (const auto& [other, probability] : live.edges) {
            if (const auto place = place_of.find(other); place != place_of.end() && place->second < i) {
                edges.push_back({place->second, i, probability});
            }
        }
    }
    std::vector<std::vector<std::uint32_t>> groups;
    for (auto& [account, places] : accounts) {
        if (places.size() > 1) {
            groups.push_back(std::move(places));
        }
    }
    const auto features_of = [&](std::span<const std::uint32_t> items) {
        std::vector<const StoryFeatures*> features;
        for (const std::uint32_t item : items) {
            features.push_back(&lives[item]->features);
        }
        return features;
    };
    LinkageOptions options{.threshold = least_mean, .compared = members_compared, .may_join = {}};
    options.may_join = [&](std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, float mean) {
        const float prior = prior_odds(seen_);
        return group_scorer_(best_evidence(a.size(), b.size(), mean), prior) >= 0.5F &&
               group_scorer_(compare_groups(features_of(a), features_of(b), mean), prior) >= 0.5F;
    };
    return average_linkage(documents.size(), edges, groups, options);
}

/// Gives clusters the names of the stories that most of their documents had; a cluster without a name founds a story.
void StoryStream::State::give_stories(const std::vector<std::uint32_t>& documents, const std::vector<StoryNumber>& stories,
                                      const std::vector<std::uint32_t>& cluster_of) {
    std::map<StoryNumber, std::uint32_t> settled;
    std::map<StoryNumber, Told> before;
    for (const StoryNumber story : stories) {
        Told& told = stories_.at(story);
        settled.emplace(story, told.settled);
        of_age(told.age).erase({told.last_number, story});
        before.emplace(story, std::exchange(told, {}));
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> members_of;  // by cluster
    std::vector<StoryNumber> story_of;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        members_of[cluster_of[i]].push_back(documents[i]);
        story_of.push_back(at(documents[i]).story);
    }
    Naming naming = name_clusters(story_of, cluster_of, settled);
    std::map<std::uint32_t, StoryNumber> name_of = naming.name_of;
    for (const auto& [cluster, members] : members_of) {
        if (!name_of.contains(cluster)) {
            name_of.emplace(cluster, found(members.front()));
        }
        tell(name_of.at(cluster), members, before);
    }
    for (const auto& [pair, count] : naming.shared) {
        const auto& [story, cluster] = pair;
        if (name_of.at(cluster) != story && before.at(story).older) {
            const bool merged = !naming.keeps_name(story) && naming.heir_of.at(story) == cluster;
            note_change(merged ? StoryChange::Kind::merged : StoryChange::Kind::split, story, name_of.at(cluster), members_of.at(cluster));
        }
    }
    for (const auto& [story, told] : before) {
        stories_.at(name_of.at(naming.heir_of.at(story))).settled += told.settled;
        if (!naming.keeps_name(story)) {
            stories_.erase(story);
        }
    }
    for (const auto& [cluster, members] : members_of) {
        for (const std::uint32_t member : members) {
            at(member).story = name_of.at(cluster);
        }
    }
}

void StoryStream::State::tell(StoryNumber story, const std::vector<std::uint32_t>& members, const std::map<StoryNumber, Told>& before) {
    Told& told = stories_.at(story);
    told.members = members;
    Age age = Age::closed;
    for (const std::uint32_t member : members) {
        told.last_number = std::max(told.last_number, member);
        told.last_day = std::max(told.last_day, at(member).features.day);
        age = std::min(age, before.at(at(member).story).age);
    }
    set_age(story, told, age);
}

void StoryStream::State::note_change(StoryChange::Kind kind, StoryNumber from, StoryNumber into,
                                     const std::vector<std::uint32_t>& members) {
    // Merged documents are compared with those they join, split ones with those they leave.
    const auto others = [&](std::uint32_t document, StoryNumber story) {
        const bool joined = std::ranges::binary_search(members, document);
        return kind == StoryChange::Kind::merged ? joined && story != from : !joined && story == from;
    };
    std::uint32_t moved = 0;
    float sum = 0;
    std::uint32_t pairs = 0;
    for (const std::uint32_t member : members) {
        if (at(member).story == from) {
            ++moved;
            for (const auto& [other, probability] : at(member).edges) {
                if (others(other, at(other).story)) {
                    sum += probability;
                    ++pairs;
                }
            }
        }
    }
    changes_.push_back({.kind = kind,
                        .from = from,
                        .into = into,
                        .documents = moved,
                        .likelihood = pairs == 0 ? 0 : sum / static_cast<float>(pairs),
                        .at = latest_});
}

}  // namespace synoptic
