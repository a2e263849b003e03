// SPDX-License-Identifier: Apache-2.0
#include "language/times.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "language/names_words.hpp"
#include "language/times_reader.hpp"

namespace synoptic {

struct TimeFinder::Tables {
    Holidays holidays;
};

TimeFinder::TimeFinder() : tables_(std::make_unique<Tables>()) {}
TimeFinder::~TimeFinder() = default;
TimeFinder::TimeFinder(TimeFinder&&) noexcept = default;
TimeFinder& TimeFinder::operator=(TimeFinder&&) noexcept = default;

namespace {

constexpr std::uint32_t furthest_verb = 20;  // tokens

bool in_list(std::string_view word, std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

/// Tells past from future by the verb nearest to an expression.
class TenseReader {
public:
    explicit TenseReader(const Words& words) : words_(words) {}

    [[nodiscard]] Direction at(std::uint32_t byte) const {
        const std::uint32_t token = words_.document().analysis.token_at(byte);
        if (token >= words_.size()) {
            return Direction::unknown;
        }
        const std::uint32_t begin = std::max(words_.sentence_begin(token), token > furthest_verb ? token - furthest_verb : 0U);
        const std::uint32_t end = std::min(words_.sentence_end(token), token + furthest_verb);
        const bool possessive = words_.at(token + 1) == "'s" || words_.at(token + 1) == "\u2019s";
        for (std::uint32_t k = token; k-- > begin;) {
            if (words_.at(k) == ";" || is_double_quote(words_.at(k))) {
                break;
            }
            if (possessive && words_.token(k).features.verb_form == VerbForm::inf) {
                continue;  // "came back to denounce Tuesday's talks"
            }
            if (is_verb(k)) {
                return calls_for(k, token) ? Direction::unknown : of_verb(k, begin, token);
            }
        }
        for (std::uint32_t k = token + 1; k < end; ++k) {
            if (is_double_quote(words_.at(k))) {
                break;
            }
            if (is_verb(k)) {
                return of_verb(k, begin, token);
            }
        }
        return Direction::unknown;
    }

private:
    [[nodiscard]] bool is_verb(std::uint32_t k) const {
        if (words_.tagged()) {
            const Upos tag = words_.upos(k);
            return tag == Upos::VERB || tag == Upos::AUX || in_list(words_.lower(k), {"due", "scheduled", "planned", "expected"});
        }
        const std::string_view word = words_.lower(k);
        return in_list(word, {"will",      "would",    "is",   "was",  "were", "are",   "has",    "had",  "have",  "due",
                              "scheduled", "expected", "said", "says", "told", "began", "begins", "met",  "meets", "fell",
                              "ran",       "came",     "took", "went", "left", "gave",  "made",   "held", "put"}) ||
               (word.size() > 4 && word.ends_with("ed"));
    }

    /// "called for a strike on Saturday": the call or the strike.
    [[nodiscard]] bool calls_for(std::uint32_t verb, std::uint32_t token) const {
        return verb + 1 < token && in_list(words_.lower(verb), {"called", "calls", "calling"}) && words_.lower(verb + 1) == "for";
    }

    /// "ordered the quay to be cleared on Sunday": an infinitive after these tells what came about, when they are told.
    [[nodiscard]] bool came_about(std::uint32_t to, std::uint32_t begin) const {
        constexpr std::uint32_t reach = 6;  // tokens
        for (std::uint32_t k = to; k-- > begin && to - k <= reach;) {
            if (is_verb(k)) {
                return in_list(words_.lower(k),
                               {"ordered", "forced", "compelled", "began", "started", "tried", "managed", "failed", "helped", "came",
                                "went", "used", "rushed", "refused", "seemed", "appeared", "dared", "allowed"});
            }
        }
        return false;
    }

    /// `own`: the token of the time expression, whose "May" is no verb.
    [[nodiscard]] Direction of_verb(std::uint32_t verb, std::uint32_t begin, std::uint32_t own) const {
        bool past = false;
        for (std::uint32_t k = verb + 1; k-- > begin && verb - k < 6;) {
            if (k == own) {
                continue;
            }
            const std::string_view word = words_.lower(k);
            if (in_list(word, {"will", "wo", "'ll", "\u2019ll", "shall", "would", "due", "scheduled", "planned", "expected", "set", "plans",
                               "going", "may", "might", "can", "could", "should", "must"})) {
                return Direction::future;
            }
            if (word == "to" && k < verb && words_.upos(k) != Upos::ADP) {
                if (came_about(k, begin)) {
                    return Direction::past;
                }
                return in_list(words_.lower(k > begin ? k - 1 : k), {"had", "have", "has"}) || k == begin || words_.lower(k - 1) != "was"
                           ? Direction::future
                           : Direction::past;
            }
            if (in_list(word, {"was", "were", "had", "did", "been"}) || (k < verb && in_list(word, {"has", "have", "'ve", "'d"}))) {
                past = true;
                break;
            }
            const Upos tag = words_.upos(k);
            if (k != verb && tag != Upos::AUX && tag != Upos::PART && tag != Upos::ADV && tag != Upos::VERB) {
                break;
            }
        }
        if (past) {
            return Direction::past;
        }
        const Token& token = words_.token(verb);
        if (token.features.tense == Tense::past || (token.features.verb_form == VerbForm::part && token.features.tense != Tense::pres)) {
            return Direction::past;
        }
        if (token.features.tense == Tense::pres && token.features.verb_form == VerbForm::fin) {
            const std::string_view word = words_.lower(verb);
            const bool telling = in_list(word, {"says", "say", "tells", "reports", "writes", "remains", "has", "have", "shows"});
            return telling ? Direction::past : Direction::future;
        }
        if (token.features.verb_form == VerbForm::inf) {
            return Direction::future;
        }
        const std::string_view word = words_.lower(verb);
        return !words_.tagged() && in_list(word, {"is", "are", "begins", "meets"}) ? Direction::future : Direction::past;
    }

    const Words& words_;
};

TimeExpression to_expression(const Hit& hit, std::size_t begin, const std::vector<Lexeme>& lexemes, bool published) {
    TimeExpression time{.span = {lexemes[begin].span.begin, lexemes[hit.next - 1].span.end},
                        .kind = hit.kind,
                        .value = {},
                        .reason = !published && hit.reason == "publication date" ? "day given by the user" : hit.reason,
                        .date = std::nullopt,
                        .first_day = std::nullopt,
                        .last_day = std::nullopt,
                        .ends = {}};
    if (hit.period) {
        time.date = hit.period->date();
        time.first_day = from_days(hit.period->first);
        time.last_day = from_days(hit.period->last);
        time.value = hit.period->value + hit.value;
    } else {
        time.value = hit.value;
    }
    for (const Hit& end : hit.ends) {
        time.ends.push_back(to_expression(end, end.begin, lexemes, published));
    }
    return time;
}

}  // namespace

void TimeFinder::find(Document& document) const {
    auto& times = document.analysis.times;
    times.clear();
    const Words words(document);
    std::vector<Lexeme> lexemes;
    for (std::uint32_t s = 0; s < document.analysis.sentences.size(); ++s) {
        cut_lexemes(document.text, document.analysis.sentences[s].span, s, lexemes);
    }
    const std::optional<Date> stated = document.published ? std::optional(document.published->date) : document.reference_day;
    const std::optional<std::int32_t> published = stated && stated->has_day() ? std::optional(to_days(*stated)) : std::nullopt;
    const TenseReader tense(words);
    TimeReader reader(lexemes, tables_->holidays, published, [&](const Lexeme& lexeme) { return tense.at(lexeme.span.begin); });
    for (std::size_t i = 0; i < lexemes.size();) {
        const Hit hit = reader.read(i);
        if (!hit) {
            ++i;
            continue;
        }
        times.push_back(to_expression(hit, i, lexemes, document.published.has_value()));
        reader.note(hit, i);
        i = hit.next;
    }
}

}  // namespace synoptic
