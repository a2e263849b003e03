// SPDX-License-Identifier: Apache-2.0
#include "clean/raw_text.hpp"

#include <algorithm>

#include "core/text.hpp"

namespace synoptic {

namespace {

bool is_end_tag(std::string_view at, std::string_view name) {
    constexpr std::string_view ends = "\t\n\f\r />";
    at.remove_prefix(2);
    return at.size() > name.size() && ends.find(at[name.size()]) != std::string_view::npos &&
           std::ranges::equal(at.substr(0, name.size()), name, {}, [](char c) { return lower_ascii(c); });
}

}  // namespace

std::size_t raw_text_end(std::string_view html, std::size_t from, std::string_view name) {
    std::size_t end = html.find("</", from);
    while (end != std::string_view::npos && !is_end_tag(html.substr(end), name)) {
        end = html.find("</", end + 2);
    }
    const bool has_comment =
        end != std::string_view::npos && name == "script" && html.substr(from, end - from).find("<!--") != std::string_view::npos;
    return has_comment ? std::string_view::npos : end;
}

}  // namespace synoptic
