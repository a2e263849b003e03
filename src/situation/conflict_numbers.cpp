// SPDX-License-Identifier: Apache-2.0
// A number conflict: two accounts give one quantity of one matter values that no rounding, range or growth brings together.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "core/text.hpp"
#include "situation/claims.hpp"
#include "situation/conflicts.hpp"
#include "situation/figure_reader.hpp"
#include "situation/narrative.hpp"

namespace synoptic {

namespace {

constexpr double least_shared = 4.0;  // weight of the words around the two numbers that they share
constexpr double least_shared_durations = 3.0;
constexpr double least_shared_magnitudes = 0.8;
constexpr double least_shared_parts = 2.4;  // the same for "one train in five": what it is a part of says most
constexpr double widest_ratio = 12;         // values further apart measure different things
constexpr double widest_interval = 2.2;     // "millions of dollars" says too little to be contradicted
constexpr std::uint32_t fewest_tokens = 5;  // "8 points per game." tells of nobody
constexpr double weight_of_names = 0.5;     // who is in a sentence says little of what is counted there

/// Totals that grow while a story goes on: of two such figures the later and greater is no conflict.
constexpr std::array<std::string_view, 11> growing = {"kill",    "injure", "missing", "detain",  "rescue", "evacuate",
                                                      "destroy", "sign",   "damage",  "collect", "raise"};

/// Predicates whose content is wanted, planned or offered.
constexpr std::array<std::string_view, 7> opening = {"expect", "plan", "demand", "threaten", "propose", "promise", "offer"};

struct Figure {
    std::size_t statement = 0;
    std::size_t quantity = 0;
};

class Comparison {
public:
    explicit Comparison(const ConflictInput& story) : story_(story), figures_(story) {
        for (std::uint32_t number : story.input.story.documents) {
            const auto& published = story.input.documents[number].published;
            if (published && published->date.has_day()) {
                const std::int32_t day = to_days(published->date);
                story_begins_ = std::min(story_begins_.value_or(day), day);
            }
        }
        for (const Match& match : story.matches) {
            constexpr double least_alike = 0.45;
            const Statement& a = statement(match.a);
            const Statement& b = statement(match.b);
            if (match.likeness >= least_alike && match.shared >= 7 && compatible(story.facts, a, b)) {
                agreeing_.emplace(std::minmax(story.input.account(a.document), story.input.account(b.document)));
            }
        }
    }

    std::vector<Conflict> run() {
        std::map<std::tuple<std::string, std::string, std::string>, std::vector<Figure>> by_unit;
        std::map<std::uint32_t, bool> narrates;  // by document
        for (const std::uint32_t number : story_.input.story.documents) {
            narrates[number] = tells_what_happened(story_.input.analysis(number));
        }
        for (std::size_t i = 0; i < story_.facts.statements.size(); ++i) {
            const Statement& s = statement(i);
            if (!narrates[s.document]) {
                continue;
            }
            for (std::size_t q : s.quantities) {
                const bool wish = std::ranges::find(opening, story_.facts.terms.view(s.predicate)) != opening.end();
                const bool fraction = quantity(s, q).measure == "count" && quantity(s, q).value != std::floor(quantity(s, q).value);
                const bool vague = fraction || quantity(s, q).high > quantity(s, q).low * widest_interval ||
                                   figures_.is_age(s, quantity(s, q)) || figures_.counts_no_whole(s, quantity(s, q)) ||
                                   figures_.is_broken(s, quantity(s, q)) || s.last - s.first < fewest_tokens ||
                                   figures_.so_far(s, quantity(s, q)) || figures_.is_fragment(s);
                if (s.status == Status::happened && !s.infinitive && !wish && !vague &&
                    !(quantity(s, q).unit.empty() && !quantity(s, q).part)) {
                    by_unit[unit_key(quantity(s, q))].push_back({.statement = i, .quantity = q});
                }
            }
        }
        constexpr std::size_t most = 200;  // figures of one unit that are compared with each other
        for (const auto& [unit, figures] : by_unit) {
            for (std::size_t i = 0; i < std::min(most, figures.size()); ++i) {
                for (std::size_t j = i + 1; j < std::min(most, figures.size()); ++j) {
                    compare(figures[i], figures[j]);
                }
            }
        }
        return std::move(conflicts_);
    }

private:
    const Statement& statement(std::size_t i) const { return story_.facts.statements[i]; }
    const Quantity& quantity(const Statement& s, std::size_t i) const { return story_.facts.quantities.at(s.document)[i]; }

