// SPDX-License-Identifier: Apache-2.0
#include "stories/group.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "../lineage/articles.hpp"
#include "lineage/find_lineage.hpp"

namespace synoptic {
namespace {

using namespace articles;

std::set<std::set<std::string>> stories_of(const std::vector<Document>& documents) {
    std::set<std::set<std::string>> stories;
    for (const Story& story : group(documents, find_lineage(documents))) {
        std::set<std::string> ids;
        for (const std::uint32_t document : story.documents) {
            ids.insert(documents[document].given_id);
        }
        stories.insert(ids);
    }
    return stories;
}

using Expected = std::set<std::set<std::string>>;

constexpr std::string_view dam_preview = "The reservoir above Ostrava Bridge will be lowered next week, the Rivers Agency said on Monday, "
                                         "after engineers asked for a look at the old dam.\n\n"
                                         "Pavel Ruzek, an engineer of the Agency, told the town council that water was seeping through the "
                                         "masonry near the eastern sluice. Mayor Helena Brandt "
                                         "asked what would happen if the wall did not wait for the inspectors from Kolmar.\n\n"
                                         "Governor Ignac Sollis has so far refused to pay for repairs, which would cost 4 million crowns.";

TEST(Stories, OfNothingAreNone) { EXPECT_TRUE(group({}, find_lineage({})).empty()); }

TEST(Stories, JoinAccountsOfOneEventAndPartEvents) {
    const std::vector<Document> documents{article("chronicle", dam_by_the_chronicle, "2031-05-09"),
                                          article("courier", dam_by_the_courier, "2031-05-10"), article("blog", dam_reworded, "2031-05-11"),
                                          article("preview", dam_preview, "2031-05-05"), article("music", orchestra, "2031-05-09")};
    EXPECT_EQ(stories_of(documents), (Expected{{"chronicle", "courier", "blog", "preview"}, {"music"}}));
}

TEST(Stories, DoWithoutDates) {
    const std::vector<Document> documents{article("chronicle", dam_by_the_chronicle), article("courier", dam_by_the_courier),
                                          article("music", orchestra)};
    EXPECT_EQ(stories_of(documents), (Expected{{"chronicle", "courier"}, {"music"}}));
}

TEST(Stories, PartTwoEventsOfOneKindByNamesAndDates) {
    const std::string lake = "A dam on the river Vessel burst on Sunday night and flooded two villages, Upper Lome and Lome "
                             "Mills.\n\nNobody was killed, the fire brigade of "
                             "Hartwick said, because the siren worked. The mayor of Lome Mills, Odo Frisch, called it a miracle of "
                             "maintenance.\n\nThe wall had been "
                             "built in 1911 by the textile works. Their owner, the Berrin family, went bankrupt long ago, and the county "
                             "never took the dam over.\n\n"
                             "Insurers put the damage at 60 million crowns. The county's engineer, Sarah Quill, said that three more dams "
                             "of the same make would be drained.";
    const std::vector<Document> documents{article("chronicle", dam_by_the_chronicle, "2031-05-09"),
                                          article("courier", dam_by_the_courier, "2031-05-10"), article("vessel", lake, "2031-11-02")};
    EXPECT_EQ(stories_of(documents), (Expected{{"chronicle", "courier"}, {"vessel"}}));
}

TEST(Stories, NeverPartAnAccount) {
    const std::vector<Document> documents{article("a", orchestra, "2031-05-09"), article("b", dam_by_the_chronicle, "2031-05-09")};
    Lineage lineage = find_lineage(documents);
    lineage.accounts = {Account{{0, 1}, {}}};
    lineage.account_of = {0, 0};
    EXPECT_EQ(group(documents, lineage).size(), 1U);
}

TEST(Stories, AreTheSameForAnyOrderOfInput) {
    std::vector<Document> documents{article("chronicle", dam_by_the_chronicle, "2031-05-09"),
                                    article("courier", dam_by_the_courier, "2031-05-10"), article("music", orchestra)};
    const auto ids = [&] {
        std::vector<std::string> shown;
        for (const Story& story : group(documents, find_lineage(documents))) {
            shown.push_back(to_hex(story.id) + " " + story.label + " " + documents[story.documents.front()].given_id);
        }
        return shown;
    };
    const auto there = ids();
    std::ranges::reverse(documents);
    EXPECT_EQ(ids(), there);
}

TEST(Stories, AreListedByDateAndLabelledByATitle) {
    std::vector<Document> documents{article("late", orchestra, "2031-06-01"), article("early", dam_by_the_chronicle, "2031-05-09")};
    documents[0].title = "Tervola leaves Dunmore";
    const auto stories = group(documents, find_lineage(documents));
    ASSERT_EQ(stories.size(), 2U);
    EXPECT_EQ(stories[0].label, "The old dam above Ostrava Bridge gave way at twenty past four …");
    EXPECT_EQ(stories[1].label, "Tervola leaves Dunmore");
}

}  // namespace
}  // namespace synoptic
