// SPDX-License-Identifier: Apache-2.0
#include "stories/frequencies.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace synoptic {
namespace {

constexpr KeyUse slogan{.key = 7, .kind = KeyKind::name, .body = 1};

DocumentKeys document(std::uint32_t publisher, std::uint32_t own_key, bool with_slogan) {
    DocumentKeys keys;
    keys.publisher = publisher;
    if (with_slogan) {
        keys.uses.push_back(slogan);
    }
    keys.uses.push_back({.key = own_key, .kind = KeyKind::name, .body = 1});
    return keys;
}

float rarity(const Frequencies& frequencies, const KeyUse& use, std::uint32_t publisher) {
    return frequencies.rarity(use, frequencies.read(publisher));
}

DocumentKeys of_words(std::vector<std::uint32_t> keys, std::optional<std::int32_t> day = std::nullopt) {
    DocumentKeys document;
    document.day = day;
    for (const std::uint32_t key : keys) {
        document.uses.push_back({.key = key, .kind = KeyKind::name, .body = 1});
    }
    return document;
}

TEST(Frequencies, TellHowManyDocumentsAreOfOneTime) {
    Frequencies frequencies;
    EXPECT_EQ(frequencies.published_near(100), 1);
    for (const std::int32_t day : {100, 103, 104, 500}) {
        frequencies.count(of_words({1}, day));
    }
    frequencies.count(of_words({1}));
    EXPECT_FLOAT_EQ(frequencies.published_near(100), 0.5F);
    EXPECT_FLOAT_EQ(frequencies.published_near(102), 0.75F);
    EXPECT_EQ(frequencies.published_near(300), 0);
}

TEST(Frequencies, MakeUsualKeysWeighLess) {
    Frequencies frequencies;
    for (int i = 0; i < 50; ++i) {
        frequencies.count(of_words(i % 10 == 0 ? std::vector<std::uint32_t>{1, 2} : std::vector<std::uint32_t>{1}));
    }
    const auto rarity_of = [&](std::uint32_t key) { return rarity(frequencies, {.key = key, .kind = KeyKind::name}, 0); };
    EXPECT_LT(rarity_of(1), rarity_of(2));
    EXPECT_LT(rarity_of(2), rarity_of(3));
}

TEST(Frequencies, ForgetWithTime) {
    Frequencies frequencies;
    for (int i = 0; i < 64; ++i) {
        frequencies.count(of_words({1}, 100));
    }
    const float then = rarity(frequencies, {.key = 1, .kind = KeyKind::name}, 0);
    for (int i = 0; i < 64; ++i) {
        frequencies.count(of_words({2}, 100 + 3650));
    }
    EXPECT_GT(rarity(frequencies, {.key = 1, .kind = KeyKind::name}, 0), then + 1);
    EXPECT_NEAR(frequencies.documents(), 64, 1);
}

TEST(Frequencies, WhatAPublisherAlwaysSaysTellsNothingThere) {
    Frequencies frequencies;
    for (std::uint32_t i = 0; i < 600; ++i) {
        frequencies.count(document(1 + i % 30, 1000 + i, i % 30 == 0));
    }
    const KeyUse seldom{.key = 1000, .kind = KeyKind::name, .body = 1};
    EXPECT_LT(rarity(frequencies, slogan, 1), 1.0F);
    EXPECT_GT(rarity(frequencies, slogan, 2), 3.0F);
    EXPECT_GT(rarity(frequencies, seldom, 1), 5.0F);
}

TEST(Frequencies, AStoryThatAPublisherFollowsIsNoHabit) {
    Frequencies frequencies;
    for (std::uint32_t i = 0; i < 600; ++i) {
        frequencies.count(document(1 + i % 30, 1000 + i, i == 0 || i == 30 || i == 60));
    }
    EXPECT_FLOAT_EQ(rarity(frequencies, slogan, 1), rarity(frequencies, slogan, 2));
}

TEST(Frequencies, CountsDecay) {
    DecayedCounts counts;
    counts.pass_to(0);
    counts.add(1);
    counts.pass_to(120);
    counts.add(1);
    EXPECT_NEAR(counts.count(1), 1.5F, 1e-3F);
    counts.pass_to(100'000);  // beyond what a number could be scaled by
    counts.add(2);
    EXPECT_NEAR(counts.count(1), 0, 1e-3F);
    EXPECT_NEAR(counts.count(2), 1, 1e-3F);
}

TEST(Frequencies, OfTooManyThingsTheRarestAreForgotten) {
    DecayedCounts counts;
    for (int i = 0; i < 5; ++i) {
        counts.add(0);
    }
    for (std::uint32_t thing = 1; thing < 4'000'000; ++thing) {
        counts.add(thing);
    }
    EXPECT_NEAR(counts.count(0), 5, 1e-3F);
    EXPECT_EQ(counts.count(1), 0);
}

}  // namespace
}  // namespace synoptic