    std::tuple<std::string, std::string, std::string> unit_key(const Quantity& q) const {
        const bool counted = q.measure == "count" || q.part;
        if (story_.synonyms.is(q.unit, "kill")) {
            return {q.measure, "crowd", q.per};  // "31 dead" are people
        }
        return {q.measure + (q.part ? "/part" : ""), counted ? std::string(story_.synonyms.family(q.unit).value_or(q.unit)) : q.unit,
                q.per};
    }

    /// Told of days that can be the same; a figure from years ago is of another happening.
    bool same_time(const Statement& a, const Statement& b) const {
        const std::optional<DayRange> first = days_near(a);
        const std::optional<DayRange> second = days_near(b);
        const auto old = [&](const std::optional<DayRange>& days) { return days && story_begins_ && days->last + 300 < *story_begins_; };
        return old(first) == old(second) && (!first || !second || first->meets(*second));
    }

    /// The days of the clause, else of the nearest clause of its sentence that tells some.
    std::optional<DayRange> days_near(const Statement& s) const {
        if (s.when) {
            return s.when;
        }
        const auto range = story_.facts.of_sentence.at({s.document, s.sentence});
        const Statement* nearest = nullptr;
        const auto distance = [&](const Statement& other) { return other.head > s.head ? other.head - s.head : s.head - other.head; };
        for (std::size_t i = range.first; i < range.second; ++i) {
            if (statement(i).when && (nearest == nullptr || distance(statement(i)) < distance(*nearest))) {
                nearest = &statement(i);
            }
        }
        return nearest != nullptr ? nearest->when : s.when_around;
    }

    /// Whether the value stands in the other sentence too: then each sentence tells of several, and the pair is no conflict.
    bool echoed(const Quantity& value, const Statement& s) const {
        return std::ranges::any_of(std::ranges::equal_range(story_.facts.quantities.at(s.document), s.sentence, {}, &Quantity::sentence),
                                   [&](const Quantity& other) { return unit_key(value) == unit_key(other) && agree(value, other); });
    }

    bool has_term(const Statement& s, std::string_view wanted) const {
        return std::ranges::any_of(s.terms, [&](std::uint32_t term) { return story_.facts.terms.view(term) == wanted; });
    }

    static bool has_id(const Statement& s, std::uint32_t term) { return std::ranges::binary_search(s.terms, term); }

    /// A total that the later document puts higher.
    bool grows(const Statement& a, const Quantity& first, const Statement& b, const Quantity& second) const {
        const bool counted =
            std::ranges::any_of(growing, [&](std::string_view family) { return has_term(a, family) || has_term(b, family); });
        const auto& early = story_.input.documents[a.document].published;
        const auto& late = story_.input.documents[b.document].published;
        if (!early || !late) {
            return counted;  // of which day it is cannot be told
        }
        return counted && early->date != late->date && (early->date < late->date) == (first.value < second.value);
    }

    /// A place says where, and so much of what is counted; others say little.
    bool names_an_actor(std::uint32_t term) const {
        const std::string_view text = story_.facts.terms.view(term);
        return text.starts_with('@') && story_.cast.actors[std::stoul(std::string(text.substr(1)))].kind != ActorKind::place;
    }

    double weight(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
        std::vector<std::uint32_t> common;
        std::ranges::set_intersection(a, b, std::back_inserter(common));
        double sum = 0;
        for (std::uint32_t term : common) {
            sum += story_.facts.numeric[term] ? 0 : story_.facts.weight(term) * (names_an_actor(term) ? weight_of_names : 1);
        }
        return sum;
    }

