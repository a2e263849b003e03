// SPDX-License-Identifier: Apache-2.0
#include "situation/events.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <ranges>
#include <set>
#include <tuple>

#include "core/text.hpp"
#include "situation/event_dates.hpp"
#include "situation/support.hpp"

namespace synoptic {

namespace {

constexpr double least_evidence = 4.0;  // of two reports for being of one event; see likeness()

/// One coded event with what merging asks for.
struct Report {
    std::uint32_t document = 0;
    const CodedEvent* coded = nullptr;
    std::uint32_t trigger = 0;  ///< id of the trigger's term
    std::vector<std::uint32_t> source{};
    std::vector<std::uint32_t> target{};
    std::vector<std::uint32_t> terms{};
    std::optional<DayRange> when{};
    std::optional<EventDate> date{};
    std::string place{};
};

/// What an event is about when it answers something that somebody put forward; words of one group speak of one thing.
constexpr std::array<std::array<std::string_view, 5>, 3> put_forward = {
    {{"offer", "propose", "discount", "deal", "promise"}, {"demand", "compensation", "threaten", "", ""}, {"invite", "seat", "", "", ""}}};

bool holds(const Facts& facts, const std::vector<std::uint32_t>& terms, std::string_view wanted) {
    return std::ranges::any_of(terms, [&](std::uint32_t term) { return facts.terms.view(term) == wanted; });
}

/// Fills in what the sentence leaves to its context: who did it, on whose offer, whose government.
class ReportMaker {
public:
    ReportMaker(const StoryInput& input, const Cast& cast, const Facts& facts)
        : input_(input), cast_(cast), facts_(facts), dates_(input, facts) {
        for (const GivenRole& role : cast.roles) {
            if ((role.office.sort == OfficeSort::office || role.office.sort == OfficeSort::minister) && !role.office.former) {
                office_holders_.insert(role.actor);
            }
        }
    }

    std::vector<Report> of_document(std::uint32_t document) const {
        std::vector<Report> reports;
        for (const CodedEvent& coded : input_.coded(document)) {
            Report report = read(document, coded);
            if (report.target.empty() && (coded.type == "REJECT" || coded.type == "AGREE")) {
                report.target = who_put_it_forward(reports, report);
            }
            reports.push_back(std::move(report));
        }
        for (Report& report : reports) {
            add_countries(report.source);
            add_countries(report.target);
        }
        return reports;
    }

private:
    Report read(std::uint32_t document, const CodedEvent& coded) const {
        Report report{.document = document, .coded = &coded};
        report.source = actors_of(input_, cast_, document, coded.source);
        report.target = actors_of(input_, cast_, document, coded.target);
        report.place = fold_space(input_.documents[document].view(coded.place));
        if (const Statement* statement = facts_.at(document, coded.sentence, coded.trigger)) {
            report.terms = statement->terms;
            report.trigger = statement->predicate;
            if (report.source.empty() && statement->head == coded.trigger) {
                report.source = statement->agents;
            }
            if (report.target.empty() && statement->head == coded.trigger && !coded.type.empty()) {
                report.target = patients(*statement);
            }
        }
        if (!coded.reciprocal) {  // nobody acts on himself or on those he acts for
            std::erase_if(report.target, [&](std::uint32_t actor) {
                return std::ranges::any_of(report.source, [&](std::uint32_t source) { return cast_.akin(actor, source); });
            });
        }
        const ReportDate found = dates_.find(document, coded);
        report.date = found.date;
        report.when = found.when;
        return report;
    }

