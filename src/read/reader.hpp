// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "core/document.hpp"

namespace synoptic {

/// An input, or a record of one, that could not be used, or not as it is.
struct Reject {
    std::string path;
    std::string record;  ///< "" for the whole input, else "line 12", "offset 4096"
    std::string reason;  ///< a sentence's predicate: "is empty", "is binary data", "is no JSON: ..."
    bool kept = false;   ///< it was used all the same, with what is broken in it replaced
};

/// "skipped a.jsonl, line 3: is JSON, but no object"; "repaired ..." where it was kept.
std::string to_line(const Reject& reject);

/// Pages of one input, one after the other. Memory held does not grow with the size of the input.
class Reader {
public:
    virtual ~Reader() = default;
    /// The next page or the next reject; nothing at the end of the input.
    virtual std::optional<std::variant<Page, Reject>> next() = 0;
};

/// A reader for a file, a folder (all its files, by name) or "-" (standard input). What a file is, is told by its content, then by its
/// name. Never fails: an input that cannot be opened is a reader that gives one Reject.
std::unique_ptr<Reader> open_input(const std::string& path);

}  // namespace synoptic
