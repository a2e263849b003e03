// SPDX-License-Identifier: Apache-2.0
#include "clean/people.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "clean/lines.hpp"
#include "clean/stated_date.hpp"
#include "clean/titles.hpp"
#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using WordSet = std::unordered_set<std::string, Hash, std::equal_to<>>;

/// data/clean_bylines.tsv.
class BylineWords {
public:
    static const BylineWords& instance() {
        static const BylineWords words;
        return words;
    }
    WordSet openings;
    WordSet accounts;
    WordSet offices;
    WordSet bodies;
    WordSet page;
    WordSet marks;

private:
    BylineWords() {
        for (const Row& row : load_table("clean_bylines.tsv")) {
            WordSet& set = row.at(0) == "opening"   ? openings
                           : row.at(0) == "account" ? accounts
                           : row.at(0) == "office"  ? offices
                           : row.at(0) == "body"    ? bodies
                           : row.at(0) == "mark"    ? marks
                                                    : page;
            set.emplace(row.at(1));
        }
    }
};

bool is_capital(std::string_view word) {
    return !word.empty() && (is_ascii_upper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80);
}

/// Splits "Ann Lee, Bo Ek and Cy Orr" into its names; if `whole`, not at words.
std::vector<std::string_view> split_names_list(std::string_view text, bool whole) {
    constexpr std::array<std::string_view, 18> bars = {", and ", " and ", ", ",   "; ",       ";",        " & ",
                                                       " und ",  " et ",  " | ",  " / ",      "|",        " con ",
                                                       " och ",  " og ",  " en ", " \u00B7 ", " \u2022 ", " \u22C5 "};
    std::vector<std::string_view> names;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const std::string_view rest = text.substr(std::min(at, text.size()));
        std::size_t length = 0;
        for (const std::string_view bar : bars) {
            if (rest.starts_with(bar) && !(whole && bar.front() == ' ' && is_ascii_alpha(bar[1]))) {
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

bool has_word_of(std::string_view text, const WordSet& set) {
    const std::string plain = fold_accents(text);
    return std::ranges::any_of(split(plain, ' '), [&](std::string_view word) { return set.contains(word); });
}

/// "Center for Drug Evaluation and Research": a body's name that has an "and" of its own.
bool is_body_with_and(std::string_view text) { return has_word_of(text.substr(0, text.find(',')), BylineWords::instance().bodies); }

bool is_office(std::string_view part) { return !is_capital(part) || has_word_of(part, BylineWords::instance().offices); }

/// "Miami Today on" => "Miami Today"; "Boris Kaiser >" => "Boris Kaiser".
std::string_view drop_tail(std::string_view name) {
    for (bool dropped = true; dropped;) {
        dropped = false;
        for (const std::string_view tail :
             {" on", " am", " in", " at", " um", " \u00BB", " \u203A", " >", " -", " \u2013", " \u2014", ",", "."}) {
            if (name.ends_with(tail) && (tail != "." || name.size() < 3 || name[name.size() - 2] < 'A' || name[name.size() - 2] > 'Z')) {
                name = trim(name.substr(0, name.size() - tail.size()));
                dropped = true;
            }
        }
    }
    return name;
}

/// "Keith Barry Senior Autos Reporter" => "Keith Barry"; what begins with an office stays.
std::string_view drop_office(std::string_view name) {
    const WordSet& offices = BylineWords::instance().offices;
    std::size_t words = 0;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        if (words >= 2 && offices.contains(fold_accents(name.substr(at, end - at)))) {
            return trim(name.substr(0, at));
        }
        ++words;
        at = end + 1;
    }
    return name;
}

/// Words that only a program would write as a name: "page.head.author", "-", "Ann says:", "stock/photos".
bool is_no_name(std::string_view part) {
    for (const std::string_view sign : {"\u00A9", "\u2192", "\u2219", "\u2022", "#", "="}) {
        if (part.find(sign) != std::string_view::npos) {
            return true;
        }
    }
    const bool has_letter = std::ranges::any_of(part, [](char c) { return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80; });
    if (!has_letter || part.ends_with(':') || part.ends_with('*') || part.ends_with("...") || part.starts_with('/') ||
        part.find('@') != std::string_view::npos) {
        return true;
    }
    const std::size_t dot = part.find('.');
    return part.find(' ') == std::string_view::npos && dot != std::string_view::npos && dot + 2 < part.size();
}

}  // namespace

std::string_view drop_byline_opening(std::string_view text) {
    const WordSet& openings = BylineWords::instance().openings;
    text = trim(text);
    for (bool dropped = true; dropped;) {
        dropped = false;
        const std::string_view head = text.substr(0, 60);
        std::size_t words = 0;
        for (std::size_t end = head.find(' '); end != std::string_view::npos && words < 5; end = head.find(' ', end + 1), ++words) {
            const std::string_view rest = trim(text.substr(end));
            const bool is_whole_name = words == 0 && is_capital(head) && head[end - 1] != ':' && rest.find(' ') == std::string_view::npos &&
                                       end == 3;  // "Von Miller"
            if (!rest.empty() && !is_whole_name && openings.contains(fold_accents(head.substr(0, end)))) {
                text = rest;
                dropped = true;
                break;
            }
        }
    }
    return text;
}

bool is_like_person(std::string_view name) {
    constexpr std::array<std::string_view, 24> particles = {"de",  "van", "von",   "der", "den", "la", "le", "di",
                                                            "da",  "del", "della", "dos", "du",  "el", "al", "bin",
                                                            "ibn", "y",   "e",     "of",  "ter", "te", "zu", "af"};
    const auto words = split(name, ' ');
    if (words.size() < 2 || words.size() > 5 || has_word_of(name, BylineWords::instance().bodies)) {
        return false;
    }
    return std::ranges::all_of(words, [&](std::string_view word) {
        return (is_capital(word) || std::ranges::find(particles, word) != particles.end()) && std::ranges::none_of(word, is_ascii_digit);
    });
}

std::vector<std::string> clean_names(std::string_view text, std::string_view publisher, bool field) {
    const BylineWords& known = BylineWords::instance();
    const std::string folded = fold_space(text);
    std::string_view rest = folded;
    if (const std::string_view named = byline_name(rest); !named.empty() && rest.find(',') == std::string_view::npos &&
                                                          rest.find(" and ") == std::string_view::npos &&
                                                          rest.find('|') == std::string_view::npos) {
        rest = named;
    }
    rest = drop_byline_opening(rest);
    std::vector<std::string> names;
    if (rest.size() > 300 || rest.find("://") != std::string_view::npos) {
        return names;
    }
    for (std::string_view part : split_names_list(rest, is_body_with_and(rest))) {
        if (const std::size_t paren = part.find_first_of("(<["); paren != std::string_view::npos) {
            part = trim(part.substr(0, paren));
        }
        part = drop_byline_opening(part);
        if (known.page.contains(fold_accents(part))) {
            continue;
        }
        part = drop_tail(field ? part : drop_office(part));
        if (part.empty() || is_no_name(part) || count_words(part) > 6) {
            continue;
        }
        const std::string plain = fold_accents(part);
        if (has_word_of(part, known.marks) || known.accounts.contains(plain) || known.page.contains(plain) ||
            known.openings.contains(plain) || find_stated_date(part) ||
            (std::ranges::any_of(part, is_ascii_digit) && part.find(' ') != std::string_view::npos)) {
            continue;
        }
        if (!names.empty() && (is_office(part) || (is_like_person(names.front()) && !is_like_person(part)))) {
            continue;
        }
        if (!publisher.empty() && bare_words(part) == bare_words(publisher)) {
            continue;
        }
        names.emplace_back(part);
    }
    return names;
}

}  // namespace synoptic
