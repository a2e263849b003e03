// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"

namespace synoptic {

/// How an office or calling excludes others (data/situation_offices.tsv).
enum class OfficeSort : std::uint8_t { office, minister, trade, leader, rank, address };

/// One phrase that names what somebody is: "the Lethmark foreign minister".
struct Office {
    std::string kind{};  ///< the class of the table: "prime minister" for a premier too
    OfficeSort sort = OfficeSort::leader;
    std::string portfolio{};  ///< of a minister: "foreign"; empty if it is not told
    std::string text{};       ///< the phrase without article and possessor
    Span span{};              ///< the whole phrase
    std::uint32_t head = 0;   ///< token
    bool former = false;      ///< "former", "ex-", "retired", "late", "then"
    bool future = false;      ///< "designate", "elect", "next", "incoming"
    bool acting = false;      ///< "acting", "interim", "deputy"
    bool definite = true;     ///< "the ...", a title or a possessor; false after "a", "an"
};

/// A role that an account gives to a name, found by its place: a title before it, or the other half of an apposition.
struct RoleUse {
    Office office{};
    bool title = false;  ///< "Foreign Minister Anders Holte"
};

class Offices {
public:
    Offices();

    /// The office that the tokens [first, last) name, judged by their last noun: "the Lethmark foreign minister". Nothing if there is none.
    [[nodiscard]] std::optional<Office> read(const Document& document, std::uint32_t first, std::uint32_t last) const;

    /// How many tokens of [first, last) at the front are titles and what belongs to them: "former Prime Minister | Ingrid Solvaag" => 3.
    [[nodiscard]] std::uint32_t title_length(const Document& document, std::uint32_t first, std::uint32_t last) const;

    /// The roles told next to the name at tokens [first, last): before it as a title, after it between commas, before it and a comma,
    /// and "NAME, who chairs X".
    [[nodiscard]] std::vector<RoleUse> around(const Document& document, std::uint32_t first, std::uint32_t last) const;

private:
    struct Entry {
        std::string kind{};
        OfficeSort sort;
    };
    /// The entry for the words that end at token `at`, the longest that fits in [first, at].
    [[nodiscard]] const Entry* entry_ending_at(const Document& document, std::uint32_t first, std::uint32_t at,
                                               std::uint32_t& length) const;

    std::map<std::string, Entry, std::less<>> entries_;
    std::map<std::string, std::string, std::less<>> portfolios_;
};

/// Whether two offices given to one person cannot both be right at one time: "foreign minister" and "transport minister".
bool contradict(const Office& a, const Office& b);

}  // namespace synoptic
