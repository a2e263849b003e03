// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/names_words.hpp"

namespace synoptic {

/// Phrases of one or several words, found at a token. A space in a phrase stands for any white space, a plain apostrophe or hyphen also
/// for the typographic ones; a phrase matches whole tokens only.
class PhraseTable {
public:
    enum class Case { as_written, any };

    explicit PhraseTable(Case letters) : letters_(letters) {}
    /// `value` is the caller's; of two equal phrases the first added wins.
    void add(std::string_view phrase, std::uint32_t value);

    struct Match {
        std::uint32_t value = 0;
        std::uint32_t last = 0;  ///< token after the match
        explicit operator bool() const { return last != 0; }
    };
    /// The longest phrase that begins with token `i`; a false Match if there is none.
    [[nodiscard]] Match longest(const Words& words, std::uint32_t i) const;

private:
    struct Entry {
        std::string phrase;
        std::uint32_t value;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    Case letters_;
    std::unordered_map<std::string, std::vector<Entry>, Hash, std::equal_to<>> by_first_word_;  ///< longest first
};

}  // namespace synoptic
