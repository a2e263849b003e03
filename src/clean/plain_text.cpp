// SPDX-License-Identifier: Apache-2.0
#include "clean/plain_text.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "clean/furniture.hpp"
#include "clean/lines.hpp"
#include "clean/people.hpp"
#include "clean/sources.hpp"
#include "clean/stated_date.hpp"
#include "clean/titles.hpp"
#include "clean/top_lines.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

struct Line {
    std::string_view raw;
    Span page;
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back({text.substr(at, end - at), {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
        at = end + 1;
    }
    return lines;
}

/// Whether paragraphs were broken at a column: most lines that another line follows are of middling length and end amid a sentence.
bool is_wrapped(const std::vector<Line>& lines) {
    std::size_t followed = 0;
    std::size_t broken = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const std::string_view line = trim(lines[i].raw);
        if (line.empty() || trim(lines[i + 1].raw).empty()) {
            continue;
        }
        ++followed;
        broken += line.size() >= 45 && line.size() <= 110 && !ends_like_sentence(line) ? 1U : 0U;
    }
    return followed >= 6 && broken * 3 > followed * 2;
}

bool is_bullet(std::string_view line) {
    for (const std::string_view mark : {"- ", "* ", "\u2022 ", "\u00B7 ", "\u2013 ", "\u25CF ", "\u25AA "}) {
        if (line.starts_with(mark)) {
            return true;
        }
    }
    const std::size_t digits = line.find_first_not_of("0123456789");
    return digits != std::string_view::npos && digits > 0 && digits <= 2 &&
           (line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") "));
}

bool is_table_line(std::string_view line) { return line.starts_with('|') && std::ranges::count(line, '|') >= 2; }

bool is_rule_line(std::string_view line) { return line.find_first_not_of("|-:=_*~+ ") == std::string_view::npos; }

/// "| a | b |" => "a | b"
std::string table_cells(std::string_view line) {
    std::string row;
    for (std::string_view cell : split(line, '|')) {
        cell = trim(cell);
        if (!cell.empty()) {
            row += row.empty() ? "" : " | ";
            row += cell;
        }
    }
    return row;
}

Pieces pieces_of(std::string_view text) {
    const std::vector<Line> lines = lines_of(text);
    const bool wrapped = is_wrapped(lines);
    Pieces pieces;
    bool joining = false;
    for (const Line& line : lines) {
        const std::string_view trimmed = trim(line.raw);
        if (trimmed.empty()) {
            joining = false;
            continue;
        }
        const bool special = is_bullet(trimmed) || is_table_line(trimmed) || is_footnote(trimmed);
        if (wrapped && joining && !special) {
            pieces.back().text += ' ' + fold_space(trimmed);
            pieces.back().page.end = line.page.end;
            continue;
        }
        Piece piece;
        piece.text = fold_space(trimmed);
        piece.page = line.page;
        piece.block = static_cast<std::uint32_t>(pieces.size());
        if (is_rule_line(trimmed)) {
            piece.reason = "other";
        } else if (is_table_line(trimmed)) {
            piece.kind = BlockKind::table_row;
            piece.text = table_cells(trimmed);
        } else if (is_bullet(trimmed)) {
            piece.kind = BlockKind::list_item;
            piece.text = fold_space(trimmed.substr(trimmed.find(' ')));
        } else if (trimmed.starts_with('#')) {
            piece.kind = BlockKind::heading;
            piece.text = fold_space(trimmed.substr(std::min(trimmed.find_first_not_of('#'), trimmed.size())));
        } else if (is_footnote(trimmed)) {
            piece.kind = BlockKind::footnote;
            piece.reason = "other";
        } else if (trimmed.size() < 200 && !ends_like_sentence(trimmed) && count_words(trimmed) >= 3 &&
                   (line.raw.find("   ") != std::string_view::npos || line.raw.find("\t") != std::string_view::npos ||
                    trimmed.find("  ") != std::string_view::npos)) {
            piece.reason = "navigation";  // "Home  Nation  World  Economy"
        }
        if (piece.text.empty()) {
            continue;
        }
        pieces.push_back(std::move(piece));
        joining = pieces.back().stays();
    }
    return pieces;
}

/// Reads the lines before the first paragraph.
class Top {
public:
    Top(Pieces& pieces, std::size_t end, Metadata& found) : pieces_(pieces), end_(end), found_(found) {}

