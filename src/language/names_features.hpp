// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "language/names_lexicon.hpp"
#include "language/names_rules.hpp"
#include "language/names_words.hpp"

namespace synoptic {

/// Tokens [first, last) of one sentence, none of them further than two from a word with a capital: where names can stand.
struct NameRun {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// What the learned tagger looks at, a token at a time: the form, its shape, ends and tag, the lists that hold it, the kind that the rules
/// gave it, and the same of its neighbours.
class NameFeatures {
public:
    /// `opinion`: the names that the rules found. All three must outlive this.
    NameFeatures(const Words& words, const Lexicon& lexicon, std::span<const RuledName> opinion);

    [[nodiscard]] std::vector<NameRun> runs() const;

    /// The rows of the model's table for each token of a run, `rows[i]` for token run.first + i.
    void rows_of(const NameRun& run, std::vector<std::vector<std::uint32_t>>& rows) const;

    static constexpr std::uint32_t table_bits = 18;

private:
    struct Own;
    [[nodiscard]] Own own_of(std::uint32_t token) const;

    const Words& words_;
    const Lexicon& lexicon_;
    std::vector<std::uint8_t> opinion_;  ///< by token: 0, or 2 * (kind + 1), plus 1 where the name goes on
    std::vector<std::uint8_t> surety_;   ///< by token: the evidence for that kind, from 0 to 6
    std::vector<std::uint8_t> listed_;   ///< by token: the same of the names that the tables know
};

}  // namespace synoptic
