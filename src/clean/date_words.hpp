// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace synoptic {

/// What a date on a page is said to be; `of_else`: of an event, a comment, the site's clock.
enum class Speaks : std::uint8_t { of_nothing, of_publication, of_change, of_else };

/// What the words before a date say it is. "Zuletzt aktualisiert am " => of_change; "Posted on " => of_publication.
Speaks label_of(std::string_view before);

/// What the names of an element say of a date in it. "entry-date published" => of_publication; "post-updated-date" => of_change.
/// Sets `is_meta` where they are names of what stands around an article's headline: "byline", "post-info".
Speaks what_names_say(std::string_view names, bool& is_meta);

/// "Friday, 9 January 2026", "Fr., 09.01.2026", "Today is 9 January 2026": a clock at the page's top names the day.
bool names_weekday(std::string_view text);

}  // namespace synoptic
