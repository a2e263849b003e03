// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "pipeline.hpp"

namespace synoptic {

/// Tells on stderr how far a run is: a line that is drawn over on a terminal, one line per stage elsewhere; rejects always in full.
class TerminalProgress final : public ProgressListener {
public:
    explicit TerminalProgress(bool quiet);
    ~TerminalProgress() override;

    void on_stage(std::string_view name, std::size_t total) override;
    void on_advance(std::size_t done) override;
    void on_reject(const Reject& reject) override;
    /// Takes the progress line away.
    void finish() { erase(); }

private:
    void draw(std::size_t done);
    void erase();

    bool quiet_;
    bool terminal_;
    std::string stage_;
    std::size_t total_ = 0;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point last_drawn_;
};

}  // namespace synoptic
