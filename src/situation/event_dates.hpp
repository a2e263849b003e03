// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "core/situation.hpp"
#include "situation/input.hpp"
#include "situation/statements.hpp"

namespace synoptic {

struct ReportDate {
    std::optional<EventDate> date{};
    std::optional<DayRange> when{};  ///< the days of a stated date; an inherited one does not keep reports apart
};

/// When a coded event was: by the time expression of its clause; else inherited, which its basis tells, from the only day that its
/// sentence names or, for what is told in the past tense, the sentence directly before. A date that an event of its status cannot have is
/// passed over: what happened was not after the account appeared.
class EventDates {
public:
    EventDates(const StoryInput& input, const Facts& facts);
    [[nodiscard]] ReportDate find(std::uint32_t document, const CodedEvent& event) const;

private:
    [[nodiscard]] const TimeExpression* stated(std::uint32_t document, const CodedEvent& event) const;
    [[nodiscard]] std::optional<Date> inherited(std::uint32_t document, const CodedEvent& event) const;
    /// The clause that a time expression stands in.
    [[nodiscard]] const Statement* own_clause(std::uint32_t document, std::uint32_t sentence, const TimeExpression& time) const;
    /// The day of a sentence that names just one that fits the status; `count` tells how many it names.
    [[nodiscard]] std::optional<Date> only_day(std::uint32_t document, std::uint32_t sentence, Status status, std::size_t& count) const;

    const StoryInput& input_;
    const Facts& facts_;
};

}  // namespace synoptic
