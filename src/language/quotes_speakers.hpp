// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/names_words.hpp"

namespace synoptic {

/// How a verb introduces speech; see speech_verbs.tsv.
enum class CueKind : std::uint8_t { none, say, that, tell, manner, call };

/// The verbs of speech by any of their forms.
class CueTable {
public:
    CueTable();
    /// The kind of the word or of the two words ("pointed out") at token `i`.
    [[nodiscard]] CueKind kind(const Words& words, std::int64_t i) const;

private:
    std::unordered_map<std::string, CueKind> kinds_;
};

/// Who speaks, and by which word one knows.
struct Attribution {
    Span cue;
    Span speaker;
    std::uint32_t cue_token = 0;
    std::optional<std::uint32_t> chain;
};

/// Looks for the speaker beside quoted stretches and verbs of speech. Works on the surface; all look-around is bounded.
class SpeakerSearch {
public:
    SpeakerSearch(const Words& words, const CueTable& cues, const std::vector<bool>& in_quote);

    /// The cue that follows token `i - 1` directly: "... ,” he said", "said Piet Haarsma", "according to X", "― Pamela Padilla".
    [[nodiscard]] std::optional<Attribution> after(std::uint32_t i) const;
    /// The cue in the clause that ends before token `i`: "Trump said: “", "called the meeting “".
    [[nodiscard]] std::optional<Attribution> before(std::uint32_t i) const;
    /// A cue anywhere in the sentence of token `i` outside quotes, nearest first, of those that may take a clause.
    [[nodiscard]] std::optional<Attribution> in_sentence(std::uint32_t i) const;
    /// The person (or else organisation) that sentence `s` is about: its first mention outside quotes.
    [[nodiscard]] std::optional<Attribution> topic(std::uint32_t sentence) const;
    /// The subject of the verb at token `v`, before or after it.
    [[nodiscard]] std::optional<Attribution> subject(std::uint32_t v) const;
    [[nodiscard]] std::optional<Attribution> subject_by_parse(std::uint32_t v) const;
    [[nodiscard]] std::optional<Attribution> subject_of_participle(std::uint32_t v) const;
    [[nodiscard]] const Mention* mention_of(std::uint32_t token) const;
    [[nodiscard]] std::optional<Attribution> subject_before(std::uint32_t v) const;
    [[nodiscard]] std::optional<Attribution> subject_after(std::uint32_t v) const;
    /// The mention that begins with token `i`, the longest; null if none.
    [[nodiscard]] const Mention* mention_at(std::uint32_t i) const;
    /// The mention that ends before token `i`, the longest; null if none.
    [[nodiscard]] const Mention* mention_ending(std::uint32_t i) const;

private:
    [[nodiscard]] Attribution from_mention(const Mention& mention, std::uint32_t v) const;
    [[nodiscard]] Attribution from_words(std::uint32_t first, std::uint32_t last, std::uint32_t v) const;
    [[nodiscard]] bool skipped_before_verb(std::uint32_t i) const;

    const Words& words_;
    const CueTable& cues_;
    const std::vector<bool>& in_quote_;
    std::vector<std::uint32_t> begins_;  ///< by token: 1 + index of the longest mention that begins there
    std::vector<std::uint32_t> ends_;    ///< by token: 1 + index of the longest mention that ends after it
    std::vector<bool> in_time_;
};

}  // namespace synoptic
