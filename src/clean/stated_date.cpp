// SPDX-License-Identifier: Apache-2.0
#include "clean/stated_date.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

class Months {
public:
    static const Months& instance() {
        static const Months months;
        return months;
    }
    /// 1 to 12, or 0 for a word that is no month.
    [[nodiscard]] int number(std::string_view word) const {
        const auto found = numbers_.find(fold_accents(word));
        return found == numbers_.end() ? 0 : found->second;
    }

private:
    Months() {
        for (const Row& row : load_table("clean_months.tsv")) {
            int month = 0;
            std::from_chars(row.at(0).data(), row.at(0).data() + row.at(0).size(), month);
            for (const std::string_view name : split(row.at(1), ' ')) {
                numbers_.emplace(name, month);
            }
        }
    }
    std::unordered_map<std::string, int> numbers_;
};

/// A word or a number of a text; marks between them are dropped but for their first byte.
struct Unit {
    std::string_view text;
    std::uint32_t begin = 0;
    int number = -1;  ///< of digits, with "st", "th" and the like passed over
    int digits = 0;
    char after = ' ';  ///< the byte that follows
};

std::vector<Unit> units_of(std::string_view text) {
    std::vector<Unit> units;
    for (std::size_t at = 0; at < text.size();) {
        const bool digit = is_ascii_digit(text[at]);
        const bool letter = is_ascii_alpha(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80;
        if (!digit && !letter) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() &&
               (digit ? is_ascii_digit(text[end]) : is_ascii_alpha(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80)) {
            ++end;
        }
        Unit unit{.text = text.substr(at, end - at), .begin = static_cast<std::uint32_t>(at)};
        if (digit) {
            unit.digits = static_cast<int>(end - at);
            if (unit.digits <= 8) {
                std::from_chars(text.data() + at, text.data() + end, unit.number);
            }
            for (const std::string_view ordinal : {"st", "nd", "rd", "th"}) {
                if (unit.digits <= 2 && text.substr(end).starts_with(ordinal) &&
                    (end + 2 == text.size() || !is_ascii_alpha(text[end + 2]))) {
                    end += 2;
                    break;
                }
            }
        }
        unit.after = end < text.size() ? text[end] : ' ';
        units.push_back(unit);
        at = end;
    }
    return units;
}

std::optional<Date> make(int year, int month, int day) {
    if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    return parse_iso(std::string{static_cast<char>('0' + year / 1000), static_cast<char>('0' + year / 100 % 10),
                                 static_cast<char>('0' + year / 10 % 10), static_cast<char>('0' + year % 10), '-',
                                 static_cast<char>('0' + month / 10), static_cast<char>('0' + month % 10), '-',
                                 static_cast<char>('0' + day / 10), static_cast<char>('0' + day % 10)});
}

bool is_of(std::string_view word) {
    const std::string lower = lower_ascii(word);
    return lower == "de" || lower == "of" || lower == "del" || lower == "di";
}

/// "24" => 2024, "98" => 1998.
int whole_year(int two_digits) { return two_digits <= 40 ? 2000 + two_digits : 1900 + two_digits; }

/// The parts of one date among the units of a text.
class DateParser {
public:
    DateParser(const std::vector<Unit>& units, DateOrder order) : units_(units), order_(order) {}

    /// The date that begins at unit `at`; last() then is its last unit.
    std::optional<Date> at(std::size_t at) {
        last_ = at;
        const Unit& first = units_[at];
        if (first.digits == 8) {
            return make(first.number / 10000, first.number / 100 % 100, first.number % 100);
        }
        if (at + 2 >= units_.size()) {
            return std::nullopt;
        }
        if (first.digits == 4) {
            return year_first(at);
        }
        if (first.digits == 1 || first.digits == 2) {
            auto date = in_numbers(at);
            return date ? date : day_month_year(at);
        }
        return first.digits == 0 ? month_day_year(at) : std::nullopt;
    }
    [[nodiscard]] std::size_t last() const { return last_; }

private:
    [[nodiscard]] bool is_short_number(std::size_t i) const {
        return i < units_.size() && (units_[i].digits == 1 || units_[i].digits == 2);
    }
    [[nodiscard]] int month(std::size_t i) const {
        return i < units_.size() && units_[i].digits == 0 ? Months::instance().number(units_[i].text) : 0;
    }
    [[nodiscard]] std::size_t pass_of(std::size_t i) const {
        return i < units_.size() && units_[i].digits == 0 && is_of(units_[i].text) ? i + 1 : i;
    }

    /// 2025-10-15, 2025. október 15., 2025年10月15日
    std::optional<Date> year_first(std::size_t at) {
        const Unit& first = units_[at];
        const Unit& second = units_[at + 1];
        if (is_short_number(at + 1) && is_short_number(at + 2) && first.after == second.after &&
            (first.after == '-' || first.after == '/' || first.after == '.')) {
            last_ = at + 2;
            return make(first.number, second.number, units_[at + 2].number);
        }
        if (const int named = month(at + 1); named != 0 && is_short_number(at + 2)) {
            last_ = at + 2;
            return make(first.number, named, units_[at + 2].number);
        }
        const bool is_east_asian = second.text == "\u5E74" || second.text == "\uB144";
        if (is_east_asian && at + 5 < units_.size() && is_short_number(at + 2) && is_short_number(at + 4)) {
            last_ = at + 5;
            return make(first.number, units_[at + 2].number, units_[at + 4].number);
        }
        return std::nullopt;
    }

    /// 15.10.2025, 15/10/2025, 15.10.25
    std::optional<Date> in_numbers(std::size_t at) {
        const Unit& first = units_[at];
        const Unit& second = units_[at + 1];
        const Unit& third = units_[at + 2];
        const char mark = first.after;
        if (!is_short_number(at + 1) || second.after != mark || (mark != '/' && mark != '.' && mark != '-') || third.after == ':') {
            return std::nullopt;
        }
        const bool short_year = third.digits == 2 && second.digits == 2 && mark != '-' && third.after != '.';
        if (third.digits != 4 && !short_year) {
            return std::nullopt;
        }
        last_ = at + 2;
        const int year = short_year ? whole_year(third.number) : third.number;
        if (mark == '.' || first.number > 12) {
            return make(year, second.number, first.number);
        }
        if (second.number > 12 || first.number == second.number || order_ == DateOrder::month_first) {
            return make(year, first.number, second.number);
        }
        return order_ == DateOrder::day_first ? make(year, second.number, first.number) : std::nullopt;
    }

    /// 17 October 2025, 15. Oktober 2025, 15 de octubre de 2025
    std::optional<Date> day_month_year(std::size_t at) {
        const std::size_t named = pass_of(at + 1);
        const std::size_t year = pass_of(named + 1);
        if (month(named) == 0 || year >= units_.size() || units_[year].digits != 4) {
            return std::nullopt;
        }
        last_ = year;
        return make(units_[year].number, month(named), units_[at].number);
    }

    /// October 16, 2025
    std::optional<Date> month_day_year(std::size_t at) {
        const std::size_t year = pass_of(at + 2);
        if (!is_short_number(at + 1) || year >= units_.size() || units_[year].digits != 4 || month(at) == 0) {
            return std::nullopt;
        }
        last_ = year;
        return make(units_[year].number, month(at), units_[at + 1].number);
    }

    const std::vector<Unit>& units_;
    DateOrder order_;
    std::size_t last_ = 0;
};

/// Hours and minutes east of UTC that a time states: "...T10:00:00+02:00" => 120, "...Z" => 0; nothing where it has none.
std::optional<int> offset_of(std::string_view time) {
    time = trim(time);
    if (time.ends_with('Z') || time.ends_with("GMT") || time.ends_with("UTC")) {
        return 0;
    }
    const std::size_t sign = time.find_last_of("+-");
    if (sign == std::string_view::npos || time.size() - sign < 3 || time.size() - sign > 6) {
        return std::nullopt;
    }
    int hours = 0;
    const auto [end, problem] = std::from_chars(time.data() + sign + 1, time.data() + sign + 3, hours);
    return problem != std::errc{} || end != time.data() + sign + 3 ? std::nullopt
                                                                   : std::optional(time[sign] == '-' ? -60 * hours : 60 * hours);
}

/// An address's path without query; of an archive's copy the path of what was copied, as the date before is that of the copy.
std::string_view path_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    const std::size_t path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
    if (path == std::string_view::npos) {
        return {};
    }
    std::string_view rest = url.substr(path, 300);
    rest = rest.substr(0, rest.find_first_of("?#"));
    if (const std::size_t archived = rest.find("/http"); archived != std::string_view::npos && rest.starts_with("/web/")) {
        rest.remove_prefix(archived + 1);
    }
    return rest;
}

}  // namespace