    void read() {
        for (std::size_t i = 0; i < end_; ++i) {
            Piece& piece = pieces_[i];
            if (!piece.stays()) {
                continue;
            }
            read_line(i, piece);
        }
        choose_title();
        choose_publisher();
    }

private:
    void read_line(std::size_t i, Piece& piece) {
        const std::string& text = piece.text;
        const bool repeated = std::ranges::any_of(seen_, [&](std::size_t other) { return pieces_[other].text == text; });
        if (repeated) {
            repeated_.insert(text);
            piece.reason = "repeated";
            return;
        }
        if (const auto date = find_placed_date(text); date && count_words(text) <= 14 && !is_paragraph(piece)) {
            read_date_line(piece, *date);
            return;
        }
        if (const std::string_view name = byline_name(text); !name.empty() && !ends_like_sentence(text)) {
            set_author(text);
            piece.reason = "other";
            return;
        }
        if (const Furniture furniture = LineRules::instance().furniture(text)) {
            piece.reason = furniture.reason;
            return;
        }
        if (is_menu(text)) {
            piece.reason = "navigation";
            return;
        }
        seen_.push_back(i);
        if (!ends_like_sentence(text) || text.ends_with('?') || text.ends_with('!')) {
            candidates_.push_back(i);
        }
    }

    /// "Posted on October 15, 2025 by Ann Lee", "Continental Dispatch, Sunday 12 October 2025"
    void read_date_line(Piece& piece, const PlacedDate& date) {
        if (!found_.published) {
            found_.published = Published{date.date, "text"};
        }
        std::string_view before = trim(std::string_view(piece.text).substr(0, date.span.begin));
        const std::string_view after = trim(std::string_view(piece.text).substr(date.span.end));
        if (const std::size_t comma = before.find(','); comma != std::string_view::npos) {
            before = trim(before.substr(0, comma));
            if (is_name_like(before) && count_words(before) >= 1 && count_words(before) <= 6) {
                publisher_in_date_ = before;
            }
        }
        if (const std::size_t by = after.find("by "); by != std::string_view::npos) {
            set_author(after.substr(by));
        } else if (piece.text.starts_with("By ")) {
            set_author(before);
        }
        piece.reason = "other";
    }

    void set_author(std::string_view text) {
        if (found_.author) {
            return;
        }
        for (const std::string& name : clean_names(text, "")) {
            found_.author = found_.author ? *found_.author + ", " + name : name;
        }
    }

    void choose_title() {
        if (found_.title) {
            return;
        }
        std::size_t chosen = end_;
        for (const std::size_t i : candidates_) {
            if (repeated_.contains(pieces_[i].text)) {
                chosen = i;
                break;
            }
        }
        if (chosen == end_) {
            for (const std::size_t i : candidates_) {  // the longest of the short lines, the first of equals
                if (count_words(pieces_[i].text) >= 3 && pieces_[i].text.size() <= 200 &&
                    (chosen == end_ || count_words(pieces_[i].text) > count_words(pieces_[chosen].text))) {
                    chosen = i;
                }
            }
        }
        if (chosen != end_) {
            found_.title = pieces_[chosen].text;
            pieces_[chosen].reason = "repeated";
        }
        if (found_.title) {
            found_.titles.push_back(*found_.title);
        }
        title_ = chosen;
    }

    void choose_publisher() {
        if (!publisher_in_date_.empty()) {
            found_.publisher = publisher_in_date_;
        }
        for (const std::size_t i : candidates_) {
            if (i == title_ || !pieces_[i].stays()) {
                continue;
            }
            const auto parts = split_title(pieces_[i].text);
            const std::string_view name = parts.empty() ? std::string_view{} : parts.front();
            if (i < title_ && title_ != end_ && count_words(name) <= 6 && is_name_like(name)) {
                if (!found_.publisher) {
                    found_.publisher = std::string(name);
                }
                pieces_[i].reason = "navigation";
            }
        }
        for (const std::size_t i : candidates_) {  // lines above the title that are no sentences
            if (i < title_ && title_ != end_ && pieces_[i].stays() && pieces_[i].text.size() < paragraph_size / 2) {
                pieces_[i].reason = "navigation";
            }
        }
    }

    Pieces& pieces_;
    std::size_t end_;
    Metadata& found_;
    std::vector<std::size_t> seen_;
    std::vector<std::size_t> candidates_;
    std::set<std::string> repeated_;
    std::string publisher_in_date_;
    std::size_t title_ = 0;
};

/// Words with a capital of five letters or more, which a promoter repeats from line to line.
std::set<std::string> capital_words(std::string_view text) {
    std::set<std::string> words;
    for (const std::string_view word : split(text, ' ')) {
        if (word.size() >= 5 && is_ascii_upper(word.front())) {
            words.insert(bare_words(word));
        }
    }
    return words;
}

