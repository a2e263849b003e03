// SPDX-License-Identifier: Apache-2.0
// "The first since 1987" against "not since 2004", "as recently as 2017" or "the second in ten years": claims about when the like of it
// had last been. Each is brought to the year before; years that differ by more than rounding are a conflict if the claims share a matter.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/text.hpp"
#include "situation/conflicts.hpp"

namespace synoptic {

namespace {

struct Precedence {
    std::size_t statement = 0;
    int year = 0;  ///< when the like of it last was; 0 for never
    std::string words{};
};

class Reader {
public:
    explicit Reader(const ConflictInput& story) : story_(story) {}

    std::vector<Precedence> run() const {
        std::vector<Precedence> found;
        for (const auto& [place, range] : story_.facts.of_sentence) {
            if (auto precedence = read(place.first, place.second, range.first, range.second)) {
                found.push_back(std::move(*precedence));
            }
        }
        return found;
    }

private:
    std::optional<int> year_at(const Document& document, std::uint32_t from, std::uint32_t last) const {
        for (std::uint32_t at = from; at < last && at < from + 6; ++at) {
            const std::string_view text = document.view(document.analysis.tokens[at]);
            if (text.size() == 4 && std::ranges::all_of(text, is_ascii_digit) && (text[0] == '1' || text[0] == '2')) {
                return std::stoi(std::string(text));
            }
            if (document.analysis.tokens[at].upos == Upos::PUNCT) {
                break;
            }
        }
        return std::nullopt;
    }

    std::optional<Precedence> read(std::uint32_t number, std::uint32_t sentence, std::size_t begin, std::size_t end) const {
        if (begin == end) {
            return std::nullopt;
        }
        const Document& document = story_.input.documents[number];
        const Sentence& range = document.analysis.sentences[sentence];
        std::vector<std::string> words;
        for (std::uint32_t at = range.first; at < range.last; ++at) {
            words.push_back(fold_accents(document.view(document.analysis.tokens[at])));
        }
        const auto word = [&](std::size_t at) { return at < words.size() ? std::string_view(words[at]) : std::string_view{}; };
        const auto any_before = [&](std::size_t at, std::initializer_list<std::string_view> wanted, std::size_t reach) {
            for (std::size_t i = at > reach ? at - reach : 0; i < at; ++i) {
                if (std::ranges::find(wanted, words[i]) != wanted.end()) {
                    return true;
                }
            }
            return false;
        };
        constexpr std::size_t reach = 22;
        for (std::size_t at = 0; at < words.size(); ++at) {
            const auto token = range.first + static_cast<std::uint32_t>(at);
            std::optional<int> year;
            if (word(at) == "since" &&
                any_before(at, {"first", "earliest", "not", "n't", "never", "no", "biggest", "largest", "worst", "deadliest", "last"},
                           reach)) {
                year = year_at(document, token + 1, range.last);
            } else if (word(at) == "recently" && word(at + 1) == "as") {
                year = year_at(document, token + 2, range.last);
            } else if ((word(at) == "in" || word(at) == "for") && any_before(at, {"first", "earliest", "not"}, reach)) {
                const std::vector<Quantity>& quantities = story_.facts.quantities.at(number);
                const auto years = std::ranges::find_if(quantities, [&](const Quantity& q) {
                    return q.sentence == sentence && q.first >= token && q.first <= token + 3 && q.measure == "duration" &&
                           q.value >= 2 * 525960.0;
                });
                const auto& published = document.published;
                if (years != quantities.end() && published) {
                    year = published->date.year - static_cast<int>(std::lround(years->value / 525960.0));
                }
            }
            if (!year && word(at) == "in" && tells_of_the_last(words, at)) {
                year = year_at(document, token + 1, range.last);
            }
            if (!year) {
                continue;
            }
            const Statement* statement = story_.facts.at(number, sentence, token);
            if (statement == nullptr || statement->quoted) {
                continue;
            }
            return Precedence{.statement = static_cast<std::size_t>(statement - story_.facts.statements.data()),
                              .year = *year,
                              .words = phrase(document, range, at)};
        }
        return std::nullopt;
    }

