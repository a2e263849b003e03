// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lineage/words.hpp"

namespace synoptic {

/// A word of the calendar: month 1 to 12, or weekday 0 (Monday) to 6; neither for other words.
struct CalendarWord {
    std::uint8_t month = 0;
    std::optional<std::uint8_t> weekday;
};
CalendarWord calendar_word(const Word& word, std::string_view text);

/// 1900 to 2099 for a number of four digits, 0 for all else.
int year_of(const Word& word, std::string_view text);

/// The day that the first words of a text name in full ("March 4, 2009", "4 March 2009", "2009-03-04"): its dateline. None where there is
/// none.
std::optional<std::int32_t> dateline(const WordText& words, std::string_view text);

/// The days a text speaks of, in the order of their first mention: full dates; and, counted from `day`, days of months ("on 4 March") as
/// the nearest such day, weekdays as the last such day up to it, "yesterday". At most 8.
std::vector<std::int32_t> event_days(const WordText& words, std::string_view text, std::optional<std::int32_t> day);

}  // namespace synoptic
