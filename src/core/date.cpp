// SPDX-License-Identifier: Apache-2.0
#include "core/date.hpp"

#include <fmt/format.h>

#include <chrono>

namespace synoptic {

namespace {

std::chrono::year_month_day calendar(const Date& date) {
    return std::chrono::year{date.year} / std::chrono::month{date.month} / std::chrono::day{date.day};
}

/// Reads exactly `count` digits at `at`.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    for (char c : text.substr(at, count)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

bool is_digit_at(std::string_view text, std::size_t at) { return digits(text, at, 1).has_value(); }

}  // namespace

std::string to_iso(const Date& date) {
    if (date.month == 0) {
        return fmt::format("{:04}", date.year);
    }
    if (date.day == 0) {
        return fmt::format("{:04}-{:02}", date.year, date.month);
    }
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Date> parse_iso(std::string_view text) {
    const auto year = digits(text, 0, 4);
    if (!year || *year == 0) {
        return std::nullopt;
    }
    Date date{.year = static_cast<std::int16_t>(*year)};
    if (text.size() == 4) {
        return date;
    }
    const auto month = digits(text, 5, 2);
    if (text[4] != '-' || !month || *month < 1 || *month > 12) {
        return std::nullopt;
    }
    date.month = static_cast<std::uint8_t>(*month);
    if (text.size() == 7) {
        return date;
    }
    const auto day = digits(text, 8, 2);
    if (text[7] != '-' || !day || is_digit_at(text, 10)) {
        return std::nullopt;
    }
    date.day = static_cast<std::uint8_t>(*day);
    if (!calendar(date).ok()) {
        return std::nullopt;
    }
    return date;
}

std::int32_t to_days(const Date& date) {
    return static_cast<std::int32_t>(std::chrono::sys_days{calendar(date)}.time_since_epoch().count());
}

Date from_days(std::int32_t days) {
    const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{days}}};
    return Date{.year = static_cast<std::int16_t>(static_cast<int>(ymd.year())),
                .month = static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())),
                .day = static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day()))};
}

int weekday(const Date& date) { return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{calendar(date)}}.iso_encoding()) - 1; }

bool compatible(const Date& a, const Date& b) {
    return a.year == b.year && (a.month == 0 || b.month == 0 || a.month == b.month) && (a.day == 0 || b.day == 0 || a.day == b.day);
}

}  // namespace synoptic
