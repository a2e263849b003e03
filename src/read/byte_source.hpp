// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace synoptic {

/// Bytes that come one after the other: a file, standard input, or what another source's bytes unpack to.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    /// Puts up to `room` bytes at `to` and says how many. 0 at the end, or where error() says what went wrong.
    virtual std::size_t read(char* to, std::size_t room) = 0;

    /// Where in the file the piece starts that the bytes last read belong to: its compressed member, 0 for a file that is not packed.
    [[nodiscard]] virtual std::uint64_t origin() const = 0;

    /// After an error: goes to where reading can be taken up again (the next compressed member). False if there is no such place.
    virtual bool resume() { return false; }

    [[nodiscard]] const std::string& error() const { return error_; }

protected:
    std::string error_;  ///< a sentence's predicate: "is a truncated gzip file"; empty if all is well
};

/// The bytes of a file, or of standard input for "-". An unreadable file is a source with an error.
std::unique_ptr<ByteSource> open_file(const std::string& path);

/// What the gzip members of `packed`, one or many, unpack to. One read never gives bytes of two members. A member that unpacks to more
/// than 64 MB and to more than 200 times its size is taken for a bomb: an error; so is a file whose members so far unpack to four times that.
std::unique_ptr<ByteSource> gunzip(std::unique_ptr<ByteSource> packed);

/// The same for zstd frames.
std::unique_ptr<ByteSource> unzstd(std::unique_ptr<ByteSource> packed);

/// `head` and then the bytes of `rest`, which may be null.
std::unique_ptr<ByteSource> join(std::string head, std::unique_ptr<ByteSource> rest);

constexpr std::uint64_t bomb_size = 64U << 20U;
constexpr std::uint64_t bomb_ratio = 200;

}  // namespace synoptic
