// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/node_names.hpp"
#include "clean/page_blocks.hpp"

namespace synoptic {

/// What a page's tree says of one of its blocks; see Clue for the members.
struct Markup {
    float linked = 0;
    bool in_root = false;
    bool odd = false;
    bool teaser = false;
    std::string_view named;
    std::string_view soft;
    Tag tag = Tag::other;
    float depth = 0;
    float below_root = 0;
    float made_alike = 0;
    float alike_count = 0;
    float alike_length = 0;
    float siblings = 0;
    float parent_linked = 0;
    float outer_linked = 0;
    float parent_text = 0;
    int content = 0;
    float strong = 0;
    float slanted = 0;
};

/// One for each block. `root` is the element that holds the article. Linear in the page.
std::vector<Markup> describe_markup(const Dom& dom, const NodeNames& names, const std::vector<PageBlock>& blocks, std::uint32_t root);

}  // namespace synoptic