DateOrder date_order(std::string_view language, std::string_view url) {
    const std::string lower = lower_ascii(language);
    if (lower.starts_with("en-us") || lower.starts_with("en_us")) {
        return DateOrder::month_first;
    }
    if (lower.size() > 3 || (!lower.empty() && !lower.starts_with("en"))) {
        return DateOrder::day_first;
    }
    const std::size_t begin = std::min(url.find("://"), url.size());
    const std::string_view host = url.substr(begin, url.find('/', begin + 3) - begin);
    for (const std::string_view end : {".uk", ".au", ".nz", ".ie", ".in", ".za", ".sg", ".my", ".ng", ".ke", ".pk"}) {
        if (host.ends_with(end)) {
            return DateOrder::day_first;
        }
    }
    return host.ends_with(".gov") || host.ends_with(".mil") || host.ends_with(".us") ? DateOrder::month_first : DateOrder::unknown;
}

std::optional<PlacedDate> find_placed_date(std::string_view text, DateOrder order) {
    const std::vector<Unit> units = units_of(text.substr(0, 300));
    DateParser parser(units, order);
    for (std::size_t at = 0; at < units.size(); ++at) {
        if (const auto date = parser.at(at)) {
            const Unit& end = units[parser.last()];
            return PlacedDate{*date, {units[at].begin, end.begin + static_cast<std::uint32_t>(end.text.size())}};
        }
    }
    return std::nullopt;
}

