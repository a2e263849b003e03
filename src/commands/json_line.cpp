// SPDX-License-Identifier: Apache-2.0
#include "commands/json_line.hpp"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "core/utf8.hpp"

namespace synoptic {

namespace {

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

/// The letter that stands for the byte behind a backslash, or 0.
char escape_letter(char c) {
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

}  // namespace

JsonLine& JsonLine::begin(std::string_view name, char bracket) {
    key(name);
    bytes_ += bracket;
    return *this;
}

JsonLine& JsonLine::begin(char bracket) {
    separate();
    bytes_ += bracket;
    return *this;
}

JsonLine& JsonLine::end(char bracket) {
    bytes_ += bracket;
    return *this;
}

JsonLine& JsonLine::text(std::string_view name, std::string_view value) {
    key(name);
    quote(value);
    return *this;
}

JsonLine& JsonLine::text(std::string_view value) {
    separate();
    quote(value);
    return *this;
}

JsonLine& JsonLine::null(std::string_view name) {
    key(name);
    bytes_ += "null";
    return *this;
}

void JsonLine::separate() {
    if (!bytes_.empty() && bytes_.back() != '{' && bytes_.back() != '[') {
        bytes_ += ',';
    }
}

void JsonLine::key(std::string_view name) {
    separate();
    quote(name);
    bytes_ += ':';
}

void JsonLine::quote(std::string_view value) {
    if (!is_valid_utf8(value)) {
        bytes_ += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return;
    }
    bytes_ += '"';
    for (std::size_t at = 0; at < value.size();) {
        std::size_t end = at;
        while (end < value.size() && is_plain(value[end])) {
            ++end;
        }
        bytes_ += value.substr(at, end - at);
        if (end < value.size()) {
            if (const char letter = escape_letter(value[end]); letter != 0) {
                bytes_ += '\\';
                bytes_ += letter;
            } else {
                fmt::format_to(std::back_inserter(bytes_), "\\u{:04x}", static_cast<unsigned char>(value[end]));
            }
            ++end;
        }
        at = end;
    }
    bytes_ += '"';
}

}  // namespace synoptic