    /// The actors among the objects and passive subjects of a clause's predicate; of a demand, who is to do it.
    std::vector<std::uint32_t> patients(const Statement& statement) const {
        const std::vector<Token>& tokens = input_.analysis(statement.document).tokens;
        std::vector<std::uint32_t> found;
        const auto hangs = [&](std::uint32_t token, std::uint32_t head) { return tokens[token].head == static_cast<std::int32_t>(head); };
        const Sentence& sentence = input_.analysis(statement.document).sentences[statement.sentence];
        for (std::uint32_t token = sentence.first; token < sentence.last; ++token) {
            const Deprel relation = tokens[token].deprel;
            const bool object =
                hangs(token, statement.head) && (relation == Deprel::obj || relation == Deprel::iobj || relation == Deprel::nsubj_pass);
            const bool asked = relation == Deprel::nsubj && tokens[token].head >= 0 &&
                               hangs(static_cast<std::uint32_t>(tokens[token].head), statement.head) &&
                               tokens[static_cast<std::size_t>(tokens[token].head)].deprel == Deprel::ccomp &&
                               facts_.terms.view(statement.predicate) == "demand";
            if (object || asked) {
                for (std::uint32_t actor : cast_.all_at(statement.document, token)) {
                    found.push_back(actor);
                }
            }
        }
        // "Captain Pell of the Nerida Star was arrested", where the parse has lost the subject
        const bool passive = std::ranges::any_of(std::views::iota(sentence.first, statement.head), [&](std::uint32_t token) {
            return hangs(token, statement.head) && tokens[token].deprel == Deprel::aux_pass;
        });
        for (std::uint32_t token = statement.first; passive && found.empty() && token < statement.head; ++token) {
            const auto actor = cast_.at(statement.document, token);
            if (actor && cast_.actors[*actor].kind == ActorKind::person && tokens[token].deprel != Deprel::nmod_poss) {
                found.push_back(*actor);
            }
        }
        return found;
    }

    /// Whether the earlier event puts forward what the later one answers: the same kind of thing, or "it".
    bool answers(const Report& later, const Report& earlier) const {
        bool named = false;
        for (const auto& group : put_forward) {
            const auto tells = [&](const Report& report) {
                return std::ranges::any_of(group,
                                           [&](std::string_view family) { return !family.empty() && holds(facts_, report.terms, family); });
            };
            named = named || tells(later);
            if (tells(later) && tells(earlier)) {
                return true;
            }
        }
        return !named && std::ranges::any_of(put_forward, [&](const auto& group) {
            return std::ranges::any_of(group,
                                       [&](std::string_view family) { return !family.empty() && holds(facts_, earlier.terms, family); });
        });
    }

    /// "The unions accepted the invitation": the one who had made it, a few sentences before.
    std::vector<std::uint32_t> who_put_it_forward(const std::vector<Report>& before, const Report& report) const {
        constexpr std::uint32_t reach = 3;  // sentences
        for (auto earlier = before.rbegin(); earlier != before.rend(); ++earlier) {
            if (earlier->coded->sentence + reach < report.coded->sentence) {
                break;
            }
            const bool other = !earlier->source.empty() && std::ranges::none_of(earlier->source, [&](std::uint32_t x) {
                return std::ranges::any_of(report.source, [&](std::uint32_t y) { return cast_.akin(x, y); });
            });
            if (other && earlier->coded->type != "REJECT" && answers(report, *earlier)) {
                return earlier->source;
            }
        }
        return {};
    }

    /// A head of state or a minister acts for the country: it is named after him.
    void add_countries(std::vector<std::uint32_t>& actors) const {
        const std::vector<std::uint32_t> named = actors;
        for (std::uint32_t actor : named) {
            const auto side = cast_.side(actor);
            if (side && office_holders_.contains(actor) && cast_.actors[*side].kind == ActorKind::country &&
                std::ranges::find(actors, *side) == actors.end()) {
                actors.push_back(*side);
            }
        }
    }

