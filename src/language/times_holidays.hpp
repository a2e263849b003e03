// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace synoptic {

/// When a holiday falls: on a fixed day, so many days from Easter, or on the Nth such weekday of a month.
struct HolidayRule {
    int month = 0;    ///< 0: counted from Easter
    int day = 0;      ///< of the month, or days from Easter; 0 where `nth` counts
    int nth = 0;      ///< 1 to 4, or -1 for the last
    int weekday = 0;  ///< 0 is Monday

    [[nodiscard]] std::optional<std::int32_t> in(int year) const;
};

/// A time with a name: both days belong to it.
struct Era {
    std::int32_t first = 0;
    std::int32_t last = 0;
};

/// The holidays of data/holidays.tsv and the eras of data/eras.tsv. Const after construction, safe to share between threads.
class Holidays {
public:
    Holidays();

    /// By its words in lower case, joined, without apostrophes: "newyearseve".
    [[nodiscard]] const HolidayRule* find(const std::string& joined) const;
    [[nodiscard]] const Era* find_era(const std::string& joined) const;
    /// Whether the first word of a holiday or an era is this.
    [[nodiscard]] bool begins(std::string_view word) const;

private:
    std::unordered_map<std::string, HolidayRule> rules_;
    std::unordered_map<std::string, Era> eras_;
    std::unordered_set<std::string_view> openers_;
};

}  // namespace synoptic
