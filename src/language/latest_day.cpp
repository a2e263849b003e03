// SPDX-License-Identifier: Apache-2.0
#include "language/latest_day.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/text.hpp"

namespace synoptic {

namespace {

/// Four digits of this century or the last.
bool holds_year(std::string_view text) {
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        const bool century = (text[i] == '2' && text[i + 1] == '0') || (text[i] == '1' && text[i + 1] == '9');
        if (century && is_ascii_digit(text[i + 2]) && is_ascii_digit(text[i + 3])) {
            return true;
        }
    }
    return false;
}

/// The document's blocks that hold a year, as a document to be parsed.
Document dated_part(const Document& document) {
    Document part;
    part.language = document.language;
    for (const Block& block : document.blocks) {
        const std::string_view text = document.view(block.span);
        if (block.kind != BlockKind::paragraph || !holds_year(text)) {
            continue;
        }
        part.text += part.text.empty() ? "" : "\n\n";
        const auto begin = static_cast<std::uint32_t>(part.text.size());
        part.text += text;
        part.blocks.push_back({{begin, static_cast<std::uint32_t>(part.text.size())}, block.kind});
    }
    return part;
}

/// Asks of the days in one analysed text whether they were past.
class PastDays {
public:
    explicit PastDays(const Document& document) : analysis_(document.analysis) {}

    [[nodiscard]] std::optional<Date> latest() const {
        std::optional<Date> latest;
        auto sentence = analysis_.sentences.begin();
        for (const TimeExpression& time : analysis_.times) {
            while (sentence != analysis_.sentences.end() && sentence->span.end <= time.span.begin) {
                ++sentence;
            }
            if (sentence == analysis_.sentences.end() || time.kind != TimeKind::date || time.reason != "stated" || !time.date ||
                !time.date->has_day() || !time.ends.empty() || (latest && *time.date <= *latest)) {
                continue;
            }
            if (was_past(time, *sentence)) {
                latest = time.date;
            }
        }
        return latest;
    }

private:
    [[nodiscard]] std::string_view lemma(std::size_t token) const { return analysis_.lemma(analysis_.tokens[token]); }

    [[nodiscard]] bool was_past(const TimeExpression& time, const Sentence& sentence) const {
        std::size_t first = sentence.first;
        while (first < sentence.last && analysis_.tokens[first].end <= time.span.begin) {
            ++first;
        }
        if (first == sentence.last || is_bound(first, sentence)) {
            return false;
        }
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            if (looks_ahead(i)) {
                return false;
            }
        }
        const auto verb = verb_above(first, time, sentence);
        return verb && is_past(*verb, sentence);
    }

    /// "by 3 May 2025", "until", "from": the day ends or begins something. "on" and "in" say when.
    [[nodiscard]] bool is_bound(std::size_t first, const Sentence& sentence) const {
        if (first == sentence.first) {
            return false;
        }
        const Token& before = analysis_.tokens[first - 1];
        return (before.upos == Upos::ADP || before.upos == Upos::SCONJ || before.upos == Upos::VERB) && lemma(first - 1) != "on" &&
               before.deprel != Deprel::compound_prt;
    }

    [[nodiscard]] bool looks_ahead(std::size_t token) const {
        constexpr std::array<std::string_view, 36> words = {
            "will",   "would",    "shall",   "should",   "may", "might", "can",      "could", "must",     "if",     "plan",   "schedule",
            "expect", "intend",   "propose", "promise",  "due", "set",   "until",    "till",  "deadline", "expire", "future", "next",
            "coming", "upcoming", "effect",  "expected", "aim", "agree", "postpone", "delay", "appoint",  "book",   "sign",   "slate"};
        const Token& each = analysis_.tokens[token];
        if (each.upos == Upos::PROPN) {
            return false;  // "May"
        }
        return std::ranges::find(words, lemma(token)) != words.end();
    }

    /// The verb that the day belongs to: the first above it, on a way that stays in the sentence.
    [[nodiscard]] std::optional<std::size_t> verb_above(std::size_t first, const TimeExpression& time, const Sentence& sentence) const {
        std::size_t at = first;
        for (std::size_t steps = sentence.first; steps < sentence.last; ++steps) {
            const Token& token = analysis_.tokens[at];
            if (token.begin >= time.span.end || token.end <= time.span.begin) {
                if (token.upos == Upos::VERB) {
                    return at;
                }
                return std::nullopt;  // of a noun: "the meeting of 3 May"
            }
            if (token.head == no_head) {
                return std::nullopt;
            }
            at = static_cast<std::size_t>(token.head);
        }
        return std::nullopt;
    }

    /// A finite verb of the past, or a participle with an auxiliary of the past. Infinitives and what is not finite leave it open.
    [[nodiscard]] bool is_past(std::size_t verb, const Sentence& sentence) const {
        const Features& features = analysis_.tokens[verb].features;
        bool helped = false;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            const Token& token = analysis_.tokens[i];
            if (token.head == static_cast<std::int32_t>(verb) && (token.deprel == Deprel::aux || token.deprel == Deprel::aux_pass)) {
                if (token.features.tense != Tense::past || token.features.verb_form != VerbForm::fin) {
                    return false;
                }
                helped = true;
            }
        }
        if (features.verb_form == VerbForm::fin) {
            return features.tense == Tense::past;
        }
        return helped && features.verb_form == VerbForm::part;
    }

    const Analysis& analysis_;
};

}  // namespace

std::optional<Date> latest_day_told(const Document& document, const Analyzer& analyzer) {
    Document part = dated_part(document);
    if (part.blocks.empty() || !is_parsed(part)) {
        return std::nullopt;
    }
    analyzer.analyze(part);
    return PastDays(part).latest();
}

}  // namespace synoptic
