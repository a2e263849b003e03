// SPDX-License-Identifier: Apache-2.0
#include "situation/statements.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/text.hpp"
#include "situation/clauses.hpp"
#include "situation/quotations.hpp"

namespace synoptic {

namespace {

constexpr std::array<std::string_view, 9> negations = {"not", "n't", "never", "no", "neither", "nor", "none", "nobody", "nothing"};
constexpr std::array<std::string_view, 7> failing_verbs = {"fail", "refuse", "decline", "avoid", "neglect", "cancel", "prevent"};
constexpr std::array<std::string_view, 6> planning_words = {"will", "shall", "plan", "intend", "expect", "schedule"};
constexpr std::array<std::string_view, 6> doubting_words = {"would", "could", "may", "might", "should", "can"};
constexpr std::array<std::string_view, 5> conditional_marks = {"if", "unless", "whether", "should", "lest"};

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
    return std::ranges::find(words, word) != words.end();
}

void sort_unique(std::vector<std::uint32_t>& list) {
    std::ranges::sort(list);
    list.erase(std::ranges::unique(list).begin(), list.end());
}

/// Makes the statements of one document.
class Reader {
public:
    Reader(const StoryInput& input, std::uint32_t number, const Cast& cast, const Synonyms& synonyms, Facts& facts)
        : input_(input), number_(number), document_(input.documents[number]), cast_(cast), synonyms_(synonyms), facts_(facts),
          clauses_(document_.analysis) {}

    void run() {
        for (std::uint32_t sentence = 0; sentence < document_.analysis.sentences.size(); ++sentence) {
            read_sentence(sentence);
        }
    }

private:
    const Token& token(std::uint32_t at) const { return document_.analysis.tokens[at]; }
    std::string lemma(std::uint32_t at) const { return lemma_of(document_, at); }

    void read_sentence(std::uint32_t sentence) {
        const Sentence& range = document_.analysis.sentences[sentence];
        if (range.first >= range.last) {
            return;
        }
        const std::vector<Term> terms = read_terms(document_, number_, after_dateline(range), range.last, cast_, synonyms_, facts_.terms);
        const std::size_t begin = facts_.statements.size();
        constexpr std::uint32_t short_sentence = 12;  // tokens; it leans on the sentence before it
        const bool leans =
            range.last - range.first < short_sentence && sentence > 0 && document_.analysis.sentences[sentence - 1].block == range.block;
        mark_numeric(terms, sentence);
        for (const Clause& clause : clauses_.of_sentence(range)) {
            Statement statement{.document = number_,
                                .sentence = sentence,
                                .head = clause.head,
                                .first = clause.tokens.front(),
                                .last = clause.tokens.back() + 1};
            while (statement.first + 1 < statement.last && token(statement.first).upos == Upos::CCONJ) {
                ++statement.first;
            }
            statement.span = {token(statement.first).begin, token(statement.last - 1).end};
            statement.predicate = facts_.terms.intern(lemma(clause.head));
            for (const Term& term : terms) {
                const bool own = std::ranges::binary_search(clause.tokens, term.token);
                (own ? statement.terms : statement.around).push_back(term.id);
                if (term.token == clause.head) {
                    statement.predicate = term.id;
                    statement.predicate_is_phrase = facts_.terms.view(term.id) != lemma(clause.head);
                } else if (token(term.token).head == static_cast<std::int32_t>(clause.head)) {
                    statement.nouns.emplace_back(term.token, term.id);
                }
            }
            add_antecedent(statement, terms);
            const std::vector<std::uint32_t> happenings = synonyms_.happenings(document_, clause.tokens, facts_.terms);
            statement.terms.insert(statement.terms.end(), happenings.begin(), happenings.end());
            statement.leans = leans;
            if (leans) {
                statement.around.insert(statement.around.end(), before_.begin(), before_.end());
            }
            sort_unique(statement.terms);
            sort_unique(statement.around);
            for (std::uint32_t at : clause.tokens) {
                if (const auto actor = cast_.at(number_, at)) {
                    statement.actors.push_back(*actor);
                }
            }
            sort_unique(statement.actors);
            for (std::uint32_t subject : clauses_.agents(clause.head)) {
                const std::vector<std::uint32_t> several = cast_.all_at(number_, subject);
                if (several.size() > 1) {
                    statement.agents.insert(statement.agents.end(), several.begin(), several.end());
                } else if (const auto actor = actor_of_phrase(subject)) {
                    statement.agents.push_back(*actor);
                }
            }
            if (statement.agents.empty()) {
                find_lost_agent(statement, range);
            }
            sort_unique(statement.agents);
            for (std::uint32_t actor : statement.agents) {  // "which had asked": the antecedent belongs to what is said
                statement.terms.push_back(facts_.terms.intern(fmt::format("@{}", actor)));
            }
            sort_unique(statement.terms);
            read_quantities(statement, clause);
            read_times(statement, clause);
            read_status(statement, clause);
            read_source(statement);
            facts_.statements.push_back(std::move(statement));
        }
        inherit_agents(begin);
        before_.clear();
        std::ranges::transform(terms, std::back_inserter(before_), &Term::id);
        facts_.of_sentence.emplace(std::pair(number_, sentence), std::pair(begin, facts_.statements.size()));
    }

