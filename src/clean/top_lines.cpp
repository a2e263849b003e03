// SPDX-License-Identifier: Apache-2.0
#include "clean/top_lines.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "clean/furniture.hpp"
#include "clean/lines.hpp"
#include "clean/people.hpp"
#include "clean/stated_date.hpp"
#include "clean/titles.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t longest_top_line = 200;

bool is_weekday_or_time(std::string_view part) {
    constexpr std::array<std::string_view, 12> words = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                                                        "sunday", "updated", "published", "posted",   "a.m",    "p.m"};
    const std::string lower = lower_ascii(part);
    return std::ranges::any_of(words, [&](std::string_view word) { return lower.starts_with(word); }) ||
           std::ranges::any_of(part, is_ascii_digit);
}

/// Two to four capitalised words, or words that end in those by which newsrooms sign.
bool is_signature(std::string_view part) {
    const std::size_t words = count_words(part);
    if (words < 2 || words > 4 || !is_name_like(part.substr(0, part.find(' ')))) {
        return false;
    }
    const std::string lower = lower_ascii(part);
    for (const std::string_view desk : {" team", " staff", " desk", " reporter", " reporters", " correspondent", " newsroom"}) {
        if (lower.ends_with(desk)) {
            return true;
        }
    }
    return is_name_like(part) && std::ranges::none_of(part, is_ascii_digit);
}

void take_author(Metadata& metadata, std::string_view line) {
    if (metadata.author) {
        return;
    }
    std::string_view name = author_in_line(line);
    for (const std::string& one : clean_names(name, metadata.publisher.value_or(""))) {
        metadata.author = metadata.author ? *metadata.author + ", " + one : one;
    }
}

void find_outlet(const Pieces& pieces, std::size_t top, std::size_t bottom, Metadata& metadata) {
    for (std::size_t i = 0; i < std::min<std::size_t>(top, 4); ++i) {
        const auto parts = split_title(pieces[i].text);
        if (parts.empty()) {
            continue;
        }
        const std::string_view name = trim(parts.front().substr(0, parts.front().find(" > ")));  // the first of a trail of sections
        const bool odd_word = std::ranges::any_of(name.substr(std::min<std::size_t>(1, name.size())),
                                                  [](char c) { return is_ascii_upper(c) || is_ascii_digit(c); });
        if (name.size() < 4 || count_words(name) > 4 || !is_name_like(name) || (count_words(name) == 1 && !odd_word) ||
            LineRules::instance().furniture(name)) {
            continue;
        }
        for (std::size_t j = bottom; j < pieces.size(); ++j) {
            if (pieces[j].text.find(name) != std::string::npos) {
                metadata.publisher = std::string(name);
                return;
            }
        }
    }
}

/// A line that is nothing but a date, without a weekday: a clock at the page's top has one, a date of publication above a headline not.
bool is_bare_date(std::string_view line) {
    const auto date = find_placed_date(line);
    return date && line.size() < 40 && date->span.begin < 4 && std::ranges::none_of(line.substr(date->span.end), is_ascii_alpha);
}

/// "veröffentlicht 28.01.2022" and the like in a line anywhere on the page, if all such lines agree.
std::optional<Date> find_labelled_date(const Pieces& pieces) {
    constexpr std::array<std::string_view, 14> labels = {
        "published", "posted on",  "first published", "veroffentlicht", "erstellt am",  "publie le",           "mis en ligne",
        "publicado", "pubblicato", "publicerad",      "gepubliceerd",   "opublikowano", "date of publication", "datum:"};
    std::optional<Date> found;
    for (const Piece& piece : pieces) {
        if (piece.text.size() > 120 || piece.reason == "related" || piece.reason == "comment") {
            continue;
        }
        const auto date = find_stated_date(piece.text);
        if (!date) {
            continue;
        }
        const std::string plain = fold_accents(piece.text);
        if (std::ranges::none_of(labels, [&](std::string_view label) { return plain.find(label) != std::string::npos; })) {
            continue;
        }
        if (found && *found != *date) {
            return std::nullopt;
        }
        found = date;
    }
    return found;
}

/// "As this is written, on Friday 28 March 2025, ...": the author's word for the day.
std::optional<Date> find_written_date(const Pieces& pieces) {
    for (const Piece& piece : pieces) {
        const std::string lower = piece.stays() ? lower_ascii(piece.text) : std::string{};
        for (const std::string_view words : {"as this is written,", "as i write this,", "as of this writing,", "at the time of writing,"}) {
            if (const std::size_t at = lower.find(words); at != std::string::npos) {
                if (const auto date = find_stated_date(std::string_view(piece.text).substr(at, 60))) {
                    return date;
                }
            }
        }
    }
    return std::nullopt;
}

}  // namespace

