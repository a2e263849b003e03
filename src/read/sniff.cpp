// SPDX-License-Identifier: Apache-2.0
#include "read/sniff.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t head_size = 4096;

bool is_utf16(std::string_view head) { return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"); }

bool is_binary(std::string_view head) {
    constexpr std::array<std::string_view, 12> magics = {"%PDF-",
                                                         "\x89PNG",
                                                         "\xFF\xD8\xFF",
                                                         "GIF8",
                                                         "PK\x03\x04",
                                                         "\x7F"
                                                         "ELF",
                                                         "RIFF",
                                                         "\x1f\x8b",
                                                         "BZh",
                                                         "7z\xBC\xAF",
                                                         "SQLite format 3",
                                                         "\xD0\xCF\x11\xE0"};
    if (std::ranges::any_of(magics, [&](std::string_view magic) { return head.starts_with(magic); })) {
        return true;
    }
    if (is_utf16(head)) {
        return false;
    }
    const auto controls = std::ranges::count_if(head, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && !is_ascii_space(c) && c != '\x1b';
    });
    const auto zeros = std::ranges::count(head, '\0');
    return (zeros > 0 && !looks_like_html(head)) || static_cast<std::size_t>(controls) * 10 > head.size();
}

bool has_end(std::string_view name, std::initializer_list<std::string_view> ends) {
    return std::ranges::any_of(ends, [&](std::string_view end) { return name.ends_with(end); });
}

std::string_view skip_mark(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) {
        head.remove_prefix(3);
    }
    while (!head.empty() && is_ascii_space(head.front())) {
        head.remove_prefix(1);
    }
    return head;
}

bool looks_like_json_object(std::string_view head) {
    if (!head.starts_with('{')) {
        return false;
    }
    const std::string_view inside = trim(head.substr(1, 200));
    return inside.starts_with('"') || inside.starts_with('}');
}

}  // namespace

bool looks_like_html(std::string_view head) {
    const std::string lower = lower_ascii(skip_mark(head.substr(0, head_size)));
    if (!lower.starts_with('<')) {
        return false;
    }
    if (lower.starts_with("<!doctype html") || lower.starts_with("<html")) {
        return true;
    }
    constexpr std::array<std::string_view, 12> tags = {"<html", "<head", "<body",    "<title",  "<meta",  "<div",
                                                       "<p>",   "<p ",   "<article", "<script", "<table", "<h1"};
    return std::ranges::any_of(tags, [&](std::string_view tag) { return lower.find(tag) != std::string::npos; });
}

Content sniff(std::string_view head, std::string_view name) {
    const std::string lower_name = lower_ascii(name);
    head = head.substr(0, head_size);
    if (head.starts_with("WARC/")) {
        return Content::warc;
    }
    if (is_binary(head)) {
        return Content::binary;
    }
    if (is_utf16(head)) {
        return has_end(lower_name, {".html", ".htm", ".xhtml"}) ? Content::html : Content::text;
    }
    const std::string_view start = skip_mark(head);
    if (start.starts_with('<')) {
        const std::string lower = lower_ascii(start);
        if (lower.starts_with("<rss") || lower.starts_with("<feed") || lower.starts_with("<rdf:rdf") || lower.starts_with("<urlset")) {
            return Content::feed;
        }
        if (lower.starts_with("<?xml") && lower.find("<html") == std::string::npos &&
            (lower.find("<rss") != std::string::npos || lower.find("<feed") != std::string::npos ||
             lower.find("<rdf:rdf") != std::string::npos || lower.find("<urlset") != std::string::npos)) {
            return Content::feed;
        }
        if (looks_like_html(start)) {
            return Content::html;
        }
    }
    if (looks_like_json_object(start) && start.substr(0, 1000).find("jsonfeed.org/version/") != std::string_view::npos) {
        return Content::json_feed;
    }
    if (looks_like_json_object(start) || has_end(lower_name, {".jsonl", ".ndjson"})) {
        return Content::jsonl;
    }
    if (has_end(lower_name, {".html", ".htm", ".xhtml"})) {
        return Content::html;
    }
    return has_end(lower_name, {".warc"}) ? Content::warc : Content::text;
}

}  // namespace synoptic
