// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/document.hpp"

namespace synoptic {

/// Finds time expressions and resolves them: fills Document::analysis.times.
/// Needs tokens; uses sentences, tags and Document::published where they are there. Const after construction, safe to share between
/// threads.
class TimeFinder {
public:
    TimeFinder();
    ~TimeFinder();
    TimeFinder(TimeFinder&&) noexcept;
    TimeFinder& operator=(TimeFinder&&) noexcept;

    void find(Document& document) const;

private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

}  // namespace synoptic
