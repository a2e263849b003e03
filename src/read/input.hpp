// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/byte_source.hpp"

namespace synoptic {

/// No page and no record may be larger than this (bytes, unpacked).
constexpr std::size_t longest_record = 32U << 20U;

/// A source read by lines and by counts, with a small buffer in front.
class Input {
public:
    explicit Input(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

    /// The next bytes, at least `count` of them unless the input ends (or breaks) before. Valid until the next call.
    std::string_view peek(std::size_t count);
    void take(std::size_t count) { begin_ += count; }

    enum class Line : std::uint8_t { whole, too_long, end };
    /// The next line without its line end (LF or CR LF). A line of more than `limit` bytes is passed over: too_long.
    Line next_line(std::string& line, std::size_t limit);

    /// Appends the next `count` bytes to `bytes`, or fewer where the input ends before. Gives the number.
    std::size_t append(std::string& bytes, std::uint64_t count);
    /// Passes over `count` bytes. Gives the number passed.
    std::uint64_t skip(std::uint64_t count);

    /// Gives back bytes that were read last: they come next again.
    void put_back(std::string_view bytes);

    /// Where the next byte stands in the file: its compressed member's place if it is the first of one, else its place in the unpacked
    /// bytes. Known only once peek() has seen that byte.
    [[nodiscard]] std::uint64_t offset() const;

    /// What went wrong, once all bytes before that have been taken; else "".
    [[nodiscard]] std::string error() const { return begin_ == buffer_.size() ? source_->error() : std::string{}; }
    /// The compressed member that is broken.
    [[nodiscard]] std::uint64_t error_offset() const { return source_->origin(); }
    /// After an error: drops what is buffered and goes on at the next compressed member. False if there is none.
    bool resume();

private:
    bool fill();

    struct Mark {
        std::uint64_t position;  ///< in the unpacked bytes
        std::uint64_t origin;    ///< of the member that starts there
    };

    std::unique_ptr<ByteSource> source_;
    std::string buffer_;
    std::size_t begin_ = 0;
    std::uint64_t base_ = 0;  ///< position of buffer_[0] in the unpacked bytes
    std::deque<Mark> marks_;  ///< of the members that reach into the buffer
};

}  // namespace synoptic
