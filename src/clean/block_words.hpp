// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

/// A block as it is looked for on other pages: a hash of its words in order; case, accents and marks do not count.
struct BlockKey {
    std::uint64_t hash = 0;
    std::uint32_t words = 0;
};
BlockKey key_of_block(std::string_view text);

/// Hashes of the words that tell what a text is about, by their first letters so that inflected forms meet, in order and as often as they
/// stand there: neither function words nor words that are usual in any English text, nor years.
std::vector<std::uint64_t> telling_words(std::string_view text);

/// What words of data/clean_house_words.tsv a text holds: "Follow us" => {.reader = true}, "declined to comment" => {.report = true}
struct HouseWords {
    bool reader = false;  ///< by which a house speaks of itself or to its readers
    bool report = false;  ///< by which it says what it could not find out
};
HouseWords house_words_in(std::string_view text);

/// Letters and digits alone, folded: "The Harbour Courier" => "theharbourcourier"
std::string squeeze(std::string_view text);

}  // namespace synoptic
