// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/table.hpp"

namespace synoptic {

using WordId = std::uint32_t;
constexpr WordId no_word = 0;  ///< a lemma that neither a frame nor a class names

/// The classes a lemma belongs to ("troops": military force, persons), as bits.
using ClassSet = std::bitset<128>;

/// The lemmas that frames and word classes speak of, numbered from 1, and the classes of each.
class WordClasses {
public:
    WordClasses();

    /// Lemmas are lower case. A new lemma gets the next number.
    WordId add(std::string_view lemma);
    [[nodiscard]] WordId find(std::string_view lemma) const;
    /// An irregular form ("struck") that may come without its lemma; see `lemma_of_form`.
    void add_form(std::string_view form, std::string_view lemma);
    /// The lemma of an irregular form, or no_word.
    [[nodiscard]] WordId lemma_of_form(std::string_view form) const;
    [[nodiscard]] const ClassSet& classes(WordId word) const { return classes_[word]; }

    /// Adds the classes of a table: "name TAB lemma lemma ...". A name may stand in several lines and in several tables.
    /// A member "@other" takes over all words of a class named before. Throws Failure naming `table` and the line.
    void add_classes(std::string_view table, const std::vector<Row>& rows);
    /// Puts one more lemma into a class that exists; nothing happens where it does not.
    void add_to_class(std::string_view name, std::string_view lemma);
    /// The bit of the class, or -1.
    [[nodiscard]] int find_class(std::string_view name) const;
    [[nodiscard]] bool is(WordId word, int class_bit) const {
        return class_bit >= 0 && classes_[word][static_cast<std::size_t>(class_bit)];
    }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, WordId, Hash, std::equal_to<>> words_;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> forms_;
    std::unordered_map<std::string, int, Hash, std::equal_to<>> class_bits_;
    std::vector<ClassSet> classes_;
};

}  // namespace synoptic
