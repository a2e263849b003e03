// SPDX-License-Identifier: Apache-2.0
#include "clean/stated_date.hpp"

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

std::optional<Date> date_at(const std::vector<Unit>& units, std::size_t at, std::size_t& last) {
    const Months& months = Months::instance();
    const auto unit = [&](std::size_t i) -> const Unit* { return i < units.size() ? &units[i] : nullptr; };
    const Unit& first = units[at];
    const Unit* second = unit(at + 1);
    const Unit* third = unit(at + 2);
    if (first.digits == 8) {
        last = at;
        return make(first.number / 10000, first.number / 100 % 100, first.number % 100);
    }
    if (second == nullptr || third == nullptr) {
        return std::nullopt;
    }
    last = at + 2;
    if (first.digits == 4 && second->digits >= 1 && second->digits <= 2 && third->digits >= 1 && third->digits <= 2 &&
        first.after == second->after && (first.after == '-' || first.after == '/' || first.after == '.')) {
        return make(first.number, second->number, third->number);
    }
    if (first.digits >= 1 && first.digits <= 2 && second->digits >= 1 && second->digits <= 2 && third->digits == 4 &&
        first.after == second->after && (first.after == '/' || first.after == '.' || first.after == '-')) {
        if (first.after == '.' || first.number > 12) {
            return make(third->number, second->number, first.number);
        }
        if (second->number > 12 || first.number == second->number) {
            return make(third->number, first.number, second->number);
        }
        return std::nullopt;
    }
    // 17 October 2025, 15. Oktober 2025, 15 de octubre de 2025
    if (first.digits >= 1 && first.digits <= 2) {
        std::size_t i = at + 1;
        i += units[i].digits == 0 && is_of(units[i].text) ? 1U : 0U;
        const Unit* month = unit(i);
        if (month == nullptr || month->digits != 0 || months.number(month->text) == 0) {
            return std::nullopt;
        }
        ++i;
        i += unit(i) != nullptr && units[i].digits == 0 && is_of(units[i].text) ? 1U : 0U;
        const Unit* year = unit(i);
        last = i;
        return year != nullptr && year->digits == 4 ? make(year->number, months.number(month->text), first.number) : std::nullopt;
    }
    // October 16, 2025
    if (first.digits == 0 && second->digits >= 1 && second->digits <= 2 && third->digits == 4) {
        const int month = months.number(first.text);
        return month == 0 ? std::nullopt : make(third->number, month, second->number);
    }
    return std::nullopt;
}

}  // namespace

std::optional<PlacedDate> find_placed_date(std::string_view text) {
    const std::vector<Unit> units = units_of(text.substr(0, 300));
    for (std::size_t at = 0; at < units.size(); ++at) {
        std::size_t last = at;
        if (const auto date = date_at(units, at, last)) {
            const Unit& end = units[last];
            return PlacedDate{*date, {units[at].begin, end.begin + static_cast<std::uint32_t>(end.text.size())}};
        }
    }
    return std::nullopt;
}

std::optional<Date> find_stated_date(std::string_view text) {
    if (const auto iso = parse_iso(trim(text)); iso && iso->has_day() && iso->year >= 1900 && iso->year <= 2100) {
        return iso;
    }
    const auto placed = find_placed_date(text);
    return placed ? std::optional(placed->date) : std::nullopt;
}

std::optional<Date> date_in_url(std::string_view url) {
    const std::size_t scheme = url.find("://");
    const std::size_t path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
    if (path == std::string_view::npos) {
        return std::nullopt;
    }
    const auto parts = split(url.substr(path, 200), '/');
    for (std::size_t i = 0; i + 2 < parts.size(); ++i) {
        const auto is_number = [](std::string_view part, std::size_t least, std::size_t most) {
            return part.size() >= least && part.size() <= most && part.find_first_not_of("0123456789") == std::string_view::npos;
        };
        if (is_number(parts[i], 4, 4) && is_number(parts[i + 1], 1, 2) && is_number(parts[i + 2], 1, 2)) {
            int year = 0;
            int month = 0;
            int day = 0;
            std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), year);
            std::from_chars(parts[i + 1].data(), parts[i + 1].data() + parts[i + 1].size(), month);
            std::from_chars(parts[i + 2].data(), parts[i + 2].data() + parts[i + 2].size(), day);
            return make(year, month, day);
        }
    }
    return std::nullopt;
}

}  // namespace synoptic
