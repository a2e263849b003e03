// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "test_story.hpp"

namespace synoptic {

using test::TestStory;

namespace {

/// The dates of all events with this status, "-" for none.
std::vector<std::string> dates_of(const Situation& situation, Status status) {
    std::vector<std::string> dates;
    for (const Event& event : situation.events) {
        if (event.status == status) {
            dates.push_back(event.date ? to_iso(event.date->date) : "-");
        }
    }
    return dates;
}

}  // namespace

TEST(EventDates, WhatHappenedWasNotAfterTheAccountAppeared) {
    const Situation situation =
        TestStory().add("Norland promised Sarkand new gauges for 1 June. Ilse Brandt signed the treaty, which expires on 3 July.").build();
    const std::vector<std::string> dates = dates_of(situation, Status::happened);
    ASSERT_FALSE(dates.empty());
    for (const std::string& date : dates) {
        EXPECT_TRUE(date == "-" || date <= "2031-05-15") << date;
    }
}

TEST(EventDates, AYearOfAnotherClauseOrNounDatesNothing) {
    const Situation situation = TestStory().add("Ilse Brandt rejected the demand, although the Corval Accord of 1974 allows it.").build();
    for (const std::string& date : dates_of(situation, Status::happened)) {
        EXPECT_NE(date, "1974");
    }
}

TEST(EventDates, AYearThatOnlyOpensAPeriodDatesNothing) {
    const Situation situation =
        TestStory().add("Ilse Brandt met Temir Jumaev in Corval for their first talks since the invasion of Sarkand in 2022.").build();
    ASSERT_FALSE(situation.events.empty());
    const auto meeting = std::ranges::find(situation.events, "CONSULT", &Event::type);
    ASSERT_NE(meeting, situation.events.end());
    EXPECT_FALSE(meeting->date);
}

TEST(EventDates, TheDayOfTheSentenceBeforeIsInheritedAndNoOther) {
    const Situation next = TestStory().add("Ilse Brandt met Karel Doss in Corval on Monday. She rejected his demand.").build();
    const auto rejected = [](const Situation& situation) {
        const auto event = std::ranges::find(situation.events, "REJECT", &Event::type);
        return event == situation.events.end() ? std::string("no event") : event->date ? to_iso(event->date->date) : std::string("-");
    };
    EXPECT_EQ(rejected(next), "2031-05-12");
    const Situation later = TestStory()
                                .add("Ilse Brandt met Karel Doss in Corval on Monday. The hall was cold. The tea was weak. "
                                     "She rejected his demand.")
                                .build();
    EXPECT_EQ(rejected(later), "-");
}

}  // namespace synoptic