bool is_name_like(std::string_view text) {
    for (const std::string_view word : split(text, ' ')) {
        if (word.size() >= 4 && is_ascii_alpha(word.front()) && !is_ascii_upper(word.front())) {
            return false;
        }
    }
    return !text.empty() &&
           (is_ascii_upper(text.front()) || is_ascii_digit(text.front()) || static_cast<unsigned char>(text.front()) >= 0x80);
}

std::string_view author_in_line(std::string_view line) {
    const auto date = find_placed_date(line);
    if (const std::string_view name = byline_name(date ? line.substr(0, date->span.begin) : line); !name.empty()) {
        return name;
    }
    if (!date) {
        return {};
    }
    if (const std::size_t label = line.find("Text: "); label != std::string::npos) {
        const std::string_view name = line.substr(label + 6);
        return name.substr(0, name.find_first_of(".|;,"));
    }
    const std::size_t by = lower_ascii(line).find(" by ");
    if (by != std::string::npos) {
        return byline_name(line.substr(by + 1));
    }
    std::size_t from = 0;
    for (std::size_t at = 0; at <= line.size(); ++at) {
        const std::string_view rest = line.substr(std::min(at, line.size()));
        const bool bar = rest.starts_with("|") || rest.starts_with(",") || rest.starts_with("\u00B7") || rest.starts_with("\u2022");
        if (!bar && at != line.size()) {
            continue;
        }
        const std::string_view part = trim(line.substr(from, at - from));
        if (is_signature(part) && !is_weekday_or_time(part) && !find_placed_date(part)) {
            return part;
        }
        from = at + (rest.starts_with("\u00B7") ? 2U : rest.starts_with("\u2022") ? 3U : 1U);
    }
    return {};
}

void read_top_lines(Pieces& pieces, Metadata& metadata) {
    const auto [body, end] = find_body(pieces);
    if (body == end) {
        return;
    }
    std::size_t title = body;
    for (std::size_t i = body; i-- > 0;) {
        if (pieces[i].reason == "repeated") {
            title = i;
            break;
        }
    }
    const bool has_title = title != body;
    for (std::size_t i = 0; has_title && i < title; ++i) {
        if (pieces[i].stays()) {
            pieces[i].reason = "navigation";
        }
    }
    if (!metadata.publisher) {
        find_outlet(pieces, has_title ? title : body, end, metadata);
    }
    for (std::size_t i = has_title && title > 3 ? title - 3 : 0; has_title && i < title && !metadata.published; ++i) {
        if (is_bare_date(pieces[i].text)) {
            metadata.published = Published{*find_stated_date(pieces[i].text), "text"};
        }
    }
    std::size_t window_end = body;
    if (has_title) {  // the first paragraph may be a lead that stands before the byline
        const auto second = std::ranges::find_if(pieces.begin() + static_cast<std::ptrdiff_t>(body) + 1, pieces.end(), is_paragraph);
        window_end = std::min({static_cast<std::size_t>(second - pieces.begin()), body + 12, end});
    }
    for (std::size_t i = has_title ? title + 1 : body - std::min<std::size_t>(body, 5); i < window_end; ++i) {
        Piece& piece = pieces[i];
        if (piece.text.size() > longest_top_line || (!piece.stays() && piece.reason != "other" && piece.reason != "biography" &&
                                                     piece.reason != "share" && piece.reason != "navigation")) {
            continue;
        }
        const auto date = find_stated_date(piece.text);
        const bool is_line = count_words(piece.text) <= 16 && !(ends_like_sentence(piece.text) && piece.text.size() > 90);
        if (is_line || (date && piece.text.starts_with("Published on "))) {
            take_author(metadata, piece.text);
        }
        if (date && is_line) {
            if (!metadata.published && has_title) {
                metadata.published = Published{*date, "text"};
            }
            if (piece.stays()) {
                piece.reason = "other";
            }
        } else if (piece.stays() && metadata.author && piece.text.size() < 120 && piece.text.starts_with(*metadata.author)) {
            piece.reason = "other";
        }
    }
    if (!metadata.published) {
        auto date = find_labelled_date(pieces);
        date = date ? date : find_written_date(pieces);
        if (date) {
            metadata.published = Published{*date, "text"};
        }
    }
}

}  // namespace synoptic
