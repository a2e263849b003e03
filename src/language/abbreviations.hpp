// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace synoptic {

/// How a word with a full stop behaves (data/language_abbreviations.tsv).
enum class Abbreviation : std::uint8_t {
    none,
    title,   ///< stands before a name: no sentence ends here ("Mr.")
    inner,   ///< something always follows: no sentence ends here ("vs.", "e.g.")
    number,  ///< an abbreviation before a number only ("No. 5")
    month,   ///< "Jan."
    final,   ///< may end a sentence and keeps its stop when it does ("Inc.", "etc.")
};

/// Word lists that the sentence splitter and the tokeniser share. Words are looked up in lower case, without their last full stop.
class Abbreviations {
public:
    Abbreviations();

    [[nodiscard]] Abbreviation find(std::string_view lower) const;
    /// Whether a capitalised word is one that begins sentences rather than names ("The", "However").
    [[nodiscard]] bool begins_sentence(std::string_view word) const;
    /// "non", "anti": before a hyphen they stay with their word.
    [[nodiscard]] bool is_prefix(std::string_view lower) const { return prefixes_.contains(lower); }
    /// "said": after a question in quotation marks it goes on with the sentence.
    [[nodiscard]] bool is_speech_verb(std::string_view lower) const { return speech_verbs_.contains(lower); }
    /// "am", "km": cut off from a number that they stand close to.
    [[nodiscard]] bool is_unit(std::string_view lower) const { return units_.contains(lower); }

private:
    std::unordered_map<std::string_view, Abbreviation> abbreviations_;
    std::unordered_set<std::string_view> starters_;
    std::unordered_set<std::string_view> prefixes_;
    std::unordered_set<std::string_view> speech_verbs_;
    std::unordered_set<std::string_view> units_;
};

}  // namespace synoptic
