// SPDX-License-Identifier: Apache-2.0
#include "stories/pair_comparer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string_view>

namespace synoptic {
namespace {

float evidence(const PairEvidence& all, std::string_view name) {
    return all.at(static_cast<std::size_t>(std::ranges::find(evidence_names, name) - evidence_names.begin()));
}

/// A document of so many keys of each kind out of a small pool, so that two documents share some.
DocumentKeys made_up(std::mt19937& draw, std::size_t keys) {
    std::map<std::uint32_t, KeyUse> uses;
    for (const KeyKind kind : {KeyKind::word, KeyKind::name, KeyKind::number, KeyKind::phrase, KeyKind::date}) {
        for (std::size_t i = 0; i < keys; ++i) {
            const auto number = static_cast<std::uint32_t>(draw() % 100) * 5 + static_cast<std::uint32_t>(kind);
            const std::uint32_t key = (number + 1) * 2654435761U;
            const auto body = static_cast<std::uint8_t>(1 + draw() % 3);
            const auto lead = static_cast<std::uint8_t>(draw() % 2);
            uses[key] = {key, kind, kind == KeyKind::word && draw() % 8 == 0 ? std::uint8_t{1} : std::uint8_t{0}, lead, body};
        }
    }
    DocumentKeys document;
    for (const auto& [key, use] : uses) {
        document.uses.push_back(use);
    }
    return document;
}

/// The slow way: key by key.
float product(std::span<const WeighedKey> a, std::span<const WeighedKey> b) {
    float sum = 0;
    for (const WeighedKey one : a) {
        for (const WeighedKey other : b) {
            sum += one.key() == other.key() ? one.weight() * other.weight() : 0;
        }
    }
    return sum;
}

float share_held(std::span<const WeighedKey> keys, std::span<const WeighedKey> by) {
    const auto held =
        std::ranges::count_if(keys, [&](WeighedKey key) { return std::ranges::find(by, key.key(), &WeighedKey::key) != by.end(); });
    return keys.empty() ? 0 : static_cast<float>(held) / static_cast<float>(keys.size());
}

TEST(PairComparer, AgreesWithTheSlowWay) {
    std::mt19937 draw(7);
    Frequencies frequencies;
    std::vector<DocumentKeys> documents;
    for (std::size_t i = 0; i < 40; ++i) {
        documents.push_back(made_up(draw, i));
        frequencies.count(documents.back());
    }
    std::vector<StoryFeatures> features;
    for (const DocumentKeys& document : documents) {
        features.push_back(weigh(document, frequencies).features);
    }
    for (const StoryFeatures& a : features) {
        const PairComparer compare(a);
        for (const StoryFeatures& b : features) {
            const PairEvidence seen = compare(b);
            const auto product_of = [&](Field field) { return product(a.of(field), b.of(field)); };
            EXPECT_NEAR(compare.likeness(b), product_of(Field::body), 1e-4F);
            EXPECT_NEAR(evidence(seen, "title"), product_of(Field::title), 1e-4F);
            EXPECT_NEAR(evidence(seen, "lead"), product_of(Field::lead), 1e-4F);
            EXPECT_NEAR(evidence(seen, "numbers"), product_of(Field::numbers), 1e-4F);
            EXPECT_NEAR(evidence(seen, "dates"), product_of(Field::dates), 1e-4F);
            EXPECT_NEAR(evidence(seen, "phrases"), std::sqrt(product_of(Field::phrases)), 1e-3F);
            EXPECT_NEAR(evidence(seen, "title-in-lead"),
                        std::max(product(a.of(Field::title), b.of(Field::lead)), product(a.of(Field::lead), b.of(Field::title))), 1e-4F);
            const auto shares = std::minmax({share_held(a.key_names(), b.of(Field::names)), share_held(b.key_names(), a.of(Field::names))});
            EXPECT_FLOAT_EQ(evidence(seen, "key-names"), shares.first);
            EXPECT_FLOAT_EQ(evidence(seen, "key-names-of-one"), shares.second);
            const auto leads = std::minmax(
                {share_held(a.of(Field::lead_numbers), b.of(Field::numbers)), share_held(b.of(Field::lead_numbers), a.of(Field::numbers))});
            EXPECT_FLOAT_EQ(evidence(seen, "lead-numbers"), leads.first);
            EXPECT_FLOAT_EQ(evidence(seen, "lead-numbers-of-one"), leads.second);
        }
    }
}

/// The evidence of two documents of a number each in a crowd of documents, one a day.
PairEvidence in_a_crowd(std::int32_t crowd, std::uint32_t number, std::uint32_t other_number) {
    Frequencies frequencies;
    const auto of_number = [](std::uint32_t key, std::int32_t day) {
        DocumentKeys document;
        document.uses.push_back({.key = key * 2654435761U, .kind = KeyKind::number, .body = 1});
        document.day = day;
        return document;
    };
    for (std::int32_t day = 0; day < crowd; ++day) {
        frequencies.count(of_number(1000 + static_cast<std::uint32_t>(day), day));
    }
    const StoryFeatures a = weigh(of_number(number, 0), frequencies).features;
    return PairComparer(a)(weigh(of_number(other_number, 0), frequencies).features);
}

TEST(PairComparer, TakesOneTimeForLittleWhereAllIsOfOneTime) {
    EXPECT_EQ(evidence(in_a_crowd(4, 1, 2), "crowd"), 1);
    EXPECT_NEAR(evidence(in_a_crowd(40, 1, 2), "crowd"), 0.5F, 1e-4F);  // 4 of 40 lie within three days
    EXPECT_EQ(evidence(in_a_crowd(4000, 1, 2), "crowd"), 0);
}

TEST(PairComparer, TakesTheOnlyNumberForLittle) {
    EXPECT_EQ(evidence(in_a_crowd(40, 1, 2), "numbers"), 0);
    EXPECT_GT(evidence(in_a_crowd(40, 1, 1), "numbers"), 0.1F);
    EXPECT_LT(evidence(in_a_crowd(40, 1, 1), "numbers"), 0.5F);
}

TEST(WeighedKey, KeepsItsWeightToAHundredth) {
    for (float weight = 0.005F; weight <= 1; weight += 0.001F) {
        EXPECT_NEAR(WeighedKey(~0U, weight).weight(), weight, 0.0115F * weight);
    }
    EXPECT_EQ(WeighedKey(0xABCDEF12U, 1.0F).key(), 0xABCDEFU);
    EXPECT_GT(WeighedKey(0, 1e-6F).weight(), 0);
}

TEST(StoryFeatures, AreNothingForNothing) {
    const StoryFeatures nothing = weigh({}, Frequencies()).features;
    EXPECT_EQ(nothing.size(), 0U);
    EXPECT_EQ(evidence(PairComparer(nothing)(nothing), "no-names"), 1.0F);
    EXPECT_EQ(evidence(PairComparer(nothing)(nothing), "body"), 0.0F);
}

}  // namespace
}  // namespace synoptic
