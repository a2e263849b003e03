// SPDX-License-Identifier: Apache-2.0
#include "situation/number_sentence.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "core/text.hpp"

namespace synoptic {

NumberSentence::NumberSentence(const Document& document, std::uint32_t sentence)
    : document_(document), begin_(document.analysis.sentences[sentence].first) {
    const Sentence& range = document.analysis.sentences[sentence];
    for (std::uint32_t token = range.first; token < range.last; ++token) {
        words_.push_back(fold_accents(document.view(document.analysis.tokens[token])));
        if (words_.back().size() == 1 && document.view(document.analysis.tokens[token]) == "\u2013") {
            words_.back() = "-";
        }
    }
}

bool NumberSentence::in_date(std::size_t at) const {
    const std::vector<TimeExpression>& times = document_.analysis.times;
    const auto after = std::ranges::upper_bound(times, token(at).begin, {}, [](const TimeExpression& time) { return time.span.begin; });
    if (after == times.begin()) {
        return false;
    }
    const TimeExpression& time = *std::prev(after);
    return time.kind != TimeKind::duration && time.span.contains(token(at).begin) &&
           std::ranges::any_of(time.span.in(document_.text), [](char c) { return is_ascii_digit(c) || is_ascii_upper(c) || c == ':'; });
}

std::optional<Numeral> NumberSentence::numeral_at(std::size_t at) const {
    if (at >= words_.size()) {
        return std::nullopt;
    }
    constexpr std::size_t longest = 8;
    return read_numeral(std::span(words_).subspan(at, std::min(longest, words_.size() - at)));
}

std::optional<std::size_t> NumberSentence::counted_noun(std::size_t at) const {
    if (word(at) == "of") {
        ++at;
    }
    std::optional<std::size_t> noun;
    for (std::size_t step = 0; step < 6 && at < words_.size(); ++step, ++at) {
        const Upos tag = token(at).upos;
        if (noun && (word(at) == "'s" || word(at) == "'")) {  // "six of the dam's eight gates"
            noun.reset();
        } else if (tag == Upos::NOUN || tag == Upos::PROPN || word(at) == "people" || word(at) == "dead") {
            noun = at;
        } else if (noun || (tag != Upos::ADJ && tag != Upos::ADV && tag != Upos::NUM && tag != Upos::VERB && tag != Upos::DET &&
                            tag != Upos::PRON && !is_hyphen(word(at)))) {
            break;
        }
    }
    return noun;
}

bool NumberSentence::names_a_thing(std::size_t at) const {
    constexpr std::array<std::string_view, 8> numbered = {"image", "photo", "picture", "slide", "page", "chapter", "channel", "route"};
    if (at == 0) {
        return false;
    }
    if (std::ranges::find(numbered, word(at - 1)) != numbered.end()) {
        return true;
    }
    const bool glued =
        at >= 2 && is_hyphen(word(at - 1)) && token(at - 1).begin == token(at - 2).end && token(at).begin == token(at - 1).end;
    if (glued) {
        return is_ascii_alpha(document_.view(token(at - 2)).back()) && !numeral_at(at - 2);
    }
    std::size_t first = at;
    while (first > 0 && token(first - 1).upos == Upos::PROPN && !in_date(first - 1)) {
        --first;
    }
    constexpr std::size_t least_name = 2;  // words; "Corval 12 ships sailed" is left to its verb
    const bool after_preposition = first > 0 && token(first - 1).upos == Upos::ADP;
    return at - first >= least_name && !after_preposition && is_ascii_digit(word(at).front());
}

std::optional<std::size_t> NumberSentence::whole_after(std::size_t at, const Numeral& part) const {
    std::size_t next = at + part.words;
    if (word(next) != "of") {
        return std::nullopt;
    }
    ++next;
    if (next < words_.size() && (token(next).upos == Upos::DET || token(next).upos == Upos::PRON)) {
        ++next;
    }
    const auto whole = numeral_at(next);
    return whole && whole->value > part.value ? std::optional(next) : std::nullopt;
}

std::optional<std::size_t> NumberSentence::magnitude_before(std::size_t at) const {
    for (std::size_t step = 1; step <= 3 && step <= at; ++step) {
        if (word(at - step) == "magnitude") {
            return at - step;
        }
        if (word(at - step) != "of" && word(at - step) != "about" && word(at - step) != "at") {
            break;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> NumberSentence::noun_before(std::size_t at) const {
    bool preposition = false;
    for (std::size_t step = 1; step <= 5 && step <= at; ++step) {
        if (word(at - step) == "at" || word(at - step) == "to" || word(at - step) == "as") {
            preposition = true;
        } else if (preposition && token(at - step).upos == Upos::NOUN) {
            const std::size_t noun = at - step;
            const bool sum = word(noun) == "number" || word(noun) == "total" || word(noun) == "toll";
            if (sum && noun + 1 < at && word(noun + 1) == "of") {
                return std::nullopt;
            }
            return noun;
        } else if (preposition && word(at - step) == "dead") {
            return at - step;  // "the number of the dead at 31"
        } else if (token(at - step).upos == Upos::PUNCT) {
            break;
        }
    }
    return std::nullopt;
}

}  // namespace synoptic
