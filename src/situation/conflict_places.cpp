// SPDX-License-Identifier: Apache-2.0
// A place conflict: one happening at two places of which neither can lie in the other. The happening is known as one either by who takes
// part in it and what else is told of it, or because it is the story's own: two accounts put it at one place, and another calls it by the
// same noun ("the summit in ...", "it was the first handover at ...").
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/text.hpp"
#include "situation/conflicts.hpp"
#include "situation/name_groups.hpp"

namespace synoptic {

namespace {

constexpr std::array<std::string_view, 4> holding = {"hold", "take", "happen", "occur"};

/// "met in Alaska", "the summit in Russia": an act and where it took place.
struct Located {
    std::size_t statement = 0;
    std::uint32_t act = 0;  ///< term of the verb or noun
    std::uint32_t place = 0;
    Span words{};           ///< "in Alaska"
    bool nominal = false;   ///< the act is a noun
    bool only_one = false;  ///< a noun that means the story's own happening: after "the", or told of "it"
};

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
    return std::ranges::find(words, word) != words.end();
}

class Places {
public:
    explicit Places(const ConflictInput& story) : story_(story) {
        for (std::uint32_t number : story.input.story.documents) {
            note_neighbours(number);
        }
        for (const Statement& s : story.facts.statements) {
            if (story.input.analysis(s.document).tokens[s.head].upos == Upos::VERB) {
                acts_.insert(s.predicate);
            }
        }
        for (std::size_t i = 0; i < story.facts.statements.size(); ++i) {
            read(i);
        }
        for (const Located& each : found_) {
            accounts_at_[{each.act, each.place}].insert(story.input.account(statement(each).document));
        }
    }

    std::vector<Conflict> run() const {
        std::vector<Conflict> conflicts;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            for (std::size_t j = i + 1; j < found_.size(); ++j) {
                const Located& a = found_[i];
                const Located& b = found_[j];
                if (a.act == b.act && a.place != b.place && same_preposition(a, b) && exclude_each_other(a.place, b.place) &&
                    of_one_happening(a, b)) {
                    conflicts.push_back(conflict(a, b));
                }
            }
        }
        return conflicts;
    }

private:
    const Statement& statement(const Located& each) const { return story_.facts.statements[each.statement]; }
    const Actor& actor(std::uint32_t number) const { return story_.cast.actors[number]; }

    static const Countries& countries() {
        static const Countries table;
        return table;
    }

    /// The country that a place is or is known to lie in; empty where nothing is known.
    std::string country_of(std::uint32_t place) const {
        if (!actor(place).country.empty()) {
            return actor(place).country;
        }
        if (const auto* seat = countries().by_seat(actor(place).name)) {
            return seat->iso3;
        }
        return std::string(countries().of_place(actor(place).name));
    }

    /// Notes which places stand side by side: "Anchorage, Alaska", "the airfield of Mirov in Sarrent", "Mirov near Dorvanne".
    void note_neighbours(std::uint32_t number) {
        constexpr std::uint32_t reach = 6;  // tokens
        const Document& document = story_.input.documents[number];
        for (std::uint32_t at = 0; at < document.analysis.tokens.size(); ++at) {
            const auto first = story_.cast.at(number, at);
            for (std::uint32_t next = at + 1; first && next < document.analysis.tokens.size() && next < at + reach; ++next) {
                if (document.analysis.tokens[next].upos == Upos::VERB) {
                    break;
                }
                if (const auto second = story_.cast.at(number, next); second && *second != *first) {
                    neighbours_.emplace(std::min(*first, *second), std::max(*first, *second));
                }
            }
        }
    }

    /// Neither may hold the other: two known countries, a place of a known country and another country; or two places of which nothing
    /// is known, if neither is a wide one and they stand side by side nowhere.
    bool exclude_each_other(std::uint32_t a, std::uint32_t b) const {
        if (neighbours_.contains({std::min(a, b), std::max(a, b)})) {
            return false;
        }
        if (share_a_word(actor(a).name, actor(b).name) || is_venue(a) != is_venue(b)) {
            return false;
        }
        const std::string first = country_of(a);
        const std::string second = country_of(b);
        if (!first.empty() && !second.empty()) {
            return first != second;
        }
        return first.empty() && second.empty() && actor(a).kind == ActorKind::place && actor(b).kind == ActorKind::place && !is_wide(a) &&
               !is_wide(b);
    }

    /// "Banstead", "Banstead High Street"
    static bool share_a_word(std::string_view a, std::string_view b) {
        const std::string first = fold_accents(a);
        const std::string second = fold_accents(b);
        const std::vector<std::string_view> words = split(second, ' ');
        return std::ranges::any_of(split(first, ' '), [&](std::string_view word) { return std::ranges::find(words, word) != words.end(); });
    }

