// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/date.hpp"
#include "core/span.hpp"

namespace synoptic {

/// A full date as people and programs write it, in the first 300 bytes of `text`.
///
///     "Published on 17 October 2025 in Transport"  => 2025-10-17
///     "Oct. 16th, 2025 at 7:02"                    => 2025-10-16
///     "15. Oktober 2025", "15 de octubre de 2025"  => 2025-10-15
///     "2025-10-15T17:42:00+02:00", "20251015"      => 2025-10-15
///     "25/12/2024"                                 => 2024-12-25; "03/04/2024" => nothing: which is the month?
///
/// The first one counts. Nothing for years before 1900 and after 2100.
std::optional<Date> find_stated_date(std::string_view text);

/// The same with its place in the text.
struct PlacedDate {
    Date date;
    Span span;
};
std::optional<PlacedDate> find_placed_date(std::string_view text);

/// The date in an address's path: "https://a.example/2025/10/15/toll" => 2025-10-15.
std::optional<Date> date_in_url(std::string_view url);

}  // namespace synoptic