    /// The weight of what the two clauses share beside numbers.
    double shared(const Statement& a, const Statement& b) const {
        return weight(a.terms, b.terms) + 0.5 * std::max(weight(a.terms, b.around), weight(a.around, b.terms));
    }

    /// "four days of rain": what it is a length of must stand in the other clause too.
    bool measures_other(const Statement& a, const Quantity& q, const Statement& b) const {
        const std::string thing = q.measure == "duration" && !q.part ? figures_.measured_thing(a, q) : std::string();
        const auto is_thing = [&](std::uint32_t term) {
            return story_.facts.terms.view(term) == story_.synonyms.family(thing).value_or(thing);
        };
        return !thing.empty() && std::ranges::none_of(b.terms, is_thing) && std::ranges::none_of(b.around, is_thing);
    }

    /// Whether an account tells the value somewhere, of whatever: one that tells both values tells of two things.
    bool known_to(std::uint32_t document, const Quantity& value) const {
        const auto& quantities = story_.facts.quantities.at(document);
        return std::ranges::any_of(quantities,
                                   [&](const Quantity& other) { return unit_key(value) == unit_key(other) && value.value == other.value; });
    }

    /// Two longer accounts that agree on nothing tell of two happenings, however alike.
    bool agree_on_nothing(const Statement& a, const Statement& b) const {
        constexpr std::size_t long_account = 8;  // sentences
        const auto is_long = [&](const Statement& s) { return story_.input.analysis(s.document).sentences.size() >= long_account; };
        return is_long(a) && is_long(b) &&
               !agreeing_.contains(std::minmax(story_.input.account(a.document), story_.input.account(b.document)));
    }

    /// Two lists of figures that agree in none and differ in more than this one are of two matters: a season and a month, two raids.
    bool differ_throughout(const Statement& a, const Statement& b, const Quantity& figure) const {
        constexpr std::ptrdiff_t list = 3;    // figures in a sentence
        constexpr std::ptrdiff_t table = 40;  // so many are no sentence
        const auto of_sentence = [&](const Statement& s) {
            return std::ranges::equal_range(story_.facts.quantities.at(s.document), s.sentence, {}, &Quantity::sentence);
        };
        const auto first = of_sentence(a);
        const auto second = of_sentence(b);
        if (std::ranges::distance(first) < list && std::ranges::distance(second) < list) {
            return false;
        }
        bool other_differs = std::ranges::distance(first) > table || std::ranges::distance(second) > table;
        if (other_differs) {
            return true;
        }
        for (const Quantity& x : first) {
            for (const Quantity& y : second) {
                if (!x.unit.empty() && unit_key(x) == unit_key(y) && unit_key(x) != unit_key(figure)) {
                    if (agree(x, y)) {
                        return false;
                    }
                    other_differs = true;
                }
            }
        }
        return other_differs;
    }

    void compare(const Figure& x, const Figure& y) {
        const Statement& a = statement(x.statement);
        const Statement& b = statement(y.statement);
        const Quantity& first = quantity(a, x.quantity);
        Quantity second = quantity(b, y.quantity);
        if (story_.input.account(a.document) == story_.input.account(b.document) || a.negated != b.negated || !same_time(a, b) ||
            agree_on_nothing(a, b) || differ_throughout(a, b, first) || (first.value < 1 && !first.part)) {
            return;
        }
        if (first.part && opposed(a, b)) {  // "one in five ran", "nine in ten were cancelled"
            second.value = second.low = second.high = 100 - second.value;
        }
        if (figures_.is_pause(a, first) != figures_.is_pause(b, second) ||
            (figures_.is_offset(a, first) && figures_.is_offset(b, second) && a.predicate != b.predicate)) {
            return;
        }
        const bool unlike_groups = figures_.is_rest(a, first) != figures_.is_rest(b, second) ||
                                   figures_.takes_in(a) != figures_.takes_in(b) ||
                                   (figures_.is_rest(a, first) && told_beside(a, first) != told_beside(b, second));
        if (first.measure == "count" && !first.part &&
            (unlike_groups || figures_.is_dealt_out(a, first) || figures_.is_dealt_out(b, second) || of_other_persons(a, b))) {
            return;
        }
        const double ratio = std::max(first.value, second.value) / std::max(1e-9, std::min(first.value, second.value));
        if (agree(first, second) || ratio > widest_ratio || echoed(first, b) || echoed(quantity(b, y.quantity), a) ||
            grows(a, first, b, second) || measures_other(a, first, b) || measures_other(b, second, a) || of_others(a, b) ||
            counts_parts(a, first) || counts_parts(b, quantity(b, y.quantity)) || figures_.of_other_kinds(a, first, b, second) ||
            figures_.of_other_wholes(a, first, b, second) || figures_.of_other_fates(a, first, b, second) ||
            known_to(a.document, quantity(b, y.quantity)) || known_to(b.document, first) ||
            figures_.lies_ahead(a, first) != figures_.lies_ahead(b, second) || figures_.rounded_over(a, first, b, second) ||
            shares_of_others(a, first, b, second) || !one_matter(a, b, first, second) ||
            told_side_by_side(a, first, b, quantity(b, y.quantity))) {
            return;
        }
        add(x, y);
    }