    /// The first token behind "CORVAL, May 12 (Valley Press) -", which tells of nothing; the sentence's first where there is no dateline.
    std::uint32_t after_dateline(const Sentence& range) const {
        const std::vector<TimeExpression>& times = document_.analysis.times;
        const auto begin_of = [](const TimeExpression& time) { return time.span.begin; };
        auto dateline = std::ranges::lower_bound(times, range.span.begin, {}, begin_of);
        while (dateline != times.end() && dateline->span.begin < range.span.end && !in_dateline(document_, *dateline)) {
            ++dateline;
        }
        if (dateline == times.end() || dateline->span.begin >= range.span.end) {
            return range.first;
        }
        std::uint32_t at = document_.analysis.token_at(dateline->span.begin);
        while (at < range.last && document_.view(token(at)) != "-" && document_.view(token(at)) != "\u2013" &&
               document_.view(token(at)) != "\u2014" && document_.view(token(at)) != "--") {
            ++at;
        }
        return at + 1 < range.last ? at + 1 : range.first;
    }

    /// "the agreement, which was signed": what a relative pronoun stands for is said to be signed.
    void add_antecedent(Statement& statement, const std::vector<Term>& terms) const {
        const Token& head = token(statement.head);
        if (head.deprel != Deprel::acl_relcl || head.head < 0) {
            return;
        }
        const auto antecedent = std::ranges::find(terms, static_cast<std::uint32_t>(head.head), &Term::token);
        for (const std::uint32_t child : clauses_.children(statement.head)) {
            const std::string word = lemma(child);
            const bool relative = word == "which" || word == "that" || word == "who" || word == "whom";
            if (relative && token(child).upos == Upos::PRON && antecedent != terms.end()) {
                statement.terms.push_back(antecedent->id);
                statement.nouns.emplace_back(child, antecedent->id);
                return;
            }
        }
    }

