// SPDX-License-Identifier: Apache-2.0
#include "clean/class_words.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

std::string split_names(std::string_view names) {
    std::string words(2 * names.size() + 3, '\0');  // a '-' before each letter, "- " behind the last of a name
    char* to = words.data();
    bool inside = false;
    char before = ' ';
    for (const char c : names) {
        if (is_ascii_space(c)) {
            if (inside) {
                *to++ = '-';
                *to++ = ' ';
            }
            inside = false;
            before = c;
            continue;
        }
        const bool is_upper = is_ascii_upper(c);
        if (!inside || (is_upper && is_ascii_lower(before))) {
            *to++ = '-';
        }
        inside = true;
        if (is_ascii_alpha(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
            *to++ = lower_ascii(c);
        } else if (to[-1] != '-') {
            *to++ = '-';
        }
        before = c;
    }
    if (inside) {
        *to++ = '-';
    }
    words.resize(static_cast<std::size_t>(to - words.data()));
    return words;
}

namespace {

constexpr std::size_t longest_names = 400;
constexpr std::size_t most_words = 4;  ///< of a pattern

/// The end of the word that stands behind the '-' at `begin` of split names.
std::size_t word_end(std::string_view words, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < words.size() && words[end] != '-' && words[end] != ' ') {
        ++end;
    }
    return end;
}

}  // namespace

ClassWords::ClassWords() {
    for (const Row& row : load_table("clean_class_words.tsv")) {
        add(row.at(0), std::string(row.at(1)), row.at(2));
    }
}

void ClassWords::add(std::string_view how, std::string pattern, std::string_view reason) {
    if (how == "part") {
        assert(pattern.size() >= 2);
        parts_by_first_[static_cast<unsigned char>(pattern.front())].push_back(static_cast<std::uint32_t>(parts_.size()));
        parts_.push_back({std::move(pattern), std::string(reason)});
        return;
    }
    if (const std::size_t dash = pattern.find('-'); dash != std::string::npos) {
        words_[pattern.substr(0, dash)].opens_longer = true;
    }
    Word& word = words_[std::move(pattern)];
    if (how == "word") {
        word.furniture = reason;
    } else if (how == "soft") {
        word.soft_furniture = reason;
    } else if (how == "body" || how == "content") {
        word.content = how == "body" ? 2 : 1;
    } else if (how == "aside") {
        word.aside = true;
    } else if (how == "author") {
        word.author = true;
    } else if (how == "no-author") {
        word.not_author = true;
    } else if (how == "no-headline") {
        word.no_headline = true;
    }
}

const ClassWords& ClassWords::instance() {
    static const ClassWords words;
    return words;
}

const ClassWords::Word* ClassWords::find(std::string_view run) const {
    const auto found = words_.find(run);
    return found == words_.end() ? nullptr : &found->second;
}

std::string_view ClassWords::reason_of_parts(std::string_view names) const {
    std::size_t first = parts_.size();
    for (std::size_t at = 0; at < names.size(); ++at) {
        for (const std::uint32_t number : parts_by_first_[static_cast<unsigned char>(lower_ascii(names[at]))]) {
            const std::string_view pattern = parts_[number].pattern;
            const std::string_view there = names.substr(at, pattern.size());
            if (number < first && there.size() == pattern.size() && lower_ascii(there[1]) == pattern[1] &&
                std::ranges::equal(there, pattern, {}, [](char c) { return lower_ascii(c); })) {
                first = number;
            }
        }
    }
    return first == parts_.size() ? std::string_view{} : parts_[first].reason;
}

/// Whether one of several names by itself is that of an article's body.
bool ClassWords::has_body(std::string_view names) const {
    return std::ranges::any_of(split(names, ' '), [&](std::string_view name) {
        const NameFacts alone = facts(name);
        return alone.content == 2 && alone.furniture.empty();
    });
}

NameFacts ClassWords::facts(std::string_view names) const {
    NameFacts facts;
    names = names.substr(0, longest_names);
    if (names.empty()) {
        return facts;
    }
    bool is_not_author = false;
    std::string_view soft;
    std::string_view before;
    const auto take = [&](const Word& word) {
        facts.furniture = facts.furniture.empty() ? std::string_view(word.furniture) : facts.furniture;
        soft = soft.empty() ? std::string_view(word.soft_furniture) : soft;
        facts.content = std::max(facts.content, word.content);
        facts.is_author = facts.is_author || word.author;
        is_not_author = is_not_author || word.not_author;
        facts.is_no_headline = facts.is_no_headline || word.no_headline;
    };
    const std::string words = split_names(names);
    for (std::size_t begin = 0; begin < words.size(); ++begin) {  // at a '-'
        std::size_t end = word_end(words, begin);
        const std::string_view word = std::string_view(words).substr(begin + 1, end - begin - 1);
        if (!word.empty()) {
            const Word* known = find(word);
            if (known != nullptr) {
                take(*known);
                facts.is_aside = facts.is_aside || (known->aside && !(word == "widget" && before == "elementor"));
            }
            std::size_t last = end;
            for (std::size_t count = 1; known != nullptr && known->opens_longer && count < most_words; ++count) {
                const std::size_t next = word_end(words, last);
                if (next == last + 1 || next >= words.size() || words[next] == ' ') {
                    break;
                }
                last = next;
                if (const Word* run = find(std::string_view(words).substr(begin + 1, last - begin - 1)); run != nullptr) {
                    take(*run);
                }
            }
            before = word;
            begin = end - 1;
        }
    }
    if (facts.furniture.empty()) {
        facts.furniture = reason_of_parts(names);
        facts.furniture_if_little = soft.empty() ? facts.furniture : soft;
    } else {
        facts.furniture_if_little = facts.furniture;
    }
    facts.is_author = facts.is_author && !is_not_author;
    const bool is_one = names.find(' ') == std::string_view::npos;
    facts.is_body = facts.content == 2 && (is_one ? facts.furniture.empty() : has_body(names));
    return facts;
}

}  // namespace synoptic
