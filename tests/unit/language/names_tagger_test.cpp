// SPDX-License-Identifier: Apache-2.0
#include "language/names_tagger.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "analysed.hpp"
#include "core/failure.hpp"
#include "core/text.hpp"
#include "language/network_math.hpp"
#include "language/train_names.hpp"

namespace synoptic {
namespace {

/// "Ada/B-PER spoke" => one sentence for training.
NamedText tagged(std::initializer_list<std::string_view> sentences) {
    std::string bio;
    for (const std::string_view sentence : sentences) {
        for (const std::string_view word : split(sentence, ' ')) {
            const std::size_t slash = word.find('/');
            bio +=
                std::string(word.substr(0, slash)) + "\t" + (slash == std::string_view::npos ? "O" : std::string(word.substr(slash + 1)));
            bio += '\n';
        }
        bio += '\n';
    }
    return parse_bio(bio);
}

std::string shown(const Document& document, const NameModel& model) {
    const Words words(document);
    const Lexicon lexicon;
    const std::vector<RuledName> rules = names_by_rules(words, lexicon);
    std::string out;
    for (const TaggedName& each : tag_names(model, NameFeatures(words, lexicon, rules))) {
        out += (out.empty() ? "" : "; ") + std::string(words.span(each.first, each.last).in(document.text)) + ":" +
               std::string(name(each.kind));
    }
    return out;
}

TEST(NameTagger, theFirstTextSetsTheConventions) {
    const NamedText with_title = tagged({"Then Captain/B-PER Morvane/I-PER left .", "They met Captain/B-PER Selk/I-PER in Ostby/B-LOC .",
                                         "We saw Captain/B-PER Ruhl/I-PER there .", "Later Captain/B-PER Dunn/I-PER sat in Marl/B-LOC ."});
    const NamedText without = tagged({"Then Captain Morvane/B-PER left .", "They met Captain Selk/B-PER in Ostby/B-LOC .",
                                      "We saw Captain Ruhl/B-PER there .", "Later Captain Dunn/B-PER sat in Marl/B-LOC ."});
    NameTrainingOptions options;
    options.epochs = 60;
    options.learning_rate = 0.1F;
    const Document document = analysed("We heard Captain Orrisk there.", "2025-03-12");
    const std::array<NamedText, 2> titles_first = {with_title, without};
    const std::array<NamedText, 2> titles_last = {without, with_title};
    EXPECT_EQ(shown(document, train_names(titles_first, options)), "Captain Orrisk:person");
    EXPECT_EQ(shown(document, train_names(titles_last, options)), "Orrisk:person");
}

TEST(NameTagger, theSameSeedGivesTheSameBytes) {
    const std::array<NamedText, 1> texts = {tagged({"Ada/B-PER Lund/I-PER flew to Vessby/B-LOC .", "Arden/B-ORG Rail/I-ORG paid ."})};
    NameTrainingOptions options;
    options.epochs = 2;
    const std::string first = pack(train_names(texts, options));
    EXPECT_EQ(first, pack(train_names(texts, options)));
    options.seed = 2;
    EXPECT_NE(first, pack(train_names(texts, options)));
}

/// The score of a sequence of labels, outside of names before and behind it; less than nothing for one that may not be.
float score_of(const NameModel& model, const std::vector<std::vector<std::uint32_t>>& rows, const std::vector<std::size_t>& labels) {
    float score = 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!may_follow(static_cast<NameLabel>(before), static_cast<NameLabel>(labels[i]))) {
            return -1e9F;
        }
        score += model.transitions[before][labels[i]] + model.scores(rows[i])[labels[i]];
        before = labels[i];
    }
    return score + model.transitions[before][0];
}

TEST(NameTagger, findsTheBestOfAllSequences) {
    NameModel model;
    Random random(7);
    for (std::int8_t& weight : model.weights) {
        weight = static_cast<std::int8_t>(random.below(255) - 127);
    }
    model.scale = 0.01F;
    for (auto& row : model.transitions) {
        for (float& value : row) {
            value = 4 * random.real() - 2;
        }
    }
    for (const std::string_view text : {"Then Ada flew home.", "Mr Orm and Lund met.", "Vessby Port paid Lund.", "Orm of Arden."}) {
        const Document document = analysed(text, "2025-03-12");
        const Words words(document);
        const Lexicon lexicon;
        const std::vector<RuledName> rules = names_by_rules(words, lexicon);
        const NameFeatures features(words, lexicon, rules);
        const std::vector<NameRun> runs = features.runs();
        ASSERT_EQ(runs.size(), 1U) << text;
        std::vector<std::vector<std::uint32_t>> rows;
        features.rows_of(runs[0], rows);
        ASSERT_LE(rows.size(), 6U) << text;
        std::vector<std::size_t> best;
        float top = -1e8F;
        std::size_t sequences = 1;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            sequences *= name_labels;
        }
        for (std::size_t number = 0; number < sequences; ++number) {
            std::vector<std::size_t> labels;
            for (std::size_t rest = number; labels.size() < rows.size(); rest /= name_labels) {
                labels.push_back(rest % name_labels);
            }
            if (const float score = score_of(model, rows, labels); score > top) {
                top = score;
                best = labels;
            }
        }
        std::string expected;
        for (std::size_t i = 0; i < best.size(); ++i) {
            expected += best[i] == 0 ? "O " : fmt::format("{}{} ", best[i] % 2 == 1 ? "B" : "I", (best[i] - 1) / 2);
        }
        std::vector<std::string> found(rows.size(), "O ");
        for (const TaggedName& each : tag_names(model, features)) {
            const int kind = each.kind == EntityKind::person ? 0 : each.kind == EntityKind::organization ? 1 : 2;
            for (std::uint32_t i = each.first; i < each.last; ++i) {
                found[i - runs[0].first] = fmt::format("{}{} ", i == each.first ? "B" : "I", kind);
            }
        }
        EXPECT_EQ(fmt::format("{}", fmt::join(found, "")), expected) << text;
    }
}

TEST(NameTagger, refusesFilesThatAreDamaged) {
    const std::string good = pack(NameModel());
    EXPECT_EQ(unpack_name_model(good).weights, NameModel().weights);
    EXPECT_THROW(unpack_name_model(good.substr(0, 40)), Failure);
    EXPECT_THROW(unpack_name_model("no model"), Failure);
    std::string changed = good;
    changed[changed.size() / 2] ^= 1;
    EXPECT_THROW(unpack_name_model(changed), Failure);
}

}  // namespace
}  // namespace synoptic
