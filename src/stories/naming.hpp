// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>

#include "stories/stream.hpp"

namespace synoptic {

/// How new clusters of documents are named after the stories that these documents were of.
struct Naming {
    std::map<std::uint32_t, StoryNumber> name_of;                           ///< by cluster; none for one that founds a story
    std::map<StoryNumber, std::uint32_t> heir_of;                           ///< by story, the cluster with its name; of one that gives up
                                                                            ///< its name, the cluster most of its documents went to
    std::map<std::pair<StoryNumber, std::uint32_t>, std::uint32_t> shared;  ///< documents, by story and cluster

    [[nodiscard]] bool keeps_name(StoryNumber story) const {
        const auto named = name_of.find(heir_of.at(story));
        return named != name_of.end() && named->second == story;
    }
};

/// A cluster takes the name of the story that most of its documents had, a story gives its name to one cluster only. `settled`: documents
/// of a story that are not among those given; they speak for its name.
Naming name_clusters(std::span<const StoryNumber> story_of, std::span<const std::uint32_t> cluster_of,
                     const std::map<StoryNumber, std::uint32_t>& settled);

}  // namespace synoptic
