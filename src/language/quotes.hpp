// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

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

/// The quotations with the pieces of each split one joined: "A," he said. "B." is one utterance, whose span runs from the first mark to
/// the last and whose content then holds the words between, too. Only direct pieces of one speaker in one block are joined.
std::vector<Quote> join_pieces(const Document& document);

}  // namespace synoptic
