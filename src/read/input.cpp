// SPDX-License-Identifier: Apache-2.0
#include "read/input.hpp"

#include <algorithm>
#include <array>

namespace synoptic {

bool Input::fill() {
    if (begin_ > 0 && (begin_ == buffer_.size() || begin_ > (1U << 16U))) {
        buffer_.erase(0, begin_);
        base_ += begin_;
        begin_ = 0;
        while (marks_.size() > 1 && marks_[1].position <= base_) {
            marks_.pop_front();
        }
    }
    constexpr std::size_t step = 1U << 16U;
    const std::size_t before = buffer_.size();
    buffer_.resize(before + step);
    const std::size_t got = source_->read(buffer_.data() + before, step);
    buffer_.resize(before + got);
    if (got == 0) {
        return false;
    }
    const std::uint64_t origin = source_->origin();
    if (marks_.empty() || marks_.back().origin != origin) {
        marks_.push_back({base_ + before, origin});
    }
    return true;
}

std::string_view Input::peek(std::size_t count) {
    while (buffer_.size() - begin_ < count && fill()) {
    }
    return std::string_view(buffer_).substr(begin_);
}

Input::Line Input::next_line(std::string& line, std::size_t limit) {
    line.clear();
    bool too_long = false;
    bool any = false;
    for (;;) {
        const std::string_view ready = peek(1);
        if (ready.empty()) {
            break;
        }
        any = true;
        const std::size_t end = ready.find('\n');
        const std::string_view piece = ready.substr(0, end);
        if (line.size() + piece.size() > limit) {
            too_long = true;
            line.clear();
        }
        if (!too_long) {
            line += piece;
        }
        take(end == std::string_view::npos ? piece.size() : end + 1);
        if (end != std::string_view::npos) {
            break;
        }
    }
    if (!any) {
        return Line::end;
    }
    if (!line.empty() && line.back() == '\r') {
        line.pop_back();
    }
    return too_long ? Line::too_long : Line::whole;
}

std::size_t Input::append(std::string& bytes, std::uint64_t count) {
    std::size_t done = 0;
    while (done < count) {
        const std::string_view ready = peek(1);
        if (ready.empty()) {
            break;
        }
        const std::size_t piece = static_cast<std::size_t>(std::min<std::uint64_t>(ready.size(), count - done));
        bytes += ready.substr(0, piece);
        take(piece);
        done += piece;
    }
    return done;
}

std::uint64_t Input::skip(std::uint64_t count) {
    std::uint64_t done = 0;
    while (done < count) {
        const std::string_view ready = peek(1);
        if (ready.empty()) {
            break;
        }
        const std::size_t piece = static_cast<std::size_t>(std::min<std::uint64_t>(ready.size(), count - done));
        take(piece);
        done += piece;
    }
    return done;
}

void Input::put_back(std::string_view bytes) {
    std::string buffer(bytes);
    buffer += std::string_view(buffer_).substr(begin_);
    base_ += begin_;
    base_ -= bytes.size();
    begin_ = 0;
    buffer_ = std::move(buffer);
}

std::uint64_t Input::offset() const {
    const std::uint64_t position = base_ + begin_;
    const auto after = std::ranges::upper_bound(marks_, position, {}, &Mark::position);
    if (after != marks_.begin() && std::prev(after)->position == position) {
        return std::prev(after)->origin;
    }
    return position;
}

bool Input::resume() {
    base_ += buffer_.size();
    buffer_.clear();
    begin_ = 0;
    marks_.clear();
    return source_->resume();
}

}  // namespace synoptic
