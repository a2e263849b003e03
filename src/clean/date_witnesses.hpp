// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/date_words.hpp"
#include "clean/page_head.hpp"
#include "clean/page_lines.hpp"
#include "clean/stated_date.hpp"

namespace synoptic {

/// Where on a page a day is named.
enum class DateSource : std::uint8_t {
    data_published,  ///< JSON-LD's article
    data_modified,
    data_else,       ///< JSON-LD of what is no article
    meta_published,  ///< meta tags that speak of publication
    meta_modified,
    meta_vague,   ///< meta tags that say only "date"
    address,      ///< of the page
    description,  ///< the title and the summary that the head gives
    attribute,    ///< <time datetime>, itemprop, <abbr title>
    line,         ///< a visible line
    dateline,     ///< the front of a paragraph: "Berlin, 29.11.2022 - The harbour ..."
};

/// One place of a page that names a day.
struct DateWitness {
    DateSource source = DateSource::line;
    Date day;                            ///< as written, or as shown beside an attribute
    LocalDays days;                      ///< what it may be where the page was written
    Speaks speaks = Speaks::of_nothing;  ///< what it is said to be
    bool marked = false;                 ///< by an attribute made for dates of publication
    bool aside = false;                  ///< in a navigation, another article, a comment, or a link far from the headline
    bool ambiguous = false;              ///< "03/04/2024", and nothing tells the order; each reading is a witness
    bool prose = false;                  ///< inside a sentence
    bool clock = false;                  ///< with a weekday above the headline: may be the day of the visit
    float place = 0;                     ///< 0 to 3: how near the headline
    float names = 0;                     ///< 0 to 2: how much the elements' names speak of a date
    float around = 0;                    ///< words beside it in its line
    float apart = 1;                     ///< share of the page in the smallest element that holds it and the headline
    std::uint64_t made = 0;              ///< equal where tag and class of its element are

    /// How much speaks for it: 0 to some 9.
    [[nodiscard]] float weight() const;
};

/// All days that a page names, in order of source and place; of very many the first. Linear in the page.
std::vector<DateWitness> find_date_witnesses(const Dom& dom, const PageHead& head, const PageLines& lines, std::string_view address);

}  // namespace synoptic
