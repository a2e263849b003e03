// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/analysis.hpp"
#include "language/times_calendar.hpp"
#include "language/times_holidays.hpp"
#include "language/times_lexer.hpp"

namespace synoptic {

/// Where the sentence puts its event: decides which Friday "Friday" is. Unknown where no verb stands near.
enum class Direction : std::uint8_t { past, future, unknown };

/// What an expression at some lexeme turned out to be.
struct Hit {
    std::size_t next = 0;  ///< lexeme after it; 0: nothing found
    TimeKind kind = TimeKind::date;
    std::optional<Period> period;
    std::string value;  ///< for durations and sets, and for times of day what follows the day ("TMO")
    std::string reason;
    bool modifier = false;      ///< only describes ("the 1958 convention"), so later expressions do not count from it
    std::optional<Unit> cycle;  ///< what the words leave open and context chose: the year of "5 May", the week of "Friday"
    std::size_t begin = 0;      ///< of an end of a range: the lexeme it begins with
    std::vector<Hit> ends;      ///< of a range: its two dates
    explicit operator bool() const { return next != 0; }
};

/// "two years and ten days": counts with their units, the larger first.
struct Amount {
    struct Part {
        double count = 0;
        Unit unit = Unit::day;
        bool working = false;  ///< business days
    };
    std::vector<Part> parts;
    std::size_t next = 0;  ///< lexeme after it
    bool vague = false;
    bool hyphen = false;  ///< "48-hour"

    [[nodiscard]] std::string value() const;
    /// The day that lies so much after `day`, or before it where `sign` is -1.
    [[nodiscard]] std::int32_t from(std::int32_t day, int sign) const;
};

/// Reads time expressions from the lexemes of one document, in order, each with what it can know: the publication date and the date before
/// it.
class TimeReader {
public:
    TimeReader(const std::vector<Lexeme>& lexemes, const Holidays& holidays, std::optional<std::int32_t> published,
               std::function<Direction(const Lexeme&)> direction)
        : lexemes_(lexemes), holidays_(holidays), published_(published), direction_(std::move(direction)) {}

    /// The longest expression that begins with lexeme `i`; a false Hit if none does.
    [[nodiscard]] Hit read(std::size_t i) const;
    /// Later expressions count from this one, which begins with lexeme `i`.
    void note(const Hit& hit, std::size_t i);

private:
    // expressions that state a date
    [[nodiscard]] Hit numeric_date(std::size_t i) const;
    [[nodiscard]] Hit named_month_between_marks(std::size_t i) const;  ///< "2020/Sep/23"
    [[nodiscard]] Hit month_date(std::size_t i) const;
    [[nodiscard]] Hit day_month(std::size_t i) const;
    [[nodiscard]] Hit bare_day(std::size_t i, std::size_t k, const Count& count) const;
    [[nodiscard]] Hit listed_day(std::size_t i) const;  ///< the first of "18 and 19 June"
    [[nodiscard]] Hit weekday_date(std::size_t i) const;
    [[nodiscard]] Hit year_date(std::size_t i) const;
    [[nodiscard]] Hit ancient_year(std::size_t i) const;
    [[nodiscard]] Hit season_or_quarter(std::size_t i) const;
    [[nodiscard]] Hit holiday(std::size_t i) const;
    [[nodiscard]] Hit era(std::size_t i) const;
    [[nodiscard]] Hit stated(std::size_t i) const;  ///< the longest of those above

    // expressions made of others
    [[nodiscard]] Hit anchor(std::size_t i) const;
    [[nodiscard]] Hit range(std::size_t i) const;
    [[nodiscard]] bool links_soon(std::size_t i) const;
    [[nodiscard]] Hit part(std::size_t i) const;                ///< "late August", "the end of September"
    [[nodiscard]] Hit moment(std::size_t i, bool opens) const;  ///< the same as an end of a range: "to the end of September"
    [[nodiscard]] Hit inside(std::size_t i) const;  ///< "week 31", "the first two weeks of May", "the second Tuesday of next month"
    [[nodiscard]] Hit week_of(std::size_t i) const;

