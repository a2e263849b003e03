// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "clean/dom.hpp"

namespace synoptic {

/// "div" => Tag::div; "my-widget" => Tag::other. Names are in lower case.
Tag tag_of(std::string_view name);

/// "href" => Attr::href; nothing for an attribute that is not kept.
std::optional<Attr> attribute_of(std::string_view name);

template <typename... Tags>
constexpr bool any_of(Tag tag, Tags... tags) {
    return ((tag == tags) || ...);
}

/// Elements without content and end tag.
bool is_void(Tag tag);

bool is_heading(Tag tag);

/// Elements no end tag from inside reaches beyond ("has an element in scope").
bool is_scope(Tag tag);

/// Elements that mark words within a line.
bool is_formatting(Tag tag);

/// Elements that another of their kind, or the end of what holds them, ends: <p>, <li>, <a>.
bool has_implied_end(Tag tag);

/// Elements whose start ends an open paragraph.
bool closes_paragraph(Tag tag);

/// Elements of text whose start ends an open drawing or formula.
bool ends_drawing(Tag tag);

}  // namespace synoptic
