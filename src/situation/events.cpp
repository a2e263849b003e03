// SPDX-License-Identifier: Apache-2.0
#include "situation/events.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "core/text.hpp"
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

std::optional<EventDate> event_date(const TimeExpression& time) {
    if (time.date) {
        return EventDate{.date = *time.date, .basis = time.reason.empty() ? "stated" : time.reason};
    }
    return std::nullopt;
}

Report make_report(const StoryInput& input, const Cast& cast, const Facts& facts, std::uint32_t document, const CodedEvent& coded) {
    const Analysis& analysis = input.analysis(document);
    Report report{.document = document, .coded = &coded};
    report.source = actors_of(input, cast, document, coded.source);
    report.target = actors_of(input, cast, document, coded.target);
    report.place = fold_space(input.documents[document].view(coded.place));
    if (const Statement* statement = facts.at(document, coded.sentence, coded.trigger)) {
        report.terms = statement->terms;
        report.when = statement->when;
        report.trigger = statement->predicate;
    }
    const auto set_date = [&](const TimeExpression& time) {
        report.date = event_date(time);
        if (const auto days = days_of(time)) {
            report.when = days;
        }
    };
    if (coded.time && *coded.time < analysis.times.size()) {
        set_date(analysis.times[*coded.time]);
    } else if (report.when) {
        for (const TimeExpression& time : analysis.times) {
            if (coded.evidence.covers(time.span) && time.date) {
                set_date(time);
                break;
            }
        }
    }
    return report;
}

bool intersect(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b, const Cast& cast) {
    return std::ranges::any_of(a, [&](std::uint32_t x) { return std::ranges::any_of(b, [&](std::uint32_t y) { return cast.akin(x, y); }); });
}

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
        for (std::uint32_t document : input.story.documents) {
            for (const CodedEvent& coded : input.coded(document)) {
                reports_.push_back(make_report(input, cast, facts, document, coded));
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
            return std::ranges::all_of(b, [&](std::size_t j) { return !reports_[i].when || !reports_[j].when || reports_[i].when->meets(*reports_[j].when); });
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

    static bool better(const EventDate& a, const EventDate& b) { return a.date.has_day() && !b.date.has_day(); }

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

std::vector<std::uint32_t> actors_of(const StoryInput& input, const Cast& cast, std::uint32_t document, const std::vector<Participant>& participants) {
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
    const auto rank = [](const Event& event) { return std::tuple(event.accounts, event.status == Status::happened, event.date.has_value(), event.evidence.size()); };
    for (std::uint32_t i = 0; i < events.size(); ++i) {
        const bool real = events[i].status == Status::happened || events[i].status == Status::planned;
        if (real && (!best || rank(events[i]) > rank(events[*best]))) {
            best = i;
        }
    }
    return best;
}

}  // namespace synoptic
