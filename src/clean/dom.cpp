// SPDX-License-Identifier: Apache-2.0
#include "clean/dom.hpp"

#include <algorithm>

#include "core/text.hpp"

namespace synoptic {

std::string_view Dom::attribute(std::uint32_t at, Attr name) const {
    const Node& node = nodes_[at];
    for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
        const Attribute& attribute = attributes_[node.first_attribute + i];
        if (attribute.name == name) {
            return attribute.value.in(pool_);
        }
    }
    return {};
}

bool Dom::has_attribute(std::uint32_t at, Attr name) const {
    const Node& node = nodes_[at];
    const auto first = attributes_.begin() + node.first_attribute;
    return std::any_of(first, first + node.attribute_count, [&](const Attribute& attribute) { return attribute.name == name; });
}

std::string Dom::text_below(std::uint32_t at) const {
    std::string joined;
    for (std::uint32_t i = at; i < nodes_[at].end; ++i) {
        const Tag tag = nodes_[i].tag;
        if (tag == Tag::text) {
            joined += text(i);
        } else if (tag == Tag::script || tag == Tag::style || tag == Tag::noscript || tag == Tag::template_) {
            i = nodes_[i].end - 1;
        } else if (is_block(tag) || tag == Tag::br) {
            joined += ' ';
        }
    }
    return fold_space(joined);
}

}  // namespace synoptic
