// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/date.hpp"

namespace synoptic {

enum class Unit : std::uint8_t { second, minute, hour, day, week, weekend, fortnight, month, quarter, half, season, year, decade, century };

/// A run of whole days that has a name: a day, an ISO week, a month, a year, an interval. Days count from 1970-01-01; both ends belong to
/// it.
struct Period {
    std::int32_t first = 0;
    std::int32_t last = 0;
    std::string value;  ///< ISO 8601: "2025-08-15", "2025-W33", "2025-Q3", "199" for a decade, "19" for a century, else "A/B"
    Unit unit = Unit::day;

    /// As exact as one Date can say.
    [[nodiscard]] Date date() const;
};

Period day_period(std::int32_t day);
/// Any two days, named by a larger unit only through `unit`.
Period interval(std::int32_t first, std::int32_t last, Unit unit);
/// The week, month, quarter, year ... that holds the day. Weeks begin on Monday.
Period period_with(Unit unit, std::int32_t day);
Period month_period(int year, int month);
Period year_period(int year);
Period decade_period(int first_year);
/// 20 => 1900 to 1999.
Period century_period(int number);
/// 0 winter (December before to February), 1 spring, 2 summer, 3 autumn; northern.
Period season_period(int year, int season);
/// `count` units later (or earlier) than the period; of the same unit.
Period shift(const Period& period, int count);
/// The same day `count` units on; a day that the month lacks becomes its last.
std::int32_t shift_day(std::int32_t day, Unit unit, int count);
/// The early, middle or late part of a period: the halves and the 10th to 20th of a month ("late August": 16 to 31), else thirds and the
/// like. part: -1, 0, 1.
Period part_of(const Period& period, int part);

/// The day that `value` names, else the first.
std::int32_t named_day(const Period& period);
/// The such-and-such weekday (0 is Monday) that lies nearest; of two as near the later.
std::int32_t nearest_weekday(std::int32_t day, int weekday);
/// So many days from Monday to Friday later, or earlier.
std::int32_t shift_working_days(std::int32_t day, int count);
/// The weekend nearest to a day and that day with it: Halloween on a Monday => Saturday to Monday.
Period weekend_about(std::int32_t day);

/// Nothing for a day that does not exist or a year outside 1 to 9999.
std::optional<std::int32_t> make_day(int year, int month, int day);
int days_in_month(int year, int month);
/// Gregorian Easter Sunday, by the anonymous (Meeus, Jones, Butcher) algorithm.
std::int32_t easter(int year);

/// "P3D", "PT2H", "P1.5Y"; decades and centuries as years, fortnights as weeks.
std::string duration_value(double count, Unit unit);

/// "weeks" => week; nothing for another word.
std::optional<Unit> parse_unit(std::string_view word);
/// "aug", "august" => 8.
std::optional<int> parse_month(std::string_view word);
/// "tue", "tuesday" => 1 (0 is Monday).
std::optional<int> parse_weekday(std::string_view word);
std::optional<int> parse_season(std::string_view word);

}  // namespace synoptic
