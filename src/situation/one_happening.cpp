// SPDX-License-Identifier: Apache-2.0
#include "situation/one_happening.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text.hpp"

namespace synoptic {

namespace {

bool in_a_time(const Document& document, std::uint32_t token) {
    const std::uint32_t begin = document.analysis.tokens[token].begin;
    return std::ranges::any_of(document.analysis.times, [&](const TimeExpression& time) { return time.span.contains(begin); });
}

/// What many places are called.
bool says_nothing(std::string_view folded) {
    constexpr std::array<std::string_view, 19> words = {"street", "avenue", "road",  "boulevard", "drive",     "lane", "hospital",
                                                        "center", "centre", "north", "south",     "east",      "west", "police",
                                                        "county", "city",   "park",  "school",    "university"};
    return std::ranges::find(words, folded) != words.end();
}

/// "94th" of a street, "200" of a block: numbers that tell a place.
bool numbers_a_place(const Document& document, std::uint32_t token, std::uint32_t last) {
    const std::string_view word = document.view(document.analysis.tokens[token]);
    const bool ordinal = std::ranges::any_of(std::array<std::string_view, 4>{"st", "nd", "rd", "th"},
                                             [&](std::string_view ending) { return word.ends_with(ending); });
    return is_ascii_digit(word.front()) && (ordinal || (token + 1 < last && lemma_of(document, token + 1) == "block"));
}

/// The names and house numbers that stand behind a preposition of place in a sentence.
std::set<std::string> place_words(const ConflictInput& story, const Statement& s) {
    constexpr std::array<std::string_view, 9> prepositions = {"in", "at", "on", "near", "to", "along", "outside", "inside", "behind"};
    constexpr std::uint32_t reach = 8;
    const Document& document = story.input.documents[s.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    const Sentence& sentence = document.analysis.sentences[s.sentence];
    std::set<std::string> words;
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
        const bool opens =
            tokens[at].upos == Upos::ADP && std::ranges::find(prepositions, fold_accents(document.view(tokens[at]))) != prepositions.end();
        if (!opens) {
            continue;
        }
        for (std::uint32_t next = at + 1; next < std::min(sentence.last, at + reach); ++next) {
            const Upos tag = tokens[next].upos;
            if (tag == Upos::VERB || tag == Upos::AUX || tag == Upos::PUNCT || in_a_time(document, next)) {
                break;
            }
            std::string word = fold_accents(document.view(tokens[next]));
            if ((tag == Upos::PROPN && !says_nothing(word)) || numbers_a_place(document, next, sentence.last)) {
                words.insert(std::move(word));
            }
        }
    }
    return words;
}

}  // namespace

bool of_the_page(const ConflictInput& story, const Statement& s) {
    constexpr std::array<std::string_view, 4> page_words = {"publish", "update", "post", "print"};
    return std::ranges::find(page_words, lemma_of(story.input.documents[s.document], s.head)) != page_words.end();
}

bool in_other_places(const ConflictInput& story, const Statement& a, const Statement& b) {
    const std::set<std::string> first = place_words(story, a);
    const std::set<std::string> second = place_words(story, b);
    return !first.empty() && !second.empty() && std::ranges::none_of(first, [&](const std::string& word) { return second.contains(word); });
}

bool of_other_people(const ConflictInput& story, const Statement& a, const Statement& b) {
    const auto people = [&](const Statement& s) {
        std::vector<std::uint32_t> found = s.actors;
        std::erase_if(found, [&](std::uint32_t actor) { return story.cast.actors[actor].kind != ActorKind::person; });
        return found;
    };
    const std::vector<std::uint32_t> first = people(a);
    const std::vector<std::uint32_t> second = people(b);
    return !first.empty() && !second.empty() && !story.cast.any_akin(first, second);
}

bool one_of_several(const ConflictInput& story, const Statement& s) {
    constexpr std::array<std::string_view, 5> ordering = {"latest", "recent", "another", "previous", "earlier"};
    const Document& document = story.input.documents[s.document];
    for (std::uint32_t at = s.first; at < s.head; ++at) {
        const Token& token = document.analysis.tokens[at];
        if ((token.upos == Upos::ADJ || token.upos == Upos::DET) &&
            std::ranges::find(ordering, fold_accents(document.view(token))) != ordering.end()) {
            return true;
        }
    }
    return false;
}

}  // namespace synoptic
