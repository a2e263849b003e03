// SPDX-License-Identifier: Apache-2.0
#include "core/id.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <charconv>
#include <memory>

namespace synoptic {

std::array<std::uint64_t, 2> hash_pieces(std::initializer_list<std::string_view> pieces) {
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    for (std::string_view piece : pieces) {
        const std::string length = fmt::format("{}:", piece.size());
        XXH3_128bits_update(state.get(), length.data(), length.size());
        XXH3_128bits_update(state.get(), piece.data(), piece.size());
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return {hash.high64, hash.low64};
}

std::string to_hex(const std::array<std::uint64_t, 2>& bits) { return fmt::format("{:016x}{:016x}", bits[0], bits[1]); }

std::array<std::uint64_t, 2> from_hex(std::string_view hex) {
    std::array<std::uint64_t, 2> bits{};
    if (hex.size() != 32) {
        return bits;
    }
    for (std::size_t half = 0; half < 2; ++half) {
        const char* begin = hex.data() + half * 16;
        const auto parsed = std::from_chars(begin, begin + 16, bits[half], 16);
        if (parsed.ec != std::errc{} || parsed.ptr != begin + 16) {
            return {};
        }
    }
    return bits;
}

}  // namespace synoptic