    /// A clause without a subject of its own has that of the clause it hangs on: "Pelagora filed suit, asking the judges ...".
    void inherit_agents(std::size_t begin) {
        for (std::size_t i = begin; i < facts_.statements.size(); ++i) {
            Statement& statement = facts_.statements[i];
            const Token& head = token(statement.head);
            const bool shares = head.deprel == Deprel::conj || head.deprel == Deprel::advcl || head.deprel == Deprel::xcomp;
            const bool own = std::ranges::any_of(clauses_.children(statement.head), [&](std::uint32_t child) {
                return token(child).deprel == Deprel::nsubj || token(child).deprel == Deprel::nsubj_pass ||
                       token(child).deprel == Deprel::aux_pass;
            });
            const bool participle =
                head.features.verb_form == VerbForm::part && head.features.tense == Tense::past && head.deprel != Deprel::conj;
            if (!statement.agents.empty() || !shares || own || participle || head.head < 0) {
                continue;
            }
            for (std::size_t j = begin; j < facts_.statements.size(); ++j) {
                if (facts_.statements[j].head == static_cast<std::uint32_t>(head.head)) {
                    statement.agents = facts_.statements[j].agents;
                }
            }
        }
    }

    /// A subject that the parse has lost: the antecedent right before "who" or "which", or the name that opens the sentence before a comma
    /// ("Pelagora, whose islands straddle the western approach, has asked ...").
    void find_lost_agent(Statement& statement, const Sentence& range) const {
        const std::string opening = lemma(statement.first);
        if (opening == "who" || opening == "which") {
            for (std::uint32_t at = statement.first; at > range.first && statement.first - at < 4;) {
                if (const auto actor = cast_.at(number_, --at)) {
                    statement.agents.push_back(*actor);
                    return;
                }
            }
            return;
        }
        const Token& head = token(statement.head);
        const bool main = head.deprel == Deprel::root || head.deprel == Deprel::conj || head.deprel == Deprel::parataxis;
        const bool passive = std::ranges::any_of(clauses_.children(statement.head), [&](std::uint32_t child) {
            return token(child).deprel == Deprel::aux_pass || token(child).deprel == Deprel::nsubj_pass ||
                   token(child).deprel == Deprel::nsubj;
        });
        const bool bare_participle =
            head.features.verb_form == VerbForm::part && std::ranges::none_of(clauses_.children(statement.head), [&](std::uint32_t child) {
                return token(child).deprel == Deprel::aux || token(child).deprel == Deprel::obj || token(child).deprel == Deprel::ccomp;
            });
        if (passive || bare_participle || head.upos != Upos::VERB || statement.infinitive) {
            return;
        }
        // a name right before the verb: "On Monday | Pelagora | filed"
        std::uint32_t before = statement.head;
        while (before > range.first && (token(before - 1).upos == Upos::AUX || token(before - 1).upos == Upos::ADV)) {
            --before;
        }
        // "whose minister, Ilse Brandt, | had proposed": an apposition between commas
        if (before > range.first + 1 && document_.view(token(before - 1)) == "," && cast_.at(number_, before - 2)) {
            const std::optional<std::uint32_t> actor = cast_.at(number_, before - 2);
            std::uint32_t name = before - 2;
            while (name > range.first && cast_.at(number_, name - 1) == actor) {
                --name;
            }
            if (name > range.first && document_.view(token(name - 1)) == "," && cast_.actors[*actor].kind == ActorKind::person) {
                statement.agents.push_back(*actor);
                return;
            }
        }
        if (before > range.first && token(before - 1).upos != Upos::PRON && head.features.verb_form != VerbForm::ger) {
            if (const auto actor = cast_.at(number_, before - 1); actor && cast_.actors[*actor].kind != ActorKind::place) {
                std::uint32_t name = before - 1;
                while (name > range.first && cast_.at(number_, name - 1) == actor) {
                    --name;
                }
                if (name == range.first || (token(name - 1).upos != Upos::ADP && token(name - 1).upos != Upos::CCONJ)) {
                    statement.agents.push_back(*actor);
                    return;
                }
            }
        }
        if (!main) {
            return;
        }
        std::uint32_t at = range.first;
        while (at < statement.head && cast_.at(number_, at) && token(at).upos != Upos::PRON) {
            ++at;
        }
        const bool interrupted = at > range.first && at < statement.head && document_.view(token(at)) == ",";
        const auto comma_before = [&](std::uint32_t to) {
            for (std::uint32_t back = to; back > at + 1 && to - back < 4; --back) {
                if (document_.view(token(back - 1)) == ",") {
                    return true;
                }
            }
            return false;
        };
        if (interrupted && comma_before(statement.head)) {
            statement.agents.push_back(*cast_.at(number_, at - 1));
        }
    }

