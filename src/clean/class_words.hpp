// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

/// What the names that page makers give their elements (class, id, role) say about them. From data/clean_class_words.tsv.
class ClassWords {
public:
    static const ClassWords& instance();

    /// The reason to cut an element so named, or "" if there is none: "author-bio" => "biography"; "entry-content" => "".
    [[nodiscard]] std::string_view furniture(std::string_view names) const;
    /// 0 for nothing, 1 where the names speak of content, 2 where they are names of an article's body: "post" => 1; "article-body" => 2.
    [[nodiscard]] int content(std::string_view names) const;

private:
    ClassWords();

    struct Entry {
        std::string pattern;  ///< words joined with '-', a '-' at both ends: found in a name that is split likewise; or any part
        std::string reason;
    };
    std::vector<Entry> words_;
    std::vector<Entry> parts_;
    std::vector<std::string> body_;
    std::vector<std::string> content_;
};

/// A class attribute's names as words: "entryContent post_body" => "-entry-content- -post-body-"
std::string split_names(std::string_view names);

}  // namespace synoptic
