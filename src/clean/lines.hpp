// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/phrases.hpp"
#include "clean/word_map.hpp"

namespace synoptic {

/// Why a line of a page is no article text.
struct Furniture {
    std::string_view reason;    ///< "" where nothing speaks against the line
    bool ends_article = false;  ///< at the end of a page, what follows is none either
    explicit operator bool() const { return !reason.empty(); }
};

/// Knows the lines that frame an article by their words. From data/clean_phrases.tsv.
class LineRules {
public:
    static const LineRules& instance();

    /// "Leave a Comment" => {"comment", true}; "Register for our Free Briefing!" => {"advert", false}; an article's sentence => {}.
    /// `line` has its white space folded.
    [[nodiscard]] Furniture furniture(std::string_view line) const;
    /// The same where its case and accents are folded already.
    [[nodiscard]] Furniture furniture(std::string_view line, std::string_view folded) const;

private:
    LineRules();

    /// "share tweet pin", in lower case: nothing but words that are share buttons by themselves.
    [[nodiscard]] bool is_share_row(std::string_view line) const;

    enum class How : std::uint8_t { line, start, any };
    struct Rule {
        How how;
        std::string phrase;
        std::string bare;  ///< the phrase without the marks at its ends
        std::string reason;
        std::size_t longest;
        bool rest;
    };
    struct FirstWord {
        std::vector<std::uint32_t> rules;  ///< of kind line and start
        bool is_share_button = false;      ///< by itself
    };
    [[nodiscard]] const FirstWord* find(std::string_view word) const;

    std::vector<Rule> rules_;
    WordMap<FirstWord> by_first_word_;
    Phrases anywhere_;
    std::size_t longest_ = 0;
};

/// A row of links or sections: "Home | Jobs | Cars", "Tech · World · Deals", "Home  Nation  World  Economy".
bool is_menu(std::string_view line);

/// "By Emil Sarkany", "Posted by WW Desk", "Von Anna Schmidt", "by Agathe Morrow, correspondent": the name, or "".
std::string_view byline_name(std::string_view line);

/// Whether it reads as running text: ends like a sentence and is no shout, or is long.
bool ends_like_sentence(std::string_view line);

/// The number of words.
std::size_t count_words(std::string_view line);

}  // namespace synoptic
