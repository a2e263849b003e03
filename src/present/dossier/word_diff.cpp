// SPDX-License-Identifier: Apache-2.0
#include "present/dossier/word_diff.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "core/text.hpp"

namespace synoptic {

namespace {

struct Word {
    Span span;
    std::string folded;
};

bool is_word_byte(char c) { return is_ascii_alpha(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80U; }

/// Typographic marks from U+2010 to U+203F (dashes, quotes, dots), which are no part of a word.
bool is_mark(std::string_view text, std::size_t at) { return text.substr(at).starts_with("\xE2\x80") && at + 3 <= text.size(); }

std::vector<Word> words_of(std::string_view text, std::size_t most) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size() && words.size() < most;) {
        std::size_t end = at;
        while (end < text.size() && is_word_byte(text[end]) && !is_mark(text, end)) {
            ++end;
        }
        if (end > at) {
            words.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, fold_case(text.substr(at, end - at))});
            at = end;
        } else {
            at += is_mark(text, at) ? 3 : 1;
        }
    }
    return words;
}

/// The words that are not `paired`, neighbours joined into one stretch.
std::vector<Span> unpaired(const std::vector<Word>& words, const std::vector<bool>& paired) {
    std::vector<Span> stretches;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (paired[i]) {
            continue;
        }
        if (i > 0 && !paired[i - 1]) {
            stretches.back().end = words[i].span.end;
        } else {
            stretches.push_back(words[i].span);
        }
    }
    return stretches;
}

}  // namespace

WordDifference compare_words(std::string_view a, std::string_view b, std::size_t most) {
    const std::vector<Word> words_a = words_of(a, most);
    const std::vector<Word> words_b = words_of(b, most);
    const std::size_t width = words_b.size() + 1;
    // longest[i * width + j]: common words of a from i on and b from j on
    std::vector<std::uint16_t> longest((words_a.size() + 1) * width);
    for (std::size_t i = words_a.size(); i-- > 0;) {
        for (std::size_t j = words_b.size(); j-- > 0;) {
            longest[i * width + j] = words_a[i].folded == words_b[j].folded
                                         ? static_cast<std::uint16_t>(longest[(i + 1) * width + j + 1] + 1)
                                         : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
        }
    }
    std::vector<bool> paired_a(words_a.size());
    std::vector<bool> paired_b(words_b.size());
    for (std::size_t i = 0, j = 0; i < words_a.size() && j < words_b.size();) {
        if (words_a[i].folded == words_b[j].folded) {
            paired_a[i++] = true;
            paired_b[j++] = true;
        } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return {unpaired(words_a, paired_a), unpaired(words_b, paired_b), longest.front()};
}

}  // namespace synoptic
