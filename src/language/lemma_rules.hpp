// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace synoptic {

/// Lemmas by edits of word endings, learned from annotated words: the longest known ending of a word with its tag decides.
///
///     ("VERB VBG", "making") => "make"    ("NOUN NNS", "treaties") => "treaty"    ("PROPN NNP", "Kyiv") => "Kyiv"
class LemmaRules {
public:
    /// Examples in any order: counts by (tag, form, lemma).
    using Examples = std::map<std::tuple<std::string, std::string, std::string>, int>;
    void learn(const Examples& examples);

    [[nodiscard]] std::string lemma(std::string_view tag, std::string_view form) const;

    /// One rule a line, sorted: "VERB VBG\tking\t3+e"; and back.
    [[nodiscard]] std::string to_text() const;
    static LemmaRules from_text(std::string_view text);

private:
    std::unordered_map<std::string, std::string> rules_;  ///< "VERB VBG\tking" => "3+e": cut three bytes off, add "e"
};

}  // namespace synoptic