    const StoryInput& input_;
    const Cast& cast_;
    const Facts& facts_;
    EventDates dates_;
    std::set<std::uint32_t> office_holders_;
};

bool intersect(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b, const Cast& cast) { return cast.any_akin(a, b); }

/// How much speaks for two reports being of one event; negative where something forbids it.
double likeness(const Facts& facts, const Cast& cast, const Report& a, const Report& b) {
    const CodedEvent& x = *a.coded;
    const CodedEvent& y = *b.coded;
    if (x.status != y.status || x.type != y.type || (a.when && b.when && !a.when->meets(*b.when))) {
        return -1;
    }
    if (x.type.empty() && a.trigger != b.trigger && x.frame != y.frame) {
        return -1;
    }
    double score = 0;
    const bool either_way = x.reciprocal || y.reciprocal;
    const auto sides = [&](const std::vector<std::uint32_t>& p, const std::vector<std::uint32_t>& q, double weight) {
        if (!p.empty() && !q.empty()) {
            score += intersect(p, q, cast) ? weight : -1.5;
        }
    };
    if (either_way) {
        std::vector<std::uint32_t> p = a.source;
        p.insert(p.end(), a.target.begin(), a.target.end());
        std::vector<std::uint32_t> q = b.source;
        q.insert(q.end(), b.target.begin(), b.target.end());
        sides(p, q, 2);
    } else {
        sides(a.source, b.source, 1.5);
        sides(a.target, b.target, 1);
    }
    if (a.when && b.when) {
        score += a.when->first == b.when->first && a.when->last == b.when->last ? 1.5 : 0.7;
    }
    score += a.trigger == b.trigger ? 1 : 0;
    score += std::min(4.0, facts.shared(a.terms, b.terms) / 3);
    return score;
}

class Merger {
public:
    Merger(const StoryInput& input, const Cast& cast, const Facts& facts) : input_(input), cast_(cast), facts_(facts) {
        const ReportMaker maker(input, cast, facts);
        for (std::uint32_t document : input.story.documents) {
            for (Report& report : maker.of_document(document)) {
                reports_.push_back(std::move(report));
            }
        }
    }

    std::vector<Event> run() {
        group();
        std::vector<Event> events;
        for (const std::vector<std::size_t>& members : members_) {
            if (!members.empty()) {
                events.push_back(make_event(members));
            }
        }
        return events;
    }

private:
    void group() {
        std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
        std::map<std::string, std::vector<std::size_t>> by_type;
        for (std::size_t i = 0; i < reports_.size(); ++i) {
            std::vector<std::size_t>& before = by_type[reports_[i].coded->type];
            constexpr std::size_t most = 400;  // compared with the newest of the type only, so that a large story stays near linear
            for (std::size_t k = before.size() > most ? before.size() - most : 0; k < before.size(); ++k) {
                const double score = likeness(facts_, cast_, reports_[before[k]], reports_[i]);
                if (score >= least_evidence) {
                    pairs.emplace_back(-score, before[k], i);
                }
            }
            before.push_back(i);
        }
        std::ranges::sort(pairs);
        std::vector<std::size_t> owner(reports_.size());
        std::iota(owner.begin(), owner.end(), std::size_t{0});
        members_.resize(reports_.size());
        for (std::size_t i = 0; i < reports_.size(); ++i) {
            members_[i] = {i};
        }
        for (const auto& [score, i, j] : pairs) {
            const std::size_t into = std::min(owner[i], owner[j]);
            const std::size_t from = std::max(owner[i], owner[j]);
            if (into == from || !fit(members_[into], members_[from])) {
                continue;
            }
            for (std::size_t member : members_[from]) {
                owner[member] = into;
                members_[into].push_back(member);
            }
            members_[from].clear();
        }
    }

    /// No two reports of one event may name different days.
    [[nodiscard]] bool fit(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) const {
        return std::ranges::all_of(a, [&](std::size_t i) {
            return std::ranges::all_of(
                b, [&](std::size_t j) { return !reports_[i].when || !reports_[j].when || reports_[i].when->meets(*reports_[j].when); });
        });
    }

