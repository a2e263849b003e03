// SPDX-License-Identifier: Apache-2.0
#include "coding/sentence_coder.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "coding/matching.hpp"
#include "coding/participants.hpp"

namespace synoptic {
namespace {

class SentenceCoder {
public:
    SentenceCoder(const Tree& tree, std::uint32_t sentence, const Grammar& grammar, const ActorCoder& actors)
        : tree_(tree), sentence_(sentence), grammar_(grammar), actors_(actors) {}

    CodedEvent event_of(const FrameMatch& match) const {
        const Frame& frame = *match.frame;
        const Predication& p = match.predication;
        CodedEvent event;
        event.sentence = sentence_;
        event.trigger = p.trigger;
        event.evidence = clause_span(p);
        event.type = frame.type;
        event.mode = frame.mode;
        event.cameo = frame.cameo;
        event.frame = frame.id;
        set_status(event, match);
        Parties parties = parties_of(tree_, grammar_, actors_, match);
        event.source = std::move(parties.source);
        event.target = std::move(parties.target);
        event.reciprocal = parties.mutual;
        event.object = object_of(event, p);
        event.place = place_of(p);
        event.time = time_of(event, p);
        if (event.status == Status::happened && event.time && !match.standing.negated && is_future(*event.time, p)) {
            event.status = Status::planned;
        }
        attribute(event, match.standing);
        return event;
    }

private:
    [[nodiscard]] const Document& document() const { return tree_.document(); }

    static void set_status(CodedEvent& event, const FrameMatch& match) {
        const Standing& standing = match.standing;
        const Frame& frame = *match.frame;
        event.status = further(standing.status, frame.status);
        if (!standing.negated) {
            return;
        }
        if (frame.only_negated || !frame.negated_type.empty()) {
            // "will not pay" is a refusal that has been spoken
            if (!frame.only_negated) {
                event.type = frame.negated_type;
                event.cameo = frame.negated_cameo;
                event.mode.clear();
            }
            if (standing.future || event.status == Status::planned) {
                event.status = frame.status;
            }
        } else {
            event.status = Status::denied;
        }
    }

    /// The clause that reports the event: everything under its verb and, where that is a conjunct or complement without subject, the clause
    /// above.
    [[nodiscard]] Span clause_span(const Predication& p) const {
        TokenIndex at = p.clause;
        for (int steps = 0; steps < 8; ++steps) {
            const Deprel r = tree_.relation(at);
            const TokenIndex above = tree_.head(at);
            const bool own_subject = tree_.child(at, Deprel::nsubj) != no_token || tree_.child(at, Deprel::nsubj_pass) != no_token;
            const bool verbal = tree_.upos(at) == Upos::VERB || tree_.child(at, Deprel::cop) != no_token;
            if (above == no_token || (verbal && own_subject && r != Deprel::xcomp) || (verbal && r == Deprel::acl_relcl)) {
                break;
            }
            at = above;
        }
        Span span = tree_.extent(at);
        const Span whole = document().analysis.sentences[sentence_].span;
        return {std::max(span.begin, whole.begin), std::min(span.end, whole.end)};
    }

    [[nodiscard]] Span object_of(const CodedEvent& event, const Predication& p) const {
        const TokenIndex comp = p.find(grammar_.comp);
        if (comp != no_token) {
            return tree_.extent(comp);
        }
        const TokenIndex object = p.find(grammar_.obj);
        const auto is_object = [&](const Participant& each) { return each.head == object; };
        if (object == no_token || std::ranges::any_of(event.target, is_object) || std::ranges::any_of(event.source, is_object)) {
            return {};
        }
        return tree_.noun_phrase(object);
    }

    [[nodiscard]] bool names_place(TokenIndex noun) const {
        const Span span = span_of(tree_.token(noun));
        const auto& entities = document().analysis.entities;
        const auto found = std::ranges::lower_bound(entities, span.begin, {}, [](const Entity& e) { return e.span.end; });
        for (auto each = found; each != entities.end() && each->span.begin <= span.begin; ++each) {
            if (each->span.overlaps(span)) {
                return each->kind == EntityKind::place || each->kind == EntityKind::country;
            }
        }
        return false;
    }

