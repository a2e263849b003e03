// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "language/analyzer.hpp"
#include "language/parse_state.hpp"
#include "language/syntax.hpp"

namespace synoptic {
namespace {

TEST(ParseState, MovesThatCostNothingRebuildTheTree) {
    const std::vector<std::vector<std::int32_t>> trees = {
        {1, 3, 1, 5, 3}, {5, 0, 1, 2, 3}, {1, 2, 3, 4, 5}, {2, 2, 5, 4, 2}, {1, 4, 4, 2, 5},
    };  // heads; 5 is the root's place
    for (const std::vector<std::int32_t>& heads : trees) {
        ParseState state(heads.size());
        std::size_t moves = 0;
        while (!state.is_done()) {
            bool moved = false;
            for (const Move move : {Move::left, Move::right, Move::shift}) {
                if (!moved && state.is_legal(move) && state.cost(move, heads) == 0) {
                    state.apply(move, Deprel::dep);
                    moved = true;
                }
            }
            ASSERT_TRUE(moved);
            ASSERT_LE(++moves, 2 * heads.size());
        }
        for (std::size_t i = 0; i < heads.size(); ++i) {
            EXPECT_EQ(state.head(static_cast<std::int32_t>(i)), heads[i]);
        }
    }
}

TEST(ParseState, GivesOneRootWhateverTheMoves) {
    ParseState state(6);
    const Move order[] = {Move::right, Move::shift, Move::left};
    for (std::size_t i = 0; !state.is_done(); ++i) {
        for (std::size_t k = 0; k < 3; ++k) {
            if (state.is_legal(order[(i + k) % 3])) {
                state.apply(order[(i + k) % 3], Deprel::dep);
                break;
            }
        }
    }
    int roots = 0;
    for (std::int32_t i = 0; i < 6; ++i) {
        roots += state.head(i) == state.words() ? 1 : 0;
    }
    EXPECT_EQ(roots, 1);
}

/// A document of one paragraph, analysed.
class Parsed {
public:
    explicit Parsed(std::string text) {
        document_.language = "en";
        document_.text = std::move(text);
        document_.blocks.push_back({.span = {0, static_cast<std::uint32_t>(document_.text.size())}, .kind = BlockKind::paragraph});
        static const Analyzer analyzer;
        analyzer.analyze(document_);
    }
    const Token& token(std::string_view form) const {
        for (const Token& each : document_.analysis.tokens) {
            if (document_.view(each) == form) {
                return each;
            }
        }
        throw std::out_of_range(std::string(form));
    }
    /// "nsubj(said)"
    std::string arc(std::string_view form) const {
        const Token& word = token(form);
        return std::string(name(word.deprel)) +
               (word.head == no_head
                    ? ""
                    : "(" + std::string(document_.view(document_.analysis.tokens[static_cast<std::size_t>(word.head)])) + ")");
    }
    std::string lemma(std::string_view form) const { return std::string(document_.analysis.lemma(token(form))); }
    const Document& document() const { return document_; }

private:
    Document document_;
};

TEST(Parser, FindsWhoDidWhatToWhom) {
    const Parsed active("The president of Norland signed the treaty in Oslo on Friday.");
    EXPECT_EQ(active.arc("president"), "nsubj(signed)");
    EXPECT_EQ(active.arc("signed"), "root");
    EXPECT_EQ(active.arc("treaty"), "obj(signed)");
    EXPECT_EQ(active.lemma("signed"), "sign");
    EXPECT_EQ(active.token("signed").features.tense, Tense::past);
    EXPECT_FALSE(active.token("signed").features.passive);

    const Parsed passive("The ferry was seized by armed men.");
    EXPECT_EQ(passive.arc("ferry"), "nsubj:pass(seized)");
    EXPECT_EQ(passive.arc("was"), "aux:pass(seized)");
    EXPECT_EQ(passive.arc("men"), "obl:agent(seized)");
    EXPECT_TRUE(passive.token("seized").features.passive);
    EXPECT_EQ(passive.lemma("men"), "man");
    EXPECT_EQ(passive.token("men").features.number, Number::plur);
}

TEST(Parser, FindsWhatIsSaid) {
    const Parsed said("The minister said that the talks would resume.");
    EXPECT_EQ(said.arc("minister"), "nsubj(said)");
    EXPECT_EQ(said.arc("resume"), "ccomp(said)");
    EXPECT_EQ(said.arc("talks"), "nsubj(resume)");
    EXPECT_EQ(said.token("resume").features.verb_form, VerbForm::inf);
}

TEST(Parser, HandlesSmallAndLargeLetters) {
    const Parsed low("the president signed the treaty.");
    EXPECT_EQ(low.arc("president"), "nsubj(signed)");
    const Parsed high("THE PRESIDENT SIGNED THE TREATY");
    EXPECT_EQ(high.arc("PRESIDENT"), "nsubj(SIGNED)");
}

TEST(Parser, CutsVeryLongSentencesIntoPiecesUnderOneRoot) {
    std::string text;
    for (int i = 0; i < 1500; ++i) {
        text += "ship ";
    }
    const Parsed parsed(text);
    const Analysis& analysis = parsed.document().analysis;
    ASSERT_EQ(analysis.sentences.size(), 1U);
    ASSERT_EQ(analysis.tokens.size(), 1500U);
    int roots = 0;
    for (const Token& token : analysis.tokens) {
        roots += token.head == no_head ? 1 : 0;
    }
    EXPECT_EQ(roots, 1);
}

TEST(Parser, LeavesOtherLanguagesAtTokens) {
    Document document;
    document.language = "de";
    document.text = "Der Minister ging. Er kam.";
    document.blocks.push_back({.span = {0, static_cast<std::uint32_t>(document.text.size())}, .kind = BlockKind::paragraph});
    Analyzer().analyze(document);
    EXPECT_EQ(document.analysis.sentences.size(), 2U);
    EXPECT_EQ(document.analysis.tokens.size(), 7U);
    EXPECT_TRUE(document.analysis.entities.empty());
    EXPECT_EQ(document.analysis.tokens[0].upos, Upos::X);
}

}  // namespace
}  // namespace synoptic
