// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "clean/metadata.hpp"
#include "clean/node_names.hpp"
#include "clean/page_head.hpp"

namespace synoptic {

/// Finds the title: the headline that is seen, or what the head states of it without the site's name. Gives the headline's node,
/// PageLines::nowhere where none is seen.
std::uint32_t find_title(const Dom& dom, const NodeNames& names, const PageHead& head, Metadata& found);

}  // namespace synoptic
