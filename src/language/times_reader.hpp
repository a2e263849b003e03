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
#include "language/times_lexer.hpp"

namespace synoptic {

/// Where the sentence puts its event: decides which Friday "Friday" is.
enum class Direction : std::uint8_t { past, future };

/// What an expression at some lexeme turned out to be.
struct Hit {
    std::size_t next = 0;  ///< lexeme after it; 0: nothing found
    TimeKind kind = TimeKind::date;
    std::optional<Period> period;
    std::string value;  ///< for durations and sets, and for times of day what follows the day ("TMO")
    std::string reason;
    bool modifier = false;  ///< only describes ("the 1958 convention"), so later expressions do not count from it
    explicit operator bool() const { return next != 0; }
};

/// Reads time expressions from the lexemes of one document, in order, each with what it can know: the publication date and the date before
/// it.
class TimeReader {
public:
    TimeReader(const std::vector<Lexeme>& lexemes, std::optional<std::int32_t> published, std::function<Direction(const Lexeme&)> direction)
        : lexemes_(lexemes), published_(published), direction_(std::move(direction)) {}

    /// The longest expression that begins with lexeme `i`; a false Hit if none does.
    [[nodiscard]] Hit read(std::size_t i) const;
    /// Later expressions count from this one.
    void note(const Hit& hit, std::uint32_t sentence);

private:
    // expressions that state a date
    [[nodiscard]] Hit numeric_date(std::size_t i) const;
    [[nodiscard]] Hit month_date(std::size_t i) const;
    [[nodiscard]] Hit day_month(std::size_t i) const;
    [[nodiscard]] Hit bare_day(std::size_t i, std::size_t k, const Count& count) const;
    [[nodiscard]] Hit weekday_date(std::size_t i) const;
    [[nodiscard]] Hit year_date(std::size_t i) const;
    [[nodiscard]] Hit season_or_quarter(std::size_t i) const;
    [[nodiscard]] Hit holiday(std::size_t i) const;
    [[nodiscard]] Hit stated(std::size_t i) const;  ///< the longest of those above
    [[nodiscard]] Hit range(std::size_t i) const;
    [[nodiscard]] Hit part(std::size_t i) const;  ///< "late August", "the end of September"

    // expressions that count from another date
    [[nodiscard]] Hit day_word(std::size_t i) const;  ///< "yesterday", "tonight"
    [[nodiscard]] Hit pointed(std::size_t i) const;   ///< "last week", "next Monday", "that day"
    [[nodiscard]] Hit counted(std::size_t i) const;   ///< "two days later", "16 years"
    [[nodiscard]] Hit week_of(std::size_t i) const;   ///< "the first week of May", "week 31"
    [[nodiscard]] Hit repeated(std::size_t i) const;  ///< "every Monday", "three times a week"
    [[nodiscard]] Hit clock(std::size_t i) const;     ///< "10.45", "half past five", "mid-morning"
    [[nodiscard]] Hit with_day_part(Hit hit) const;   ///< "Monday" + "night"

    [[nodiscard]] std::string_view word(std::size_t i) const;
    [[nodiscard]] bool same_sentence(std::size_t i, std::size_t k) const;
    [[nodiscard]] const Lexeme* lexeme(std::size_t i, std::size_t k) const;  ///< null outside the sentence of `i`
    [[nodiscard]] std::optional<int> month_at(std::size_t i) const;
    [[nodiscard]] std::optional<int> weekday_at(std::size_t i) const;
    [[nodiscard]] std::optional<int> year_at(std::size_t i, std::size_t from) const;
    [[nodiscard]] std::pair<int, std::size_t> spoken_year(std::size_t i) const;
    [[nodiscard]] bool inside_number(std::size_t i) const;
    [[nodiscard]] Hit dated(std::size_t next, const Period& period, std::string_view reason = "stated") const;
    [[nodiscard]] Hit unresolved(std::size_t next, std::string_view reason) const;
    /// The year of a date that states none.
    [[nodiscard]] std::optional<int> missing_year(std::size_t i, int month, int day) const;
    [[nodiscard]] std::string_view missing_year_reason(std::size_t i) const;
    [[nodiscard]] bool use_narrative_year(std::size_t i) const;

    const std::vector<Lexeme>& lexemes_;
    std::optional<std::int32_t> published_;
    std::function<Direction(const Lexeme&)> direction_;
    std::optional<Period> last_;
    std::uint32_t last_sentence_ = 0;
    std::uint32_t narrated_ = 0;  ///< dates stated so far of years before the publication
};

}  // namespace synoptic
