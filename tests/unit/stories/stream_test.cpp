// SPDX-License-Identifier: Apache-2.0
#include "stories/stream.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "../lineage/articles.hpp"
#include "lineage/words.hpp"
#include "stories/naming.hpp"

namespace synoptic {
namespace {

using namespace articles;

/// A made-up account: each happening has names and a matter of its own; accounts of it choose among its sentences.
std::string account(std::uint32_t happening, std::uint32_t teller) {
    const auto name = [&](std::uint32_t which) {
        static const std::vector<std::string> first{"Kor", "Bel", "Tar", "Vin", "Mos", "Ul", "Pra", "Zed", "Hol", "Gri", "Fen", "Dax"};
        static const std::vector<std::string> last{"mund", "wick",  "stadt", "ova",  "ingen", "ford",
                                                   "aska", "brück", "ell",   "anto", "ury",   "ipol"};
        const std::uint64_t mixed = mix(happening, which);
        return first[mixed % first.size()] + last[mixed / 13 % last.size()] + last[mixed / 177 % last.size()];
    };
    static const std::vector<std::string> matters{"strike", "landslide", "merger", "trial", "eclipse", "vaccine", "regatta", "referendum"};
    const std::string& matter = matters[happening % matters.size()];
    const std::vector<std::string> sentences{
        fmt::format("The {} in {} began when {} spoke to the council.", matter, name(1), name(2)),
        fmt::format("According to the mayor, {}, the {} concerns {} people.", name(3), matter, 100 + happening * 37),
        fmt::format("Officials in {} asked {} for help with the {}.", name(1), name(4), matter),
        fmt::format("Reporters saw {} leave {} by the river {}.", name(2), name(1), name(5)),
        fmt::format("A spokesman of {} put the cost at {} crowns.", name(4), 1000 + happening * 911),
    };
    std::string text;
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
        if (i != teller % sentences.size()) {
            text += sentences[(i + teller) % sentences.size()] + " ";
        }
    }
    return text;
}

struct Told {
    std::vector<DocumentKeys> documents;
    std::vector<std::uint32_t> happening_of;
};

/// So many happenings, a few days each, told by four or five accounts, in the order of days.
Told made_up(std::uint32_t happenings) {
    std::vector<std::tuple<std::int32_t, std::uint32_t, std::uint32_t>> plan;
    for (std::uint32_t happening = 0; happening < happenings; ++happening) {
        for (std::uint32_t teller = 0; teller < 4 + happening % 2; ++teller) {
            plan.emplace_back(10000 + static_cast<std::int32_t>(happening / 2 + teller / 2), teller, happening);
        }
    }
    std::ranges::sort(plan);
    Told told;
    for (const auto& [day, teller, happening] : plan) {
        told.documents.push_back(read_keys(article("x", account(happening, teller), to_iso(from_days(day)))));
        told.happening_of.push_back(happening);
    }
    return told;
}

using Groups = std::set<std::vector<std::uint32_t>>;

Groups groups_of(std::vector<Placement> placements) {
    std::map<StoryNumber, std::vector<std::uint32_t>> members;
    std::ranges::sort(placements);
    for (const Placement& placement : placements) {
        members[placement.story].push_back(placement.document);
    }
    Groups groups;
    for (const auto& [story, documents] : members) {
        groups.insert(documents);
    }
    return groups;
}

std::vector<Placement> place(const std::vector<DocumentKeys>& documents, StreamOptions options) {
    StoryStream stream(options);
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        stream.add(i, documents[i]);
    }
    auto placements = stream.finish();
    const auto settled = stream.take_settled();
    placements.insert(placements.end(), settled.begin(), settled.end());
    return placements;
}

TEST(StoryStream, OfNothingIsEmpty) {
    StoryStream stream;
    EXPECT_TRUE(stream.finish().empty());
    EXPECT_TRUE(stream.take_changes().empty());
}

TEST(StoryStream, TakesDocumentsWithoutWords) { EXPECT_EQ(groups_of(place(std::vector<DocumentKeys>(3), {.window = 1})).size(), 3U); }

TEST(StoryStream, FindsMadeUpHappenings) {
    const Told told = made_up(40);
    std::map<std::uint32_t, std::vector<std::uint32_t>> members;
    for (std::uint32_t i = 0; i < told.happening_of.size(); ++i) {
        members[told.happening_of[i]].push_back(i);
    }
    const Groups found = groups_of(place(told.documents, {}));
    std::size_t right = 0;
    for (const auto& [happening, documents] : members) {
        right += found.contains(documents) ? 1 : 0;
    }
    EXPECT_GE(right, 38U);
}

TEST(StoryStream, LookedUpAgreesWithAllPairs) {
    const Told told = made_up(40);
    EXPECT_EQ(groups_of(place(told.documents, {})), groups_of(place(told.documents, {.all_pairs = true})));
}