    Event make_event(const std::vector<std::size_t>& members) const {
        Event event;
        std::map<std::string, std::size_t> modes;
        std::map<std::string, std::size_t> codes;
        std::map<std::string, std::size_t> places;
        std::string_view summary;
        std::string_view any;
        for (std::size_t member : members) {
            const Report& report = reports_[member];
            const CodedEvent& coded = *report.coded;
            const Document& document = input_.documents[report.document];
            ++modes[coded.mode];
            ++codes[coded.cameo];
            if (!report.place.empty()) {
                ++places[report.place];
            }
            if (report.date && (!event.date || better(*report.date, *event.date))) {
                event.date = report.date;
            }
            add(event.source, report.source);
            add(event.target, report.target);
            if (!coded.evidence.empty()) {
                event.evidence.emplace_back(report.document, coded.sentence, coded.evidence);
            }
            const std::string_view sentence = document.view(document.analysis.sentences[coded.sentence].span);
            constexpr std::size_t shortest = 30;  // bytes; a shorter sentence rarely stands alone
            if (sentence.size() >= shortest && (summary.empty() || sentence.size() < summary.size())) {
                summary = sentence;
            }
            any = any.empty() ? sentence : any;
        }
        const auto most_frequent = [](const std::map<std::string, std::size_t>& counts) {
            return counts.empty() ? std::string() : std::ranges::max_element(counts, {}, [](const auto& c) { return c.second; })->first;
        };
        const CodedEvent& first = *reports_[members.front()].coded;
        event.type = first.type;
        event.frame = first.frame;
        event.status = first.status;
        event.mode = most_frequent(modes);
        event.cameo = most_frequent(codes);
        event.place = most_frequent(places);
        event.summary = fold_space(summary.empty() ? any : summary);
        tidy(event.evidence);
        event.accounts = count_accounts(event.evidence, input_);
        return event;
    }

    static bool better(const EventDate& a, const EventDate& b) {
        const auto rank = [](const EventDate& date) { return std::pair(date.date.has_day(), date.basis != "inherited"); };
        return rank(a) > rank(b);
    }

    static void add(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& from) {
        for (std::uint32_t actor : from) {
            if (std::ranges::find(to, actor) == to.end()) {
                to.push_back(actor);
            }
        }
    }

    const StoryInput& input_;
    const Cast& cast_;
    const Facts& facts_;
    std::vector<Report> reports_;
    std::vector<std::vector<std::size_t>> members_;
};

}  // namespace

std::vector<std::uint32_t> actors_of(const StoryInput& input, const Cast& cast, std::uint32_t document,
                                     const std::vector<Participant>& participants) {
    std::vector<std::uint32_t> actors;
    for (const Participant& participant : participants) {
        std::vector<std::uint32_t> named = cast.all_at(document, participant.head);
        if (named.empty()) {  // "Lethmark-flagged vessels" are Lethmark's
            const Analysis& analysis = input.analysis(document);
            const std::uint32_t first = analysis.token_at(participant.span.begin);
            named = cast.within(document, std::min(first, participant.head), participant.head);
            std::erase_if(named, [&](std::uint32_t actor) { return cast.actors[actor].kind == ActorKind::person; });
            if (named.size() > 1) {
                named.erase(named.begin() + 1, named.end());
            }
        }
        for (std::uint32_t actor : named) {
            if (std::ranges::find(actors, actor) == actors.end()) {
                actors.push_back(actor);
            }
        }
    }
    return actors;
}

std::vector<Event> find_events(const StoryInput& input, const Cast& cast, const Facts& facts) {
    std::vector<Event> events = Merger(input, cast, facts).run();
    std::erase_if(events, [](const Event& event) { return event.evidence.empty(); });
    std::ranges::stable_sort(events, {}, [](const Event& event) { return event.evidence.front(); });
    return events;
}

std::optional<std::uint32_t> main_event(const std::vector<Event>& events) {
    std::optional<std::uint32_t> best;
    const auto rank = [](const Event& event) {
        return std::tuple(event.accounts, event.status == Status::happened, event.date.has_value(), event.evidence.size());
    };
    for (std::uint32_t i = 0; i < events.size(); ++i) {
        const bool real = events[i].status == Status::happened || events[i].status == Status::planned;
        if (real && (!best || rank(events[i]) > rank(events[*best]))) {
            best = i;
        }
    }
    return best;
}

}  // namespace synoptic
