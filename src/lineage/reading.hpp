// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/document.hpp"
#include "core/span.hpp"
#include "lineage/words.hpp"

namespace synoptic {

/// A word of a reading: what runs of equal words are found by. Twelve bytes, for readings are put aside on disk.
struct ReadWord {
    static constexpr std::uint16_t quoted = 1;     ///< between quotation marks
    static constexpr std::uint16_t name = 2;       ///< looks like a name
    static constexpr std::uint16_t furniture = 4;  ///< in a sentence that many unrelated documents hold
    static constexpr std::uint16_t formula = 8;    ///< in three words that many unrelated documents hold
    static constexpr std::uint16_t function = 16;  ///< "the", "of"

    std::uint32_t form = 0;  ///< hash of the folded word
    std::uint32_t begin = 0;
    std::uint16_t length = 0;
    std::uint16_t flags = 0;

    [[nodiscard]] bool is(std::uint16_t flag) const { return (flags & flag) != 0; }
    [[nodiscard]] std::uint32_t end() const { return begin + length; }
};

/// What a sentence states, as a key that survives rewording: the stem of a name, a number or a content word.
struct StatedFact {
    std::uint32_t key = 0;
    std::uint16_t sentence = 0;
    WordKind kind = WordKind::plain;
};

/// A document as lineage reads it; the document itself is needed no more. Positions are those of its text (bytes), unless the maker
/// turned them into others.
struct Reading {
    static constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

    std::string label;                    ///< what users know the document by
    std::uint64_t publisher = 0;          ///< hash of the publisher's name, or of the address's host; 0 unknown
    std::vector<std::uint32_t> masthead;  ///< forms of the words of the publisher's name
    std::vector<std::uint32_t> declared;  ///< forms of the words of its declared sources
    std::optional<Date> date;
    std::int32_t day = no_day;  ///< since 1970-01-01
    std::int32_t byline = 0;    ///< how much its byline tells of a reporter of its own
    std::vector<ReadWord> words;
    std::vector<Span> sentences;
    std::vector<std::uint32_t> first_word;  ///< by sentence, and one past the last
    std::vector<StatedFact> facts;          ///< of the first 400 sentences but their quotations, in order of (key, sentence), each once
    std::vector<std::uint32_t> named;       ///< keys of its names and numbers, ascending, each once; set by settle()

    /// Takes what FurnitureCounts marked out of the facts, and fills `named`.
    void settle();
};

Reading read_for_lineage(const Document& document);
std::vector<ReadWord> to_read_words(const WordText& text);

/// A reading as bytes, and back. Only for this machine and this run.
void append_bytes(const Reading& reading, std::string& bytes);
Reading from_bytes(std::string_view bytes);

}  // namespace synoptic
