// SPDX-License-Identifier: Apache-2.0
// A number conflict: two accounts give one quantity of one matter values that no rounding, range or growth brings together.
#include <algorithm>
#include <array>

#include "core/text.hpp"
#include "situation/conflicts.hpp"

namespace synoptic {

namespace {

constexpr double least_shared = 4.5;  // weight of the words around the two numbers that they share

/// Counts that grow while a story goes on: of two such figures the later and greater is no conflict.
constexpr std::array<std::string_view, 9> growing = {"kill", "injure", "missing", "detain", "rescue", "evacuate", "destroy", "sign", "damage"};

class Comparison {
public:
    explicit Comparison(const ConflictInput& story) : story_(story) {}

    std::vector<Conflict> run() {
        for (const Match& match : story_.matches) {
            const Statement& a = story_.facts.statements[match.a];
            const Statement& b = story_.facts.statements[match.b];
            if (story_.input.account(a.document) == story_.input.account(b.document) || a.quantities.empty() || b.quantities.empty() || !comparable(a, b)) {
                continue;
            }
            compare(match, a, b);
        }
        return std::move(conflicts_);
    }

private:
    const Quantity& quantity(const Statement& s, std::size_t i) const { return story_.facts.quantities.at(s.document)[i]; }

    /// Both told as fact of the same days.
    static bool comparable(const Statement& a, const Statement& b) {
        return a.status == Status::happened && b.status == Status::happened && a.negated == b.negated && !(a.when && b.when && !a.when->meets(*b.when));
    }

    bool one_unit(const Quantity& a, const Quantity& b) const {
        if (a.measure != b.measure || a.per != b.per) {
            return false;
        }
        if (a.measure != "count" && !(a.part || b.part)) {
            return a.unit == b.unit;
        }
        return kind(a.unit) == kind(b.unit);
    }
    std::string_view kind(std::string_view noun) const { return story_.synonyms.family(noun).value_or(noun); }

    /// Whether any number of one sentence stands in the other too: then each sentence tells of several, and the pair is no conflict.
    bool echoed(const Statement& a, const Quantity& value, const Statement& b) const {
        return std::ranges::any_of(story_.facts.quantities.at(b.document), [&](const Quantity& other) {
            return other.sentence == b.sentence && other.measure == value.measure && one_unit(value, other) && agree(value, other);
        }) || (static_cast<void>(a), false);
    }

    /// A total that the later document puts higher.
    bool grows(const Statement& a, const Quantity& first, const Statement& b, const Quantity& second) const {
        const bool counted = std::ranges::any_of(growing, [&](std::string_view family) {
            const auto has = [&](const Statement& s) {
                return std::ranges::any_of(s.terms, [&](std::uint32_t term) { return story_.facts.terms.view(term) == family; });
            };
            return has(a) || has(b);
        });
        const auto& early = story_.input.documents[a.document].published;
        const auto& late = story_.input.documents[b.document].published;
        if (!counted || !early || !late || early->date == late->date) {
            return false;
        }
        return (early->date < late->date) == (first.value < second.value);
    }

    /// The weight of what the two clauses share beside the numbers and what they count.
    double shared_matter_weight(const Statement& a, const Statement& b) const {
        const auto without_numbers = [&](std::vector<std::uint32_t> terms) {
            std::erase_if(terms, [&](std::uint32_t term) { return !story_.facts.terms.view(term).empty() && is_ascii_digit(story_.facts.terms.view(term).front()); });
            return terms;
        };
        const auto own_a = without_numbers(a.terms);
        const auto own_b = without_numbers(b.terms);
        return story_.facts.shared(own_a, own_b) +
               0.5 * std::max(story_.facts.shared(own_a, without_numbers(b.around)), story_.facts.shared(without_numbers(a.around), own_b));
    }

    void compare(const Match& match, const Statement& a, const Statement& b) {
        for (std::size_t i : a.quantities) {
            for (std::size_t j : b.quantities) {
                const Quantity& first = quantity(a, i);
                Quantity second = quantity(b, j);
                if (!one_unit(first, second) || (first.value < 1 && !first.part)) {
                    continue;
                }
                if (first.part && second.part && opposed(a, b)) {  // "one in five ran", "nine in ten were cancelled"
                    second.low = second.high = 100 - second.value;
                }
                if (agree(first, second) || echoed(a, first, b) || echoed(b, quantity(b, j), a) || grows(a, first, b, second) ||
                    shared_matter_weight(a, b) < least_shared) {
                    continue;
                }
                add(match, a, first, b, quantity(b, j));
            }
        }
    }

    bool opposed(const Statement& a, const Statement& b) const {
        return std::ranges::any_of(a.terms, [&](std::uint32_t x) {
            const auto opposite = story_.synonyms.opposite(story_.facts.terms.view(x));
            return std::ranges::any_of(b.terms, [&](std::uint32_t y) {
                const std::string_view other = story_.facts.terms.view(y);
                return opposite == other || story_.synonyms.opposite(other) == story_.facts.terms.view(x);
            });
        });
    }

    std::string words(const Statement& s, const Quantity& q) const {
        const Document& document = story_.input.documents[s.document];
        return fold_space(Span{document.analysis.tokens[q.first].begin, document.analysis.tokens[q.last - 1].end}.in(document.text));
    }

    void add(const Match& match, const Statement& a, const Quantity& first, const Statement& b, const Quantity& second) {
        const auto holds = [&](const Quantity& value) {
            return [this, &value](const Statement& s) {
                return std::ranges::any_of(s.quantities, [&](std::size_t i) { return one_unit(quantity(s, i), value) && agree(quantity(s, i), value); });
            };
        };
        conflicts_.push_back({.kind = ConflictKind::number,
                              .within_account = false,
                              .about = shared_matter(story_, a, b),
                              .sides = {{.value = words(a, first), .evidence = with_company(story_, match.a, holds(first))},
                                        {.value = words(b, second), .evidence = with_company(story_, match.b, holds(second))}}});
    }

    const ConflictInput& story_;
    std::vector<Conflict> conflicts_;
};

}  // namespace

std::vector<Conflict> find_number_conflicts(const ConflictInput& story) { return Comparison(story).run(); }

}  // namespace synoptic
