// SPDX-License-Identifier: Apache-2.0
#include "language/times_calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace synoptic {

namespace {

Date of(std::int32_t day) { return from_days(day); }
std::int32_t days_of(int year, int month, int day) {
    return to_days(
        Date{.year = static_cast<std::int16_t>(year), .month = static_cast<std::uint8_t>(month), .day = static_cast<std::uint8_t>(day)});
}
int clamp_year(int year) { return std::clamp(year, 1, 9998); }

}  // namespace

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : lengths[static_cast<std::size_t>(std::clamp(month, 1, 12) - 1)];
}

std::optional<std::int32_t> make_day(int year, int month, int day) {
    if (year < 1 || year > 9998 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) {
        return std::nullopt;
    }
    return days_of(year, month, day);
}

Date Period::date() const {
    const Date a = of(first);
    const Date b = of(last);
    if (first == last) {
        return a;
    }
    if (a.year == b.year && a.month == b.month) {
        return Date{.year = a.year, .month = a.month};
    }
    if (unit == Unit::week || unit == Unit::weekend) {
        return Date{.year = a.year, .month = a.month == b.month ? a.month : std::uint8_t{0}};
    }
    return Date{.year = a.year};
}

Period day_period(std::int32_t day) { return {.first = day, .last = day, .value = to_iso(of(day)), .unit = Unit::day}; }

Period interval(std::int32_t first, std::int32_t last, Unit unit) {
    last = std::max(first, last);
    return {.first = first,
            .last = last,
            .value = first == last ? to_iso(of(first)) : to_iso(of(first)) + "/" + to_iso(of(last)),
            .unit = unit};
}

Period month_period(int year, int month) {
    year = clamp_year(year);
    return {.first = days_of(year, month, 1),
            .last = days_of(year, month, days_in_month(year, month)),
            .value = fmt::format("{:04}-{:02}", year, month),
            .unit = Unit::month};
}

Period year_period(int year) {
    year = clamp_year(year);
    return {.first = days_of(year, 1, 1), .last = days_of(year, 12, 31), .value = fmt::format("{:04}", year), .unit = Unit::year};
}

Period decade_period(int first_year) {
    first_year = clamp_year(first_year);
    return {.first = days_of(first_year, 1, 1),
            .last = days_of(clamp_year(first_year + 9), 12, 31),
            .value = fmt::format("{:03}", first_year / 10),
            .unit = Unit::decade};
}

Period century_period(int number) {
    const int first_year = std::clamp((number - 1) * 100, 1, 9800);
    return {.first = days_of(first_year, 1, 1),
            .last = days_of(first_year - first_year % 100 + 99, 12, 31),
            .value = fmt::format("{:02}", first_year / 100),
            .unit = Unit::century};
}

Period season_period(int year, int season) {
    year = clamp_year(year);
    if (season == 0) {
        const int next = clamp_year(year + 1);
        return interval(days_of(year, 12, 1), days_of(next, 2, days_in_month(next, 2)), Unit::season);
    }
    const int month = 3 * season;
    return interval(days_of(year, month, 1), days_of(year, month + 2, days_in_month(year, month + 2)), Unit::season);
}

Period period_with(Unit unit, std::int32_t day) {
    const Date date = of(day);
    const int year = date.year;
    const int month = date.month;
    switch (unit) {
    case Unit::week: {
        const std::int32_t monday = day - weekday(date);
        const Date thursday = of(monday + 3);
        const int number = (monday + 3 - days_of(thursday.year, 1, 1)) / 7 + 1;
        return {.first = monday, .last = monday + 6, .value = fmt::format("{:04}-W{:02}", thursday.year, number), .unit = unit};
    }
    case Unit::weekend: {
        const std::int32_t saturday = day - weekday(date) + 5;
        return interval(saturday, saturday + 1, unit);
    }
    case Unit::fortnight:
        return interval(day, day + 13, unit);
    case Unit::month:
        return month_period(year, month);
    case Unit::quarter: {
        const int quarter = (month - 1) / 3;
        return {.first = days_of(year, 3 * quarter + 1, 1),
                .last = days_of(year, 3 * quarter + 3, days_in_month(year, 3 * quarter + 3)),
                .value = fmt::format("{:04}-Q{}", year, quarter + 1),
                .unit = unit};
    }
    case Unit::half:
        return month <= 6 ? interval(days_of(year, 1, 1), days_of(year, 6, 30), unit)
                          : interval(days_of(year, 7, 1), days_of(year, 12, 31), unit);
    case Unit::season:
        return month <= 2 ? season_period(year - 1, 0) : season_period(year, month / 3 % 4);
    case Unit::year:
        return year_period(year);
    case Unit::decade:
        return decade_period(year - year % 10);
    case Unit::century:
        return century_period(year / 100 + 1);
    default:
        return day_period(day);
    }
}

