// SPDX-License-Identifier: Apache-2.0
#include "clean/lines.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

std::string_view first_word(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() &&
           (is_ascii_alpha(line[end]) || is_ascii_digit(line[end]) || line[end] == '\'' || static_cast<unsigned char>(line[end]) >= 0x80)) {
        ++end;
    }
    return line.substr(0, std::max<std::size_t>(end, line.empty() ? 0 : 1));
}

bool is_word_byte(char c) { return is_ascii_alpha(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

/// "Read also:" => "Read also": marks at both ends that do not change what a short line is.
std::string_view strip_marks(std::string_view line) {
    constexpr std::string_view marks = " .:;!?…-|*#>»«→+\"'()[]\t";
    while (!line.empty() && marks.find(line.back()) != std::string_view::npos) {
        line.remove_suffix(1);
    }
    while (!line.empty() && marks.find(line.front()) != std::string_view::npos) {
        line.remove_prefix(1);
    }
    return line;
}

/// "Image 3 of 5", "Photo 2/10": the counter of a gallery.
bool is_gallery_counter(std::string_view plain) {
    for (const std::string_view word : {"image ", "photo ", "slide ", "picture ", "bild ", "foto "}) {
        if (plain.size() < 24 && plain.starts_with(word)) {
            const std::string_view rest = plain.substr(word.size());
            return !rest.empty() && is_ascii_digit(rest.front()) && rest.find_first_not_of("0123456789 of/von") == std::string_view::npos;
        }
    }
    return false;
}

/// "ADVERT Ten tips for tired feet", "ADVERTISEMENT - Boots": a label in capitals before the advert's own words.
bool has_advert_label(std::string_view line) {
    if (line.size() > 200) {
        return false;
    }
    for (const std::string_view label : {"ADVERT", "ADVERTISEMENT", "ANZEIGE", "WERBUNG", "SPONSORED", "PROMOTED"}) {
        if (line.starts_with(label) && line.size() > label.size() + 2 && !is_word_byte(line[label.size()]) &&
            std::ranges::any_of(line.substr(label.size()), [](char c) { return c >= 'a' && c <= 'z'; })) {
            return true;
        }
    }
    return false;
}

/// Nothing but a web or mail address, or a handle.
bool is_address(std::string_view line) {
    if (line.size() > 200 || line.find(' ') != std::string_view::npos) {
        return false;
    }
    return line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.") || line.starts_with("twitter.com/") ||
           (line.starts_with('@') && line.size() < 30) || (line.find('@') != std::string_view::npos && line.rfind('.') > line.find('@'));
}

}  // namespace

LineRules::LineRules() {
    for (const Row& row : load_table("clean_phrases.tsv")) {
        Rule rule{.how = row.at(0) == "line"    ? How::line
                         : row.at(0) == "start" ? How::start
                                                : How::any,
                  .phrase = std::string(row.at(1)),
                  .reason = std::string(row.at(2)),
                  .longest = 200,
                  .rest = row.at(4) == "rest"};
        std::from_chars(row.at(3).data(), row.at(3).data() + row.at(3).size(), rule.longest);
        longest_ = std::max(longest_, rule.longest);
        const auto number = static_cast<std::uint32_t>(rules_.size());
        if (rule.how == How::any) {
            anywhere_.add(rule.phrase, number);
        } else {
            by_first_word_[std::string(first_word(rule.phrase))].push_back(number);
        }
        rules_.push_back(std::move(rule));
    }
}

const LineRules& LineRules::instance() {
    static const LineRules rules;
    return rules;
}

bool LineRules::is_share_row(std::string_view line) const {
    std::size_t buttons = 0;
    for (const std::string_view word : split(line, ' ')) {
        const auto found = by_first_word_.find(std::string(word));
        const bool is_button = found != by_first_word_.end() && std::ranges::any_of(found->second, [&](std::uint32_t number) {
                                   const Rule& rule = rules_[number];
                                   return rule.how == How::line && rule.reason == "share" && rule.phrase == word;
                               });
        if (!is_button) {
            return false;
        }
        ++buttons;
    }
    return buttons >= 2;
}

Furniture LineRules::furniture(std::string_view line) const {
    line = trim(line);
    if (line.empty() || line.size() > longest_) {
        return {};
    }
    const std::string folded = fold_accents(line);
    const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
    const std::string plain = digits > 0 && digits < 6 && folded.size() < 24 ? folded.substr(digits) : folded;  // "2 Comments"
    const std::string_view bare = strip_marks(plain);
    if (is_gallery_counter(plain)) {
        return {.reason = "caption"};
    }
    if (is_address(plain)) {
        return {.reason = "other"};
    }
    if (has_advert_label(line)) {
        return {.reason = "advert"};
    }
    for (const std::string_view form : {std::string_view(plain), bare}) {
        const auto found = by_first_word_.find(std::string(first_word(form)));
        if (found == by_first_word_.end()) {
            continue;
        }
        for (const std::uint32_t number : found->second) {
            const Rule& rule = rules_[number];
            if (line.size() > rule.longest) {
                continue;
            }
            const bool holds = rule.how == How::line ? bare == strip_marks(rule.phrase)
                                                     : form.starts_with(rule.phrase) &&
                                                           (form.size() == rule.phrase.size() || !is_word_byte(rule.phrase.back()) ||
                                                            !is_word_byte(form[rule.phrase.size()]));
            if (holds) {
                return {.reason = rule.reason, .ends_article = rule.rest};
            }
        }
    }
    if (is_share_row(bare)) {
        return {.reason = "share"};
    }
    auto first = static_cast<std::uint32_t>(rules_.size());
    anywhere_.each_in(
        plain, [&](std::uint32_t number, std::size_t) { first = line.size() <= rules_[number].longest ? std::min(first, number) : first; });
    return first == rules_.size() ? Furniture{} : Furniture{.reason = rules_[first].reason, .ends_article = rules_[first].rest};
}

bool is_menu(std::string_view line) {
    if (line.size() > 300) {
        return false;
    }
    for (const std::string_view bar : {" | ", " · ", " • ", " » ", " / ", " > ", " :: ", " — "}) {
        std::size_t parts = 1;
        std::size_t longest = 0;
        std::size_t from = 0;
        for (std::size_t at = line.find(bar); at != std::string_view::npos; at = line.find(bar, from)) {
            longest = std::max(longest, at - from);
            from = at + bar.size();
            ++parts;
        }
        longest = std::max(longest, line.size() - from);
        if (parts >= 3 && longest <= 40 && (bar != " — " || longest <= 20)) {
            return true;
        }
    }
    return false;
}

std::size_t count_words(std::string_view line) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : line) {
        const bool space = is_ascii_space(c);
        count += !space && !inside ? 1U : 0U;
        inside = !space;
    }
    return count;
}

