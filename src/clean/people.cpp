// SPDX-License-Identifier: Apache-2.0
#include "clean/people.hpp"

#include <algorithm>
#include <array>

#include "clean/class_words.hpp"
#include "clean/lines.hpp"
#include "clean/stated_date.hpp"
#include "clean/titles.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

bool is_account(std::string_view name) {
    constexpr std::array<std::string_view, 14> accounts = {"admin",     "administrator", "root",      "user",   "guest",
                                                           "webmaster", "unknown",       "anonymous", "author", "editor",
                                                           "null",      "undefined",     "none",      "default"};
    return std::ranges::find(accounts, name) != accounts.end();
}

/// Splits "Ann Lee, Bo Ek and Cy Orr" into its names; offices after a comma begin with a small letter or are known words.
std::vector<std::string_view> split_names_list(std::string_view text) {
    std::vector<std::string_view> names;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const std::string_view rest = text.substr(std::min(at, text.size()));
        std::size_t length = 0;
        for (const std::string_view bar :
             {", and ", " and ", ", ", "; ", ";", " & ", " und ", " et ", " | ", " / ", " \u00B7 ", " \u2022 "}) {
            if (rest.starts_with(bar)) {
                length = bar.size();
                break;
            }
        }
        if (length > 0 || at == text.size()) {
            names.push_back(trim(text.substr(from, at - from)));
            at += length == 0 ? 0 : length - 1;
            from = at + 1;
        }
    }
    return names;
}

bool is_office(std::string_view part) {
    if (part.empty() || !(is_ascii_upper(part.front()) || static_cast<unsigned char>(part.front()) >= 0x80)) {
        return true;
    }
    constexpr std::array<std::string_view, 22> words = {
        "correspondent", "reporter", "editor",    "writer",       "columnist", "journalist", "contributor", "producer",
        "director",      "analyst",  "professor", "lecturer",     "fellow",    "redakteur",  "redaktion",   "special to",
        "staff",         "updated",  "published", "photographer", "times",     "news"};
    const std::string lower = lower_ascii(part);
    return std::ranges::any_of(words, [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

}  // namespace

std::vector<std::string> clean_names(std::string_view text, std::string_view publisher) {
    std::string folded = fold_space(text);
    std::string_view rest = folded;
    if (const std::string_view named = byline_name(rest);
        !named.empty() && rest.find(',') == std::string_view::npos && rest.find(" and ") == std::string_view::npos) {
        rest = named;
    } else {
        for (const std::string_view opening :
             {"By: ", "By ", "by ", "BY ", "Written by ", "Posted by ", "Von ", "Par ", "Por ", "Autor: ", "Author: "}) {
            if (rest.starts_with(opening)) {
                rest.remove_prefix(opening.size());
                break;
            }
        }
    }
    std::vector<std::string> names;
    if (rest.size() > 200 || rest.find("://") != std::string_view::npos) {
        return names;
    }
    for (std::string_view part : split_names_list(rest)) {
        if (const std::size_t paren = part.find_first_of("(<["); paren != std::string_view::npos) {
            part = trim(part.substr(0, paren));
        }
        const std::string lower = lower_ascii(part);
        if (part.empty() || part.find('@') != std::string_view::npos || part.find('.') == part.size() - 4 || is_account(lower)) {
            continue;
        }
        if (find_stated_date(part) || count_words(part) > 6 || std::ranges::any_of(part, is_ascii_digit)) {
            continue;
        }
        if (!names.empty() && is_office(part)) {
            continue;
        }
        if (!publisher.empty() && bare_words(part) == bare_words(publisher)) {
            continue;
        }
        names.emplace_back(part);
    }
    return names;
}

bool names_author_element(std::string_view classes) {
    if (classes.empty()) {
        return false;
    }
    const std::string words = split_names(classes);
    const auto has = [&](std::string_view word) { return words.find(word) != std::string::npos; };
    if (has("-bio-") || has("-box-") || has("-image-") || has("-avatar-") || has("-photo-") || has("-info-") || has("-date-")) {
        return false;
    }
    return has("-author-") || has("-byline-") || has("-by-line-") || has("-auth-") || has("-writer-") || has("-contributor-") ||
           has("-vcard-") || has("-autor-") || has("-auteur-");
}

}  // namespace synoptic