TEST(StoryStream, OneByOneAgreesWithAllAtOnce) {
    const Told told = made_up(40);
    const Groups at_once = groups_of(place(told.documents, {.window = 100000}));
    const Groups one_by_one = groups_of(place(told.documents, {.window = 1}));
    std::vector<std::vector<std::uint32_t>> same;
    std::ranges::set_intersection(at_once, one_by_one, std::back_inserter(same));
    EXPECT_GE(same.size() + 2, at_once.size());
}

TEST(StoryStream, PlacesEachDocumentOnceThoughItForgets) {
    const Told told = made_up(120);
    const auto placements = place(told.documents, {.window = 10, .open_days = 3, .open_documents = 20});
    std::set<std::uint32_t> placed;
    for (const Placement& placement : placements) {
        EXPECT_TRUE(placed.insert(placement.document).second);
    }
    EXPECT_EQ(placed.size(), told.documents.size());
}

TEST(StoryStream, SettlesDocumentsOfClosedStories) {
    const Told told = made_up(120);
    StoryStream stream({.window = 10, .open_days = 3, .open_documents = 20});
    for (std::uint32_t i = 0; i < told.documents.size(); ++i) {
        stream.add(i, told.documents[i]);
    }
    EXPECT_GT(stream.take_settled().size(), told.documents.size() / 4);
}

TEST(StoryStream, TakesUpAClosedStoryAgain) {
    const Told told = made_up(120);
    StoryStream stream({.window = 1, .open_days = 3, .open_documents = 20});
    constexpr std::uint32_t until = 200;
    constexpr std::uint32_t old = 80;
    for (std::uint32_t i = 0; i < until; ++i) {
        stream.add(i, told.documents[i]);
    }
    EXPECT_TRUE(std::ranges::any_of(stream.take_settled(), [](const Placement& placement) { return placement.document > old; }));
    stream.take_changes();
    stream.add(until, told.documents[old]);
    const auto changes = stream.take_changes();
    EXPECT_TRUE(std::ranges::any_of(changes, [](const StoryChange& change) { return change.kind == StoryChange::Kind::revived; }));
    const auto placements = stream.finish();
    const StoryNumber story = std::ranges::find(placements, until, &Placement::document)->story;
    ASSERT_LT(story.founder, until);
    EXPECT_EQ(told.happening_of[story.founder], told.happening_of[old]);
}

TEST(StoryStream, NeverPartsCopies) {
    StoryStream stream({.window = 1});
    stream.add(0, read_keys(article("a", orchestra, "2031-05-09")));
    stream.add(1, read_keys(article("b", dam_by_the_chronicle, "2031-05-09")), 0);
    stream.add(2, read_keys(article("c", account(3, 1), "2031-05-10")), 1);
    EXPECT_EQ(groups_of(stream.finish()).size(), 1U);
}

TEST(StoryStream, KeepsTheNameOfAStoryThatGrows) {
    const Told told = made_up(40);
    const auto first = static_cast<std::size_t>(told.documents.size() / 2);
    const auto before = place({told.documents.begin(), told.documents.begin() + static_cast<std::ptrdiff_t>(first)}, {});
    const auto after = place(told.documents, {});
    std::set<StoryNumber> kept;
    for (const Placement& placement : after) {
        kept.insert(placement.story);
    }
    std::set<StoryNumber> names;
    for (const Placement& placement : before) {
        names.insert(placement.story);
    }
    const auto still = std::ranges::count_if(names, [&](StoryNumber name) { return kept.contains(name); });
    EXPECT_GE(static_cast<std::size_t>(still) * 10, names.size() * 8);
}

TEST(NameClusters, GivesAClusterTheNameOfMostOfItsDocuments) {
    const StoryNumber a{1, 0};
    const StoryNumber b{2, 0};
    // a is split, the smaller part with all of b.
    const std::vector<StoryNumber> story_of{a, a, a, a, b, b};
    const std::vector<std::uint32_t> cluster_of{0, 0, 0, 3, 3, 3};
    const Naming naming = name_clusters(story_of, cluster_of, {});
    EXPECT_EQ(naming.name_of.at(0), a);
    EXPECT_EQ(naming.name_of.at(3), b);
    EXPECT_TRUE(naming.keeps_name(a));
}

TEST(NameClusters, TellsWhoInheritsAStoryThatGivesUpItsName) {
    const StoryNumber a{1, 0};
    const StoryNumber b{2, 0};
    const std::vector<StoryNumber> story_of{a, b, b};
    const std::vector<std::uint32_t> cluster_of{0, 0, 0};
    EXPECT_EQ(name_clusters(story_of, cluster_of, {}).name_of.at(0), b);
    EXPECT_FALSE(name_clusters(story_of, cluster_of, {}).keeps_name(a));
    EXPECT_EQ(name_clusters(story_of, cluster_of, {}).heir_of.at(a), 0U);
    EXPECT_EQ(name_clusters(story_of, cluster_of, {{a, 9}}).name_of.at(0), a);
}

}  // namespace
}  // namespace synoptic