    /// A site within a town, which the town's name does not contradict.
    bool is_venue(std::uint32_t place) const {
        constexpr std::array<std::string_view, 20> venues = {"arena",  "stadium", "hall",    "hotel",  "street", "square", "airport",
                                                             "palace", "park",    "station", "centre", "center", "road",   "avenue",
                                                             "bridge", "quay",    "house",   "garden", "field",  "church"};
        const std::string name = fold_accents(actor(place).name);
        return std::ranges::any_of(split(name, ' '), [&](std::string_view word) { return is_one_of(word, venues); });
    }

    bool is_wide(std::uint32_t place) const {
        constexpr std::array<std::string_view, 18> wide = {"valley", "county", "province", "district", "island", "islands",
                                                           "region", "state",  "coast",    "sea",      "gulf",   "river",
                                                           "bay",    "strait", "north",    "south",    "east",   "west"};
        const std::string name = fold_accents(actor(place).name);
        return std::ranges::any_of(wide, [&](std::string_view word) { return name.find(word) != std::string::npos; });
    }

    void read(std::size_t i) {
        const Statement& s = story_.facts.statements[i];
        const Document& document = story_.input.documents[s.document];
        const std::vector<Token>& tokens = document.analysis.tokens;
        const bool real = s.status == Status::happened || s.status == Status::planned;
        if (!real || s.negated || s.quoted || s.infinitive) {
            return;
        }
        for (std::uint32_t at = s.first; at < s.last; ++at) {
            const auto place = story_.cast.at(s.document, at);
            const bool site = place && (actor(*place).kind == ActorKind::place || actor(*place).kind == ActorKind::country);
            if (!site || tokens[at].head < 0 || at == 0 || !within(document, s, at)) {
                continue;
            }
            const auto above = static_cast<std::uint32_t>(tokens[at].head);
            if (tokens[at].deprel != Deprel::obl && tokens[at].deprel != Deprel::nmod) {
                continue;
            }
            const Span words{tokens[first_word(document, at)].begin, tokens[at].end};
            const std::string verb = lemma_of(document, above);
            if (above == s.head && is_one_of(verb, holding)) {
                add_held(i, at, *place, words);
            } else if (above == s.head && tokens[above].upos == Upos::VERB) {
                found_.push_back({.statement = i, .act = s.predicate, .place = *place, .words = words});
            } else if (tokens[above].upos == Upos::NOUN) {
                const std::string lemma = lemma_of(document, above);
                const auto term = term_of(s, story_.synonyms.family(lemma).value_or(lemma));
                if (term && acts_.contains(*term)) {
                    const bool it = above == s.head && lemma_of(document, s.first) == "it";
                    found_.push_back({.statement = i,
                                      .act = *term,
                                      .place = *place,
                                      .words = words,
                                      .nominal = true,
                                      .only_one = it || has_article(document, above)});
                }
            }
        }
    }

    /// "the summit, held in Alaska", "the exchange took place at Mirov": what is held there is the act.
    void add_held(std::size_t i, std::uint32_t at, std::uint32_t place, Span words) {
        const Statement& s = story_.facts.statements[i];
        const Document& document = story_.input.documents[s.document];
        const std::vector<Token>& tokens = document.analysis.tokens;
        std::optional<std::uint32_t> held;
        if (tokens[s.head].deprel == Deprel::acl || tokens[s.head].deprel == Deprel::acl_relcl) {
            held = tokens[s.head].head >= 0 ? std::optional(static_cast<std::uint32_t>(tokens[s.head].head)) : std::nullopt;
        }
        for (std::uint32_t token = s.first; token < at && !held; ++token) {
            const bool subject = tokens[token].deprel == Deprel::nsubj || tokens[token].deprel == Deprel::nsubj_pass;
            if (subject && tokens[token].head == static_cast<std::int32_t>(s.head) && tokens[token].upos == Upos::NOUN) {
                held = token;
            }
        }
        if (!held) {
            return;
        }
        const std::string lemma = lemma_of(document, *held);
        const std::string term(story_.synonyms.family(lemma).value_or(lemma));
        for (const auto* list : {&s.terms, &s.around}) {
            const auto found = std::ranges::find(*list, term, [&](std::uint32_t id) { return story_.facts.terms.view(id); });
            if (found != list->end() && acts_.contains(*found)) {
                found_.push_back({.statement = i,
                                  .act = *found,
                                  .place = place,
                                  .words = words,
                                  .nominal = true,
                                  .only_one = has_article(document, *held)});
                return;
            }
        }
    }

    /// "in Alaska", "at Halden Ford", not "from Alaska", "of Alaska".
    static bool within(const Document& document, const Statement& s, std::uint32_t at) {
        constexpr std::array<std::string_view, 4> locating = {"in", "at", "near", "outside"};
        const std::uint32_t first = first_word(document, at);
        return first >= s.first && is_one_of(fold_accents(document.view(document.analysis.tokens[first])), locating);
    }

