// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/document.hpp"

namespace synoptic {

/// Finds names and the lower-case phrases that act like names ("the coast guard"): fills Document::analysis.entities.
/// Needs tokens; uses sentences, tags, parse and analysis.times where they are there. Const after construction, safe to share between
/// threads.
class NameFinder {
public:
    NameFinder();
    ~NameFinder();
    NameFinder(NameFinder&&) noexcept;
    NameFinder& operator=(NameFinder&&) noexcept;

    void find(Document& document) const;

private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

}  // namespace synoptic
