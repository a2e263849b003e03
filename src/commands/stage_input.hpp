// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/clean.hpp"
#include "core/document.hpp"
#include "read/reader.hpp"

namespace synoptic {

/// Throws Failure naming the first input that is neither there nor "-": a slip of the user's, told before any work is done.
void require_inputs(const std::vector<std::string>& paths);

/// The cleaned documents of a stage command's inputs, one after the other. What cannot be used is told on stderr and counted.
class StageInput {
public:
    /// Throws Failure where an input does not exist.
    explicit StageInput(std::vector<std::string> paths, const CleanOptions& options = {});
    std::optional<Document> next();
    [[nodiscard]] std::size_t rejected() const { return rejected_; }
    /// 0, or 3 where some inputs were skipped or had to be repaired.
    [[nodiscard]] int exit_code() const;

private:
    void tell(const Reject& reject);

    std::vector<std::string> paths_;
    CleanOptions options_;
    std::size_t next_path_ = 0;
    std::unique_ptr<Reader> reader_;
    std::size_t rejected_ = 0;
};

/// What users know a document by in JSONL output: the id its line gave, else its id as hex.
std::string shown_id(const Document& document);

}  // namespace synoptic
