// SPDX-License-Identifier: Apache-2.0
#include "read/http.hpp"

#include <algorithm>
#include <charconv>

#include "core/text.hpp"
#include "read/unpack_body.hpp"

namespace synoptic {

namespace {

/// The body with the chunk sizes taken out, or nothing where it is not chunked at all. A body cut short keeps what is there.
std::optional<std::string> join_chunks(std::string_view body) {
    std::string joined;
    bool first = true;
    while (!body.empty()) {
        std::size_t size = 0;
        const auto [end, problem] = std::from_chars(body.data(), body.data() + std::min<std::size_t>(body.size(), 8), size, 16);
        const std::size_t line_end = body.find('\n');
        if (problem != std::errc{} || line_end == std::string_view::npos || (*end != '\r' && *end != '\n' && *end != ';' && *end != ' ')) {
            return first ? std::nullopt : std::optional(joined);
        }
        body.remove_prefix(line_end + 1);
        if (size == 0) {
            break;
        }
        joined += body.substr(0, size);
        body.remove_prefix(std::min(size, body.size()));
        if (body.starts_with('\r')) {
            body.remove_prefix(1);
        }
        if (body.starts_with('\n')) {
            body.remove_prefix(1);
        }
        first = false;
    }
    return joined;
}

}  // namespace

void HeaderFields::add(std::string_view line) {
    if (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
        if (!fields_.empty()) {
            fields_.back().second += ' ';
            fields_.back().second += trim(line);
        }
        return;
    }
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos) {
        fields_.emplace_back(lower_ascii(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
    }
}

std::size_t HeaderFields::parse(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        std::string_view line = bytes.substr(at, end - at);
        at = std::min(end + 1, bytes.size());
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty()) {
            break;
        }
        add(line);
    }
    return at;
}

std::string_view HeaderFields::get(std::string_view name) const {
    for (const auto& [key, value] : fields_) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

std::string_view charset_of(std::string_view content_type) {
    const std::string lower = lower_ascii(content_type);
    const std::size_t found = lower.find("charset=");
    if (found == std::string::npos) {
        return {};
    }
    std::string_view value = trim(content_type.substr(found + 8));
    value = value.substr(0, value.find_first_of("; ,"));
    while (!value.empty() && (value.front() == '"' || value.front() == '\'')) {
        value.remove_prefix(1);
    }
    while (!value.empty() && (value.back() == '"' || value.back() == '\'')) {
        value.remove_suffix(1);
    }
    return value;
}

Result<HttpResponse> parse_response(std::string_view message) {
    HttpResponse response;
    const std::size_t line_end = message.find('\n');
    if (!message.starts_with("HTTP/") || line_end == std::string_view::npos) {
        return Error{"has no HTTP header"};
    }
    const std::size_t space = message.find(' ');
    if (space < line_end) {
        std::from_chars(message.data() + space + 1, message.data() + line_end, response.status);
    }
    message.remove_prefix(line_end + 1);
    HeaderFields headers;
    message.remove_prefix(headers.parse(message));

    const std::string_view type = headers.get("content-type");
    response.media_type = lower_ascii(trim(type.substr(0, type.find(';'))));
    response.charset = charset_of(type);

    response.body = message;
    if (lower_ascii(headers.get("transfer-encoding")).find("chunked") != std::string::npos) {
        if (auto joined = join_chunks(message)) {
            response.body = std::move(*joined);
        }
    }
    auto unpacked = unpack_body(std::move(response.body), headers.get("content-encoding"));
    if (!unpacked) {
        return Error{unpacked.reason()};
    }
    response.body = std::move(unpacked.value());
    return response;
}

}  // namespace synoptic
