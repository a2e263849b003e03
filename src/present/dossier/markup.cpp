// SPDX-License-Identifier: Apache-2.0
#include "present/dossier/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/date.hpp"
#include "core/utf8.hpp"
#include "store/byte_positions.hpp"

namespace synoptic {

namespace {

/// U+202A to U+202E and U+2066 to U+2069, which embed and override directions.
bool turns_direction(std::string_view text, std::size_t at) {
    if (text.size() - at < 3 || text[at] != '\xE2') {
        return false;
    }
    const auto last = static_cast<unsigned char>(text[at + 2]);
    return (text[at + 1] == '\x80' && last >= 0xAA && last <= 0xAE) || (text[at + 1] == '\x81' && last >= 0xA6 && last <= 0xA9);
}

}  // namespace

std::string escape_html(std::string_view text) {
    std::string safe;
    safe.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (const char c = text[at]) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            if (turns_direction(text, at)) {
                at += 2;
            } else {
                safe += c;
            }
        }
    }
    return safe;
}

std::string mark_html(std::string_view text, std::span<const Span> marks) {
    std::string html;
    std::uint32_t at = 0;
    for (const Span mark : marks) {
        html += escape_html(Span{at, mark.begin}.in(text)) + "<mark>" + escape_html(mark.in(text)) + "</mark>";
        at = mark.end;
    }
    return html + escape_html(text.substr(std::min<std::size_t>(at, text.size())));
}

std::string with_commas(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) {
        digits.insert(at - 3, ",");
    }
    return digits;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", with_commas(count), count == 1 ? one : many);
}

std::string date_words(std::string_view iso_date) {
    constexpr std::array<std::string_view, 12> months = {"January", "February", "March",     "April",   "May",      "June",
                                                         "July",    "August",   "September", "October", "November", "December"};
    const std::optional<Date> date = parse_iso(iso_date);
    if (!date) {
        return std::string(iso_date);
    }
    if (date->month == 0) {
        return fmt::format("{}", date->year);
    }
    const std::string_view month = months[date->month - 1U];
    return date->has_day() ? fmt::format("{} {} {}", date->day, month, date->year) : fmt::format("{} {}", month, date->year);
}

std::string time_html(std::string_view iso_date) {
    return fmt::format(R"(<time datetime="{}">{}</time>)", escape_html(iso_date), escape_html(date_words(iso_date)));
}

std::string shortened(std::string_view text, std::size_t most) {
    const BytePositions positions(text);
    const std::string_view head = positions.slice(0, static_cast<std::uint32_t>(most));
    return head.size() == text.size() ? std::string(text) : std::string(head) + " …";
}

std::string_view bare(std::string_view text) {
    constexpr std::string_view edge = " \t\n,;:-";
    while (!text.empty()) {
        if (edge.find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
        } else if (text.starts_with("—") || text.starts_with("–")) {
            text.remove_prefix(3);
        } else if (edge.find(text.back()) != std::string_view::npos || text.back() == '.') {
            text.remove_suffix(1);
        } else if (text.ends_with("—") || text.ends_with("–")) {
            text.remove_suffix(3);
        } else {
            break;
        }
    }
    return text;
}

std::string folded(const std::string& summary, const std::string& content) {
    return fmt::format("<details><summary>{}</summary>\n{}</details>\n", summary, content);
}

}  // namespace synoptic
