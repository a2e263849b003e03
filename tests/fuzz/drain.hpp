// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "read/byte_source.hpp"
#include "read/input.hpp"
#include "read/reader.hpp"

namespace synoptic {

/// Bytes in memory, given out in pieces of odd sizes so that records reach over the ends of buffers.
class PiecewiseSource final : public ByteSource {
public:
    PiecewiseSource(const std::uint8_t* data, std::size_t size) : bytes_(reinterpret_cast<const char*>(data), size) {}
    std::size_t read(char* to, std::size_t room) override {
        step_ = step_ * 5 % 257 + 1;
        const std::size_t got = std::min({room, step_, bytes_.size() - at_});
        std::memcpy(to, bytes_.data() + at_, got);
        at_ += got;
        return got;
    }
    [[nodiscard]] std::uint64_t origin() const override { return 0; }

private:
    std::string bytes_;
    std::size_t at_ = 0;
    std::size_t step_ = 1;
};

/// The first byte says how the rest is packed: '1' gzip, '2' zstd, else not at all.
inline Input fuzzed_input(const std::uint8_t* data, std::size_t size) {
    const std::uint8_t how = size == 0 ? 0 : data[0];
    auto source = std::make_unique<PiecewiseSource>(data + (size == 0 ? 0 : 1), size - (size == 0 ? 0 : 1));
    return Input(how == '1' ? gunzip(std::move(source)) : how == '2' ? unzstd(std::move(source)) : std::move(source));
}

/// Reads to the end: it comes, and no reject is without a reason.
inline void drain(const std::unique_ptr<Reader>& reader) {
    while (const auto item = reader->next()) {
        if (const auto* reject = std::get_if<Reject>(&*item); reject != nullptr && reject->reason.empty()) {
            std::abort();
        }
    }
}

}  // namespace synoptic
