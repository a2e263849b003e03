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

/// Whether the text speaks to the reader or in the name of its house, by data/clean_reader_words.tsv: "Follow us" => true.
bool speaks_to_reader(std::string_view text);

/// Letters and digits alone, folded: "The Harbour Courier" => "theharbourcourier"
std::string squeeze(std::string_view text);

}  // namespace synoptic
