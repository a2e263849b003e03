// SPDX-License-Identifier: Apache-2.0
#include "stories/event_days.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <unordered_map>

#include "core/date.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t most_days = 8;
constexpr std::size_t dateline_words = 30;

const std::unordered_map<std::uint64_t, CalendarWord>& calendar() {
    static const std::unordered_map<std::uint64_t, CalendarWord> words = [] {
        std::unordered_map<std::uint64_t, CalendarWord> read;
        std::uint8_t number = 1;
        for (const std::string_view month :
             {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}) {
            read.emplace(hash_word(month), CalendarWord{number, {}});
            read.emplace(hash_word(month.substr(0, 3)), CalendarWord{number++, {}});
        }
        read.emplace(hash_word("sept"), CalendarWord{9, {}});
        number = 0;
        for (const std::string_view day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
            read.emplace(hash_word(day), CalendarWord{0, number++});
        }
        return read;
    }();
    return words;
}

/// 1 to 31 for such a number, with or without an ordinal ending; 0 for all else.
int day_of(const Word& word, std::string_view text) {
    int value = 0;
    const std::string_view bytes = word.span.in(text);
    const auto end = std::from_chars(bytes.data(), bytes.data() + bytes.size(), value).ptr;
    const auto rest = static_cast<std::size_t>(bytes.data() + bytes.size() - end);
    const bool digits = end != bytes.data() && end - bytes.data() <= 2 && (rest == 0 || rest == 2);
    return digits && value >= 1 && value <= 31 ? value : 0;
}

/// The day, where the calendar has it.
std::optional<std::int32_t> day_number(int year, int month, int day) {
    const Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
    const auto checked = parse_iso(to_iso(date));
    return checked && checked->has_day() ? std::optional(to_days(*checked)) : std::nullopt;
}

/// A date that starts at some word: year 0 where it names none.
struct Found {
    int year = 0;
    int month = 0;
    int day = 0;
    std::size_t words = 0;
};

class DateReader {
public:
    DateReader(const WordText& words, std::string_view text) : words_(words.words), text_(text) {}

    /// "March 4[, 2009]", "4 March [2009]", "2009-03-04"; words 0 where no date starts at `i`.
    [[nodiscard]] Found at(std::size_t i) const {
        const int month = month_at(i);
        if (month != 0 && day_at(i + 1) != 0 && adjacent(i)) {
            const int year = adjacent(i + 1) ? year_at(i + 2) : 0;
            return {year, month, day_at(i + 1), year != 0 ? 3U : 2U};
        }
        if (day_at(i) != 0 && month_at(i + 1) != 0 && adjacent(i)) {
            const int year = adjacent(i + 1) ? year_at(i + 2) : 0;
            return {year, month_at(i + 1), day_at(i), year != 0 ? 3U : 2U};
        }
        if (year_at(i) != 0 && day_at(i + 1) != 0 && day_at(i + 1) <= 12 && day_at(i + 2) != 0 && adjacent(i) && adjacent(i + 1)) {
            return {year_at(i), day_at(i + 1), day_at(i + 2), 3};
        }
        return {};
    }

private:
    [[nodiscard]] int month_at(std::size_t i) const { return i < words_.size() ? calendar_word(words_[i], text_).month : 0; }
    [[nodiscard]] int day_at(std::size_t i) const { return i < words_.size() ? day_of(words_[i], text_) : 0; }
    [[nodiscard]] int year_at(std::size_t i) const { return i < words_.size() ? year_of(words_[i], text_) : 0; }
    /// Whether no more than punctuation stands between a word and the next.
    [[nodiscard]] bool adjacent(std::size_t i) const { return i + 1 < words_.size() && words_[i + 1].span.begin - words_[i].span.end <= 3; }

    const std::vector<Word>& words_;
    std::string_view text_;
};

/// The year that brings a day of a month nearest to `near`.
std::optional<std::int32_t> nearest(int month, int day, std::int32_t near) {
    std::optional<std::int32_t> best;
    const int year = from_days(near).year;
    for (const int candidate : {year, year - 1, year + 1}) {
        const auto number = day_number(candidate, month, day);
        if (number && (!best || std::abs(*number - near) < std::abs(*best - near))) {
            best = number;
        }
    }
    return best;
}

}  // namespace

CalendarWord calendar_word(const Word& word, std::string_view text) {
    const auto found = calendar().find(word.form);
    return found != calendar().end() && is_ascii_upper(text[word.span.begin]) ? found->second : CalendarWord{};
}

int year_of(const Word& word, std::string_view text) {
    const std::string_view bytes = word.span.in(text);
    int year = 0;
    const bool digits = bytes.size() == 4 && std::from_chars(bytes.data(), bytes.data() + 4, year).ptr == bytes.data() + 4;
    return digits && year >= 1900 && year < 2100 ? year : 0;
}

std::optional<std::int32_t> dateline(const WordText& words, std::string_view text) {
    const DateReader reader(words, text);
    for (std::size_t i = 0; i < std::min(words.words.size(), dateline_words); ++i) {
        if (const Found found = reader.at(i); found.year != 0) {
            return day_number(found.year, found.month, found.day);
        }
    }
    return std::nullopt;
}

std::vector<std::int32_t> event_days(const WordText& words, std::string_view text, std::optional<std::int32_t> day) {
    std::vector<std::int32_t> days;
    const auto add = [&](std::optional<std::int32_t> found) {
        if (found && std::ranges::find(days, *found) == days.end()) {
            days.push_back(*found);
        }
    };
    static const std::uint64_t yesterday = hash_word("yesterday");
    const DateReader reader(words, text);
    for (std::size_t i = 0; i < words.words.size() && days.size() < most_days; ++i) {
        if (const Found found = reader.at(i); found.words > 0) {
            if (found.year != 0) {
                add(day_number(found.year, found.month, found.day));
            } else if (day) {
                add(nearest(found.month, found.day, *day));
            }
            i += found.words - 1;
        } else if (const auto named = calendar_word(words.words[i], text).weekday; named && day) {
            add(*day - (weekday(from_days(*day)) - *named + 7) % 7);
        } else if (words.words[i].form == yesterday && day) {
            add(*day - 1);
        }
    }
    return days;
}

}  // namespace synoptic
