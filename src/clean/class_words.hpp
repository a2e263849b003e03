// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace synoptic {

/// What the names that page makers give their elements (class, id, role) say about them. From data/clean_class_words.tsv.
class ClassWords {
public:
    static const ClassWords& instance();

    /// The reason to cut an element so named, or "" if there is none: "author-bio" => "biography"; "entry-content" => "".
    /// Weak words count only `if_little_text`: "teaser" => "related" there, else "".
    [[nodiscard]] std::string_view furniture(std::string_view names, bool if_little_text = false) const;
    /// 0 for nothing, 1 where the names speak of content, 2 where they are names of an article's body: "post" => 1; "article-body" => 2.
    [[nodiscard]] int content(std::string_view names) const;

private:
    ClassWords();

    struct Part {
        std::string pattern;
        std::string reason;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> words_;  ///< words joined with '-', and the reason
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> soft_words_;
    std::unordered_map<std::string, int, Hash, std::equal_to<>> content_words_;
    std::vector<Part> parts_;
};

/// A class attribute's names as words: "entryContent post_body" => "-entry-content- -post-body-"
std::string split_names(std::string_view names);

}  // namespace synoptic
