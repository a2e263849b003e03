// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "clean/markup.hpp"
#include "clean/metadata.hpp"
#include "clean/piece.hpp"

namespace synoptic {

/// What can be said of one line of a page when it is asked whether it is article. Shares and flags are 0 to 1; reasons are numbered as in
/// reason_number(); places and distances count lines.
enum class Clue : std::uint8_t {
    length,         ///< bytes
    words,          ///<
    sentence,       ///< ends like one
    colon,          ///< ends with a colon
    shout,          ///< ends with '!'
    question,       ///< ends with '?'
    quoted,         ///< holds quotation marks
    digits,         ///< share of the bytes
    capitals,       ///< share of the words that begin with a capital
    upper,          ///< share of the letters
    short_words,    ///< share of the words of up to three letters
    marks,          ///< share of bars, dots, arrows and the like
    commas,         ///< to a word
    address,        ///< holds a web or mail address or a handle
    reader,         ///< words that speak to the reader: you, our, free
    lower,          ///< begins with a small letter
    clock,          ///< holds a year or a time of day
    rule,           ///< the reason LineRules gives
    rule_ends,      ///< and that it ends an article
    menu,           ///< a row of names
    byline,         ///<
    life_strong,    ///< cues of an author's note
    life_weak,      ///<
    author,         ///< names the author
    publisher,      ///< names the outlet
    title,          ///< share of words in common with the title
    repeats,        ///< how often the same line stands on the page
    kind,           ///< BlockKind
    stays,          ///< what the rules decided
    reason,         ///< and why not
    place,          ///< share of the page's lines before it
    from_first,     ///< lines after the first paragraph
    to_last,        ///< lines before the last paragraph
    text_before,    ///< share of the kept text that stands before it
    kept_near,      ///< share of the lines around it that the rules keep
    gap_before,     ///< lines since the last kept paragraph
    gap_after,      ///< lines to the next kept paragraph
    ends_before,    ///< lines that end an article between the first paragraph and it
    label,          ///< the rule of the nearest short line above, if it has one
    kept_text,      ///< bytes the rules keep of the page
    lines,          ///< of the page
    kept_share,     ///< share of the page's text that the rules keep
    linked,         ///< share of link text
    in_root,        ///< inside the element that holds the article
    named,          ///< the reason that names and tags give
    tag,            ///< of the element
    depth,          ///< in the tree
    below_root,     ///< levels below the element that holds the article
    made_alike,     ///< share of the paragraphs' text in elements of the same tag and class
    alike_count,    ///< lines in such elements
    alike_length,   ///< their mean length in bytes
    siblings,       ///< share of the paragraphs' text beside it
    parent_linked,  ///< share of link text in what holds the element
    outer_linked,   ///< and in what holds that
    parent_text,    ///< bytes in what holds the element
    odd,            ///< made otherwise than the paragraphs around
    teaser,         ///< in a row of cards
    content,        ///< names of content around it
    soft,           ///< the reason that weak words in its names give
    strong,         ///< share of bold text
    slanted,        ///< share of text in italics
    known_words,    ///< without tags: what RunningText::Echo says
    common_words,   ///<
    said,           ///<
    sentences,      ///< RunningText::size()
    from_core,      ///< lines after the first of the stretch in which sentences are densest
    to_core_end,    ///< lines before its end
    core_lines,     ///< its lines
    core_share,     ///< its share of the words in sentences
    run_before,     ///< words of sentences in the few lines before
    run_after,      ///<
    wide_before,    ///< and in many lines
    wide_after,     ///<
    short_before,   ///< lines of few words that stand right before it without another between them
    short_after,    ///<
    again_before,   ///< lines among the few before it that stand elsewhere on the page too
    again_after,    ///<
    count,
};

constexpr std::size_t clue_count = static_cast<std::size_t>(Clue::count);

/// The names by which data/clean_*_trees.tsv knows them, in the same order.
extern const std::array<std::string_view, clue_count> clue_names;

using ClueRow = std::array<float, clue_count>;

/// The clues of each piece of a page, after all rules have spoken. `markup` belongs to the pieces by Piece::block;
/// empty for plain text. Linear in the page.
std::vector<ClueRow> gather_clues(const Pieces& pieces, const Metadata& metadata, std::span<const Markup> markup);

/// Reasons in the order of how often they are right; 0 for none.
float reason_number(std::string_view reason);

}  // namespace synoptic
