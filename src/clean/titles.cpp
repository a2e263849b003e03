// SPDX-License-Identifier: Apache-2.0
#include "clean/titles.hpp"

#include <algorithm>
#include <array>

#include "clean/lines.hpp"
#include "clean/phrases.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::array<std::string_view, 9> bars = {
    " | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB ", " \u00B7 ", " \u2022 ", " \u00AB "};

/// "Northport FM 98.4" => "Northport FM": a station's frequency is no part of its name.
std::string_view drop_frequency(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    if (space == std::string_view::npos || space + 1 == name.size()) {
        return name;
    }
    const std::string_view last = name.substr(space + 1);
    const bool is_number = last.find_first_not_of("0123456789.") == std::string_view::npos && last.find('.') != std::string_view::npos;
    return is_number ? trim(name.substr(0, space)) : name;
}

}  // namespace

std::vector<std::string_view> split_title(std::string_view title) {
    std::vector<std::string_view> parts;
    std::size_t from = 0;
    for (std::size_t at = 0; at < title.size(); ++at) {
        for (const std::string_view bar : bars) {
            if (title.substr(at).starts_with(bar)) {
                parts.push_back(trim(title.substr(from, at - from)));
                at += bar.size() - 1;
                from = at + 1;
                break;
            }
        }
    }
    parts.push_back(trim(title.substr(std::min(from, title.size()))));
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    return parts;
}

std::string bare_words_folded(std::string_view folded) {
    std::string words(folded.size(), '\0');
    char* to = words.data();
    for (const char c : folded) {
        if (Phrases::is_word_byte(c)) {
            *to++ = c;
        } else if (c != '\'' && to != words.data() && to[-1] != ' ') {
            *to++ = ' ';
        }
    }
    words.resize(static_cast<std::size_t>(to - words.data()));
    const std::string_view bare = trim(words);
    return bare.size() == words.size() ? words : std::string(bare);
}

std::string bare_words(std::string_view text) { return bare_words_folded(fold_accents(text)); }

TitleWords::TitleWords(std::string_view text) : bare_(std::make_unique<std::string>(bare_words(text))) {
    if (!bare_->empty()) {
        sorted_ = split(*bare_, ' ');
        std::ranges::sort(sorted_);
    }
}

double word_overlap(const TitleWords& a, const TitleWords& b) {
    const bool first_is_shorter = a.sorted().size() <= b.sorted().size();
    const std::vector<std::string_view>& words = first_is_shorter ? a.sorted() : b.sorted();
    const std::vector<std::string_view>& others = first_is_shorter ? b.sorted() : a.sorted();
    if (words.empty()) {
        return 0.0;
    }
    const auto shared = std::ranges::count_if(words, [&](std::string_view word) { return std::ranges::binary_search(others, word); });
    return static_cast<double>(shared) / static_cast<double>(words.size());
}

double word_overlap(std::string_view a, std::string_view b) { return word_overlap(TitleWords(a), TitleWords(b)); }

std::string site_in_title(std::string_view title, std::string_view headline) {
    const auto parts = split_title(title);
    if (parts.size() < 2) {
        const std::size_t colon = title.find(": ");
        const bool has_site = colon != std::string_view::npos && bare_words(title.substr(colon + 2)) == bare_words(headline);
        return has_site && count_words(title.substr(0, colon)) <= 7 ? std::string(trim(title.substr(0, colon))) : std::string{};
    }
    const std::string wanted = bare_words(headline);
    const auto is_headline = [&](std::string_view part) {
        const std::string words = bare_words(part);
        return !words.empty() && (wanted.find(words) != std::string::npos || word_overlap(part, headline) > 0.7);
    };
    const bool first = is_headline(parts.front());
    const bool last = is_headline(parts.back());
    std::string_view site;
    if (first && !last) {
        site = parts.back();
    } else if (last && !first) {
        site = parts.front();
    }
    if (const std::size_t comma = site.find(", "); comma != std::string_view::npos && site[comma + 2] >= 'a' && site[comma + 2] <= 'z') {
        site = site.substr(0, comma);
    }
    site = drop_frequency(trim(site));
    return count_words(site) <= 7 ? std::string(site) : std::string{};
}

std::string headline_in_title(std::string_view title, std::string_view site) {
    auto parts = split_title(title);
    if (parts.size() < 2) {
        if (const std::size_t colon = title.find(": ");
            !site.empty() && colon != std::string_view::npos && bare_words(title.substr(0, colon)) == bare_words(site)) {
            return std::string(trim(title.substr(colon + 2)));
        }
        return std::string(trim(title));
    }
    const std::string known = bare_words(site);
    if (!known.empty()) {
        if (bare_words(parts.back()).find(known) != std::string::npos || known.find(bare_words(parts.back())) != std::string::npos) {
            const std::size_t end =
                static_cast<std::size_t>(parts[parts.size() - 2].data() + parts[parts.size() - 2].size() - title.data());
            const std::string_view rest = title.substr(0, end);
            return parts.size() > 2 && count_words(parts[parts.size() - 2]) <= 2 && count_words(parts[0]) > 3 ? headline_in_title(rest, "")
                                                                                                              : std::string(trim(rest));
        }
        if (bare_words(parts.front()) == known) {
            return std::string(trim(title.substr(static_cast<std::size_t>(parts[1].data() - title.data()))));
        }
    }
    const auto longest = std::ranges::max_element(parts, {}, [](std::string_view part) { return part.size(); });
    if (count_words(parts.back()) <= 4 && count_words(*longest) > count_words(parts.back())) {
        return std::string(*longest);
    }
    return std::string(trim(title));
}

}  // namespace synoptic
