// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/document.hpp"
#include "core/lineage.hpp"
#include "lineage/comparison.hpp"
#include "lineage/reading.hpp"

namespace synoptic {

/// "told Reuters" => "reuters", "reports 24brussels" => "24brussels", "https://www.example.org/a" => "example": what a declared
/// source is compared by. Empty where nothing is named.
std::string source_key(std::string_view declared);

/// Forms of the words a publisher is called by, without "The".
std::vector<std::uint32_t> name_words(std::string_view publisher);

/// A person's name over an article tells of a reporter; "News team" does not. 0 to 3.
std::int32_t byline_strength(const Document& document);

/// Whether `reading` says that it has its matter from the publisher of that name: as a declared source, or in its text after a word such as
/// "told".
bool names_as_source(const Reading& reading, const std::vector<std::uint32_t>& masthead);

/// Which of two dependent documents is the source, and what tells it: a source that one declares, else their dates, else, for copied words,
/// their lengths (an abridgement is the shorter), else a byline; else nothing does, and `earlier`, which was read first, is taken.
struct FoundDirection {
    bool earlier_is_source = true;
    DirectionBasis basis = DirectionBasis::unknown;
};
FoundDirection find_direction(const Reading& earlier, const Reading& later, const Comparison& comparison);

/// The order in which lineage takes documents: by date, undated ones last, then by given id, address and content, so that the place of a
/// line in its file does not matter.
bool comes_before(const Document& a, const Document& b);

}  // namespace synoptic