    [[nodiscard]] Span place_of(const Predication& p) const {
        for (const TokenIndex base : {p.trigger, p.clause}) {
            for (const TokenIndex each : tree_.children(base)) {
                if (tree_.relation(each) != Deprel::obl && tree_.relation(each) != Deprel::nmod) {
                    continue;
                }
                const TokenIndex preposition = tree_.preposition(each);
                if (preposition == no_token) {
                    continue;
                }
                const std::string_view lemma = tree_.lemma(preposition);
                if (lemma != "in" && lemma != "at" && lemma != "near" && lemma != "outside") {
                    continue;
                }
                if (names_place(each)) {
                    return tree_.noun_phrase(each);
                }
                for (const TokenIndex inner : tree_.children(each)) {
                    if ((tree_.relation(inner) == Deprel::nmod || tree_.relation(inner) == Deprel::appos ||
                         tree_.relation(inner) == Deprel::compound) &&
                        names_place(inner)) {
                        return tree_.noun_phrase(each);
                    }
                }
            }
        }
        return {};
    }

    /// The nearest time expression of the clause.
    [[nodiscard]] std::optional<std::uint32_t> time_of(const CodedEvent& event, const Predication& p) const {
        const auto& times = document().analysis.times;
        const std::uint32_t at = tree_.token(p.trigger).begin;
        const std::uint32_t clause_at = tree_.token(p.clause).begin;
        std::optional<std::uint32_t> best;
        std::uint32_t best_distance = std::numeric_limits<std::uint32_t>::max();
        const auto first = std::ranges::lower_bound(times, event.evidence.begin, {}, [](const TimeExpression& t) { return t.span.end; });
        for (auto each = first; each != times.end() && each->span.begin < event.evidence.end; ++each) {
            if (each->kind != TimeKind::date && each->kind != TimeKind::time) {
                continue;
            }
            const auto away = [&](std::uint32_t from) {
                return each->span.begin > from ? each->span.begin - from : from - each->span.begin;
            };
            const std::uint32_t distance = std::min(away(at), away(clause_at));
            if (distance < best_distance) {
                best_distance = distance;
                best = static_cast<std::uint32_t>(each - times.begin());
            }
        }
        return best;
    }

    /// "The group meets on Monday": the present tense with a day after the publication tells a plan.
    [[nodiscard]] bool is_future(std::uint32_t time, const Predication& p) const {
        const TimeExpression& when = document().analysis.times[time];
        const Features features = tree_.token(p.clause).features;
        if (features.tense == Tense::past || features.verb_form != VerbForm::fin || tree_.upos(p.clause) != Upos::VERB ||
            tree_.child(p.clause, Deprel::aux) != no_token) {
            return false;
        }
        const std::optional<Date>& day = when.first_day ? when.first_day : when.date;
        const bool later = day && document().published && document().published->date < *day;
        const bool weekday = document().view(when.span).ends_with("day") && tree_.text(tree_.last() - 1) == ".";  // no headline
        return features.tense == Tense::pres && (later || weekday);
    }

    void attribute(CodedEvent& event, const Standing& standing) const {
        for (const TokenIndex speaker : standing.speakers) {
            add_participants(tree_, grammar_, actors_, speaker, event.said_by);
        }
        const std::uint32_t at = tree_.token(event.trigger).begin;
        for (const Quote& quote : document().analysis.quotes) {
            if (quote.span.begin > at) {
                break;
            }
            if (!quote.content.contains(at) || quote.kind == QuoteKind::indirect) {
                continue;
            }
            event.in_quotation = true;
            if (event.said_by.empty() && !quote.speaker.empty()) {
                const std::uint32_t token = document().analysis.token_at(quote.speaker.begin);
                if (token < document().analysis.tokens.size()) {
                    event.said_by.push_back({.span = quote.speaker, .head = speaker_head(quote.speaker, token), .code = {}});
                }
            }
            break;
        }
    }

    /// The token of the speaker's words that governs the others.
    [[nodiscard]] TokenIndex speaker_head(Span words, std::uint32_t first) const {
        const auto& tokens = document().analysis.tokens;
        TokenIndex head = first;
        for (TokenIndex i = first; i < tokens.size() && tokens[i].begin < words.end; ++i) {
            const std::int32_t above = tokens[i].head;
            const bool outside = above < 0 || static_cast<std::size_t>(above) >= tokens.size() ||
                                 !words.covers(span_of(tokens[static_cast<std::size_t>(above)]));
            if (outside) {
                head = i;
                break;
            }
        }
        return head;
    }

    const Tree& tree_;
    std::uint32_t sentence_;
    const Grammar& grammar_;
    const ActorCoder& actors_;
};

}  // namespace

void code_sentence(const Tree& tree, std::uint32_t sentence, const Grammar& grammar, const ActorCoder& actors,
                   std::vector<CodedEvent>& events) {
    const SentenceCoder coder(tree, sentence, grammar, actors);
    for (const FrameMatch& match : match_sentence(tree, grammar)) {
        CodedEvent event = coder.event_of(match);
        if (event.evidence.empty()) {
            continue;
        }
        events.push_back(std::move(event));
    }
}

}  // namespace synoptic
