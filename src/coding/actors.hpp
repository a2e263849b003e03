// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coding/clause.hpp"
#include "core/table.hpp"

namespace synoptic {

/// Names and nouns to actor codes: three letters for a country or an organisation, then what the actor is there (USA, USAGOV, ISRMIL).
class ActorTable {
public:
    /// The tables of data/: countries with their adjectives and seats, organisations, role nouns.
    static ActorTable load();

    /// Adds "name TAB code" rows of a user's own, which go before all others and match as a prefix of the last word
    /// ("Eriador" matches "Eriadorian"). Throws Failure naming the line.
    void add_own(std::string_view table, std::string_view bytes);
    void add_name(std::string_view name, std::string_view code, bool prefix = false);
    void add_role(std::string_view noun, std::string_view code);

    struct Match {
        std::string_view code;
        std::uint32_t length = 0;  ///< tokens
    };
    /// The longest name that starts at a token and stays before `last`; length 0 if none does.
    [[nodiscard]] Match name_at(const Tree& tree, TokenIndex at, TokenIndex last) const;
    /// The role of a noun or of two ("prime minister"): GOV, MIL ...; length 0 if none.
    [[nodiscard]] Match role_at(const Tree& tree, TokenIndex at, TokenIndex last) const;

private:
    struct Entry {
        std::vector<std::string> words;  ///< folded
        std::string code;
        bool prefix = false;
        bool capitals = false;  ///< short names such as US: only in capitals
    };
    std::unordered_map<std::string, std::vector<Entry>> names_;  ///< by first word, or by its first four bytes for prefix entries
    std::unordered_map<std::string, std::string> roles_;
};

/// Codes the noun phrases of one document; remembers what appositions and titles told of a person ("Varkeshi President Timur Jalan").
class ActorCoder {
public:
    ActorCoder(const ActorTable& table, const Grammar& grammar, const Document& document)
        : table_(table), grammar_(grammar), document_(document) {}

    /// Call for each sentence before `code` is called for any.
    void learn(const Tree& tree);
    /// The code of a noun phrase by its head, or "" where nothing tells. "---GOV": some government, unknown which. A phrase that speaks of
    /// several has their codes with a slash between: "the leaders of Norway and Chile" => "NORGOV/CHLGOV".
    [[nodiscard]] std::string code(const Tree& tree, TokenIndex head) const;

private:
    struct Description;
    [[nodiscard]] Description describe(const Tree& tree, TokenIndex head) const;
    [[nodiscard]] std::string described(const Tree& tree, TokenIndex head) const;
    [[nodiscard]] std::string of_pronoun(const Tree& tree, TokenIndex pronoun) const;
    [[nodiscard]] std::string remembered(const Tree& tree, TokenIndex head) const;

    const ActorTable& table_;
    const Grammar& grammar_;
    const Document& document_;
    std::unordered_map<std::string, std::string> known_;     ///< last word of a name, folded => code
    std::unordered_map<std::uint32_t, std::string> chains_;  ///< chain of mentions => code of the first name in it that has one
};

}  // namespace synoptic