    /// Terms of numbers and units say how much and not what of.
    void mark_numeric(const std::vector<Term>& terms, std::uint32_t sentence) {
        facts_.numeric.resize(facts_.terms.size(), false);
        const auto range = std::ranges::equal_range(facts_.quantities.at(number_), sentence, {}, &Quantity::sentence);
        for (const Term& term : terms) {
            for (const Quantity& quantity : range) {
                const bool unit = quantity.measure != "count" && !quantity.part && term.token == quantity.head;
                if (quantity.first <= term.token && term.token < quantity.last && (unit || token(term.token).upos == Upos::NUM)) {
                    facts_.numeric[term.id] = true;
                }
            }
        }
    }

    /// The actor of a phrase's head, or the first one that its own name tokens hold.
    std::optional<std::uint32_t> actor_of_phrase(std::uint32_t head) const {
        if (const auto actor = cast_.at(number_, head)) {
            return actor;
        }
        for (std::uint32_t child : clauses_.children(head)) {
            const Deprel relation = token(child).deprel;
            if (relation == Deprel::flat || relation == Deprel::appos || relation == Deprel::compound) {
                if (const auto actor = cast_.at(number_, child); actor && cast_.actors[*actor].kind == ActorKind::person) {
                    return actor;
                }
            }
        }
        return std::nullopt;
    }

    void read_quantities(Statement& statement, const Clause& clause) const {
        const std::vector<Quantity>& list = facts_.quantities.at(number_);
        const auto begin = std::ranges::lower_bound(list, statement.sentence, {}, &Quantity::sentence);
        for (auto quantity = begin; quantity != list.end() && quantity->sentence == statement.sentence; ++quantity) {
            if (std::ranges::binary_search(clause.tokens, quantity->head)) {
                statement.quantities.push_back(static_cast<std::size_t>(std::distance(list.begin(), quantity)));
            }
        }
    }

    void read_times(Statement& statement, const Clause& clause) const {
        const std::vector<TimeExpression>& times = document_.analysis.times;
        auto time = std::ranges::lower_bound(times, statement.span.begin, {}, [](const TimeExpression& t) { return t.span.begin; });
        for (; time != times.end() && time->span.begin < statement.span.end; ++time) {
            const std::uint32_t at = document_.analysis.token_at(time->span.begin);
            if (std::ranges::binary_search(clause.tokens, at)) {
                if (const auto days = days_of(*time); days && !only_bounds(document_, *time) && !in_dateline(document_, *time) &&
                                                      (!statement.when || narrower(*days, *statement.when))) {
                    statement.when = days;
                    const Token& word = token(at);
                    const auto above = static_cast<std::int32_t>(statement.head);
                    const bool heads =
                        word.head == above || (word.head >= 0 && token(static_cast<std::uint32_t>(word.head)).head == above &&
                                               time->span.contains(token(static_cast<std::uint32_t>(word.head)).begin));
                    statement.when_direct = heads || at == statement.head;
                }
            }
        }
        const Sentence& sentence = document_.analysis.sentences[statement.sentence];
        auto any = std::ranges::lower_bound(times, sentence.span.begin, {}, [](const TimeExpression& t) { return t.span.begin; });
        for (; any != times.end() && any->span.begin < sentence.span.end; ++any) {
            if (const auto days = days_of(*any); days && !in_dateline(document_, *any)) {
                statement.when_around = !statement.when_around ? *days
                                                               : DayRange{.first = std::min(days->first, statement.when_around->first),
                                                                          .last = std::max(days->last, statement.when_around->last)};
            }
        }
    }
    static bool narrower(const DayRange& a, const DayRange& b) { return a.last - a.first < b.last - b.first; }

