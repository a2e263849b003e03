// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/piece.hpp"
#include "clean/word_map.hpp"

namespace synoptic {

/// The words of a page's sentences of some length, to tell by them what belongs to the article: a heading or a caption speaks of what the
/// sentences speak of, a menu does not. Knows no language: the words that many sentences have are the page's own small words.
class RunningText {
public:
    explicit RunningText(const Pieces& pieces);
    RunningText(const RunningText&) = delete;

    /// What a line has in common with the sentences, itself left out.
    struct Echo {
        float known = 0;    ///< share of its longer words that a sentence has; -1 where it has none
        float common = 0;   ///< share of its words that many sentences have
        bool said = false;  ///< a short line, all of which stands word for word in sentences
    };
    [[nodiscard]] Echo echo(std::size_t line) const;

    /// The number of those sentences.
    [[nodiscard]] std::size_t size() const { return sentences_; }

private:
    struct Use {
        std::uint32_t sentences = 0;
        std::size_t last = 0;  ///< the sentence seen last, counted from 1
    };
    std::vector<std::string> lines_;  ///< bare words of each line
    std::vector<bool> is_sentence_;
    absl::flat_hash_map<std::string_view, Use, WordHash, std::equal_to<>> uses_;
    absl::flat_hash_set<std::uint64_t> runs_;  ///< hashes of up to longest_run words that follow each other
    std::size_t sentences_ = 0;
};

}  // namespace synoptic
