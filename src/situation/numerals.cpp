// SPDX-License-Identifier: Apache-2.0
#include "situation/numerals.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "core/text.hpp"

namespace synoptic {

namespace {

using Named = std::pair<std::string_view, double>;

constexpr std::array<Named, 30> small_numbers = {{{"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
                                                  {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
                                                  {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
                                                  {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
                                                  {"twenty", 20},  {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},
                                                  {"seventy", 70}, {"eighty", 80},  {"ninety", 90},    {"dozen", 12},    {"trio", 3}}};

constexpr std::array<Named, 10> multipliers = {{{"hundred", 100},
                                                {"thousand", 1e3},
                                                {"million", 1e6},
                                                {"billion", 1e9},
                                                {"trillion", 1e12},
                                                {"m", 1e6},
                                                {"mn", 1e6},
                                                {"bn", 1e9},
                                                {"tn", 1e12},
                                                {"k", 1e3}}};

constexpr std::array<Named, 11> denominators = {{{"half", 2},
                                                 {"third", 3},
                                                 {"quarter", 4},
                                                 {"fourth", 4},
                                                 {"fifth", 5},
                                                 {"sixth", 6},
                                                 {"seventh", 7},
                                                 {"eighth", 8},
                                                 {"ninth", 9},
                                                 {"tenth", 10},
                                                 {"hundredth", 100}}};

template <std::size_t size>
std::optional<double> find(const std::array<Named, size>& table, std::string_view word) {
    const auto found = std::ranges::find(table, word, &Named::first);
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

struct Digits {
    double value = 0;
    double step = 1;
};

/// "20,000" => 20000, "4.5" => 4.5, "90m" => 9e7, "4.5.2" => nothing
std::optional<Digits> read_digits(std::string_view word) {
    std::string digits;
    std::size_t decimals = 0;
    bool point = false;
    std::size_t at = 0;
    for (; at < word.size(); ++at) {
        if (is_ascii_digit(word[at])) {
            digits += word[at];
            decimals += point ? 1 : 0;
        } else if (word[at] == ',' && at + 3 < word.size() + 1 && !point && at > 0) {
            continue;
        } else if (word[at] == '.' && !point && at + 1 < word.size() && is_ascii_digit(word[at + 1])) {
            digits += '.';
            point = true;
        } else {
            break;
        }
    }
    constexpr std::size_t longest = 18;
    if (digits.empty() || digits.size() > longest) {
        return std::nullopt;
    }
    Digits result;
    std::from_chars(digits.data(), digits.data() + digits.size(), result.value);
    if (decimals > 0) {
        result.step = std::pow(10.0, -static_cast<double>(decimals));
    } else {
        for (std::size_t i = digits.size(); i > 1 && digits[i - 1] == '0'; --i) {
            result.step *= 10;
        }
    }
    if (at < word.size()) {
        const auto suffix = find(multipliers, word.substr(at));
        if (!suffix) {
            return std::nullopt;
        }
        result.value *= *suffix;
        result.step *= *suffix;
    }
    return result;
}

/// "forty-five" => 45
std::optional<double> read_small(std::string_view word) {
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos) {
        return find(small_numbers, word);
    }
    const auto tens = find(small_numbers, word.substr(0, hyphen));
    const auto ones = find(small_numbers, word.substr(hyphen + 1));
    return tens && ones && *tens >= 20 && *ones < 10 ? std::optional(*tens + *ones) : std::nullopt;
}

}  // namespace

std::optional<Numeral> read_numeral(std::span<const std::string> words) {
    Numeral result;
    double total = 0;
    double current = 0;
    double step = 1;
    bool any = false;
    std::uint32_t at = 0;
    while (at < words.size()) {
        const std::string& word = words[at];
        if (const auto digits = read_digits(word); digits && !any) {
            current = digits->value;
            step = digits->step;
            any = true;
        } else if (const auto small = read_small(word);
                   small && (!any || current == 0 || (current >= 20 && *small < 10) || std::fmod(current, 100) == 0)) {
            current += *small;
            step = 1;
            any = true;
        } else if (const auto factor = find(multipliers, word); factor && any && word.size() > 1) {
            if (*factor == 100) {
                current *= 100;
            } else {
                total += current * *factor;
                current = 0;
            }
            step *= *factor;
        } else if (word == "and" && any && at + 1 < words.size() && read_small(words[at + 1]) && total + current >= 100 &&
                   std::fmod(total + current, 100) == 0 && step >= 100) {
            // "two hundred and fifty"
        } else {
            break;
        }
        ++at;
        if (any && word != "and") {
            result = {.value = total + current, .words = at, .step = step};
        }
    }
    return result.words == 0 ? std::nullopt : std::optional(result);
}

std::optional<double> read_denominator(std::string_view word) {
    if (word == "halves") {
        return 2;
    }
    if (word.size() > 4 && word.back() == 's') {
        word.remove_suffix(1);
    }
    return find(denominators, word);
}

}  // namespace synoptic
