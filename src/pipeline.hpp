// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "store/totals.hpp"

namespace synoptic {

struct Reject;

/// Told what the pipeline does, from the thread that called run(). The default ignores it.
class ProgressListener {
public:
    virtual ~ProgressListener() = default;
    /// A stage begins; `total` is 0 where its amount of work is not known beforehand.
    virtual void on_stage(std::string_view /*name*/, std::size_t /*total*/) {}
    virtual void on_advance(std::size_t /*done*/) {}
    virtual void on_reject(const Reject& /*reject*/) {}
};

struct ReadOptions {
    std::vector<std::string> inputs;  ///< files, folders, "-"
    std::string database;
    unsigned threads = 0;  ///< 0: one per core; the outcome does not depend on it
    std::optional<std::string>
        corrections;                    ///< the text of a corrections file (situation/corrections.hpp); without one the last stays in force
    std::string corrections_path;       ///< for messages
    std::optional<Date> reference_day;  ///< for documents without a date: "on Friday" counts from here; they stay undated
};

/// What a run did, and what the database holds after it.
struct ReadSummary {
    std::size_t added = 0;
    std::size_t known = 0;  ///< read before and unchanged
    std::size_t rejected = 0;
    std::size_t corrections = 0;                  ///< in force
    std::vector<std::uint32_t> idle_corrections;  ///< lines of those that found nothing to correct; known where stories were rebuilt
    Totals totals;
};

/// The whole flow: reads the inputs into the database and, if anything is new there, rebuilds its stories and situations. Documents are
/// committed in batches, so a run that was stopped goes on where it was. Throws Failure where the database cannot be used.
ReadSummary run(const ReadOptions& options, ProgressListener& listener);

}  // namespace synoptic