    static std::uint32_t first_word(const Document& document, std::uint32_t at) {
        std::uint32_t first = at;
        for (std::uint32_t back = 1; back <= 3 && back <= at; ++back) {
            const Token& word = document.analysis.tokens[at - back];
            if (word.upos == Upos::ADP) {
                return at - back;
            }
            if (word.upos != Upos::DET && word.upos != Upos::ADJ && word.upos != Upos::PROPN && word.upos != Upos::NOUN) {
                break;
            }
            first = at - back;
        }
        return first;
    }

    static bool has_article(const Document& document, std::uint32_t noun) {
        constexpr std::array<std::string_view, 6> barring = {"last", "previous", "next", "second", "earlier", "former"};
        bool the = false;
        for (std::uint32_t back = 1; back <= 3 && back <= noun; ++back) {
            const std::string word = fold_accents(document.view(document.analysis.tokens[noun - back]));
            if (is_one_of(word, barring)) {
                return false;
            }
            the = the || word == "the";
        }
        return the;
    }

    std::optional<std::uint32_t> term_of(const Statement& s, std::string_view wanted) const {
        const auto found = std::ranges::find(s.terms, wanted, [&](std::uint32_t term) { return story_.facts.terms.view(term); });
        return found == s.terms.end() ? std::nullopt : std::optional(*found);
    }

    /// "in" and "at" may tell of a town and a spot in it.
    bool same_preposition(const Located& a, const Located& b) const {
        const auto first_word_of = [&](const Located& each) {
            const std::string_view words = story_.input.documents[statement(each).document].view(each.words);
            return fold_accents(words.substr(0, words.find(' ')));
        };
        return first_word_of(a) == first_word_of(b);
    }

    bool days_apart(const Statement& a, const Statement& b) const {
        const auto& first = a.when ? a.when : a.when_around;
        const auto& second = b.when ? b.when : b.when_around;
        return first && second && !first->meets(*second);
    }

    bool of_one_happening(const Located& a, const Located& b) const {
        const Statement& x = statement(a);
        const Statement& y = statement(b);
        if (x.status != y.status) {  // what was planned may have been moved
            const bool own = a.only_one || b.only_one;
            if (!own) {
                return false;
            }
        }
        const auto well_known = [&](const Located& each) {
            const auto accounts = accounts_at_.find({each.act, each.place});
            return accounts != accounts_at_.end() && accounts->second.size() >= 2;
        };
        const bool one = story_.input.account(x.document) == story_.input.account(y.document);
        if ((b.nominal && b.only_one && well_known(a)) || (a.nominal && a.only_one && well_known(b))) {
            return true;
        }
        return !one && !a.nominal && !b.nominal && !days_apart(x, y) && same_doers(x, y) && share_much(a, b);
    }

    bool same_doers(const Statement& a, const Statement& b) const { return story_.cast.any_akin(a.agents, b.agents); }

    /// Words in common beside the doers, the act and the places.
    bool share_much(const Located& a, const Located& b) const {
        constexpr double least = 4;  // weight
        const Statement& x = statement(a);
        const Statement& y = statement(b);
        std::vector<std::uint32_t> common;
        std::ranges::set_intersection(x.terms, y.terms, std::back_inserter(common));
        double weight = 0;
        for (const std::uint32_t term : common) {
            if (!story_.facts.terms.view(term).starts_with('@') && !story_.facts.numeric[term]) {
                weight += story_.facts.weight(term);
            }
        }
        return weight >= least;
    }

    Conflict conflict(const Located& a, const Located& b) const {
        const auto side = [&](const Located& one) {
            Side entry{.value = fold_space(story_.input.documents[statement(one).document].view(one.words)), .evidence = {}};
            for (const Located& other : found_) {
                if (other.act == one.act && other.place == one.place) {
                    const Statement& s = statement(other);
                    entry.evidence.emplace_back(s.document, s.sentence, s.span);
                }
            }
            return entry;
        };
        return {.kind = ConflictKind::place,
                .within_account = false,
                .about = "where: " + quoted_clause(story_, statement(a), statement(b)),
                .sides = {side(a), side(b)}};
    }

    const ConflictInput& story_;
    std::vector<Located> found_;
    std::set<std::uint32_t> acts_;                                                            // terms that are some verb's
    std::set<std::pair<std::uint32_t, std::uint32_t>> neighbours_;                            // actors, the smaller first
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::set<std::uint32_t>> accounts_at_;  // (act, place) => accounts
};

}  // namespace

std::vector<Conflict> find_place_conflicts(const ConflictInput& story) { return Places(story).run(); }

}  // namespace synoptic
