// SPDX-License-Identifier: Apache-2.0
#include "lineage/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace synoptic {
namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (const Word& word : read_words(text).words) {
        words.emplace_back(word.span.in(text));
    }
    return words;
}

std::vector<std::string> sentences_of(std::string_view text) {
    std::vector<std::string> sentences;
    for (const Span span : read_words(text).sentences) {
        sentences.emplace_back(span.in(text));
    }
    return sentences;
}

using Strings = std::vector<std::string>;

TEST(Words, AreRunsOfLettersOrDigitsWithoutClitics) {
    EXPECT_EQ(words_of("The League's 1,300 ships paid 0.2 percent, didn’t they?"),
              (Strings{"The", "League", "1,300", "ships", "paid", "0.2", "percent", "didn", "they"}));
}

TEST(Words, OfWritingWithoutSpacesAreSingleCharacters) { EXPECT_EQ(words_of("東京 2025"), (Strings{"東", "京", "2025"})); }

TEST(Words, MeetInFoldedFormAndNumbersInValue) {
    const WordText text = read_words("Élysée elysee sixteen 16 1,300 1300");
    const auto& words = text.words;
    EXPECT_EQ(words[0].form, words[1].form);
    EXPECT_NE(words[2].form, words[3].form);
    EXPECT_EQ(words[2].stem, words[3].stem);
    EXPECT_EQ(words[4].form, words[5].form);
    EXPECT_EQ(words[2].kind, WordKind::number);
}

TEST(Words, AreNamesWhereCapitalisedInsideASentence) {
    const WordText text = read_words("Brandt left. Yesterday the mayor, Helena Brandt, came back.");
    const auto& words = text.words;
    EXPECT_EQ(words[0].kind, WordKind::name) << "known as a name from the second sentence";
    EXPECT_EQ(words[2].kind, WordKind::plain) << "Yesterday only opens a sentence";
    EXPECT_EQ(words[5].kind, WordKind::name);
}

TEST(Words, KnowWhatIsQuoted) {
    const WordText text = read_words("He said: “Not now.” Then he left. \"Later\" was her answer");
    Strings quoted;
    for (const Word& word : text.words) {
        if (word.quoted) {
            quoted.emplace_back(word.span.in("He said: “Not now.” Then he left. \"Later\" was her answer"));
        }
    }
    EXPECT_EQ(quoted, (Strings{"Not", "now", "Later"}));
}

TEST(Sentences, EndAtStopsBeforeCapitalsAndAtEmptyLines) {
    EXPECT_EQ(sentences_of("Mr. Holt paid 3.5 marks. “Too much!” he said. A heading\n\nnext text"),
              (Strings{"Mr. Holt paid 3.5 marks.", "Too much!” he said.", "A heading", "next text"}));
}

TEST(Sentences, OfALineWithoutEndAreCut) {
    std::string endless;
    for (int i = 0; i < 5000; ++i) {
        endless += "word ";
    }
    const WordText text = read_words(endless);
    EXPECT_EQ(text.sentences.size(), 25U);
    EXPECT_EQ(text.first_word.size(), 26U);
}

TEST(Words, OfNothingAreNone) {
    const WordText text = read_words(" \n\n … ");
    EXPECT_TRUE(text.words.empty());
    EXPECT_EQ(text.first_word.size(), 1U);
}

}  // namespace
}  // namespace synoptic