/// Cuts lines amid the paragraphs that the rules know, and the short lines next to an advert that speak of the same.
void cut_middle(Pieces& pieces, std::size_t begin, std::size_t end) {
    const LineRules& rules = LineRules::instance();
    for (std::size_t i = begin; i < end; ++i) {
        Piece& piece = pieces[i];
        if (!piece.stays() || piece.kind == BlockKind::table_row) {
            continue;
        }
        const bool shouts = piece.text.size() < 100 && piece.text.ends_with('!') && piece.text.find('"') == std::string::npos &&
                            piece.text.find("\u201C") == std::string::npos;
        if (const Furniture found = rules.furniture(piece.text); found && piece.text.size() < 2 * paragraph_size) {
            piece.reason = found.reason;
        } else if (shouts) {
            piece.reason = "advert";
        }
        // "Story continues below advertisement" right above a line
        if (piece.reason == "advert" && count_words(piece.text) <= 5 && i + 1 < end && pieces[i + 1].stays() &&
            pieces[i + 1].page.begin <= piece.page.end + 1 && pieces[i + 1].text.size() < paragraph_size / 2) {
            pieces[i + 1].reason = "advert";
        }
    }
    for (std::size_t i = begin; i < end; ++i) {
        if (pieces[i].reason != "advert" && pieces[i].reason != "newsletter") {
            continue;
        }
        const auto words = capital_words(pieces[i].text);
        for (const int step : {-1, 1}) {
            for (std::size_t at = i + static_cast<std::size_t>(step); at > begin && at < end && pieces[at].text.size() < paragraph_size;
                 at += static_cast<std::size_t>(step)) {
                if (!pieces[at].stays()) {
                    continue;
                }
                const auto own = capital_words(pieces[at].text);
                if (std::ranges::none_of(own, [&](const std::string& word) { return words.contains(word); })) {
                    break;
                }
                pieces[at].reason = pieces[i].reason;
            }
        }
    }
}

/// "OSTREL, Aug 2 2024 (Quay News) - The board ..." states outlet and day as agencies do.
void read_dateline(std::string_view paragraph, Metadata& found) {
    const std::size_t open = paragraph.find('(');
    const std::size_t close = paragraph.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || open < 3 || open > 60 || close < open || close - open > 40) {
        return;
    }
    const std::string_view place = paragraph.substr(0, std::min(paragraph.find_first_of(",("), open));
    const std::string_view after = trim(paragraph.substr(close + 1));
    const std::string_view name = trim(paragraph.substr(open + 1, close - open - 1));
    const bool is_place = std::ranges::none_of(place, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!is_place || !(after.starts_with('-') || after.starts_with("\u2013") || after.starts_with("\u2014")) || !is_name_like(name)) {
        return;
    }
    if (!found.publisher) {
        found.publisher = std::string(name);
    }
    if (const auto date = find_stated_date(paragraph.substr(0, open)); date && !found.published) {
        found.published = Published{*date, "text"};
    }
}

/// "Headline: The Train That Left" in one of the first lines states the title.
void take_stated_headline(Pieces& pieces, Metadata& found) {
    for (std::size_t i = 0; i < std::min<std::size_t>(pieces.size(), 12); ++i) {
        for (const std::string_view label : {"Headline: ", "Title: "}) {
            if (!found.title && pieces[i].stays() && pieces[i].text.starts_with(label) && pieces[i].text.size() < 300) {
                found.title = pieces[i].text.substr(label.size());
                found.titles.push_back(*found.title);
                pieces[i].reason = "repeated";
            }
        }
    }
}

}  // namespace

PlainPage read_plain_text(std::string_view text) {
    PlainPage page{.pieces = pieces_of(text), .metadata = {}};
    Pieces& pieces = page.pieces;
    take_stated_headline(pieces, page.metadata);
    const auto [top, bottom] = find_body(pieces);
    Top(pieces, top, page.metadata).read();
    if (top < bottom) {
        read_dateline(pieces[top].text, page.metadata);
    }
    cut_middle(pieces, top, bottom);
    for (std::size_t i = top; i < bottom; ++i) {
        Piece& piece = pieces[i];
        if (piece.stays() && piece.kind == BlockKind::paragraph && piece.text.size() < 100 && !ends_like_sentence(piece.text) &&
            count_words(piece.text) <= 14 && i + 1 < pieces.size()) {
            piece.kind = BlockKind::heading;
        }
    }
    return page;
}

}  // namespace synoptic
