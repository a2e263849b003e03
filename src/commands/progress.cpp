// SPDX-License-Identifier: Apache-2.0
#include "commands/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "read/reader.hpp"

namespace synoptic {

namespace {

constexpr std::size_t bar_width = 24;
constexpr auto redraw_every = std::chrono::milliseconds(100);

}  // namespace

TerminalProgress::TerminalProgress(bool quiet) : quiet_(quiet), terminal_(isatty(STDERR_FILENO) == 1) {}

TerminalProgress::~TerminalProgress() { erase(); }

void TerminalProgress::on_stage(std::string_view name, std::size_t total) {
    if (quiet_) {
        return;
    }
    stage_ = name;
    total_ = total;
    if (terminal_) {
        draw(0);
    } else {
        std::cerr << (total == 0 ? fmt::format("{}\n", name) : fmt::format("{} ({})\n", name, total));
    }
}

void TerminalProgress::on_advance(std::size_t done) {
    const auto now = std::chrono::steady_clock::now();
    if (quiet_ || !terminal_ || now - last_drawn_ < redraw_every) {
        return;
    }
    last_drawn_ = now;
    draw(done);
}

void TerminalProgress::on_reject(const Reject& reject) {
    erase();
    std::cerr << to_line(reject) << '\n';
}

void TerminalProgress::draw(std::size_t done) {
    erase();
    std::string line = stage_;
    if (total_ > 0) {
        const std::size_t filled = std::min(bar_width, done * bar_width / total_);
        line += fmt::format(" [{}{}] {}/{}", std::string(filled, '#'), std::string(bar_width - filled, ' '), done, total_);
    } else if (done > 0) {
        line += fmt::format(" {}", done);
    }
    std::cerr << line << std::flush;
    drawn_ = true;
}

void TerminalProgress::erase() {
    if (drawn_) {
        std::cerr << "\r\x1b[K" << std::flush;
        drawn_ = false;
    }
}

}  // namespace synoptic
