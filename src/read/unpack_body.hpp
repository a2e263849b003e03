// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"

namespace synoptic {

/// The body of an HTTP message as its Content-Encoding ("gzip", "deflate", "br", "zstd", several with commas) left it. Crawlers often
/// unpack bodies and keep the header: what does not look packed is given as it is. More than `longest_record` is an error; of a body cut
/// short what could be had is given.
Result<std::string> unpack_body(std::string body, std::string_view content_encoding);

}  // namespace synoptic