std::string_view byline_name(std::string_view line) {
    constexpr std::array<std::string_view, 17> openings = {"written by ", "posted by ", "reported by ", "story by ", "words by ",
                                                           "text by ",    "report by ", "article by ",  "by: ",      "by ",
                                                           "author: ",    "autor: ",    "von ",         "par ",      "por ",
                                                           "di ",         "door "};
    line = trim(line);
    if (line.size() > 160) {
        return {};
    }
    const std::string lower = lower_ascii(line);
    for (const std::string_view opening : openings) {
        if (!lower.starts_with(opening)) {
            continue;
        }
        std::string_view name = trim(line.substr(opening.size()));
        name = trim(name.substr(0, std::min({name.find(','), name.find(" | "), name.find(" \xC2\xB7 "), name.find(" - "),
                                             name.find(" \xE2\x80\x93 "), name.find(" \xE2\x80\x94 "), name.find(" on "), name.find(" in "),
                                             name.find(" for "), name.find(" \xE2\x80\xA2 "), name.size()})));
        while (!name.empty() && (name.back() == '.' || name.back() == ':')) {
            name.remove_suffix(1);
        }
        if (name.empty() || count_words(name) > 8 || (!is_ascii_upper(name.front()) && static_cast<unsigned char>(name.front()) < 0x80)) {
            return {};
        }
        return name;
    }
    return {};
}

bool ends_like_sentence(std::string_view line) {
    line = trim(line);
    constexpr std::array<std::string_view, 7> closers = {"\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB"};
    for (bool changed = true; changed;) {
        changed = false;
        for (const std::string_view closer : closers) {
            if (line.ends_with(closer)) {
                line.remove_suffix(closer.size());
                changed = true;
            }
        }
    }
    return line.ends_with('.') || line.ends_with('?') || line.ends_with('!') || line.ends_with(':') || line.ends_with("\u2026") ||
           line.ends_with("\u3002");
}

}  // namespace synoptic
