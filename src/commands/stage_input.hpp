// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
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
    /// Throws Failure where an input does not exist. With more than one thread (0: one per core), some pages are read ahead and cleaned
    /// side by side; what comes out, and its order, are the same.
    explicit StageInput(std::vector<std::string> paths, const CleanOptions& options = {}, unsigned threads = 1);
    std::optional<Document> next();
    [[nodiscard]] std::size_t rejected() const { return rejected_; }
    /// 0, or 3 where some inputs were skipped or had to be repaired.
    [[nodiscard]] int exit_code() const;

private:
    struct Cleaned {
        std::optional<Document> document;
        std::optional<Reject> reject;  ///< told before the document is given
    };
    std::optional<std::variant<Page, Reject>> next_page();
    void fill();
    void tell(const Reject& reject);

    std::vector<std::string> paths_;
    CleanOptions options_;
    std::size_t next_path_ = 0;
    std::unique_ptr<Reader> reader_;
    std::size_t rejected_ = 0;
    unsigned threads_ = 1;
    std::deque<Cleaned> ready_;
};

/// What users know a document by in JSONL output: the id its line gave, else its id as hex.
std::string shown_id(const Document& document);

}  // namespace synoptic
