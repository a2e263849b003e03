// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/date.hpp"
#include "core/span.hpp"

namespace synoptic {

/// What "03/04/2024" means where nothing else tells.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

/// As the language a page states ("en-US", "fr") and its address say; English without a country leaves it open.
/// ("en-US", "") => month_first; ("en", "https://a.example.au/") => day_first; ("en", "https://a.example/") => unknown
DateOrder date_order(std::string_view language, std::string_view url);

/// A full date as people and programs write it, in the first 300 bytes of `text`.
///
///     "Published on 17 October 2025 in Transport"  => 2025-10-17
///     "Oct. 16th, 2025 at 7:02"                    => 2025-10-16
///     "15. Oktober 2025", "15 de octubre de 2025"  => 2025-10-15
///     "2025-10-15T17:42:00+02:00", "20251015"      => 2025-10-15
///     "2025. október 15.", "2025年10月15日"         => 2025-10-15
///     "25/12/2024", "25.12.24"                     => 2024-12-25; "03/04/2024" => as `order` says
///
/// The first one counts. Nothing for years before 1900 and after 2100.
std::optional<Date> find_stated_date(std::string_view text, DateOrder order = DateOrder::unknown);

/// The same with its place in the text.
struct PlacedDate {
    Date date;
    Span span;
};
std::optional<PlacedDate> find_placed_date(std::string_view text, DateOrder order = DateOrder::unknown);

/// The days that an instant may be where the page was written. A time with an offset of its own is one day there; a time in UTC may be two:
/// "2018-12-31T23:11:59+00:00" => 2018-12-31 to 2019-01-01; "2018-12-31T23:11:59+01:00", "2018-12-31" => 2018-12-31.
struct LocalDays {
    Date first;
    Date last;
    [[nodiscard]] bool holds(const Date& day) const { return first <= day && day <= last; }
};
std::optional<LocalDays> local_days(std::string_view text, DateOrder order = DateOrder::unknown);

/// The date in an address's path: "https://a.example/2025/10/15/toll", ".../toll-2025-10-15", ".../20251015-toll.html" => 2025-10-15.
std::optional<Date> date_in_url(std::string_view url);

/// The month in an address's path where it names no day: "https://a.example/2025/10/toll.html" => 2025-10.
std::optional<Date> month_in_url(std::string_view url);

}  // namespace synoptic
