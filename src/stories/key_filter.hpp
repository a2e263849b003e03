// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace synoptic {

/// Which keys a document may hold: a Bloom filter of one hash (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970).
/// Most keys that two documents are asked for are in one of them only, and are told apart here without a search.
class KeyFilter {
public:
    void add(std::uint32_t key) { words_[place(key) / word_bits] |= bit(key); }
    /// False only for a key that was never added.
    [[nodiscard]] bool may_hold(std::uint32_t key) const { return (words_[place(key) / word_bits] & bit(key)) != 0; }

private:
    static constexpr std::size_t word_bits = 64;
    static constexpr unsigned log_bits = 11;
    static constexpr std::size_t place(std::uint32_t key) { return (key * 0x9E3779B1U) >> (32U - log_bits); }
    static constexpr std::uint64_t bit(std::uint32_t key) { return std::uint64_t{1} << (place(key) % word_bits); }

    std::array<std::uint64_t, (std::size_t{1} << log_bits) / word_bits> words_{};
};

}  // namespace synoptic
