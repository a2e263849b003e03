// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "core/situation.hpp"
#include "situation/input.hpp"
#include "situation/statements.hpp"

namespace synoptic {

struct ReportDate {
    std::optional<EventDate> date{};
    std::optional<DayRange> when{};  ///< the days of a stated date; an inherited one does not keep reports apart
};

/// When a coded event was: by the time expression of its clause, else inherited, which its basis tells: from its sentence, or for what is
/// told in the past tense from the paragraph or from the day that the account's opening reports.
class EventDates {
public:
    EventDates(const StoryInput& input, const Facts& facts);
    [[nodiscard]] ReportDate find(std::uint32_t document, const CodedEvent& event) const;

private:
    [[nodiscard]] const TimeExpression* stated(std::uint32_t document, const CodedEvent& event) const;
    [[nodiscard]] std::optional<Date> inherited(std::uint32_t document, const CodedEvent& event) const;

    const StoryInput& input_;
    const Facts& facts_;
    std::map<std::uint32_t, Date> opening_;                              ///< by document
    std::map<std::pair<std::uint32_t, std::uint32_t>, Date> paragraph_;  ///< (document, block) => its first day
};

}  // namespace synoptic
