// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/document.hpp"

namespace synoptic {

/// Finds who is spoken of where, and chains the mentions of the same: fills Document::analysis.mentions and roles.
/// Runs after NameFinder. Const after construction, safe to share between threads.
class MentionFinder {
public:
    MentionFinder();
    ~MentionFinder();
    MentionFinder(MentionFinder&&) noexcept;
    MentionFinder& operator=(MentionFinder&&) noexcept;

    void find(Document& document) const;

private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

}  // namespace synoptic
