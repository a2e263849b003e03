// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/id.hpp"

namespace synoptic {

/// Documents about one thing that happened, as indices in (published, id) order. The id is a hash of its documents' ids.
struct Story {
    StoryId id;
    std::string label;
    std::vector<std::uint32_t> documents;
};

}  // namespace synoptic