    /// "The last exchange of this kind took place | in 2011": the last or previous of a kind, told at the head of the sentence.
    static bool tells_of_the_last(const std::vector<std::string>& words, std::size_t at) {
        constexpr std::array<std::string_view, 8> spans = {"year", "month", "week", "time", "day", "night", "decade", "minute"};
        constexpr std::size_t opening = 4;  // words before "last"
        for (std::size_t i = 1; i + 1 < at && i < opening; ++i) {
            const bool last = words[i] == "last" || words[i] == "previous" || words[i] == "latest";
            const bool bare = std::ranges::any_of(spans, [&](std::string_view span) { return words[i + 1].starts_with(span); });
            if (last && words[i - 1] == "the" && !bare) {
                return true;
            }
        }
        return false;
    }

    static std::string phrase(const Document& document, const Sentence& range, std::size_t at) {
        const auto first = range.first + static_cast<std::uint32_t>(at > 4 ? at - 4 : 0);
        const auto last = std::min(range.last, range.first + static_cast<std::uint32_t>(at) + 5);
        return fold_space(Span{document.analysis.tokens[first].begin, document.analysis.tokens[last - 1].end}.in(document.text));
    }

    const ConflictInput& story_;
};

std::vector<std::uint32_t> whole(const Statement& statement) {
    std::vector<std::uint32_t> all;
    std::ranges::set_union(statement.terms, statement.around, std::back_inserter(all));
    return all;
}

/// A word in common that is no name and no number: what the two are about. One of them may leave it to the rest of its sentence.
bool share_a_word(const ConflictInput& story, const Statement& a, const Statement& b) {
    const auto among = [&](const std::vector<std::uint32_t>& own, const std::vector<std::uint32_t>& others) {
        return std::ranges::any_of(own, [&](std::uint32_t term) {
            const std::string_view text = story.facts.terms.view(term);
            return !text.starts_with('@') && !is_ascii_digit(text.front()) && !story.facts.numeric[term] && text != "first" &&
                   text != "previous" && std::ranges::binary_search(others, term);
        });
    };
    return among(a.terms, whole(b)) || among(b.terms, whole(a));
}

}  // namespace

std::vector<Conflict> find_precedence_conflicts(const ConflictInput& story) {
    constexpr int rounding = 1;           // years; "in 16 years" may count either end
    constexpr double least_shared = 1.0;  // weight: the story's own matter is common to all and weighs little
    const std::vector<Precedence> found = Reader(story).run();
    std::vector<Conflict> conflicts;
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (std::size_t j = i + 1; j < found.size(); ++j) {
            const Statement& a = story.facts.statements[found[i].statement];
            const Statement& b = story.facts.statements[found[j].statement];
            if (story.input.account(a.document) == story.input.account(b.document) || std::abs(found[i].year - found[j].year) <= rounding ||
                story.facts.shared(whole(a), whole(b)) < least_shared || !share_a_word(story, a, b)) {
                continue;
            }
            Conflict conflict{.kind = ConflictKind::precedence,
                              .within_account = false,
                              .about = "when it last happened: " + quoted_clause(story, a, b),
                              .sides = {}};
            for (const Precedence* side : {&found[i], &found[j]}) {
                Side entry{.value = side->words, .evidence = {}};
                for (const Precedence& other : found) {
                    if (std::abs(other.year - side->year) <= rounding) {
                        const Statement& s = story.facts.statements[other.statement];
                        entry.evidence.emplace_back(s.document, s.sentence, s.span);
                    }
                }
                conflict.sides.push_back(std::move(entry));
            }
            conflicts.push_back(std::move(conflict));
        }
    }
    return conflicts;
}

}  // namespace synoptic
