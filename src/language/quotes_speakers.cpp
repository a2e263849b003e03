// SPDX-License-Identifier: Apache-2.0
#include "language/quotes_speakers.hpp"

#include <algorithm>
#include <initializer_list>

#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t furthest = 30;  // tokens looked at beside a quotation

bool in_list(std::string_view word, std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

CueKind parse_kind(std::string_view cell) {
    return cell == "say"    ? CueKind::say
           : cell == "that" ? CueKind::that
           : cell == "tell" ? CueKind::tell
           : cell == "call" ? CueKind::call
                            : CueKind::manner;
}

bool is_speaker_kind(const Mention& mention) { return mention.kind == MentionKind::pronoun || mention.entity != EntityKind::demonym; }

}  // namespace

CueTable::CueTable() {
    for (const Row& row : load_table("speech_verbs.tsv")) {
        const CueKind kind = parse_kind(row.at(2));
        kinds_.emplace(row.at(0), kind);
        for (std::string_view form : split(row.at(1), '|')) {
            kinds_.emplace(form, kind);
        }
    }
}

CueKind CueTable::kind(const Words& words, std::int64_t i) const {
    std::string_view letters = words.lower(i);
    letters =
        letters.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(letters, is_ascii_alpha) - letters.begin()));  // "said.[2"
    const std::string word(letters);
    if (word.empty()) {
        return CueKind::none;
    }
    const std::string_view next = words.lower(i + 1);
    if (in_list(next, {"out", "on", "of", "for"})) {
        if (const auto two = kinds_.find(word + " " + std::string(next)); two != kinds_.end()) {
            return two->second;
        }
    }
    const auto found = kinds_.find(word);
    if (found == kinds_.end()) {
        return CueKind::none;
    }
    const Upos tag = words.upos(i);
    const bool verb = tag == Upos::X || tag == Upos::VERB || tag == Upos::AUX || word == "said" || word == "says" || word == "told";
    return verb ? found->second : CueKind::none;
}

SpeakerSearch::SpeakerSearch(const Words& words, const CueTable& cues, const std::vector<bool>& in_quote)
    : words_(words), cues_(cues), in_quote_(in_quote), begins_(words.size(), 0), ends_(words.size(), 0), in_time_(words.size(), false) {
    for (const TimeExpression& time : words.document().analysis.times) {
        for (std::uint32_t i = words.document().analysis.token_at(time.span.begin);
             i < words.size() && words.token(i).begin < time.span.end; ++i) {
            in_time_[i] = true;
        }
    }
    const auto& mentions = words.document().analysis.mentions;
    const auto longer = [&](std::uint32_t now, const Mention& mention) {
        return now == 0 || mentions[now - 1].last - mentions[now - 1].first < mention.last - mention.first;
    };
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        const Mention& mention = mentions[m];
        if (mention.first >= mention.last || mention.last > words.size() || !is_speaker_kind(mention)) {
            continue;
        }
        if (longer(begins_[mention.first], mention)) {
            begins_[mention.first] = m + 1;
        }
        if (longer(ends_[mention.last - 1], mention)) {
            ends_[mention.last - 1] = m + 1;
        }
    }
}

const Mention* SpeakerSearch::mention_at(std::uint32_t i) const {
    return i < begins_.size() && begins_[i] != 0 ? &words_.document().analysis.mentions[begins_[i] - 1] : nullptr;
}

const Mention* SpeakerSearch::mention_ending(std::uint32_t i) const {
    return i > 0 && i <= ends_.size() && ends_[i - 1] != 0 ? &words_.document().analysis.mentions[ends_[i - 1] - 1] : nullptr;
}

Attribution SpeakerSearch::from_mention(const Mention& mention, std::uint32_t v) const {
    return {.cue = v < words_.size() ? span_of(words_.token(v)) : Span{}, .speaker = mention.span, .cue_token = v, .chain = mention.chain};
}

Attribution SpeakerSearch::from_words(std::uint32_t first, std::uint32_t last, std::uint32_t v) const {
    return {.cue = span_of(words_.token(v)), .speaker = words_.span(first, last), .cue_token = v, .chain = std::nullopt};
}

