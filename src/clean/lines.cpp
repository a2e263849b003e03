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
                  .bare = std::string(strip_marks(row.at(1))),
                  .reason = std::string(row.at(2)),
                  .longest = 200,
                  .rest = row.at(4) == "rest"};
        std::from_chars(row.at(3).data(), row.at(3).data() + row.at(3).size(), rule.longest);
        longest_ = std::max(longest_, rule.longest);
        const auto number = static_cast<std::uint32_t>(rules_.size());
        if (rule.how == How::any) {
            anywhere_.add(rule.phrase, number);
        } else {
            const std::string_view word = first_word(rule.phrase);
            FirstWord& first = by_first_word_[std::string(word)];
            first.rules.push_back(number);
            first.is_share_button = first.is_share_button || (rule.how == How::line && rule.reason == "share" && rule.phrase == word);
        }
        rules_.push_back(std::move(rule));
    }
}

const LineRules& LineRules::instance() {
    static const LineRules rules;
    return rules;
}

const LineRules::FirstWord* LineRules::find(std::string_view word) const {
    const auto found = by_first_word_.find(word);
    return found == by_first_word_.end() ? nullptr : &found->second;
}

bool LineRules::is_share_row(std::string_view line) const {
    std::size_t buttons = 0;
    for (std::size_t begin = 0; begin <= line.size(); ++buttons) {
        const std::size_t end = std::min(line.find(' ', begin), line.size());
        const FirstWord* word = find(line.substr(begin, end - begin));
        if (word == nullptr || !word->is_share_button) {
            return false;
        }
        begin = end + 1;
    }
    return buttons >= 2;
}

Furniture LineRules::furniture(std::string_view line) const {
    line = trim(line);
    return line.size() > longest_ ? Furniture{} : furniture(line, fold_accents(line));
}

Furniture LineRules::furniture(std::string_view line, std::string_view folded) const {
    if (line.empty() || line.size() > longest_) {
        return {};
    }
    const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
    const std::string_view plain = digits > 0 && digits < 6 && folded.size() < 24 ? folded.substr(digits) : folded;  // "2 Comments"
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
    for (const std::string_view form : {plain, bare}) {
        const FirstWord* first = find(first_word(form));
        if (first == nullptr) {
            continue;
        }
        for (const std::uint32_t number : first->rules) {
            const Rule& rule = rules_[number];
            if (line.size() > rule.longest) {
                continue;
            }
            const bool holds = rule.how == How::line ? bare == rule.bare
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
    constexpr std::array<std::string_view, 8> bars = {" | ", " · ", " • ", " » ", " / ", " > ", " :: ", " — "};
    if (line.size() > 300) {
        return false;
    }
    struct Parted {
        std::size_t parts = 1;
        std::size_t longest = 0;
        std::size_t from = 0;
    };
    std::array<Parted, bars.size()> rows;
    for (std::size_t at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
        if (at + 1 < line.size() && (is_ascii_alpha(line[at + 1]) || is_ascii_digit(line[at + 1]))) {
            continue;
        }
        for (std::size_t i = 0; i < bars.size(); ++i) {
            Parted& row = rows[i];
            if (at >= row.from && line.substr(at).starts_with(bars[i])) {
                row.longest = std::max(row.longest, at - row.from);
                row.from = at + bars[i].size();
                ++row.parts;
            }
        }
    }
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const std::size_t longest = std::max(rows[i].longest, line.size() - rows[i].from);
        if (rows[i].parts >= 3 && longest <= (bars[i] == " — " ? 20U : 40U)) {
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
    std::array<char, 16> first{};  // more than the longest opening
    std::ranges::transform(line.substr(0, first.size()), first.begin(), [](char c) { return lower_ascii(c); });
    const std::string_view lower(first.data(), std::min(line.size(), first.size()));
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
