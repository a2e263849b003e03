// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/word_map.hpp"

namespace synoptic {

/// What the names that page makers give an element (its class or its id) say of it.
struct NameFacts {
    std::string_view furniture;            ///< the reason to cut it: "author-bio" => "biography"; "entry-content" => ""
    std::string_view furniture_if_little;  ///< the same where it holds hardly any running text: "teaser" => "related"
    int content = 0;                       ///< 1: speaks of content ("post"); 2: the name of an article's body ("article-body")
    bool is_body = false;                  ///< one of the names by itself is that of an article's body, and no furniture
    bool is_aside = false;                 ///< holds what is not of the article: other articles, comments, the site's own parts
    bool is_author = false;                ///< holds the author's name: "post-author", "byline__name"
    bool is_no_headline = false;           ///< a heading so named is the site's name, or not for the eye
};

/// Knows the names of elements by their words. From data/clean_class_words.tsv.
class ClassWords {
public:
    static const ClassWords& instance();

    /// `names` is the value of a class or id attribute, of which the first 400 bytes are looked at.
    [[nodiscard]] NameFacts facts(std::string_view names) const;

private:
    ClassWords();

    /// What a word says, or a few words joined with '-'.
    struct Word {
        std::string furniture;
        std::string soft_furniture;
        int content = 0;
        bool aside = false;
        bool author = false;
        bool not_author = false;
        bool no_headline = false;
        bool opens_longer = false;  ///< begins a pattern of several words
    };
    struct Part {
        std::string pattern;
        std::string reason;
    };

    void add(std::string_view how, std::string pattern, std::string_view reason);
    [[nodiscard]] const Word* find(std::string_view run) const;
    [[nodiscard]] std::string_view reason_of_parts(std::string_view names) const;
    [[nodiscard]] bool has_body(std::string_view names) const;

    WordMap<Word> words_;
    std::vector<Part> parts_;
    std::array<std::vector<std::uint32_t>, 256> parts_by_first_;  ///< by their first byte
};

/// A class attribute's names as words: "entryContent post_body" => "-entry-content- -post-body-"
std::string split_names(std::string_view names);

}  // namespace synoptic
