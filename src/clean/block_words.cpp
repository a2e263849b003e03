// SPDX-License-Identifier: Apache-2.0
#include "clean/block_words.hpp"

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <string>

#include "clean/phrases.hpp"
#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t stem_size = 6;      ///< bytes
constexpr std::size_t least_letters = 3;  ///< of a word that tells something; a number of two digits does
constexpr int usual_share = 100;          ///< thousandths of English texts that hold a usual word

std::uint64_t hash_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

/// Calls `visit` with each word of a folded text: a run of letters and digits.
template <typename Visit>
void each_word(std::string_view folded, const Visit& visit) {
    for (std::size_t at = 0; at < folded.size();) {
        if (!Phrases::is_word_byte(folded[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < folded.size() && Phrases::is_word_byte(folded[at])) {
            ++at;
        }
        visit(folded.substr(begin, at - begin));
    }
}

bool is_number(std::string_view word) { return std::ranges::all_of(word, is_ascii_digit); }
bool is_year(std::string_view word) { return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")); }

/// Words that tell nothing, by the hash of their first letters.
const absl::flat_hash_set<std::uint64_t>& usual_words() {
    static const absl::flat_hash_set<std::uint64_t> words = [] {
        absl::flat_hash_set<std::uint64_t> made;
        for (const Row& row : load_table("lineage_words.tsv")) {
            if (row.at(0) == "function") {
                made.insert(hash_of(row.at(1).substr(0, stem_size)));
            }
        }
        for (const Row& row : load_table("stories_common_words.tsv")) {
            int share = 0;
            std::from_chars(row.at(1).data(), row.at(1).data() + row.at(1).size(), share);
            if (share >= usual_share) {
                made.insert(hash_of(row.at(0)));
            }
        }
        return made;
    }();
    return words;
}

}  // namespace

BlockKey key_of_block(std::string_view text) {
    const std::string folded = fold_accents(text);
    std::string words;
    words.reserve(folded.size() + 1);
    BlockKey key;
    each_word(folded, [&](std::string_view word) {
        words += word;
        words += ' ';
        ++key.words;
    });
    key.hash = hash_of(words);
    return key;
}

HouseWords house_words_in(std::string_view text) {
    static const absl::flat_hash_map<std::uint64_t, bool> words = [] {  // whether it reports
        absl::flat_hash_map<std::uint64_t, bool> made;
        for (const Row& row : load_table("clean_house_words.tsv")) {
            for (const std::string_view word : split(row.at(1), ' ')) {
                made.emplace(hash_of(word), row.at(0) == "report");
            }
        }
        return made;
    }();
    HouseWords found;
    const std::string folded = fold_accents(text);
    each_word(folded, [&](std::string_view word) {
        if (const auto known = words.find(hash_of(word)); known != words.end()) {
            (known->second ? found.report : found.reader) = true;
        }
    });
    return found;
}

std::string squeeze(std::string_view text) {
    std::string squeezed = fold_accents(text);
    std::erase_if(squeezed, [](char c) { return !Phrases::is_word_byte(c); });
    return squeezed;
}

std::vector<std::uint64_t> telling_words(std::string_view text) {
    std::vector<std::uint64_t> words;
    const std::string folded = fold_accents(text);
    each_word(folded, [&](std::string_view word) {
        if (is_number(word) ? word.size() < 2 || is_year(word) : word.size() < least_letters) {
            return;
        }
        const std::uint64_t stem = hash_of(word.substr(0, stem_size));
        if (!usual_words().contains(stem)) {
            words.push_back(stem);
        }
    });
    return words;
}

}  // namespace synoptic
