// SPDX-License-Identifier: Apache-2.0
#include "clean/spinning.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t fewest = 4;        // different odd words
constexpr std::size_t most_words = 150;  // of text for each of them
constexpr std::size_t longest = 3;       // words of a phrase

const std::set<std::string, std::less<>>& odd_words() {
    static const std::set<std::string, std::less<>> words = [] {
        std::set<std::string, std::less<>> read;
        for (const Row& row : load_table("clean_spun.tsv")) {
            read.emplace(row.at(0));
        }
        return read;
    }();
    return words;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : fold_case(text)) {
        if (is_ascii_alpha(c) || (c & 0x80) != 0 || c == '\'') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

}  // namespace

std::optional<Warning> find_spinning(const Document& document) {
    const std::vector<std::string> words = words_of(document.text);
    std::vector<std::string> found;  // in order of first appearance
    for (std::size_t at = 0; at < words.size(); ++at) {
        std::string phrase;
        for (std::size_t length = 1; length <= longest && at + length <= words.size(); ++length) {
            phrase += (length == 1 ? "" : " ") + words[at + length - 1];
            if (odd_words().contains(phrase) && std::ranges::find(found, phrase) == found.end()) {
                found.push_back(phrase);
            }
        }
    }
    if (found.size() < fewest || words.size() > found.size() * most_words) {
        return std::nullopt;
    }
    Warning warning{.kind = "machine-spun", .evidence = {}};
    for (const std::string& phrase : found) {
        warning.evidence += (warning.evidence.empty() ? "" : ", ") + phrase;
    }
    return warning;
}

}  // namespace synoptic