/// Adverbs and auxiliaries between a subject and its verb.
bool SpeakerSearch::skipped_before_verb(std::uint32_t i) const {
    const std::string_view word = words_.lower(i);
    if (in_list(word,
                {"has",     "had",  "have",    "also",  "then",  "later",   "once",    "still",  "further",  "would",      "will",
                 "did",     "does", "was",     "is",    "again", "even",    "just",    "simply", "recently", "repeatedly", "nevertheless",
                 "however", "now",  "already", "often", "only",  "angrily", "quietly", "not",    "n't",      "never"})) {
        return true;
    }
    const Upos tag = words_.upos(i);
    return (tag == Upos::ADV || tag == Upos::AUX) || (word.size() > 4 && word.ends_with("ly"));
}

std::optional<Attribution> SpeakerSearch::subject_before(std::uint32_t v) const {
    const std::uint32_t begin = std::max(words_.sentence_begin(v), v > furthest ? v - furthest : 0U);
    std::uint32_t i = v;
    while (i > begin && !in_quote_[i - 1] && skipped_before_verb(i - 1)) {
        --i;
    }
    if (i == begin || in_quote_[i - 1]) {
        return std::nullopt;
    }
    if (const Mention* mention = mention_ending(i)) {
        return from_mention(*mention, v);
    }
    const std::string_view before = words_.lower(i - 1);
    if (before == "who" || before == "which" || before == "that") {
        const std::uint32_t k = i >= begin + 2 && words_.at(i - 2) == "," ? i - 2 : i - 1;
        if (const Mention* mention = mention_ending(k); mention != nullptr && k > begin) {
            return from_mention(*mention, v);
        }
    }
    // "Joseph, who has four children, said": the first mention after the clause's beginning that stands before a comma
    std::uint32_t clause = i;
    while (clause > begin && !in_quote_[clause - 1] && !in_list(words_.at(clause - 1), {";", ":"}) &&
           !is_double_quote(words_.at(clause - 1))) {
        --clause;
    }
    if (before == "," || before == ")" || before == "and" || before == "but") {
        for (std::uint32_t k = clause; k < i; ++k) {
            if (const Mention* mention = mention_at(k); mention != nullptr && mention->last <= i) {
                const std::string_view left = k > begin ? words_.lower(k - 1) : std::string_view{};
                if (mention->entity != EntityKind::place &&
                    !in_list(left, {"of", "in", "to", "by", "with", "from", "at", "on", "for", "against", "about", "after", "before"})) {
                    return from_mention(*mention, v);
                }
            }
        }
    }
    // no mention: the noun phrase just before the verb
    std::uint32_t first = i;
    while (
        first > clause && i - first < 8 &&
        (words_.is_word(first - 1) || words_.at(first - 1) == "-" || is_apostrophe(words_.at(first - 1))) &&
        !in_list(words_.lower(first - 1), {"that", "and", "but", "as", "when", "because", "while", "which", "who", "to", "with", "if"})) {
        --first;
    }
    const bool noun = i > first && (words_.upos(i - 1) == Upos::NOUN || words_.upos(i - 1) == Upos::PROPN ||
                                    words_.upos(i - 1) == Upos::PRON || words_.upos(i - 1) == Upos::X || words_.capital(i - 1));
    return noun ? std::optional(from_words(first, i, v)) : std::nullopt;
}

std::optional<Attribution> SpeakerSearch::subject_after(std::uint32_t v) const {
    const std::uint32_t end = std::min(words_.sentence_end(v), v + furthest);
    const std::uint32_t i = v + 1;
    if (i >= end || in_quote_[i] || in_time_[i]) {
        return std::nullopt;
    }
    for (std::uint32_t k = i; k < end && k < i + 7 && !in_quote_[k]; ++k) {
        if (const Mention* mention = mention_at(k); mention != nullptr && mention->kind != MentionKind::pronoun) {
            return from_mention(*mention, v);
        }
        if (const Mention* mention = mention_at(k); mention != nullptr && k == i && in_list(words_.lower(k), {"he", "she", "they", "it"})) {
            return from_mention(*mention, v);
        }
        const bool modifier = words_.is_word(k) || words_.at(k) == "-" || (!words_.at(k).empty() && is_ascii_digit(words_.at(k).front()));
        if (!modifier ||
            in_list(words_.lower(k), {"in", "on", "at", "to", "that", "when", "after", "of", "for", "with", "during", "as", "about"})) {
            break;
        }
    }
    std::uint32_t last = i;
    while (last < end && last < i + 8 && !in_quote_[last] && words_.is_word(last) &&
           !in_list(words_.lower(last), {"in", "on", "at", "to", "that", "when", "after", "who", "during", "as"})) {
        ++last;
    }
    const Upos tag = last > i ? words_.upos(last - 1) : Upos::ADV;
    if (last > i && (tag == Upos::X || tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::PRON) &&
        (words_.capital(i) ||
         in_list(words_.lower(i), {"the", "a", "an", "one", "another", "some", "he", "she", "they", "his", "her", "i", "we"}) ||
         tag == Upos::NOUN)) {
        return from_words(i, last, v);
    }
    return std::nullopt;
}

