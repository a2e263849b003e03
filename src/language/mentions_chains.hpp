// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "language/names_lexicon.hpp"

namespace synoptic {

/// A role or institution by which a chain may be called again.
struct Label {
    std::string noun;       ///< singular, lower case: "minister", "ministry"
    std::string modifiers;  ///< "foreign", "transport"; empty if none
    std::string owner;      ///< key of the country or organisation it belongs to; empty if unknown
};

/// Whether `again` may speak of what `known` names: ("minister") of ("foreign minister"), ("premier") of ("prime minister"); owners and
/// modifiers that are both there must agree.
bool may_call(const Label& again, const Label& known);

/// What a document speaks of under several mentions.
struct Chain {
    EntityKind kind = EntityKind::other;
    Gender gender = Gender::unknown;
    bool plural = false;
    bool named = false;
    std::vector<std::vector<std::string>> names;  ///< folded words of each name, fullest first
    std::vector<Label> labels;
    std::uint32_t count = 0;
    std::uint32_t last_mention = 0;  ///< order number of the latest mention
};

/// The chains of one document while it is read from its beginning to its end. What is found depends on what was read before only.
class Chains {
public:
    explicit Chains(const Lexicon& lexicon) : lexicon_(lexicon) {}

    /// The chain that this name belongs to, or a new one.
    std::uint32_t name(std::string_view text, EntityKind kind);
    /// The latest chain that bears such a label; nothing if none does.
    [[nodiscard]] std::optional<std::uint32_t> labelled(const Label& label, bool plural) const;
    /// The organisation whose name ends in this word ("the League") or that is the only company ("the operator").
    [[nodiscard]] std::optional<std::uint32_t> organization(std::string_view phrase) const;
    std::uint32_t start(EntityKind kind, Gender gender, bool plural);
    void add_label(std::uint32_t chain, const Label& label);
    /// Notes a mention; order numbers must rise.
    void touch(std::uint32_t chain, std::uint32_t order);

    [[nodiscard]] Chain& at(std::uint32_t chain) { return chains_[chain]; }
    [[nodiscard]] const Chain& at(std::uint32_t chain) const { return chains_[chain]; }
    [[nodiscard]] std::size_t size() const { return chains_.size(); }

private:
    [[nodiscard]] std::optional<std::uint32_t> find_person(const std::vector<std::string>& words) const;
    [[nodiscard]] std::optional<std::uint32_t> find_organization(const std::vector<std::string>& words, std::string_view written) const;
    void remember(std::uint32_t chain, const std::vector<std::string>& words);

    const Lexicon& lexicon_;
    std::vector<Chain> chains_;
    std::map<std::string, std::uint32_t, std::less<>> by_name_;
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_word_;  ///< last words and first words of names
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_noun_;  ///< labels
    std::vector<std::uint32_t> persons_;
};

/// Whether two folded names of persons may be spellings of one: each first name an initial or a variant of the other.
bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace synoptic
