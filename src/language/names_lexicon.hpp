// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/analysis.hpp"
#include "language/names_phrases.hpp"

namespace synoptic {

/// A set of words asked for by view.
class WordSet {
public:
    void insert(std::string_view word) { words_.emplace(word); }
    [[nodiscard]] bool contains(std::string_view word) const { return words_.contains(word); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_set<std::string, Hash, std::equal_to<>> words_;
};

enum class Gender : std::uint8_t { unknown, male, female, plural };

/// A name that the tables know.
struct KnownName {
    EntityKind kind = EntityKind::other;
    bool seat = false;    ///< a capital or the like, which may stand for the government
    std::string country;  ///< ISO 3166-1 alpha-3 or empty
    std::string name;     ///< the table's first spelling
};

/// A role noun ("foreign minister" is "minister" with a modifier; "prime minister" is a role of its own).
struct RoleNoun {
    std::string role;
    std::string sector;
    Gender gender = Gender::unknown;
    bool plural = false;
};

/// A word or phrase for an institution that acts ("coast guard").
struct Institution {
    std::string phrase;
    std::string sector;
    bool group = false;
};

/// The tables of data/ that the finders of names and mentions share. Const after construction.
class Lexicon {
public:
    Lexicon();

    /// Names as written; the longest at token `i`.
    [[nodiscard]] std::pair<const KnownName*, std::uint32_t> known_name(const Words& words, std::uint32_t i) const;
    /// Role nouns in any case, plural or singular; the longest at token `i`.
    [[nodiscard]] std::pair<const RoleNoun*, std::uint32_t> role(const Words& words, std::uint32_t i) const;
    /// Institutions in any case; the longest at token `i`.
    [[nodiscard]] std::pair<const Institution*, std::uint32_t> institution(const Words& words, std::uint32_t i) const;
    /// "Mr", "Dr."; the gender it tells.
    [[nodiscard]] std::optional<Gender> honorific(std::string_view token) const;
    /// The gender of a first name, as written with a capital; nothing for a word that is no first name.
    [[nodiscard]] std::optional<Gender> first_name(std::string_view token) const;
    [[nodiscard]] bool organisation_word(std::string_view lower) const { return organisation_words_.contains(lower); }
    [[nodiscard]] bool place_word(std::string_view lower) const { return place_words_.contains(lower); }
    /// A word that is no name where it merely opens a sentence.
    [[nodiscard]] bool common_word(std::string_view lower) const { return common_words_.contains(lower); }
    /// "portfolio", "vessel", "maker" or "settlement" (name_contexts.tsv), or "" for any other word.
    [[nodiscard]] std::string_view context(std::string_view lower) const;
    /// Any form of a verb of speech.
    [[nodiscard]] bool speech_form(std::string_view lower) const { return speech_forms_.contains(lower); }

private:
    void load_names();
    void load_roles();
    void load_words();

    PhraseTable names_{PhraseTable::Case::as_written};
    PhraseTable roles_{PhraseTable::Case::any};
    PhraseTable institutions_{PhraseTable::Case::any};
    std::vector<KnownName> known_names_;
    std::vector<RoleNoun> role_nouns_;
    std::vector<Institution> institution_list_;
    std::unordered_map<std::string, Gender> honorifics_;
    std::unordered_map<std::string, Gender> first_names_;
    std::unordered_map<std::string, std::string> contexts_;
    WordSet organisation_words_;
    WordSet place_words_;
    WordSet common_words_;
    WordSet speech_forms_;
};

}  // namespace synoptic