    // expressions that count from another date
    [[nodiscard]] Hit day_word(std::size_t i) const;      ///< "yesterday", "tonight"
    [[nodiscard]] Hit pointed(std::size_t i) const;       ///< "last week", "next Monday", "that day"
    [[nodiscard]] Hit counted(std::size_t i) const;       ///< "two days later", "16 years"
    [[nodiscard]] Hit whole_of_now(std::size_t i) const;  ///< "for the day", "over the weekend", "the rest of the week"
    [[nodiscard]] Hit repeated(std::size_t i) const;      ///< "every Monday", "three times a week"
    [[nodiscard]] Hit clock(std::size_t i) const;         ///< "10.45", "half past five", "mid-morning"
    [[nodiscard]] Hit with_day_part(Hit hit) const;       ///< "Monday" + "night"

    // pieces of those
    [[nodiscard]] Hit pointed_weekday(std::size_t t, int step, bool near_past) const;
    [[nodiscard]] Hit pointed_name(std::size_t t, int step, bool only_narrative) const;
    [[nodiscard]] Period spanned(const Amount& span, int step, bool narrative) const;
    [[nodiscard]] std::optional<Amount> amount(std::size_t i) const;
    [[nodiscard]] Hit measured(std::size_t i, const Amount& amount) const;
    [[nodiscard]] Hit on_weekday(Hit hit) const;
    [[nodiscard]] Hit beside(std::size_t i, Unit unit) const;
    [[nodiscard]] Hit ahead(std::size_t i, const Amount& amount) const;
    [[nodiscard]] Hit two_words_turned(std::size_t i, std::size_t k) const;
    [[nodiscard]] std::pair<const HolidayRule*, std::size_t> holiday_rule(std::size_t i) const;

    [[nodiscard]] std::string_view word(std::size_t i) const;
    [[nodiscard]] bool same_sentence(std::size_t i, std::size_t k) const;
    [[nodiscard]] const Lexeme* lexeme(std::size_t i, std::size_t k) const;  ///< null outside the sentence of `i`
    [[nodiscard]] std::optional<int> month_at(std::size_t i) const;
    [[nodiscard]] std::optional<int> weekday_at(std::size_t i) const;
    [[nodiscard]] std::optional<int> year_at(std::size_t i, std::size_t from) const;
    [[nodiscard]] std::pair<int, std::size_t> spoken_year(std::size_t i) const;
    [[nodiscard]] std::pair<int, std::size_t> pointed_year(std::size_t i, std::size_t from) const;
    [[nodiscard]] bool inside_number(std::size_t i) const;
    [[nodiscard]] int full_year(const Lexeme& lexeme) const;
    [[nodiscard]] Hit dated(std::size_t next, const Period& period, std::string_view reason = "stated") const;
    [[nodiscard]] Hit unresolved(std::size_t next, std::string_view reason) const;
    /// The year of a date that states none.
    [[nodiscard]] std::optional<int> missing_year(std::size_t i, int month, int day) const;
    [[nodiscard]] std::optional<int> choose_year(std::size_t i, const std::function<std::optional<std::int32_t>(int)>& day_in,
                                                 std::int32_t slack = 0) const;
    [[nodiscard]] std::string_view missing_year_reason(std::size_t i) const;
    [[nodiscard]] bool tells_its_day(const Hit& hit, std::size_t i) const;
    [[nodiscard]] bool use_narrative_year(std::size_t i) const;

    const std::vector<Lexeme>& lexemes_;
    const Holidays& holidays_;
    std::optional<std::int32_t> published_;
    std::function<Direction(const Lexeme&)> direction_;
    std::optional<std::int32_t> opening_;  ///< of a text without a date: the first day that its opening states
    std::optional<Period> last_;
    std::uint32_t last_sentence_ = 0;
    bool last_told_ = false;            ///< in the past tense
    std::optional<Period> open_month_;  ///< the month last named without its year, in `last_sentence_`
    std::uint32_t narrated_ = 0;        ///< dates stated so far of years before the publication
    std::uint32_t ancient_ = 0;         ///< dates stated so far of years before 1000
};

}  // namespace synoptic