/// The mention that a subject token stands for: the longest that holds it, or the name that its title goes with.
const Mention* SpeakerSearch::mention_of(std::uint32_t token) const {
    const auto& mentions = words_.document().analysis.mentions;
    const Mention* best = nullptr;
    for (std::uint32_t k = token + 1; k-- > 0 && k + 12 > token;) {
        if (begins_[k] != 0) {
            const Mention& mention = mentions[begins_[k] - 1];
            if (mention.last > token && (mention.head == token || mention.kind == MentionKind::name || k == token) &&
                (best == nullptr || mention.last - mention.first > best->last - best->first)) {
                best = &mention;
            }
        }
    }
    for (std::uint32_t k = token + 1; best == nullptr && k < std::min(words_.size(), token + 5); ++k) {
        const Token& part = words_.token(k);
        if (part.head < static_cast<std::int32_t>(token) ||
            !(part.deprel == Deprel::flat || part.deprel == Deprel::appos || part.deprel == Deprel::compound)) {
            break;
        }
        best = mention_at(k);
    }
    return best;
}

/// The subject that the parse gives the verb.
std::optional<Attribution> SpeakerSearch::subject_by_parse(std::uint32_t v) const {
    const std::uint32_t begin = std::max(words_.sentence_begin(v), v > furthest ? v - furthest : 0U);
    const std::uint32_t end = std::min(words_.sentence_end(v), v + furthest);
    for (std::uint32_t k = begin; k < end; ++k) {
        const Token& token = words_.token(k);
        if (token.head != static_cast<std::int32_t>(v) || in_quote_[k] ||
            !(token.deprel == Deprel::nsubj || (token.deprel == Deprel::nsubj_pass && k < v))) {
            continue;
        }
        std::uint32_t subject = k;
        if (in_list(words_.lower(k), {"who", "which", "that"}) && words_.token(v).head != no_head) {
            subject = static_cast<std::uint32_t>(words_.token(v).head);
            if (subject < begin || subject >= end) {
                return std::nullopt;
            }
        }
        if (const Mention* mention = mention_of(subject)) {
            return from_mention(*mention, v);
        }
        std::uint32_t first = subject;
        while (first > begin && first + 6 > subject && words_.token(first - 1).head == static_cast<std::int32_t>(subject) &&
               !in_quote_[first - 1] && (words_.is_word(first - 1) || words_.at(first - 1) == "-")) {
            --first;
        }
        return from_words(first, subject + 1, v);
    }
    return std::nullopt;
}

/// "He praised the talks, noting that ...": a participle takes the subject of the verb above it.
std::optional<Attribution> SpeakerSearch::subject_of_participle(std::uint32_t v) const {
    std::uint32_t at = v;
    for (int steps = 0; steps < 4; ++steps) {
        const std::int32_t head = words_.token(at).head;
        if (head == no_head || words_.sentence(static_cast<std::uint32_t>(head)) != words_.sentence(v)) {
            break;
        }
        at = static_cast<std::uint32_t>(head);
        if (auto found = subject_by_parse(at)) {
            found->cue = span_of(words_.token(v));
            found->cue_token = v;
            return found;
        }
    }
    return std::nullopt;
}

std::optional<Attribution> SpeakerSearch::subject(std::uint32_t v) const {
    const std::uint32_t next = v + 1;
    const auto parsed = subject_by_parse(v);
    if (!parsed && words_.lower(v).ends_with("ing")) {
        return subject_of_participle(v);
    }
    const bool may_be_inverse = next < words_.size() && !in_quote_[next] && words_.is_word(next) &&
                                (v == words_.sentence_begin(v) || in_quote_[v - 1] || (!words_.is_word(v - 1) && words_.at(v - 1) != ")"));
    const bool parsed_after = parsed && parsed->speaker.begin > words_.token(v).begin;
    if (may_be_inverse && !parsed_after && !(parsed && words_.at(v - 1) == ",")) {
        if (auto found = subject_after(v)) {
            return found;
        }
    }
    return parsed ? parsed : subject_before(v);
}