    void read_status(Statement& statement, const Clause& clause) const {
        for (std::uint32_t at : clause.tokens) {
            const std::string word = lemma(at);
            const Token& t = token(at);
            const bool of_head = t.head == static_cast<std::int32_t>(clause.head);
            const bool of_argument = t.head >= 0 && t.deprel == Deprel::det &&
                                     token(static_cast<std::uint32_t>(t.head)).head == static_cast<std::int32_t>(clause.head);
            if (is_one_of(word, negations) && (of_head || of_argument || t.deprel == Deprel::cc)) {
                statement.negated = !statement.negated;
            } else if (word == "yet" && at + 1 < document_.analysis.tokens.size() && lemma(at + 1) == "to") {
                statement.negated = true;  // "has yet to visit"
            } else if (word == "without" && (of_head || t.deprel == Deprel::mark)) {
                statement.negated = true;
            } else if (of_head && (t.upos == Upos::AUX || t.deprel == Deprel::aux)) {
                if (is_one_of(word, planning_words)) {
                    statement.status = Status::planned;
                } else if (is_one_of(word, doubting_words)) {
                    statement.status = Status::hypothetical;
                }
            } else if (of_head && t.deprel == Deprel::mark && is_one_of(word, conditional_marks)) {
                statement.status = Status::hypothetical;
            }
        }
        if (is_one_of(lemma(clause.head), failing_verbs)) {
            for (std::uint32_t child : clauses_.children(clause.head)) {
                if (token(child).deprel == Deprel::xcomp && !statement.fails) {
                    statement.negated = !statement.negated;
                    statement.fails = true;
                }
            }
        }
        bool denied = false;
        for (const CodedEvent& event : events_of(statement.sentence)) {  // the coder knows more of modality
            if (event.trigger == clause.head) {
                denied = denied || event.status == Status::denied;
                statement.status = event.status == Status::denied ? statement.status : event.status;
                statement.negated = statement.negated || event.status == Status::denied;
            }
        }
        const Token& head = token(clause.head);
        statement.infinitive =
            head.features.verb_form == VerbForm::inf && std::ranges::any_of(clauses_.children(clause.head), [&](std::uint32_t child) {
                return token(child).deprel == Deprel::mark && lemma(child) == "to";
            });
        // what is said to be planned, wanted or possible stays so in the clauses below
        if (head.head >= 0 && (head.deprel == Deprel::ccomp || head.deprel == Deprel::xcomp) && statement.status == Status::happened) {
            for (std::uint32_t child : clauses_.children(static_cast<std::uint32_t>(head.head))) {
                if (token(child).deprel == Deprel::aux &&
                    (is_one_of(lemma(child), planning_words) || is_one_of(lemma(child), doubting_words)) &&
                    !synonyms_.is(lemma(static_cast<std::uint32_t>(head.head)), "say")) {
                    statement.status = Status::hypothetical;
                }
            }
        }
        if (statement.infinitive && head.head >= 0 && is_one_of(lemma(static_cast<std::uint32_t>(head.head)), failing_verbs)) {
            statement.negated = !statement.negated;  // "failed to agree", where the two are apart
            statement.infinitive = false;
        }
        // "demanded that ...", "denied that ..."
        const std::int32_t above = token(clause.head).head;
        if (above >= 0 && (token(clause.head).deprel == Deprel::ccomp || token(clause.head).deprel == Deprel::xcomp)) {
            const std::string verb = lemma(static_cast<std::uint32_t>(above));
            if (synonyms_.is(verb, "demand")) {
                statement.status = Status::called_for;
            } else if (synonyms_.is(verb, "plan") || synonyms_.is(verb, "expect") || synonyms_.is(verb, "threaten") ||
                       synonyms_.is(verb, "promise")) {
                statement.status = statement.status == Status::happened ? Status::planned : statement.status;
            } else if (verb == "deny" && !denied) {
                statement.negated = !statement.negated;
            }
        }
    }

