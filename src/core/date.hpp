// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic {

/// A calendar date as exact as it is known: month 0 means only the year is known, day 0 only the month.
struct Date {
    std::int16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;

    [[nodiscard]] bool has_day() const { return day != 0; }
    friend auto operator<=>(const Date&, const Date&) = default;
};

/// {2025, 8, 15} => "2025-08-15", {2025, 8, 0} => "2025-08", {2025, 0, 0} => "2025".
std::string to_iso(const Date& date);

/// "2025-08-15T10:00:00Z" => {2025, 8, 15}; "2025-08" => {2025, 8, 0}; "2025" => {2025, 0, 0}. Nothing for any other shape or an impossible
/// day.
std::optional<Date> parse_iso(std::string_view text);

/// Days since 1970-01-01; needs a date with a day.
std::int32_t to_days(const Date& date);
Date from_days(std::int32_t days);

/// 0 Monday ... 6 Sunday; needs a date with a day.
int weekday(const Date& date);

/// Whether the two can be the same day: each known part agrees. 2025-08 is compatible with 2025-08-15.
bool compatible(const Date& a, const Date& b);

}  // namespace synoptic
