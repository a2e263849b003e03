// SPDX-License-Identifier: Apache-2.0
#include "store/byte_positions.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t stride = 64;

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

BytePositions::BytePositions(std::string_view text) : text_(text) {
    std::uint32_t seen = 0;
    for (std::uint32_t byte = 0; byte < text.size(); ++byte) {
        if (starts_code_point(text[byte])) {
            if (seen % stride == 0) {
                every_64th_.push_back(byte);
            }
            ++seen;
        }
    }
}

std::uint32_t BytePositions::at(std::uint32_t code_point) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    if (code_point / stride >= every_64th_.size()) {
        return size;
    }
    std::uint32_t byte = every_64th_[code_point / stride];
    for (std::uint32_t left = code_point % stride; left > 0 && byte < size; --left) {
        do {
            ++byte;
        } while (byte < size && !starts_code_point(text_[byte]));
    }
    return byte;
}

std::string_view BytePositions::slice(std::uint32_t start, std::uint32_t end) const {
    const std::uint32_t first = at(start);
    const std::uint32_t last = at(end);
    return first < last ? text_.substr(first, last - first) : std::string_view{};
}

}  // namespace synoptic
