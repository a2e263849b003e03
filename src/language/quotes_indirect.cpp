// SPDX-License-Identifier: Apache-2.0
#include "language/quotes_indirect.hpp"

#include <algorithm>
#include <initializer_list>

namespace synoptic {

namespace {

bool in_list(std::string_view word, std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

/// Finds the content clauses of one sentence.
class SentenceSpeech {
public:
    SentenceSpeech(const Words& words, const CueTable& cues, const SpeakerSearch& search, const std::vector<bool>& in_quote,
                   const std::vector<bool>& used_cue, std::vector<Quote>& quotes)
        : words_(words), cues_(cues), search_(search), in_quote_(in_quote), used_cue_(used_cue), quotes_(quotes) {}

    void find(std::uint32_t begin, std::uint32_t end) {
        end_ = end;
        begin_ = begin;
        while (end_ > begin_ && !words_.is_word(end_ - 1) && !in_quote_[end_ - 1]) {
            --end_;  // the final stop
        }
        std::uint32_t found = 0;
        for (std::uint32_t v = begin; v < end && found < 4; ++v) {
            if (in_quote_[v]) {
                continue;
            }
            if (words_.lower(v) == "according" && words_.lower(v + 1) == "to") {
                found += according_to(v) ? 1 : 0;
                continue;
            }
            const CueKind kind = cues_.kind(words_, v);
            if (kind == CueKind::none || kind == CueKind::manner || kind == CueKind::call || used_cue_[v]) {
                continue;
            }
            if (clause_after(v, kind) || clause_before(v, kind)) {
                ++found;
            }
        }
    }

private:
    void push(std::uint32_t first, std::uint32_t last, const Attribution& who) {
        while (last > first && words_.at(last - 1) == ",") {
            --last;
        }
        if (last < first + 2 || (first < in_quote_.size() && in_quote_[first] && in_quote_[last - 1])) {
            return;
        }
        const Span span = words_.span(first, last);
        if (span.overlaps(who.speaker)) {
            return;
        }
        quotes_.push_back({.span = span,
                           .content = span,
                           .kind = QuoteKind::indirect,
                           .cue = who.cue,
                           .speaker = who.speaker,
                           .speaker_chain = who.chain});
    }

    /// "According to X, Y." and "Y, according to X."
    bool according_to(std::uint32_t v) {
        auto who = search_.subject_after(v + 1);
        if (!who) {
            return false;
        }
        who->cue = words_.span(v, v + 2);
        std::uint32_t after = v + 2;
        while (after < end_ && words_.token(after).begin < who->speaker.end) {
            ++after;
        }
        const bool opens = v == begin_ || (v == begin_ + 1 && !words_.is_word(begin_));
        if (opens) {
            while (after < end_ && words_.at(after) != ",") {
                ++after;
            }
            if (after + 1 < end_) {
                push(after + 1, end_, *who);
                return true;
            }
            return false;
        }
        push(begin_, words_.at(v - 1) == "," ? v - 1 : v, *who);
        return true;
    }

    /// "History suggests that", "The date confirms that": what no person or body says is no speech. Of a plain verb of saying any subject
    /// speaks.
    [[nodiscard]] bool can_speak(const Attribution& who, std::uint32_t v) const {
        const bool plain = in_list(words_.lower(v), {"said", "says", "say", "told", "tells", "added", "announced", "declared", "argued",
                                                     "wrote", "stated", "claimed", "insisted", "warned"});
        const std::string_view speaker = who.speaker.in(words_.lower_text());
        if (who.chain) {
            return plain || speaker != "it";
        }
        const std::string_view last =
            speaker.substr(speaker.find_last_of(' ') == std::string_view::npos ? 0 : speaker.find_last_of(' ') + 1);
        return plain || in_list(last, {"sources", "source", "people", "statement", "report", "study", "letter", "who", "they", "he", "she",
                                       "i", "we", "many", "some", "others"});
    }

    /// "X said that Y", "X told reporters that Y", "X said Y".
    bool clause_after(std::uint32_t v, CueKind kind) {
        std::uint32_t that = v + 1;
        const std::uint32_t limit = std::min(end_, v + (kind == CueKind::tell ? 8U : 6U));
        while (that < limit && words_.lower(that) != "that" && !in_quote_[that] && !in_list(words_.at(that), {";", ":"})) {
            ++that;
        }
        const bool has_that = that < limit && words_.lower(that) == "that" && words_.upos(that) != Upos::DET;
        std::uint32_t first = v + 1;
        if (has_that) {
            first = that + 1;
        } else if (kind == CueKind::tell) {
            const Mention* hearer = search_.mention_at(v + 1);
            if (hearer == nullptr) {
                return false;
            }
            first = hearer->last;
        } else if (kind != CueKind::say) {
            return false;
        }
        if (first + 1 >= end_ || (!has_that && !begins_clause(first))) {
            return false;
        }
        auto who = search_.subject(v);
        if (who && who->speaker.begin > words_.token(v).begin && !has_that) {
            who = search_.subject_before(v);
        }
        if (!who || !can_speak(*who, v)) {
            return false;
        }
        push(first, end_, *who);
        return true;
    }

    /// Whether the words from `i` on look like a clause with its own subject and verb, as far as the tags tell.
    [[nodiscard]] bool begins_clause(std::uint32_t i) const {
        if (!words_.is_word(i) || in_list(words_.lower(i), {"in", "on", "at", "to", "after", "before", "when", "as", "by", "for", "from",
                                                            "of", "with", "and", "or", "so"})) {
            return false;
        }
        for (std::uint32_t k = i + 1; k < std::min(end_, i + 16); ++k) {
            const Upos tag = words_.upos(k);
            if (tag == Upos::VERB || tag == Upos::AUX ||
                in_list(words_.lower(k), {"is", "was", "were", "are", "had", "has", "have", "would", "will", "could", "can", "should",
                                          "must", "may", "might", "did"})) {
                return true;
            }
        }
        return false;
    }

    /// "Y, X said." and "Y, said X."
    bool clause_before(std::uint32_t v, CueKind kind) {
        if (kind != CueKind::say && kind != CueKind::tell && kind != CueKind::that) {
            return false;
        }
        auto who = search_.subject(v);
        if (!who || !can_speak(*who, v)) {
            return false;
        }
        std::uint32_t first = std::min(v, words_.document().analysis.token_at(who->speaker.begin));
        if (first < begin_ + 4 || words_.at(first - 1) != ",") {
            return false;
        }
        --first;
        if (in_quote_[first - 1] || is_double_quote(words_.at(first - 1))) {
            return false;
        }
        push(begin_, first, *who);
        return true;
    }

    const Words& words_;
    const CueTable& cues_;
    const SpeakerSearch& search_;
    const std::vector<bool>& in_quote_;
    const std::vector<bool>& used_cue_;
    std::vector<Quote>& quotes_;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
};

}  // namespace

void find_indirect(const Words& words, const CueTable& cues, const SpeakerSearch& search, const std::vector<bool>& in_quote,
                   const std::vector<bool>& used_cue, std::vector<Quote>& quotes) {
    SentenceSpeech speech(words, cues, search, in_quote, used_cue, quotes);
    for (const Sentence& sentence : words.document().analysis.sentences) {
        speech.find(sentence.first, sentence.last);
    }
}

}  // namespace synoptic