    /// What a percentage is of: "percent of the vote", "percent growth"; empty where nothing follows.
    std::string of_what(const Statement& s, const Quantity& q) const {
        const Document& document = story_.input.documents[s.document];
        const std::vector<Token>& tokens = document.analysis.tokens;
        for (std::uint32_t at = q.last; at < tokens.size() && at < q.last + 5; ++at) {
            if (tokens[at].upos == Upos::NOUN || tokens[at].upos == Upos::PROPN) {
                const std::string lemma = lemma_of(document, at);
                return std::string(story_.synonyms.family(lemma).value_or(lemma));
            }
            if (tokens[at].upos == Upos::PUNCT || tokens[at].upos == Upos::VERB || tokens[at].upos == Upos::AUX) {
                break;
            }
        }
        return {};
    }

    /// Percentages of two different things: neither the same noun after them nor the same act.
    bool shares_of_others(const Statement& a, const Quantity& x, const Statement& b, const Quantity& y) const {
        return x.unit == "percent" && of_what(a, x) != of_what(b, y) && a.predicate != b.predicate;
    }

    /// Whether some account tells both values of such a matter in its own voice: then they are two quantities.
    bool told_side_by_side(const Statement& a, const Quantity& x, const Statement& b, const Quantity& y) const {
        const auto tellers = [&](const Statement& like, const Quantity& value) {
            std::set<std::uint32_t> accounts;
            for (const Statement& s : story_.facts.statements) {
                const bool tells = !s.attributed && !s.quoted && std::ranges::any_of(s.quantities, [&](std::size_t i) {
                    return unit_key(quantity(s, i)) == unit_key(value) && quantity(s, i).value == value.value;
                });
                if (tells && (&s == &like || shared(s, like) >= least_shared)) {
                    accounts.insert(story_.input.account(s.document));
                }
            }
            return accounts;
        };
        const std::set<std::uint32_t> first = tellers(a, x);
        return std::ranges::any_of(tellers(b, y), [&](std::uint32_t account) { return first.contains(account); });
    }