std::optional<Attribution> SpeakerSearch::after(std::uint32_t i) const {
    std::uint32_t k = i;
    const std::uint32_t limit = std::min(words_.size(), i + furthest);
    bool dash = false;
    while (k < limit && (words_.at(k) == "," || is_double_quote(words_.at(k)) || is_dash(words_.at(k)) || words_.at(k) == "\u2015")) {
        dash = dash || is_dash(words_.at(k)) || words_.at(k) == "\u2015";
        ++k;
    }
    if (k >= limit || in_quote_[k]) {
        return std::nullopt;
    }
    const std::uint32_t end = std::min(limit, words_.sentence_end(k));
    if (words_.lower(k) == "according" && words_.lower(k + 1) == "to") {
        if (auto found = subject_after(k + 1)) {
            found->cue = words_.span(k, k + 2);
            return found;
        }
    }
    if (dash) {
        const Mention* mention = mention_at(k);
        if (mention != nullptr && mention->kind == MentionKind::name && (mention->last >= end || !words_.is_word(mention->last))) {
            return Attribution{.cue = {}, .speaker = mention->span, .cue_token = k, .chain = mention->chain};
        }
    }
    for (std::uint32_t v = k; v < end && !in_quote_[v]; ++v) {
        const CueKind kind = cues_.kind(words_, v);
        if (kind == CueKind::none || kind == CueKind::call) {
            if (words_.at(v) == ";" || words_.at(v) == ":" || is_double_quote(words_.at(v))) {
                break;
            }
            continue;
        }
        if (words_.lower(v).ends_with("ing")) {
            return subject(v);
        }
        if (v == k || (v == k + 1 && skipped_before_verb(k))) {
            if (auto found = subject_after(v)) {
                return found;
            }
        }
        if (auto found = subject_before(v)) {
            return found;
        }
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Attribution> SpeakerSearch::before(std::uint32_t i) const {
    const std::uint32_t begin = std::max(words_.sentence_begin(i), i > furthest ? i - furthest : 0U);
    std::optional<Attribution> naming;  // by a verb that names ("called it"); a verb of saying goes before it
    for (std::uint32_t v = i; v-- > begin;) {
        if (in_quote_[v] || words_.at(v) == ";") {
            break;
        }
        const CueKind kind = cues_.kind(words_, v);
        if (kind == CueKind::none) {
            continue;
        }
        auto found = subject(v);
        if (!words_.lower(v).ends_with("ing") && (!found || found->speaker.end > words_.token(i).begin)) {
            found = subject_before(v);
        }
        if (found && kind == CueKind::call) {
            naming = naming ? naming : found;
        } else if (found) {
            return found;
        }
    }
    return naming;
}

std::optional<Attribution> SpeakerSearch::in_sentence(std::uint32_t i) const {
    if (auto found = before(i)) {
        return found;
    }
    const std::uint32_t end = std::min(words_.sentence_end(i), i + 2 * furthest);
    for (std::uint32_t v = i; v < end; ++v) {
        if (in_quote_[v]) {
            continue;
        }
        if (words_.lower(v) == "according" && words_.lower(v + 1) == "to") {
            if (auto found = subject_after(v + 1)) {
                found->cue = words_.span(v, v + 2);
                return found;
            }
        }
        const CueKind kind = cues_.kind(words_, v);
        if (kind == CueKind::say || kind == CueKind::tell) {
            if (auto found = subject(v)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

std::optional<Attribution> SpeakerSearch::topic(std::uint32_t sentence) const {
    const auto& sentences = words_.document().analysis.sentences;
    if (sentence >= sentences.size()) {
        return std::nullopt;
    }
    const std::uint32_t end = std::min(sentences[sentence].last, sentences[sentence].first + 2 * furthest);
    const Mention* other = nullptr;
    for (std::uint32_t k = sentences[sentence].first; k < end; ++k) {
        const Mention* mention = in_quote_[k] ? nullptr : mention_at(k);
        if (mention == nullptr) {
            continue;
        }
        const bool possessor = words_.at(mention->last) == "'s" || words_.at(mention->last) == "\u2019s";
        if (mention->entity == EntityKind::person && !possessor) {
            return Attribution{.cue = {}, .speaker = mention->span, .cue_token = k, .chain = mention->chain};
        }
        if (other == nullptr && (mention->entity == EntityKind::organization || mention->entity == EntityKind::group)) {
            other = mention;
        }
    }
    if (other != nullptr) {
        return Attribution{.cue = {}, .speaker = other->span, .cue_token = other->first, .chain = other->chain};
    }
    return std::nullopt;
}

}  // namespace synoptic
