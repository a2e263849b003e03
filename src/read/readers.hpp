// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "read/input.hpp"
#include "read/reader.hpp"

namespace synoptic {

/// One page: the whole input. `kind` is html or text. Larger than longest_record, empty or broken: one Reject.
std::unique_ptr<Reader> read_whole(std::string path, Input input, PageKind kind);

/// A JSON object a line. See json_line.hpp for the keys. A line that cannot be read is a Reject with its number.
std::unique_ptr<Reader> read_jsonl(std::string path, Input input);

/// The HTML responses and resources, and the plain text conversions (WET), of a WARC file, version 0.x and 1.x. A broken record is a
/// Reject; reading goes on with the next record that can be found. All other records are passed over.
std::unique_ptr<Reader> read_warc(std::string path, Input input);

/// The items of an RSS or Atom feed or a news sitemap, each a page of the text the feed carries. A sitemap that carries no text is one
/// Reject.
std::unique_ptr<Reader> read_feed(std::string path, Input input);

/// The items of a JSON Feed, likewise.
std::unique_ptr<Reader> read_json_feed(std::string path, Input input);

}  // namespace synoptic
