// SPDX-License-Identifier: Apache-2.0
#include "clean/not_article.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "clean/lines.hpp"
#include "clean/titles.hpp"
#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t longest_excuse = 1'200;  ///< bytes that an error page says in its defence

/// "404 Not Found!" => "not found"
std::string words_without_numbers(std::string_view title) {
    const std::string bare = bare_words(title);
    std::string words;
    for (const std::string_view word : split(bare, ' ')) {
        if (!std::ranges::all_of(word, is_ascii_digit)) {
            words += words.empty() ? "" : " ";
            words += word;
        }
    }
    return words;
}

class ErrorTitles {
public:
    static const ErrorTitles& instance() {
        static const ErrorTitles titles;
        return titles;
    }
    [[nodiscard]] bool holds(std::string_view title) const {
        const std::string whole = words_without_numbers(title);
        if (whole_.contains(whole) || parts_.contains(whole)) {
            return true;
        }
        return std::ranges::any_of(split_title(title), [&](std::string_view part) { return parts_.contains(words_without_numbers(part)); });
    }

private:
    ErrorTitles() {
        for (const Row& row : load_table("clean_error_pages.tsv")) {
            (row.at(0) == "all" ? whole_ : parts_).emplace(row.at(1));
        }
    }
    std::unordered_set<std::string> whole_;
    std::unordered_set<std::string> parts_;
};

/// What stays of a page, counted.
struct Kept {
    std::size_t text = 0;       ///< bytes
    std::size_t linked = 0;     ///< bytes of them in links
    std::size_t links = 0;      ///< lines of links, those that were cut too
    std::size_t sentences = 0;  ///< lines that are running text and no link
};

Kept count_kept(const Pieces& pieces, std::span<const Markup> markup) {
    constexpr std::size_t least_words = 8;
    Kept kept;
    for (const Piece& piece : pieces) {
        const float share = piece.block < markup.size() ? markup[piece.block].linked : 0.0F;
        kept.links += share > 0.5F ? 1U : 0U;
        if (piece.stays()) {
            kept.text += piece.text.size();
            kept.linked += static_cast<std::size_t>(share * static_cast<float>(piece.text.size()));
            kept.sentences += share < 0.5F && ends_like_sentence(piece.text) && count_words(piece.text) >= least_words ? 1U : 0U;
        }
    }
    return kept;
}

}  // namespace

std::optional<std::string> why_no_article(const Pieces& pieces, const Metadata& metadata, std::span<const Markup> markup) {
    constexpr std::size_t least_links = 20;  ///< lines
    if (metadata.published || !metadata.article_body.empty()) {
        return std::nullopt;
    }
    const Kept kept = count_kept(pieces, markup);
    if (kept.text < longest_excuse) {
        for (const std::string& title : metadata.titles) {
            if (ErrorTitles::instance().holds(title)) {
                return fmt::format("is an error page: \"{}\"", title);
            }
        }
    }
    if (kept.links >= least_links && kept.sentences == 0 && kept.linked * 10 > kept.text * 8) {
        return fmt::format("is an index page: {} lines of links and no text of its own", kept.links);
    }
    return std::nullopt;
}

}  // namespace synoptic
