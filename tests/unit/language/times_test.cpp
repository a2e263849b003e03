// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "analysed.hpp"
#include "language/times.hpp"

namespace synoptic {
namespace {

/// "friday=2025-03-07 ..." for the expressions of a text written on a day, in order.
std::string times(std::string_view text, std::string_view published = "2025-03-12") {
    const Document document = analysed(text, published);
    std::string shown;
    for (const TimeExpression& time : document.analysis.times) {
        shown += (shown.empty() ? "" : " ") + std::string(document.view(time.span)) + "=" + time.value;
    }
    return shown;
}

TEST(Times, statedDates) {
    EXPECT_EQ(times("The bridge opened on 4 May 1998."), "4 May 1998=1998-05-04");
    EXPECT_EQ(times("The bridge opened on May 4, 1998."), "May 4, 1998=1998-05-04");
    EXPECT_EQ(times("It was signed in November 2011."), "November 2011=2011-11");
    EXPECT_EQ(times("The treaty dates from 1958."), "1958=1958");
    EXPECT_EQ(times("Rents fell in the 1990s."), "1990s=199");
    EXPECT_EQ(times("It stood there in the 15th century."), "15th century=14");
    EXPECT_EQ(times("Log entry 2024-02-29 was lost."), "2024-02-29=2024-02-29");
    EXPECT_EQ(times("Sales rose in Q3 2019."), "Q3 2019=2019-Q3");
}

TEST(Times, aDayThatDoesNotExistIsNoDate) { EXPECT_EQ(times("Form 2023-02-30 was lost."), ""); }

TEST(Times, yearOfADateThatStatesNone) {
    EXPECT_EQ(times("The dam broke on 20 December.", "2025-01-08"), "20 December=2024-12-20");
    EXPECT_EQ(times("The dam will be opened on 5 January.", "2024-12-20"), "5 January=2025-01-05");
    EXPECT_EQ(times("The dam broke on 20 December.", ""), "20 December=");
}

TEST(Times, weekdaysCountFromThePublication) {  // 12 March 2025 is a Wednesday
    EXPECT_EQ(times("The council met on Friday."), "Friday=2025-03-07");
    EXPECT_EQ(times("The council met on Wednesday."), "Wednesday=2025-03-12");
    EXPECT_EQ(times("The council will meet on Friday."), "Friday=2025-03-14");
    EXPECT_EQ(times("A vote is scheduled for Monday."), "Monday=2025-03-17");
    EXPECT_EQ(times("The ferry is due to sail on Sunday night."), "Sunday night=2025-03-16TNI");
    EXPECT_EQ(times("The council met on Friday.", ""), "Friday=");
}

TEST(Times, weekdaysOfATextWithoutADateCountFromItsOpening) {
    EXPECT_EQ(times("On Saturday 31 August 2024 the pier reopened. The vote was lost on Wednesday.", ""),
              "Saturday 31 August 2024=2024-08-31 Wednesday=2024-08-28");
}

TEST(Times, infinitivesOfWhatCameAbout) {
    EXPECT_EQ(times("He ordered the quay to be cleared on Sunday."), "Sunday=2025-03-09");
    EXPECT_EQ(times("He agreed to clear the quay on Sunday."), "Sunday=2025-03-16");
    EXPECT_EQ(times("The union called for a strike on Thursday."), "Thursday=2025-03-13");
    EXPECT_EQ(times("In May the Guild wrote to the harbour master."), "May=2024-05");
}

TEST(Times, relativeToThePublication) {
    EXPECT_EQ(times("He resigned yesterday."), "yesterday=2025-03-11");
    EXPECT_EQ(times("He resigned last week."), "last week=2025-W10");
    EXPECT_EQ(times("He resigned three days ago."), "three days ago=2025-03-09");
    EXPECT_EQ(times("He resigned last month."), "last month=2025-02");
    EXPECT_EQ(times("They will vote next Tuesday."), "next Tuesday=2025-03-18");
    EXPECT_EQ(times("They will vote in two weeks."), "in two weeks=2025-03-26");
}

TEST(Times, relativeToTheDateBefore) {
    EXPECT_EQ(times("The ship was seized on 19 August. It was let go eleven days later.", "2025-10-15"),
              "19 August=2025-08-19 eleven days later=2025-08-30");
    EXPECT_EQ(times("Talks broke down on 3 May 2011. The next day the border was shut."), "3 May 2011=2011-05-03 The next day=2011-05-04");
    EXPECT_EQ(times("It was let go eleven days later."), "eleven days later=");
}

TEST(Times, unresolvedOnesSayWhy) {
    const Document document = analysed("The council met on Friday.");
    ASSERT_EQ(document.analysis.times.size(), 1U);
    EXPECT_EQ(document.analysis.times[0].reason, "the document has no date");
    EXPECT_FALSE(document.analysis.times[0].date);
}

TEST(Times, partsOfMonths) {
    const Document document = analysed("It began in late August.", "2025-10-15");
    ASSERT_EQ(document.analysis.times.size(), 1U);
    const TimeExpression& time = document.analysis.times[0];
    EXPECT_EQ(to_iso(time.first_day.value()), "2025-08-16");
    EXPECT_EQ(to_iso(time.last_day.value()), "2025-08-31");
    EXPECT_EQ(to_iso(time.date.value()), "2025-08");
}

TEST(Times, durationsAndSets) {
    EXPECT_EQ(times("Talks lasted two hours and fifty minutes."), "two hours and fifty minutes=PT2H50M");
    EXPECT_EQ(times("It was their first meeting in 16 years."), "16 years=P16Y");
    EXPECT_EQ(times("A 48-hour strike began."), "48-hour=PT48H");
    EXPECT_EQ(times("The talks will last three days."), "three days=P3D");
    EXPECT_EQ(times("Boats sail three times a week."), "three times a week=P1W");
    EXPECT_EQ(times("She is a 45-year-old pilot."), "");
}

TEST(Times, ranges) {
    EXPECT_EQ(times("The fair runs from 5 to 9 June 2025."), "from 5 to 9 June 2025=2025-06-05/2025-06-09");
    EXPECT_EQ(times("Between March and May 2020 nothing moved."), "Between March and May 2020=2020-03-01/2020-05-01");
    EXPECT_EQ(times("The road is closed from next Monday to Friday."), "from next Monday to Friday=2025-03-17/2025-03-21");
    EXPECT_EQ(times("He governed from 1961 to the end of 1967."), "from 1961 to the end of 1967=1961-01-01/1967-12-31");
    EXPECT_EQ(times("It ran from the 27th to the 3rd of April 2019."), "from the 27th to the 3rd of April 2019=2019-03-27/2019-04-03");
    EXPECT_EQ(times("Snow fell from November to February 2018."), "from November to February 2018=2017-11-01/2018-02-01");
    EXPECT_EQ(times("Fares rose from 4 to 7 crowns between 9 and 10."), "");
}

TEST(Times, aRangeHasTwoEnds) {
    const Document document = analysed("The mine was shut from March to May 2020.", "2025-03-12");
    ASSERT_EQ(document.analysis.times.size(), 1U);
    const TimeExpression& range = document.analysis.times[0];
    ASSERT_EQ(range.ends.size(), 2U);
    EXPECT_EQ(document.view(range.ends[0].span), "March");
    EXPECT_EQ(range.ends[0].value, "2020-03");
    EXPECT_EQ(document.view(range.ends[1].span), "May 2020");
    EXPECT_EQ(range.ends[1].value, "2020-05");
}

TEST(Times, insideALargerPeriod) {
    EXPECT_EQ(times("They vote on the second Tuesday of next month."), "the second Tuesday of next month=2025-04-08");
    EXPECT_EQ(times("It rained in the last two weeks of February."), "the last two weeks of February=2025-02-17/2025-03-02");
    EXPECT_EQ(times("It rained in the last three months of 2021."), "the last three months of 2021=2021-10-01/2021-12-31");
    EXPECT_EQ(times("The mill burnt down on the first day of May 1980."), "the first day of May 1980=1980-05-01");
    EXPECT_EQ(times("The mine closed in May last year."), "May last year=2024-05");
}

TEST(Times, holidaysAndEras) {
    EXPECT_EQ(times("The ferry sank on Christmas Eve."), "Christmas Eve=2024-12-24");
    EXPECT_EQ(times("Shops stay shut on Easter Monday 2026."), "Easter Monday 2026=2026-04-06");
    EXPECT_EQ(times("They marched over Labor Day weekend 2023."), "Labor Day weekend 2023=2023-09-02/2023-09-04");
    EXPECT_EQ(times("The Good Friday Agreement ended it."), "");
    EXPECT_EQ(times("The pier was rebuilt after the Second World War."), "Second World War=1939-09-01/1945-09-02");
    EXPECT_EQ(times("They found a Second World War bomb."), "");
}

TEST(Times, narrativeOrder) {
    EXPECT_EQ(times("Fire broke out on 3 May 2011. The following morning the mill lay in ruins."),
              "3 May 2011=2011-05-03 The following morning=2011-05-04TMO");
    EXPECT_EQ(times("Fire broke out on 3 May 2011. That evening the mill lay in ruins."),
              "3 May 2011=2011-05-03 That evening=2011-05-03TEV");
    EXPECT_EQ(times("Fire broke out on 3 May 2011. Two years on, the mill is open."), "3 May 2011=2011-05-03 Two years on=2013-05-03");
    EXPECT_EQ(times("Fire broke out on 3 May 2011. A few hours later it was out."), "3 May 2011=2011-05-03 A few hours later=2011-05-03");
    EXPECT_EQ(times("The mill was shelled overnight."), "overnight=2025-03-12TNI");
}

TEST(Times, countsFromADate) {
    EXPECT_EQ(times("It reopened two weeks after Easter 2024."), "two weeks after Easter 2024=2024-04-14");
    EXPECT_EQ(times("They will close for 3 days starting next Monday."), "3 days starting next Monday=2025-03-17/2025-03-19");
    EXPECT_EQ(times("They will answer within the next four business days."), "the next four business days=2025-03-13/2025-03-18");
    EXPECT_EQ(times("They will meet on Monday two weeks from now."), "Monday two weeks from now=2025-03-24");
    EXPECT_EQ(times("It was let go 2 years 1 month and 3 days after 1 May 2020."),
              "2 years 1 month and 3 days after 1 May 2020=2022-06-04");
    EXPECT_EQ(times("A month ago she wrote twice."), "A month ago=2025-02-12");
}

TEST(Times, countsOfLargeUnitsAreAsExactAsThey) {
    const Document document = analysed("Two months ago she wrote twice. Ten years ago she left.", "2025-03-12");
    ASSERT_EQ(document.analysis.times.size(), 2U);
    EXPECT_EQ(to_iso(document.analysis.times[0].date.value()), "2025-01");
    EXPECT_EQ(document.analysis.times[1].value, "2015");
}

TEST(Times, yearsLongAgo) {
    EXPECT_EQ(times("The abbey was founded in AD 842."), "842=0842");
    EXPECT_EQ(times("He died in April of 87."), "April of 87=1987-04");
    EXPECT_EQ(times("There are 842 monks in 348 abbeys."), "");
}

TEST(Times, diariesTellTheirDay) {
    EXPECT_EQ(times("It is Friday, March 14. We sail tomorrow."), "Friday, March 14=2025-03-14 tomorrow=2025-03-15");
}

TEST(Times, theEndAsABound) { EXPECT_EQ(times("She will leave by the end of May."), "the end of May=2025-05-31"); }

TEST(Times, numbersThatAreNoYears) {
    EXPECT_EQ(times("Some 2000 people marched past 1,998 police."), "");
    EXPECT_EQ(times("He may march to the second house."), "");
}

TEST(Times, hostileTextTakesLinearTime) {
    std::string text;
    for (int i = 0; i < 20000; ++i) {
        text += "two and two and 1-1-";
    }
    Document document = analysed(text, "2025-03-12", "de");  // sentences and tokens only
    const TimeFinder finder;
    finder.find(document);
    for (const TimeExpression& time : document.analysis.times) {  // linear: quadratic code runs into the test's time limit
        ASSERT_LE(time.span.end, text.size());
    }
}

}  // namespace
}  // namespace synoptic
