// SPDX-License-Identifier: Apache-2.0
#include "clean/furniture.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "clean/lines.hpp"
#include "clean/sources.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

/// The words that labels of a page are made of, which scrapers glue to the first word of the text.
constexpr std::array<std::string_view, 8> glued_labels = {"Latest",        "News",     "Home",   "Share",
                                                          "Advertisement", "Breaking", "Listen", "Print"};

/// Words that open a sentence but no name.
constexpr std::array<std::string_view, 42> openers = {
    "Looking", "While", "However", "In",     "As",       "The",       "This",    "These",      "Those", "But",  "If",
    "For",     "With",  "After",   "Before", "Although", "Meanwhile", "Overall", "Ultimately", "To",    "When", "It",
    "They",    "There", "What",    "Beyond", "Despite",  "Given",     "Such",    "Moving",     "Going", "At",   "On",
    "By",      "And",   "Yet",     "Still",  "Both",     "Even",      "Since",   "Until",      "Today"};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// The place in a cell where a sentence begins without the one before having ended; npos if there is none.
std::size_t glued_sentence(std::string_view cell) {
    for (std::size_t at = cell.find(' '); at != std::string_view::npos; at = cell.find(' ', at + 1)) {
        if (at == 0 || !is_lower(cell[at - 1])) {
            continue;
        }
        const std::string_view rest = cell.substr(at + 1);
        const std::string_view word = rest.substr(0, rest.find_first_of(" ,"));
        if (std::ranges::find(openers, word) != openers.end()) {
            return at;
        }
    }
    return std::string_view::npos;
}

}  // namespace

bool is_paragraph(const Piece& piece) { return piece.stays() && piece.text.size() >= paragraph_size && ends_like_sentence(piece.text); }

Body find_body(const Pieces& pieces) {
    for (const std::size_t size : {paragraph_size, paragraph_size / 2, paragraph_size / 4}) {
        const auto holds = [&](const Piece& piece) { return piece.stays() && piece.text.size() >= size && ends_like_sentence(piece.text); };
        const auto first = std::ranges::find_if(pieces, holds);
        if (first != pieces.end()) {
            const auto last = std::ranges::find_if(pieces.rbegin(), pieces.rend(), holds);
            return {static_cast<std::size_t>(first - pieces.begin()), static_cast<std::size_t>(last.base() - pieces.begin())};
        }
    }
    return {};
}

namespace {

/// The end of the sentences that go on after the last long paragraph: those of twelve words or more, up to a line that ends an article.
std::size_t end_of_sentences(const Pieces& pieces, std::size_t begin) {
    const LineRules& rules = LineRules::instance();
    std::size_t end = begin;
    for (std::size_t i = begin; i < pieces.size(); ++i) {
        const Furniture hit = rules.furniture(pieces[i].text);
        if (hit.ends_article) {
            break;
        }
        if (pieces[i].stays() && !hit && !is_menu(pieces[i].text) && count_words(pieces[i].text) >= 12 &&
            ends_like_sentence(pieces[i].text) && !pieces[i].text.ends_with('!')) {
            end = i + 1;
        }
    }
    return end;
}

}  // namespace

namespace {

/// A sentence that no teaser's headline would be: articles go on behind boxes of related links.
bool is_running(std::string_view line) { return count_words(line) >= 10 && line.ends_with('.'); }

}  // namespace

void cut_end(Pieces& pieces, const Metadata& metadata, PageKind kind) {
    const bool is_plain = kind == PageKind::text;
    const LineRules& rules = LineRules::instance();
    const std::size_t begin = find_body(pieces).end;
    const auto tail = pieces.begin() + static_cast<std::ptrdiff_t>(end_of_sentences(pieces, begin));
    std::string_view after;
    for (auto piece = pieces.begin() + static_cast<std::ptrdiff_t>(begin); piece != pieces.end(); ++piece) {
        const bool is_weak_end =
            is_plain && piece >= tail;  // a line that does not end an article by itself does so only behind its sentences
        if (!piece->stays()) {
            after = piece->kind == BlockKind::footnote && after.empty() ? "other" : after;
            continue;
        }
        const bool is_short = piece->text.size() < paragraph_size;
        const bool names_outlet =
            metadata.publisher && is_short && fold_accents(piece->text).find(fold_accents(*metadata.publisher)) != std::string::npos;
        const bool shouts = is_plain && is_short && piece->text.ends_with('!') && piece->text.find('"') == std::string::npos &&
                            piece->text.find("\u201C") == std::string::npos;
        if (const Furniture hit = rules.furniture(piece->text)) {
            piece->reason = hit.reason;
            after = hit.ends_article ? hit.reason : after.empty() && is_weak_end ? std::string_view("other") : after;
        } else if (is_menu(piece->text) && piece->kind != BlockKind::table_row) {
            piece->reason = "footer";
            after = is_weak_end ? std::string_view("other") : after;
        } else if (!after.empty() && is_short && !(is_plain && after == "related" && is_running(piece->text))) {
            piece->reason = names_outlet ? std::string_view("footer") : after;
        } else if (shouts) {
            piece->reason = "advert";
            after = is_weak_end ? std::string_view("other") : after;
        }
    }
}

void cut_notes(Pieces& pieces) {
    for (std::size_t i = find_body(pieces).begin; i < pieces.size(); ++i) {
        if (pieces[i].stays() && is_footnote(pieces[i].text)) {
            pieces[i].kind = BlockKind::footnote;
            pieces[i].reason = "other";
        }
    }
}

void unglue(Pieces& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Piece& piece = pieces[i];
        if (!piece.stays()) {
            continue;
        }
        if (is_paragraph(piece) && piece.kind != BlockKind::table_row) {
            for (const std::string_view label : glued_labels) {
                const std::string_view rest = std::string_view(piece.text).substr(std::min(label.size(), piece.text.size()));
                if (piece.text.starts_with(label) && rest.size() > 2 && is_ascii_upper(rest[0]) && (is_lower(rest[1]) || rest[1] == ' ')) {
                    Piece cut{.text = std::string(label), .kind = BlockKind::paragraph, .reason = "navigation", .page = piece.page};
                    piece.text = std::string(rest);
                    pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i), std::move(cut));
                    break;
                }
            }
            continue;
        }
        if (piece.kind != BlockKind::table_row) {
            continue;
        }
        const std::size_t bar = piece.text.rfind(" | ");
        if (bar == std::string::npos || piece.text.size() - bar < 200 || piece.text.size() - bar < 2 * bar) {
            continue;
        }
        const std::size_t at = glued_sentence(std::string_view(piece.text).substr(bar + 3));
        if (at == std::string_view::npos) {
            continue;
        }
        Piece paragraph{.text = piece.text.substr(bar + 3 + at + 1), .kind = BlockKind::paragraph, .reason = {}, .page = piece.page};
        piece.text.resize(bar + 3 + at);
        pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(paragraph));
    }
}

}  // namespace synoptic
