// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.hpp"

namespace synoptic {

/// Header fields in their order, names in lower case: of an HTTP message or of a WARC record.
class HeaderFields {
public:
    /// Reads "Name: value" lines, folded lines included, up to the first empty line; gives the number of bytes read, the empty line
    /// included.
    std::size_t parse(std::string_view bytes);
    void add(std::string_view line);
    /// The first value under a lower-case name, or "".
    [[nodiscard]] std::string_view get(std::string_view name) const;

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

struct HttpResponse {
    int status = 0;
    std::string media_type;  ///< "text/html", lower case; empty if unknown
    std::string charset;     ///< as the header states it; may be empty
    std::string body;        ///< chunked, gzip, deflate, brotli and zstd coding undone
};

/// Takes an HTTP response apart. Content that claims a coding it does not have is left as it is, as crawlers often store it decoded.
/// A body that unpacks to more than longest_record is an Error.
Result<HttpResponse> parse_response(std::string_view message);

/// "text/html; charset=\"UTF-8\"" => "UTF-8"
std::string_view charset_of(std::string_view content_type);

}  // namespace synoptic
