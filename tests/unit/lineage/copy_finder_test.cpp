// SPDX-License-Identifier: Apache-2.0
#include "lineage/copy_finder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "articles.hpp"

namespace synoptic {
namespace {

using namespace articles;

Reading reading_of(const Document& document) { return read_for_lineage(document); }

std::string first_half(std::string_view text) { return std::string(text.substr(0, text.find("\n\n", text.size() / 2))); }

/// "a b copy; ..." sorted.
std::string shown(const std::vector<ComparedPair>& pairs) {
    std::set<std::string> lines;
    for (const ComparedPair& pair : pairs) {
        lines.insert(pair.label_a + " " + pair.label_b + " " + std::string(name(pair.derivation.relation)));
    }
    std::string text;
    for (const std::string& line : lines) {
        text += line + "; ";
    }
    return text;
}

/// Sentences of made-up words: a few hundred names and verbs in any order.
std::string made_up_text(std::mt19937& random, std::size_t sentences) {
    const auto word = [&] {
        std::string made;
        for (int i = 0; i < 3; ++i) {
            made += "bdfgklmnprst"[random() % 12];
            made += "aeiou"[random() % 5];
        }
        return made;
    };
    std::string text;
    for (std::size_t i = 0; i < sentences; ++i) {
        std::string subject = word();
        subject[0] = static_cast<char>(subject[0] - 'a' + 'A');
        text += "The " + word() + " of " + subject + " saw " + std::to_string(random() % 900) + " " + word() + " and " + word() + " near " +
                word() + ". ";
    }
    return text;
}

/// Originals, their halves, and what adds to them.
std::vector<Document> made_up_documents(std::size_t originals) {
    std::mt19937 random(5);
    std::vector<Document> documents;
    for (std::size_t i = 0; i < originals; ++i) {
        const std::string text = made_up_text(random, 12);
        const std::string id = std::to_string(i);
        documents.push_back(article(id, text, "2031-05-09"));
        if (i % 3 == 0) {
            documents.push_back(article(id + "-half", text.substr(0, text.size() / 2), "2031-05-10"));
        }
        if (i % 4 == 0) {
            documents.push_back(article(id + "-more", text + made_up_text(random, 8), "2031-05-11"));
        }
    }
    return documents;
}

std::vector<Reading> readings_of(const std::vector<Document>& documents) {
    std::vector<Reading> readings(documents.size());
    std::ranges::transform(documents, readings.begin(), reading_of);
    return readings;
}

TEST(CopyFinder, MissesNoPairThatComparingAllPairsFinds) {
    std::vector<Document> documents = made_up_documents(60);
    for (const std::string_view text : {dam_by_the_chronicle, dam_reworded, dam_by_the_courier, orchestra}) {
        documents.push_back(article(text.substr(0, 12), text));
        documents.push_back(article(std::string(text.substr(0, 12)) + " half", first_half(text)));
    }
    std::vector<Reading> all = readings_of(documents);
    std::set<std::pair<std::string, std::string>> slow;
    for (Reading& reading : all) {
        reading.settle();
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (Comparer(all[j]).with(all[i]).kind != Comparison::Kind::independent) {
                slow.emplace(std::min(all[i].label, all[j].label), std::max(all[i].label, all[j].label));
            }
        }
    }
    std::set<std::pair<std::string, std::string>> fast;
    CopyFinder finder({}, documents.size());
    for (const ComparedPair& pair : finder.add(readings_of(documents))) {
        fast.emplace(std::min(pair.label_a, pair.label_b), std::max(pair.label_a, pair.label_b));
    }
    EXPECT_EQ(fast, slow);
    EXPECT_GE(slow.size(), 40U);
}

TEST(CopyFinder, FindsInEarlierBatchesWhatItFindsInOne) {
    const std::vector<Document> documents = made_up_documents(40);
    CopyFinder at_once({}, documents.size());
    const std::string there = shown(at_once.add(readings_of(documents)));
    CopyFinder in_parts({}, documents.size());
    std::vector<ComparedPair> found;
    for (std::size_t begin = 0; begin < documents.size(); begin += 7) {
        const std::vector<Document> part(documents.begin() + static_cast<std::ptrdiff_t>(begin),
                                         documents.begin() + static_cast<std::ptrdiff_t>(std::min(begin + 7, documents.size())));
        std::ranges::move(in_parts.add(readings_of(part)), std::back_inserter(found));
    }
    EXPECT_EQ(shown(found), there);
    EXPECT_NE(there, "");
}

TEST(CopyFinder, TellsOfASharedQuotationAsNoDependence) {
    const std::string speech = "\"We were promised a bridge in spring, and what we were given in autumn was a photograph of a bridge,\"";
    const std::vector<Document> documents{article("a", std::string(dam_by_the_courier) + "\n\n" + speech + " Sollis said."),
                                          article("b", std::string(dam_by_the_chronicle) + "\n\nThe governor: " + speech)};
    CopyFinder finder({}, 2);
    const std::vector<ComparedPair> pairs = finder.add(readings_of(documents));
    ASSERT_EQ(shown(pairs), "a b quotation; ");
    ASSERT_EQ(pairs[0].derivation.passages.size(), 1U);
    EXPECT_NE(documents[0].view(pairs[0].derivation.passages[0].a).find("photograph of a bridge"), std::string::npos);
}

TEST(CopyFinder, ForgetsWhatIsOutOfTheWindow) {
    std::mt19937 random(9);
    CopyFinder finder({.days = 3}, 10);
    const std::string text = made_up_text(random, 12);
    finder.add(readings_of({article("old", text, "2031-05-01")}));
    for (const std::string_view day : {"2031-05-02", "2031-05-20"}) {
        finder.add(readings_of({article(day, made_up_text(random, 12), day)}));
    }
    EXPECT_EQ(shown(finder.add(readings_of({article("late", text, "2031-05-20")}))), "");
    EXPECT_EQ(shown(finder.add(readings_of({article("later", text, "2031-05-21")}))), "late later copy; ");
}

TEST(CopyFinder, IsNotLedToManyPagesOfASiteByTheirFurniture) {
    std::mt19937 random(11);
    const std::string furniture = made_up_text(random, 6);
    CopyFinder finder({.thorough = true}, 400);
    std::vector<Document> documents;
    for (int i = 0; i < 400; ++i) {
        documents.push_back(article(std::to_string(i), made_up_text(random, 9) + "\n\n" + furniture, "2031-05-09", "Tarn Valley News"));
    }
    std::size_t dependent = 0;
    const std::vector<ComparedPair> pairs = finder.add(readings_of(documents));
    for (const ComparedPair& pair : pairs) {
        dependent += pair.derivation.relation == Relation::independent ? 0 : 1;
    }
    EXPECT_LE(pairs.size(), 4U * documents.size());
    EXPECT_EQ(dependent, 0U);
}

TEST(OnePermutationMinhash, AgreesInAsManyBinsAsTheSetsAreAlike) {
    std::mt19937_64 random(3);
    std::size_t agreeing = 0;
    constexpr std::size_t rounds = 200;
    for (std::size_t round = 0; round < rounds; ++round) {
        std::vector<std::uint64_t> a(200);
        std::ranges::generate(a, std::ref(random));
        std::vector<std::uint64_t> b = a;
        std::generate(b.begin() + 150, b.end(), std::ref(random));  // 150 of 250 are shared
        const Signature of_a = one_permutation_minhash(a);
        const Signature of_b = one_permutation_minhash(b);
        for (std::size_t bin = 0; bin < bin_count; ++bin) {
            agreeing += of_a[bin] == of_b[bin] ? 1 : 0;
        }
    }
    EXPECT_NEAR(static_cast<double>(agreeing) / (rounds * bin_count), 0.6, 0.05);
}

TEST(OnePermutationMinhash, FillsTheBinsOfASmallSet) {
    const std::vector<std::uint64_t> few{0x1234567890ABCDEF, 0xFEDCBA0987654321};
    EXPECT_EQ(std::ranges::count(one_permutation_minhash(few), 0xFFFFFFFFU), 0);
}

TEST(Reading, SurvivesBeingPutAside) {
    Document document = article("a", dam_by_the_chronicle, "2031-05-09", "Kolmar Chronicle");
    document.declared_sources = {"told Valley Wire"};
    Reading reading = read_for_lineage(document);
    reading.settle();
    std::string bytes;
    append_bytes(reading, bytes);
    const Reading back = from_bytes(bytes);
    std::string again;
    append_bytes(back, again);
    EXPECT_EQ(again, bytes);
    EXPECT_EQ(back.label, "a");
    EXPECT_EQ(back.words.size(), reading.words.size());
    EXPECT_EQ(back.date, reading.date);
}

}  // namespace
}  // namespace synoptic
