// SPDX-License-Identifier: Apache-2.0
#include "situation/spelling.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "core/text.hpp"

namespace synoptic {

namespace {

using Rule = std::pair<std::string_view, std::string_view>;

/// Longer before shorter; each stands for a sound that alphabets write in several ways.
constexpr std::array<Rule, 32> rules = {{{"dzh", "j"}, {"dsch", "j"}, {"dsh", "j"}, {"tsch", "x"}, {"tsh", "x"}, {"tch", "x"}, {"sch", "s"},
                                         {"dj", "j"},  {"zh", "j"},   {"ch", "x"},  {"sh", "s"},   {"sz", "s"},  {"kh", "h"},  {"gh", "g"},
                                         {"ph", "f"},  {"th", "t"},   {"ck", "k"},  {"ts", "s"},   {"tz", "s"},  {"ou", "u"},  {"oo", "u"},
                                         {"ee", "i"},  {"ie", "i"},   {"iy", "i"},  {"yi", "i"},   {"z", "s"},   {"c", "k"},   {"q", "k"},
                                         {"w", "v"},   {"y", "i"},    {"-", ""},    {"'", ""}}};

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

std::string without_vowels(std::string_view key) {
    std::string rest;
    std::ranges::copy_if(key, std::back_inserter(rest), [](char c) { return !is_vowel(c); });
    return rest;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string spelling_key(std::string_view word) {
    const std::string folded = fold_accents(word);
    std::string key;
    for (std::size_t at = 0; at < folded.size();) {
        const auto rule = std::ranges::find_if(rules, [&](const Rule& r) { return folded.compare(at, r.first.size(), r.first) == 0; });
        const std::string_view sound = rule == rules.end() ? std::string_view(folded).substr(at, 1) : rule->second;
        at += rule == rules.end() ? 1 : rule->first.size();
        if (!sound.empty() && (key.empty() || key.back() != sound.front())) {
            key += sound;
        }
    }
    if (key.size() > 3 && key.back() == 'e') {
        key.pop_back();
    }
    return key;
}

Likeness compare_words(std::string_view a, std::string_view b) {
    if (fold_accents(a) == fold_accents(b)) {
        return Likeness::same;
    }
    constexpr std::size_t longest = 40;  // a name's word; the distance below is quadratic
    if (a.size() > longest || b.size() > longest) {
        return Likeness::different;
    }
    const std::string first = spelling_key(a);
    const std::string second = spelling_key(b);
    if (first.size() < 3 || second.size() < 3 || first.front() != second.front()) {
        return Likeness::different;
    }
    const bool same_consonants = without_vowels(first) == without_vowels(second);
    constexpr std::size_t long_enough = 6;  // for a slip of one letter
    const std::size_t distance = edit_distance(first, second);
    const bool slip = distance <= 1 && std::min(first.size(), second.size()) >= long_enough;
    return first == second || slip || (same_consonants && distance <= 1) ? Likeness::similar : Likeness::different;
}

bool one_letter_apart(std::string_view a, std::string_view b) {
    constexpr std::size_t shortest = 4;
    constexpr std::size_t longest = 40;
    std::string first = fold_accents(a);
    std::string second = fold_accents(b);
    if (std::min(first.size(), second.size()) < shortest || std::max(first.size(), second.size()) > longest) {
        return false;
    }
    for (std::string* name : {&first, &second}) {
        if (name->front() == 'j') {
            name->front() = 'y';
        }
    }
    return first.front() == second.front() && first.back() == second.back() && edit_distance(first, second) <= 1;
}

}  // namespace synoptic