std::int32_t shift_day(std::int32_t day, Unit unit, int count) {
    count = std::clamp(count, -9000, 9000);
    const Date date = of(day);
    int months = 0;
    switch (unit) {
    case Unit::week:
    case Unit::weekend:
        return day + 7 * count;
    case Unit::fortnight:
        return day + 14 * count;
    case Unit::month:
        months = count;
        break;
    case Unit::quarter:
    case Unit::season:
        months = 3 * count;
        break;
    case Unit::half:
        months = 6 * count;
        break;
    case Unit::year:
        months = 12 * count;
        break;
    case Unit::decade:
        months = 120 * count;
        break;
    case Unit::century:
        months = 1200 * count;
        break;
    case Unit::day:
        return day + count;
    default:
        return day;
    }
    const int total = date.year * 12 + date.month - 1 + months;
    const int year = clamp_year(total / 12);
    const int month = total < 0 ? 1 : total % 12 + 1;
    return days_of(year, month, std::min<int>(date.day, days_in_month(year, month)));
}

Period shift(const Period& period, int count) {
    if (period.unit == Unit::season) {
        return period_with(Unit::season, shift_day(period.first, Unit::season, count));
    }
    return period_with(period.unit, shift_day(period.first, period.unit, count));
}

Period part_of(const Period& period, int part) {
    const Date a = of(period.first);
    if (period.unit == Unit::month) {
        const std::int32_t first = period.first;
        return part < 0    ? interval(first, first + 14, Unit::month)
               : part == 0 ? interval(first + 9, first + 19, Unit::month)
                           : interval(first + 15, period.last, Unit::month);
    }
    if (period.unit == Unit::decade || period.unit == Unit::century) {
        const int step = period.unit == Unit::decade ? 1 : 10;
        const int year = a.year;
        const int from = part < 0 ? 0 : part == 0 ? 3 * step : 5 * step;
        const int to = part < 0 ? 4 * step + (step - 1) : part == 0 ? 6 * step + (step - 1) : 9 * step + (step - 1);
        return interval(days_of(year + from, 1, 1), days_of(year + to, 12, 31), period.unit);
    }
    if (period.unit == Unit::year) {
        const int month = part < 0 ? 1 : part == 0 ? 5 : 9;
        return interval(days_of(a.year, month, 1), days_of(a.year, month + 3, days_in_month(a.year, month + 3)), Unit::year);
    }
    if (period.unit == Unit::week) {  // Monday to Wednesday, Tuesday to Thursday, Thursday to Sunday
        return part < 0    ? interval(period.first, period.first + 2, Unit::week)
               : part == 0 ? interval(period.first + 1, period.first + 3, Unit::week)
                           : interval(period.first + 3, period.last, Unit::week);
    }
    const std::int32_t third = (period.last - period.first + 1) / 3;
    return part < 0    ? interval(period.first, period.first + std::max(third, 1) - 1, period.unit)
           : part == 0 ? interval(period.first + third, period.last - third, period.unit)
                       : interval(period.last - std::max(third, 1) + 1, period.last, period.unit);
}

std::int32_t named_day(const Period& period) {
    const auto day = parse_iso(period.value);
    return day && day->has_day() ? to_days(*day) : period.first;
}

std::int32_t nearest_weekday(std::int32_t day, int weekday) {
    const int ahead = (weekday - synoptic::weekday(of(day)) + 7) % 7;
    return ahead <= 3 ? day + ahead : day + ahead - 7;
}

std::int32_t shift_working_days(std::int32_t day, int count) {
    const int step = count < 0 ? -1 : 1;
    int left = std::clamp(std::abs(count), 0, 9000);
    day += 7 * step * (left / 5);
    for (left %= 5; left > 0;) {
        day += step;
        left -= weekday(of(day)) < 5 ? 1 : 0;
    }
    return day;
}

Period weekend_about(std::int32_t day) {
    const int number = weekday(of(day));
    const std::int32_t saturday = number < 2 ? day - number - 2 : day - number + 5;
    const bool beside = number < 1 || number > 2;  // not of Tuesday and Wednesday
    return interval(beside ? std::min(day, saturday) : saturday, beside ? std::max(day, saturday + 1) : saturday + 1, Unit::weekend);
}