    /// How many words beside names, numbers and the counted noun the two clauses share; places and days count. A short sentence may
    /// leave them to the one before it.
    std::size_t count_extra(const Statement& a, const Statement& b, const Quantity& figure, bool rare_unit) const {
        std::vector<std::uint32_t> common;
        std::ranges::set_intersection(a.terms, b.terms, std::back_inserter(common));
        for (const auto& [leaning, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
            if (leaning->leans || rare_unit) {
                std::ranges::set_intersection(leaning->around, other->terms, std::back_inserter(common));
            }
        }
        std::ranges::sort(common);
        common.erase(std::ranges::unique(common).begin(), common.end());
        const std::string_view unit = story_.synonyms.family(figure.unit).value_or(figure.unit);
        return static_cast<std::size_t>(std::ranges::count_if(common, [&](std::uint32_t term) {
            return !(term == a.predicate && term == b.predicate) && !story_.facts.numeric[term] && !names_an_actor(term) &&
                   story_.facts.terms.view(term) != unit && story_.facts.weight(term) > 1.2;
        }));
    }

    /// The weight of a word that stands in a clause; 0 if it does not.
    double weight_in(const Statement& s, std::string_view word) const {
        const auto term = std::ranges::find(s.terms, word, [&](std::uint32_t id) { return story_.facts.terms.view(id); });
        return term == s.terms.end() ? 0 : story_.facts.weight(*term);
    }

    /// People without a word for their part in it: a crowd is counted for being there, these for what they did or suffered.
    static bool counts_anybody(const Quantity& q) {
        constexpr std::array<std::string_view, 10> anybody = {"people", "person", "man",  "woman",  "child",
                                                              "boy",    "girl",   "teen", "victim", "other"};
        return q.measure == "count" && std::ranges::find(anybody, q.unit) != anybody.end();
    }

    /// The count is of those to whom this was done: the clause's own act ("killed 28 people"), or told beside a word without content
    /// ("left 31 dead").
    bool suffers(const Statement& s, std::string_view fate) const {
        constexpr std::array<std::string_view, 8> bare = {"leave", "be", "claim", "rise", "stand", "reach", "have", "put"};
        return story_.facts.terms.view(s.predicate) == fate ||
               (has_term(s, fate) && std::ranges::find(bare, lemma_of(story_.input.documents[s.document], s.head)) != bare.end());
    }

    /// People are counted in every role, those who fled and those who were held: both clauses must tell of one.
    bool one_role(const Statement& a, const Quantity& x, const Statement& b, const Quantity& y) const {
        const auto acts_in = [&](const Statement& act, const Quantity& counted, const Statement& s) {
            return story_.facts.terms.view(act.predicate) != counted.unit && has_id(s, act.predicate);
        };
        const bool fate = std::ranges::any_of(growing, [&](std::string_view each) { return suffers(a, each) && suffers(b, each); });
        return fate || (std::min(x.value, y.value) > 1 && (acts_in(a, x, b) || acts_in(b, y, a)));
    }

    /// Whether the words around the numbers are enough to hold them to one matter.
    bool one_matter(const Statement& a, const Statement& b, const Quantity& figure, const Quantity& other) const {
        const bool one_act = a.predicate == b.predicate && story_.facts.weight(a.predicate) > 1.5;
        const double weight_shared = shared(a, b);
        if (figure.part) {
            return weight_shared >= (one_act || opposed(a, b) ? least_shared_parts / 2 : least_shared_parts);
        }
        if (figure.measure == "magnitude") {  // of the one earthquake that the story is of, unless a shock after it is meant
            return !figures_.of_an_aftershock(a) && !figures_.of_an_aftershock(b) && weight_shared >= least_shared_magnitudes;
        }
        const double unit = figure.measure == "count" ? weight_in(a, story_.synonyms.family(figure.unit).value_or(figure.unit)) : 0;
        const bool rare_unit = unit >= 2.5;
        const std::size_t extra = count_extra(a, b, figure, rare_unit);
        if (figure.measure == "duration") {
            constexpr double day = 1440;  // minutes
            const bool hours = figure.high < day && other.high < day;
            return weight_shared >= least_shared_durations && ((one_act && extra >= 1) || extra >= 2 || (hours && extra >= 1));
        }
        if (counts_anybody(figure) && counts_anybody(other) && !one_role(a, figure, b, other)) {
            return false;
        }
        return weight_shared >= least_shared && ((one_act && extra >= 1) || extra >= 2 || (rare_unit && extra >= 1));
    }

    /// Told of two who have nothing to do with each other.
    bool of_others(const Statement& a, const Statement& b) const {
        return !a.agents.empty() && !b.agents.empty() && !story_.cast.any_akin(a.agents, b.agents);
    }

    /// Both tell whom they are of, and not of the same: "charged Rolf with two counts", "Anke faces five counts".
    bool of_other_persons(const Statement& a, const Statement& b) const {
        const auto persons = [&](const Statement& s) {
            std::vector<std::uint32_t> found;
            for (const std::uint32_t actor : s.actors) {
                if (story_.cast.actors[actor].kind == ActorKind::person) {
                    found.push_back(actor);
                }
            }
            return found;
        };
        const std::vector<std::uint32_t> first = persons(a);
        const std::vector<std::uint32_t> second = persons(b);
        return !first.empty() && !second.empty() && !story_.cast.any_akin(first, second);
    }

    /// "thirteen dead and eight others injured" => 13: how many people else the sentence counts; 1 where it tells of somebody.
    double told_beside(const Statement& s, const Quantity& figure) const {
        double most = 1;
        for (const Quantity& other :
             std::ranges::equal_range(story_.facts.quantities.at(s.document), s.sentence, {}, &Quantity::sentence)) {
            const bool people =
                (other.unit.empty() && other.measure == "count") || counts_anybody(other) || std::get<1>(unit_key(other)) == "crowd";
            most = people && other.first != figure.first ? std::max(most, other.value) : most;
        }
        return most;
    }

    /// "one person and injured two others": a sentence that counts such things twice tells of parts.
    bool counts_parts(const Statement& s, const Quantity& figure) const {
        const auto of_sentence = std::ranges::equal_range(story_.facts.quantities.at(s.document), s.sentence, {}, &Quantity::sentence);
        constexpr std::ptrdiff_t most = 4;  // a list of figures
        return std::ranges::count_if(of_sentence, [](const Quantity& other) { return !other.unit.empty(); }) > most ||
               std::ranges::count_if(of_sentence, [&](const Quantity& other) { return unit_key(other) == unit_key(figure); }) > 1;
    }

    bool opposed(const Statement& a, const Statement& b) const {
        return std::ranges::any_of(a.terms, [&](std::uint32_t term) {
            const std::string_view family = story_.facts.terms.view(term);
            const auto opposite = story_.synonyms.opposite(family);
            return (opposite && has_term(b, *opposite)) || std::ranges::any_of(b.terms, [&](std::uint32_t other) {
                       return story_.synonyms.opposite(story_.facts.terms.view(other)) == family;
                   });
        });
    }

    Side side(const Figure& figure) const {
        const Statement& s = statement(figure.statement);
        const Quantity& value = quantity(s, figure.quantity);
        return {.value = figures_.words(s, value), .evidence = with_company(story_, figure.statement, [&](const Statement& other) {
                                                       return std::ranges::any_of(other.quantities, [&](std::size_t i) {
                                                           return unit_key(quantity(other, i)) == unit_key(value) &&
                                                                  agree(quantity(other, i), value);
                                                       });
                                                   })};
    }

    /// "number of gates: “Only four gates were opened on the night of 11 March”"
    std::string matter(const Figure& x, const Figure& y) const {
        const Statement& a = statement(x.statement);
        const Quantity& figure = quantity(a, x.quantity);
        const Document& document = story_.input.documents[a.document];
        const std::string noun = fold_space(document.view(document.analysis.tokens[figure.head]));
        const bool named = !noun.empty() && !is_ascii_digit(noun.front());
        const std::string what = figure.measure == "duration"         ? "how long"
                                 : figure.part                        ? "share"
                                 : figure.measure == "count" && named ? "number of " + noun
                                 : figure.measure == "count"          ? "number"
                                 : figure.measure == "money"          ? "amount"
                                                                      : figure.measure;
        return what + ": " + quoted_clause(story_, a, statement(y.statement));
    }

    void add(const Figure& x, const Figure& y) {
        conflicts_.push_back({.kind = ConflictKind::number, .within_account = false, .about = matter(x, y), .sides = {side(x), side(y)}});
    }

    const ConflictInput& story_;
    FigureReader figures_;
    std::optional<std::int32_t> story_begins_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> agreeing_;  // accounts with a statement in common, the smaller first
    std::vector<Conflict> conflicts_;
};

}  // namespace

std::vector<Conflict> find_number_conflicts(const ConflictInput& story) { return Comparison(story).run(); }

}  // namespace synoptic