    void read_source(Statement& statement) const {
        const std::uint32_t at = token(statement.head).begin;
        const std::vector<Quote>& quotes = document_.analysis.quotes;
        const std::uint32_t from = document_.analysis.sentences[statement.sentence].span.begin;
        for (auto next = std::ranges::upper_bound(quotes, at, {}, [](const Quote& q) { return q.span.begin; }); next != quotes.begin();) {
            const Quote& quote = *--next;
            constexpr std::uint32_t longest_quote = 4000;  // bytes; one that began before is not looked for
            if (quote.span.begin + longest_quote < from) {
                break;
            }
            if (quote.content.contains(at)) {
                statement.attributed = true;
                statement.quoted = quote.kind != QuoteKind::indirect;
                if (const auto speaker = speaker_of(input_, cast_, number_, quote)) {
                    statement.said_by.push_back(*speaker);
                }
            }
        }
        const auto reporting = [&](std::uint32_t verb) {
            return synonyms_.is(lemma(verb), "say") || synonyms_.is(lemma(verb), "announce");
        };
        const auto add_speakers = [&](std::uint32_t verb) {
            statement.attributed = true;
            for (std::uint32_t subject : clauses_.agents(verb)) {
                if (const auto actor = actor_of_phrase(subject)) {
                    statement.said_by.push_back(*actor);
                }
            }
        };
        const std::int32_t above = token(statement.head).head;
        if (above >= 0 && token(statement.head).deprel == Deprel::ccomp) {
            const std::string verb = lemma(static_cast<std::uint32_t>(above));
            if (reporting(static_cast<std::uint32_t>(above)) || synonyms_.is(verb, "deny") || synonyms_.is(verb, "demand") ||
                verb == "maintain" || verb == "argue" || verb == "claim" || verb == "believe") {
                add_speakers(static_cast<std::uint32_t>(above));
            }
        }
        bool content = false;
        for (std::uint32_t child : clauses_.children(statement.head)) {
            if (token(child).deprel == Deprel::parataxis && reporting(child)) {
                add_speakers(child);
            }
            content = content || token(child).deprel == Deprel::ccomp || token(child).deprel == Deprel::parataxis;
        }
        statement.speech = reporting(statement.head) && (content || token(statement.head).deprel == Deprel::parataxis);
        for (const CodedEvent& event : events_of(statement.sentence)) {
            if (event.trigger == statement.head) {
                statement.attributed = statement.attributed || !event.said_by.empty();
                for (const Participant& speaker : event.said_by) {
                    if (const auto actor = cast_.at(number_, speaker.head)) {
                        statement.said_by.push_back(*actor);
                    }
                }
            }
        }
        sort_unique(statement.said_by);
    }

    std::span<const CodedEvent> events_of(std::uint32_t sentence) const {
        const auto found = std::ranges::equal_range(input_.coded(number_), sentence, {}, &CodedEvent::sentence);
        return {found.begin(), found.end()};
    }

    const StoryInput& input_;
    std::uint32_t number_;
    const Document& document_;
    const Cast& cast_;
    const Synonyms& synonyms_;
    Facts& facts_;
    ClauseTree clauses_;
    std::vector<std::uint32_t> before_;  // terms of the sentence before
};

}  // namespace

Facts find_facts(const StoryInput& input, const Cast& cast, const Synonyms& synonyms) {
    Facts facts;
    static const QuantityReader quantities;
    for (std::uint32_t number : input.story.documents) {
        facts.quantities.emplace(number, quantities.read(input.documents[number]));
        Reader(input, number, cast, synonyms, facts).run();
    }
    facts.numeric.resize(facts.terms.size(), false);
    facts.weigh(input);
    return facts;
}

}  // namespace synoptic
