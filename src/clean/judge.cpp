// SPDX-License-Identifier: Apache-2.0
#include "clean/judge.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "clean/furniture.hpp"
#include "clean/trees.hpp"
#include "core/asset.hpp"

namespace synoptic {

namespace {

constexpr std::size_t most_lines = 20'000;
constexpr float least_running = 8;  ///< words of a sentence
constexpr float little_text = 400;  ///< bytes: the rules found no article
constexpr float certain = 1.0F;     ///< log-odds
constexpr float likely = 3.0F;      ///< above the threshold of lines without tags, which is low: rather article than not
constexpr float never = 1e9F;
float clue(const ClueRow& row, Clue what) { return row[static_cast<std::size_t>(what)]; }

/// Whether the line was cut for its own words.
bool is_known(const Piece& piece, const ClueRow& row) {
    return clue(row, Clue::rule) > 0 || clue(row, Clue::byline) > 0 || clue(row, Clue::life_strong) > 0 ||
           piece.kind == BlockKind::footnote;
}

/// Whether the line is a sentence of some length.
bool is_running(const ClueRow& row) { return clue(row, Clue::sentence) > 0 && clue(row, Clue::words) >= least_running; }

/// By how much more than others a cut line of a page with tags must look like article to come back. None does that was cut for its own
/// words; the place of a line and its element's names err more often.
float needed_with_tags(const Piece& piece, const ClueRow& row) {
    const bool is_inside = clue(row, Clue::from_first) > 0 && clue(row, Clue::to_last) > 0;
    const bool is_free = is_inside || piece.kind == BlockKind::table_row || clue(row, Clue::kept_text) < little_text;
    if (is_known(piece, row) || !(is_running(row) || is_free)) {
        return never;
    }
    constexpr std::array<std::string_view, 6> of_place = {"related", "other", "caption", "navigation", "share", "footer"};
    const bool errs = std::ranges::find(of_place, piece.reason) != of_place.end();
    const bool in_box = clue(row, Clue::named) > 0 && piece.kind == BlockKind::paragraph && piece.text.size() < paragraph_size;
    return in_box ? never : errs ? 0.0F : certain;
}

/// The same without tags. Of a whole page with all its menus the judge knows more than the rules do; of a text that somebody has cut down
/// to little more than the article, the rules hold.
float needed_without_tags(const Piece& piece, const ClueRow& row) {
    constexpr float whole_page = 60;  ///< lines
    constexpr float more_certain = 2.0F;
    if (clue(row, Clue::lines) >= whole_page) {
        return is_known(piece, row) ? more_certain : 0.0F;
    }
    return is_known(piece, row) || !is_running(row) ? never : likely;
}

const Trees& html_trees() {
    static const Trees trees(asset("clean_html_trees.tsv"), clue_names);
    return trees;
}

const Trees& text_trees() {
    static const Trees trees(asset("clean_text_trees.tsv"), clue_names);
    return trees;
}

}  // namespace

void judge(Pieces& pieces, const Metadata& metadata, std::span<const Markup> markup, PageKind kind) {
    if (pieces.size() > most_lines) {
        return;
    }
    const Trees& trees = kind == PageKind::html ? html_trees() : text_trees();
    const std::vector<ClueRow> rows = gather_clues(pieces, metadata, markup);
    std::size_t kept_by_rules = 0;
    std::vector<std::size_t> asked;  // lines whose fate is open
    std::vector<float> needed;       // log-odds for each of them to return, where it was cut
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        kept_by_rules += piece.stays() ? piece.text.size() : 0;
        if (piece.block == Piece::split_off || piece.reason == "repeated") {
            continue;
        }
        const float least = piece.stays()            ? 0.0F
                            : kind == PageKind::html ? needed_with_tags(piece, rows[i])
                                                     : needed_without_tags(piece, rows[i]);
        if (least < never) {
            asked.push_back(i);
            needed.push_back(least);
        }
    }
    const std::vector<float> scores = trees(rows, asked);
    std::vector<std::size_t> cut;
    for (std::size_t at = 0; at < asked.size(); ++at) {
        const std::size_t i = asked[at];
        Piece& piece = pieces[i];
        const bool is_article = scores[at] - trees.threshold() > needed[at];
        if (piece.stays() && !is_article) {
            cut.push_back(i);
        } else if (is_article) {
            piece.reason.clear();
        }
    }
    std::size_t cut_text = 0;
    for (const std::size_t i : cut) {
        cut_text += pieces[i].text.size();
    }
    if (cut_text * 10 > kept_by_rules * 9) {
        return;  // one that finds hardly any article is taken to err
    }
    for (const std::size_t i : cut) {
        pieces[i].reason = "other";
    }
}

}  // namespace synoptic