std::int32_t easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31;
    const int day = (h + l - 7 * m + 114) % 31 + 1;
    return days_of(clamp_year(year), month, day);
}

std::string duration_value(double count, Unit unit) {
    switch (unit) {
    case Unit::second:
        return fmt::format("PT{}S", count);
    case Unit::minute:
        return fmt::format("PT{}M", count);
    case Unit::hour:
        return fmt::format("PT{}H", count);
    case Unit::day:
        return fmt::format("P{}D", count);
    case Unit::week:
        return fmt::format("P{}W", count);
    case Unit::weekend:
        return fmt::format("P{}WE", count);
    case Unit::fortnight:
        return fmt::format("P{}W", 2 * count);
    case Unit::month:
        return fmt::format("P{}M", count);
    case Unit::quarter:
        return fmt::format("P{}M", 3 * count);
    case Unit::half:
        return fmt::format("P{}M", 6 * count);
    case Unit::season:
        return fmt::format("P{}M", 3 * count);
    case Unit::year:
        return fmt::format("P{}Y", count);
    case Unit::decade:
        return fmt::format("P{}Y", 10 * count);
    case Unit::century:
        return fmt::format("P{}Y", 100 * count);
    }
    return {};
}

std::optional<Unit> parse_unit(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, Unit>, 42> units = {{
        {"second", Unit::second},
        {"seconds", Unit::second},
        {"sec", Unit::second},
        {"secs", Unit::second},
        {"minute", Unit::minute},
        {"minutes", Unit::minute},
        {"min", Unit::minute},
        {"mins", Unit::minute},
        {"hour", Unit::hour},
        {"hours", Unit::hour},
        {"hr", Unit::hour},
        {"hrs", Unit::hour},
        {"h", Unit::hour},
        {"day", Unit::day},
        {"days", Unit::day},
        {"night", Unit::day},
        {"nights", Unit::day},
        {"week", Unit::week},
        {"weeks", Unit::week},
        {"wk", Unit::week},
        {"wks", Unit::week},
        {"weekend", Unit::weekend},
        {"weekends", Unit::weekend},
        {"fortnight", Unit::fortnight},
        {"fortnights", Unit::fortnight},
        {"month", Unit::month},
        {"months", Unit::month},
        {"mos", Unit::month},
        {"quarter", Unit::quarter},
        {"quarters", Unit::quarter},
        {"season", Unit::season},
        {"seasons", Unit::season},
        {"year", Unit::year},
        {"years", Unit::year},
        {"yr", Unit::year},
        {"yrs", Unit::year},
        {"decade", Unit::decade},
        {"decades", Unit::decade},
        {"century", Unit::century},
        {"centuries", Unit::century},
        {"workday", Unit::day},
        {"workdays", Unit::day},
    }};
    const auto found = std::ranges::find(units, word, &std::pair<std::string_view, Unit>::first);
    return found == units.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> parse_month(std::string_view word) {
    constexpr std::array<std::string_view, 12> months = {"january", "february", "march",     "april",   "may",      "june",
                                                         "july",    "august",   "september", "october", "november", "december"};
    if (word == "sept") {
        return 9;
    }
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word == months[i] || (word.size() == 3 && months[i].starts_with(word))) {
            return static_cast<int>(i) + 1;
        }
    }
    return std::nullopt;
}

std::optional<int> parse_weekday(std::string_view word) {
    constexpr std::array<std::string_view, 7> days = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    constexpr std::array<std::pair<std::string_view, int>, 4> others = {{{"tues", 1}, {"weds", 2}, {"thur", 3}, {"thurs", 3}}};
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (word == days[i] || (word.size() == days[i].size() + 1 && word.starts_with(days[i]) && word.ends_with('s')) ||
            (word.size() == 3 && days[i].starts_with(word))) {
            return static_cast<int>(i);
        }
    }
    const auto found = std::ranges::find(others, word, &std::pair<std::string_view, int>::first);
    return found == others.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> parse_season(std::string_view word) {
    if (word == "winter" || word == "wintertime") {
        return 0;
    }
    if (word == "spring" || word == "springtime") {
        return 1;
    }
    if (word == "summer" || word == "summertime") {
        return 2;
    }
    return word == "autumn" || word == "fall" ? std::optional(3) : std::nullopt;
}

}  // namespace synoptic
