// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace synoptic {

/// One line of JSON, written member by member: an object is begun, gets its members, and is ended. For output by the gigabyte; a tree of
/// values would cost as much as finding what stands in it.
///
///     JsonLine line;
///     line.begin('{').text("id", "a1").null("title").begin("cut", '[').begin('{').text("reason", "other").end('}').end(']').end('}');
class JsonLine {
public:
    /// An object or a list, as a member or as an element.
    JsonLine& begin(std::string_view key, char bracket);
    JsonLine& begin(char bracket);
    JsonLine& end(char bracket);
    /// Bytes that are no UTF-8 become U+FFFD.
    JsonLine& text(std::string_view key, std::string_view value);
    JsonLine& text(std::string_view value);
    JsonLine& null(std::string_view key);
    JsonLine& text_or_null(std::string_view key, const std::optional<std::string>& value) { return value ? text(key, *value) : null(key); }

    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    void clear() { bytes_.clear(); }

private:
    void separate();
    void key(std::string_view name);
    void quote(std::string_view value);
    std::string bytes_;
};

}  // namespace synoptic
