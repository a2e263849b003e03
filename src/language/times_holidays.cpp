// SPDX-License-Identifier: Apache-2.0
#include "language/times_holidays.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <vector>

#include "core/date.hpp"
#include "core/failure.hpp"
#include "core/table.hpp"
#include "language/times_calendar.hpp"
#include "language/times_tools.hpp"

namespace synoptic {

using namespace times;

namespace {

std::optional<int> number_of(std::string_view text) {
    int number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc{} && result.ptr == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// "12-25", "easter -2", "thursday 4 11".
std::optional<HolidayRule> parse_rule(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    if (words.size() == 1 && text.size() == 5 && text[2] == '-') {
        const auto month = number_of(text.substr(0, 2));
        const auto day = number_of(text.substr(3));
        return month && day ? std::optional(HolidayRule{.month = *month, .day = *day}) : std::nullopt;
    }
    if (words.size() == 2 && words[0] == "easter") {
        const auto offset = number_of(words[1]);
        return offset ? std::optional(HolidayRule{.month = 0, .day = *offset}) : std::nullopt;
    }
    if (words.size() == 3) {
        const auto weekday = parse_weekday(words[0]);
        const auto nth = number_of(words[1]);
        const auto month = number_of(words[2]);
        return weekday && nth && month ? std::optional(HolidayRule{.month = *month, .day = 0, .nth = *nth, .weekday = *weekday})
                                       : std::nullopt;
    }
    return std::nullopt;
}

std::string joined_words(std::string_view name) {
    std::string joined;
    std::ranges::copy_if(name, std::back_inserter(joined), [](char c) { return c != ' ' && c != '\'' && c != '-'; });
    return joined;
}

std::string_view first_word(std::string_view name) { return name.substr(0, name.find_first_of(" '-")); }

}  // namespace

std::optional<std::int32_t> HolidayRule::in(int year) const {
    if (month == 0) {
        return easter(year) + day;
    }
    if (nth == 0) {
        return make_day(year, month, day);
    }
    const Period whole = month_period(year, month);
    if (nth < 0) {
        return whole.last - (synoptic::weekday(from_days(whole.last)) - weekday + 7) % 7;
    }
    return whole.first + (weekday - synoptic::weekday(from_days(whole.first)) + 7) % 7 + 7 * (nth - 1);
}

Holidays::Holidays() {
    for (const Row& row : load_table("holidays.tsv")) {
        const auto rule = parse_rule(row.at(1));
        if (!rule) {
            throw Failure(fmt::format("holidays.tsv, line {}: no rule for a day: {}", row.line, row.at(1)));
        }
        rules_.emplace(joined_words(row.at(0)), *rule);
        openers_.insert(first_word(row.at(0)));
    }
    for (const Row& row : load_table("eras.tsv")) {
        const auto first = parse_iso(row.at(1));
        const auto last = parse_iso(row.at(2));
        if (!first || !last || !first->has_day() || !last->has_day()) {
            throw Failure(fmt::format("eras.tsv, line {}: two days are wanted", row.line));
        }
        eras_.emplace(joined_words(row.at(0)), Era{.first = to_days(*first), .last = to_days(*last)});
        openers_.insert(first_word(row.at(0)));
    }
}

const HolidayRule* Holidays::find(const std::string& joined) const {
    const auto found = rules_.find(joined);
    return found == rules_.end() ? nullptr : &found->second;
}

const Era* Holidays::find_era(const std::string& joined) const {
    const auto found = eras_.find(joined);
    return found == eras_.end() ? nullptr : &found->second;
}

bool Holidays::begins(std::string_view word) const { return openers_.contains(word); }

/// "Christmas", "New Year's Eve 2024", "Labor Day weekend", in the year that the words or the context give.
Hit TimeReader::holiday(std::size_t i) const {
    const auto [rule, next] = holiday_rule(i);
    if (rule == nullptr) {
        return {};
    }
    std::size_t k = next;
    bool weekend = word(k) == "weekend" && same_sentence(i, k);
    k += weekend ? 1 : 0;
    std::size_t y = k + (word(k) == "of" || word(k) == "in" ? 1 : 0);
    auto year = year_at(y, i);
    if (const Hit named = !year && same_sentence(i, y) ? pointed(y) : Hit{}; named && named.period && named.period->unit == Unit::year) {
        year = from_days(named.period->first).year;  // "Independence Day of this year"
        y = named.next - 1;
    }
    const bool free = !year;
    k = year ? y + 1 : k;
    if (!weekend && word(k) == "weekend" && same_sentence(i, k)) {
        weekend = true;
        ++k;
    }
    if (!year) {
        year = choose_year(i, [rule = rule](int candidate) { return rule->in(candidate); });
    }
    const auto day = year ? rule->in(*year) : std::nullopt;
    if (!day) {
        return unresolved(k, "the year is unknown");
    }
    Hit hit = dated(k, weekend ? weekend_about(*day) : day_period(*day), free ? missing_year_reason(i) : "stated");
    hit.cycle = free ? std::optional(Unit::year) : std::nullopt;
    return hit;
}

/// "during the Second World War", "after WWII": not "a Second World War bomb".
Hit TimeReader::era(std::size_t i) const {
    constexpr std::size_t longest = 3;  // words
    std::size_t before = i;
    before -= before > 0 && word(before - 1) == "the" ? 1 : 0;
    if (i >= lexemes_.size() || !holidays_.begins(lexemes_[i].lower) || before == 0 || !same_sentence(i, before - 1) ||
        !in_list(word(before - 1), {"during", "in", "after", "before", "since", "until", "throughout", "of", "by"})) {
        return {};
    }
    std::string joined;
    for (std::size_t k = i; k < i + longest && same_sentence(i, k) && lexemes_[k].kind == LexemeKind::word && lexemes_[k].capital; ++k) {
        joined += lexemes_[k].lower;
        const Era* era = holidays_.find_era(joined);
        const Lexeme* after = lexeme(i, k + 1);
        if (era != nullptr && (after == nullptr || after->kind == LexemeKind::mark ||
                               in_list(after->lower, {"and", "in", "the", "when", "he", "she", "they", "it", "was", "were", "had", "with",
                                                      "to", "by", "as", "but", "who", "that"}))) {
            Hit hit = dated(k + 1, interval(era->first, era->last, Unit::year));
            hit.modifier = true;
            return hit;
        }
    }
    return {};
}

/// The rule of the longest holiday's name that begins with lexeme `i`, and the lexeme after the name.
std::pair<const HolidayRule*, std::size_t> TimeReader::holiday_rule(std::size_t i) const {
    constexpr std::size_t longest = 8;  // lexemes, apostrophes counted
    std::pair<const HolidayRule*, std::size_t> best{nullptr, 0};
    if (i >= lexemes_.size() || lexemes_[i].kind != LexemeKind::word || !holidays_.begins(lexemes_[i].lower)) {
        return best;
    }
    std::string joined;
    for (std::size_t k = i; k < i + longest && same_sentence(i, k); ++k) {
        const Lexeme& now = lexemes_[k];
        if (now.lower == "'" || now.lower == "\u2019" || now.lower == "-") {
            continue;
        }
        if (now.kind != LexemeKind::word) {
            break;
        }
        joined += now.lower;
        if (const HolidayRule* rule = holidays_.find(joined)) {
            best = {rule, k + 1};
        }
    }
    // "the Good Friday Agreement", "Easter Island"
    if (const Lexeme* after = best.first != nullptr ? lexeme(i, best.second) : nullptr;
        after != nullptr && after->kind == LexemeKind::word && after->capital && after->lower != "weekend") {
        return {nullptr, 0};
    }
    // "the new year" opens many a sentence; beside these words it is a day
    if (best.first != nullptr && joined.starts_with("newyear") && best.second == i + 2 &&
        !in_list(i > 0 ? word(i - 1) : "", {"before", "after", "by", "until", "since"})) {
        return {nullptr, 0};
    }
    return best;
}

}  // namespace synoptic