std::optional<Date> find_stated_date(std::string_view text, DateOrder order) {
    if (const auto iso = parse_iso(trim(text)); iso && iso->has_day() && iso->year >= 1900 && iso->year <= 2100) {
        return iso;
    }
    const auto placed = find_placed_date(text, order);
    return placed ? std::optional(placed->date) : std::nullopt;
}

std::optional<LocalDays> local_days(std::string_view text, DateOrder order) {
    const auto day = find_stated_date(text, order);
    if (!day) {
        return std::nullopt;
    }
    LocalDays range{*day, *day};
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon < 2 || offset_of(text) != 0) {
        return range;
    }
    int hour = 0;
    std::from_chars(text.data() + colon - 2, text.data() + colon, hour);
    if (hour < 12) {  // clocks go from 12 hours behind UTC to 14 before it
        range.first = from_days(to_days(*day) - 1);
    }
    if (hour >= 10) {
        range.last = from_days(to_days(*day) + 1);
    }
    return range;
}

std::optional<Date> date_in_url(std::string_view url) {
    const std::string_view rest = path_of(url);
    const std::vector<Unit> units = units_of(rest);
    for (std::size_t i = 0; i < units.size(); ++i) {
        const Unit& year = units[i];
        if (year.begin > 0 && rest[year.begin - 1] != '/' && rest[year.begin - 1] != '-' && rest[year.begin - 1] != '_') {
            continue;
        }
        if (year.digits == 8 && year.number / 10000 >= 1990) {
            if (const auto date = make(year.number / 10000, year.number / 100 % 100, year.number % 100)) {
                return date;
            }
        }
        if (i + 2 >= units.size()) {
            break;
        }
        const char mark = year.after;
        if (units[i + 1].after != mark || (mark != '/' && mark != '-' && mark != '_')) {
            continue;
        }
        const auto is_short = [&](std::size_t at) { return units[at].digits == 1 || units[at].digits == 2; };
        if (year.digits == 4 && year.number >= 1990 && is_short(i + 1) && is_short(i + 2)) {
            if (const auto date = make(year.number, units[i + 1].number, units[i + 2].number)) {
                return date;
            }
        }
        if (year.digits == 2 && units[i + 1].digits == 2 && units[i + 2].digits == 4 && year.number > 12) {  // 29-10-2021
            if (const auto date = make(units[i + 2].number, units[i + 1].number, year.number)) {
                return date;
            }
        }
    }
    return std::nullopt;
}

std::optional<Date> month_in_url(std::string_view url) {
    const std::string_view path = path_of(url);
    const std::vector<Unit> units = units_of(path);
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        const Unit& year = units[i];
        const Unit& month = units[i + 1];
        const bool alone = year.begin > 0 && path[year.begin - 1] == '/' && year.after == '/' && month.after == '/';
        if (alone && year.digits == 4 && month.digits == 2 && year.number >= 1990 && year.number <= 2100 && month.number >= 1 &&
            month.number <= 12) {
            return Date{static_cast<std::int16_t>(year.number), static_cast<std::uint8_t>(month.number), 0};
        }
    }
    return std::nullopt;
}

}  // namespace synoptic
