// SPDX-License-Identifier: Apache-2.0
#include "clean/running_text.hpp"

#include <xxhash.h>

#include <algorithm>

#include "clean/lines.hpp"
#include "clean/titles.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t least_words = 12;  ///< of a sentence
constexpr std::size_t longest_run = 4;   ///< words
constexpr std::size_t longest_echo = 12;
constexpr std::size_t long_word = 4;  ///< bytes
constexpr std::size_t least_common = 3;
constexpr std::size_t common_share = 8;  ///< a word of one sentence in so many is common

/// Of words that follow each other in the same text.
std::uint64_t hash_of(std::string_view first, std::string_view last) {
    return XXH3_64bits(first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data()));
}

}  // namespace

RunningText::RunningText(const Pieces& pieces) : is_sentence_(pieces.size()) {
    lines_.reserve(pieces.size());
    for (const Piece& piece : pieces) {
        lines_.push_back(bare_words(piece.text));
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].stays() || !ends_like_sentence(pieces[i].text) || count_words(pieces[i].text) < least_words) {
            continue;
        }
        is_sentence_[i] = true;
        ++sentences_;
        const std::vector<std::string_view> words = split(lines_[i], ' ');
        for (std::size_t at = 0; at < words.size(); ++at) {
            Use& use = uses_[words[at]];
            use.sentences += use.last == sentences_ ? 0U : 1U;
            use.last = sentences_;
            for (std::size_t size = 1; size <= std::min(longest_run, words.size() - at); ++size) {
                runs_.insert(hash_of(words[at], words[at + size - 1]));
            }
        }
    }
}

RunningText::Echo RunningText::echo(std::size_t line) const {
    Echo echo;
    if (lines_[line].empty()) {
        return echo;
    }
    const std::vector<std::string_view> words = split(lines_[line], ' ');
    const std::size_t own = is_sentence_[line] ? 1 : 0;
    const std::size_t many = std::max(least_common, sentences_ / common_share);
    std::size_t long_words = 0;
    std::size_t known = 0;
    std::size_t common = 0;
    for (const std::string_view word : words) {
        const auto use = uses_.find(word);
        const std::size_t others = use == uses_.end() ? 0 : use->second.sentences - own;
        common += others >= many ? 1U : 0U;
        if (word.size() >= long_word) {
            ++long_words;
            known += others > 0 ? 1U : 0U;
        }
    }
    echo.known = long_words == 0 ? -1.0F : static_cast<float>(known) / static_cast<float>(long_words);
    echo.common = static_cast<float>(common) / static_cast<float>(words.size());
    if (!is_sentence_[line] && words.size() <= longest_echo) {
        const std::size_t size = std::min(longest_run, words.size());
        echo.said = true;
        for (std::size_t at = 0; at + size <= words.size() && echo.said; ++at) {
            echo.said = runs_.contains(hash_of(words[at], words[at + size - 1]));
        }
    }
    return echo;
}

}  // namespace synoptic
