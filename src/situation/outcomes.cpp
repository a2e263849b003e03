// SPDX-License-Identifier: Apache-2.0
#include "situation/outcomes.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace synoptic {

namespace {

constexpr double least_shared = 5.5;     // weight of the words that plan and outcome share, names of those who act left out
constexpr double least_likeness = 0.35;  // share of the plan's weight that is

class Matcher {
public:
    Matcher(const StoryInput& input, const Cast& cast, const Facts& facts) : input_(input), cast_(cast), facts_(facts) {}

    /// How well an event fits as the outcome of a plan; 0 where it does not.
    double fit(const Event& plan, const Event& outcome) const {
        if (plan.type != outcome.type || !by_the_same(plan.source, outcome.source) || !share_an_actor(plan, outcome) ||
            !later(plan, outcome) || told_in_one_sentence(plan, outcome)) {
            return 0;
        }
        const std::vector<std::uint32_t> wanted = terms_of(plan);
        const double shared = facts_.shared(wanted, terms_of(outcome));
        const double whole = facts_.total(wanted);
        return shared >= least_shared && shared >= least_likeness * whole ? shared : 0;
    }

private:
    bool by_the_same(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
        return a.empty() || b.empty() || cast_.any_akin(a, b);
    }

    /// "announced that he would introduce a bill": a sentence that tells both knows the one from the other.
    static bool told_in_one_sentence(const Event& plan, const Event& outcome) {
        return std::ranges::any_of(plan.evidence, [&](const Provenance& told) {
            return std::ranges::any_of(
                outcome.evidence, [&](const Provenance& done) { return told.document == done.document && told.sentence == done.sentence; });
        });
    }

    /// Somebody who takes part in both.
    bool share_an_actor(const Event& a, const Event& b) const {
        const auto all = [](const Event& event) {
            std::vector<std::uint32_t> actors = event.source;
            actors.insert(actors.end(), event.target.begin(), event.target.end());
            return actors;
        };
        const std::vector<std::uint32_t> first = all(a);
        const std::vector<std::uint32_t> second = all(b);
        return cast_.any_akin(first, second);
    }

    /// Some account tells the outcome after some account told the plan; a plan is not older than what came of it by a day given for both.
    bool later(const Event& plan, const Event& outcome) const {
        const auto day = [&](const Provenance& place) -> std::optional<Date> {
            const auto& published = input_.documents[place.document].published;
            return published ? std::optional(published->date) : std::nullopt;
        };
        const bool after = std::ranges::any_of(plan.evidence, [&](const Provenance& told) {
            return std::ranges::any_of(outcome.evidence, [&](const Provenance& done) {
                const auto first = day(told);
                const auto second = day(done);
                return told.document != done.document && first && second && *first < *second;
            });
        });
        return after;
    }

    /// The terms of the clauses that report an event, those of its doers and bare numbers left out.
    std::vector<std::uint32_t> terms_of(const Event& event) const {
        std::vector<std::uint32_t> terms;
        for (const Provenance& place : event.evidence) {
            const auto range = facts_.of_sentence.find({place.document, place.sentence});
            for (std::size_t i = range == facts_.of_sentence.end() ? 1 : range->second.first;
                 range != facts_.of_sentence.end() && i < range->second.second; ++i) {
                const Statement& statement = facts_.statements[i];
                if (place.span.covers(statement.span) || statement.span.covers(place.span)) {
                    std::ranges::copy_if(statement.terms, std::back_inserter(terms),
                                         [&](std::uint32_t term) { return !facts_.numeric[term]; });
                }
            }
        }
        std::ranges::sort(terms);
        terms.erase(std::ranges::unique(terms).begin(), terms.end());
        return terms;
    }

    const StoryInput& input_;
    const Cast& cast_;
    const Facts& facts_;
};

}  // namespace

void match_outcomes(std::vector<Event>& events, const StoryInput& input, const Cast& cast, const Facts& facts) {
    const Matcher matcher(input, cast, facts);
    for (Event& plan : events) {
        if (plan.status != Status::planned && plan.status != Status::called_for) {
            continue;
        }
        double best = 0;
        for (std::uint32_t i = 0; i < events.size(); ++i) {
            if (events[i].status != Status::happened) {
                continue;
            }
            if (const double fit = matcher.fit(plan, events[i]); fit > best) {
                best = fit;
                plan.outcome = i;
            }
        }
    }
}

}  // namespace synoptic
