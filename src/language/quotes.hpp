// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/document.hpp"

namespace synoptic {

/// Finds quotations and their speakers: fills Document::analysis.quotes.
/// Runs after MentionFinder. Const after construction, safe to share between threads.
class QuoteFinder {
public:
    QuoteFinder();
    ~QuoteFinder();
    QuoteFinder(QuoteFinder&&) noexcept;
    QuoteFinder& operator=(QuoteFinder&&) noexcept;

    void find(Document& document) const;

private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

}  // namespace synoptic
