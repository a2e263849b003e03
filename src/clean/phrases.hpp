// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

/// Finds which of many phrases begin at the words of a line, in one pass over it. Words are what stands between bytes that are neither
/// letters nor digits nor beyond ASCII; a phrase that begins with another mark is looked for at that mark.
class Phrases {
public:
    /// Numbers are given back by each_in(); a phrase of less than two bytes is an error of ours.
    void add(std::string phrase, std::uint32_t number);

    /// Calls visit(number, begin) for every phrase found in `line`, by place, then in the order they were added.
    template <typename Visit>
    void each_in(std::string_view line, Visit visit) const {
        bool inside = false;
        for (std::size_t at = 0; at + 1 < line.size(); ++at) {
            const bool in_word = is_word_byte(line[at]);
            if (in_word && inside) {
                continue;
            }
            inside = in_word;
            const std::size_t number = bucket(line[at], line[at + 1]);
            if (!used_.test(number)) {
                continue;
            }
            const std::uint64_t begin = head_of(line.substr(at));
            for (const Entry& entry : buckets_[number]) {
                if ((begin & entry.mask) == entry.head && line.substr(at, entry.phrase.size()) == entry.phrase) {
                    visit(entry.number, at);
                }
            }
        }
    }

    static bool is_word_byte(char c) { return word_bytes[static_cast<unsigned char>(c)]; }

private:
    static constexpr auto word_bytes = [] {
        std::array<bool, 256> is_in_word{};
        for (unsigned byte = 0; byte < 256; ++byte) {
            is_in_word[byte] = byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
        }
        return is_in_word;
    }();
    struct Entry {
        std::uint64_t head;  ///< its first eight bytes, or all where it has fewer
        std::uint64_t mask;
        std::string phrase;
        std::uint32_t number;
    };
    /// The first eight bytes as a number, with zeros behind a shorter text.
    static std::uint64_t head_of(std::string_view text) {
        std::uint64_t head = 0;
        std::memcpy(&head, text.data(), std::min(text.size(), sizeof head));
        return head;
    }
    static std::size_t bucket(char first, char second) {
        return (static_cast<unsigned char>(first) * 37U + static_cast<unsigned char>(second)) % bucket_count;
    }
    static constexpr std::size_t bucket_count = 1024;
    std::array<std::vector<Entry>, bucket_count> buckets_;
    std::bitset<bucket_count> used_;  ///< the buckets that are not empty
};

}  // namespace synoptic
