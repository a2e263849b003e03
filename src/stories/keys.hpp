// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"

namespace synoptic {

enum class KeyKind : std::uint8_t {
    word,    ///< a word that tells something, by its stem
    name,    ///< a name, or two neighbouring ones
    number,  ///< by its value
    phrase,  ///< two neighbouring words that tell something
    date,    ///< a month, a day of a month, a weekday, a year
};

/// A hashed feature of a document and where it stands: counts stop at 255. Kinds never share a key.
struct KeyUse {
    std::uint32_t key = 0;
    KeyKind kind = KeyKind::word;
    std::uint8_t title = 0;
    std::uint8_t lead = 0;  ///< title and first 60 words
    std::uint8_t body = 0;
    friend bool operator==(const KeyUse&, const KeyUse&) = default;
};

/// What stories are formed from: all that is kept of a document for them, about 2 kB, without its text.
struct DocumentKeys {
    std::vector<KeyUse> uses;              ///< ordered by key, each once; none for a document without words
    std::uint32_t publisher = 0;           ///< hash of its name, or of the address's host; 0 unknown
    std::optional<std::int32_t> day;       ///< publication, or the day its dateline names, in days since 1970
    std::vector<std::int32_t> event_days;  ///< the days its text speaks of, in the order of their first mention, at most 8
    friend bool operator==(const DocumentKeys&, const DocumentKeys&) = default;
};

/// The key of a word (folded), whatever its inflection.
std::uint32_t word_key(std::string_view folded);

DocumentKeys read_keys(const Document& document);

/// For keeping in a file, the same on every machine. unpack_keys gives nothing for bytes that pack_keys did not make.
std::string pack_keys(const DocumentKeys& keys);
std::optional<DocumentKeys> unpack_keys(std::string_view bytes);

}  // namespace synoptic
