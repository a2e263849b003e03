// SPDX-License-Identifier: Apache-2.0
#include "language/train_syntax.hpp"

#include <gtest/gtest.h>

#include "core/asset.hpp"
#include "core/failure.hpp"
#include "language/parse_state.hpp"
#include "language/syntax.hpp"

namespace synoptic {
namespace {

/// Three sentences of this project's own writing.
std::vector<ConlluSentence> lessons() {
    return parse_conllu("1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n"
                        "2\tferry\tferry\tNOUN\tNN\t_\t3\tnsubj\t_\t_\n"
                        "3\tsailed\tsail\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                        "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
                        "\n"
                        "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n"
                        "2\tpilots\tpilot\tNOUN\tNNS\t_\t3\tnsubj\t_\t_\n"
                        "3\tsaw\tsee\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                        "4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_\n"
                        "5\tferry\tferry\tNOUN\tNN\t_\t3\tobj\t_\t_\n"
                        "6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
                        "\n"
                        "1\tAnna\tAnna\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"
                        "2\tsaw\tsee\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                        "3\tpilots\tpilot\tNOUN\tNNS\t_\t2\tobj\t_\t_\n"
                        "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n")
        .value();
}

TrainingOptions quick() {
    TrainingOptions options;
    options.epochs = 60;
    options.learning_rate = 0.01F;
    return options;
}

TEST(Training, LearnsItsLessons) {
    const SyntaxModel model = train_syntax(lessons(), quick());
    const SyntaxScores scores = score_syntax(unpack_syntax_model(pack(model)), lessons());
    EXPECT_EQ(scores.upos, 1.0);
    EXPECT_EQ(scores.lemma, 1.0);
    EXPECT_EQ(scores.las, 1.0);
}

TEST(Training, GivesTheSameBytesForTheSameSeedOnAnyNumberOfThreads) {
    TrainingOptions options = quick();
    options.epochs = 2;
    options.threads = 1;
    const std::string one = pack(train_syntax(lessons(), options));
    options.threads = 3;
    EXPECT_EQ(pack(train_syntax(lessons(), options)), one);
    options.seed = 2;
    EXPECT_NE(pack(train_syntax(lessons(), options)), one);
}

std::string complaint_about(std::string_view bytes) {
    try {
        unpack_syntax_model(bytes);
    } catch (const Failure& failure) {
        return failure.what();
    }
    return "";
}

TEST(SyntaxFile, RefusesWhatIsDamaged) {
    const std::string good(asset("models/syntax.bin"));
    EXPECT_EQ(complaint_about(good), "");
    std::string flipped = good;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
    EXPECT_NE(complaint_about(flipped).find("checksum"), std::string::npos);
    EXPECT_NE(complaint_about(good.substr(0, good.size() / 2)).find("checksum"), std::string::npos);
    EXPECT_NE(complaint_about(good.substr(0, 20)).find("cut short"), std::string::npos);
    EXPECT_NE(complaint_about("GIF89a").find("not a syntax model"), std::string::npos);
    EXPECT_NE(complaint_about("").find("not a syntax model"), std::string::npos);
    std::string newer = good;
    newer[16] = 9;
    EXPECT_NE(complaint_about(newer).find("version 9"), std::string::npos);
}

TEST(LemmaRules, PreferTheLongestEnding) {
    LemmaRules rules;
    rules.learn({{{"NOUN NNS", "treaties", "treaty"}, 1},
                 {{"NOUN NNS", "parties", "party"}, 1},
                 {{"NOUN NNS", "ships", "ship"}, 5},
                 {{"NOUN NNS", "boats", "boat"}, 5},
                 {{"NOUN NNS", "men", "man"}, 1},
                 {{"PROPN NNP", "Kyiv", "Kyiv"}, 1}});
    EXPECT_EQ(rules.lemma("NOUN NNS", "cities"), "city");
    EXPECT_EQ(rules.lemma("NOUN NNS", "Boats"), "boat");
    EXPECT_EQ(rules.lemma("NOUN NNS", "men"), "man");
    EXPECT_EQ(rules.lemma("PROPN NNP", "Moss"), "Moss");
    EXPECT_EQ(rules.lemma("X UNKNOWN", "word"), "word");
    EXPECT_EQ(rules.lemma("NOUN NNS", "s"), "s");
    EXPECT_EQ(LemmaRules::from_text(rules.to_text()).lemma("NOUN NNS", "cities"), "city");
}

}  // namespace
}  // namespace synoptic
