// SPDX-License-Identifier: Apache-2.0
// The same words in quotation marks, put into the mouths of two people.
#include <algorithm>
#include <map>
#include <set>

#include "core/text.hpp"
#include "situation/conflicts.hpp"

namespace synoptic {

namespace {

/// ("her agent, Ann Vell", "Ann Vell") => true: the last word of the name stands in the text.
bool holds_word_of(std::string_view text, std::string_view name) {
    const std::size_t space = name.rfind(' ');
    const std::string word = fold_accents(space == std::string_view::npos ? name : name.substr(space + 1));
    return word.size() > 2 && fold_accents(text).find(word) != std::string::npos;
}

/// "her agent": words for somebody by his tie to another, who may have been taken for him.
bool only_related(std::string_view text, std::string_view name) {
    const std::string folded = fold_accents(text);
    const bool possessed = folded.starts_with("her ") || folded.starts_with("his ");
    return possessed && !holds_word_of(text, name);
}

}  // namespace

std::vector<Conflict> find_speaker_conflicts(const ConflictInput& story) {
    std::vector<Conflict> conflicts;
    std::set<std::size_t> seen;
    for (std::size_t start = 0; start < story.quotes.size(); ++start) {
        if (story.quotes[start].same_as.empty() || !seen.insert(start).second) {
            continue;
        }
        std::vector<std::size_t> utterance = {start};  // all quotations of these words
        for (std::size_t i = 0; i < utterance.size(); ++i) {
            for (std::uint32_t other : story.quotes[utterance[i]].same_as) {
                if (seen.insert(other).second) {
                    utterance.push_back(other);
                }
            }
        }
        bool named_twice = false;  // one account's words for the speaker hold the other's name: one person
        std::map<std::uint32_t, Evidence> by_speaker;
        for (std::size_t i : utterance) {
            const Quotation& quote = story.quotes[i];
            if (quote.speaker && !only_related(quote.speaker_text, story.cast.actors[*quote.speaker].name) &&
                story.cast.actors[*quote.speaker].kind == ActorKind::person) {
                by_speaker[*quote.speaker].push_back(quote.where);
            }
        }
        for (std::size_t i : utterance) {
            for (const auto& [speaker, evidence] : by_speaker) {
                named_twice = named_twice || (story.quotes[i].speaker != speaker &&
                                              holds_word_of(story.quotes[i].speaker_text, story.cast.actors[speaker].name));
            }
        }
        if (by_speaker.size() == 2) {
            const std::string& first = story.cast.actors[by_speaker.begin()->first].name;
            const std::string& second = story.cast.actors[std::next(by_speaker.begin())->first].name;
            named_twice = named_twice || holds_word_of(first, second) || holds_word_of(second, first);
        }
        if (by_speaker.size() != 2 || named_twice || story.cast.akin(by_speaker.begin()->first, std::next(by_speaker.begin())->first)) {
            continue;
        }
        Conflict conflict{.kind = ConflictKind::who,
                          .within_account = false,
                          .about = "who said: \u201C" + cut_at_word(story.quotes[start].text) + "\u201D",
                          .sides = {}};
        for (auto& [speaker, evidence] : by_speaker) {
            conflict.sides.push_back({.value = story.cast.actors[speaker].name, .evidence = std::move(evidence)});
        }
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

}  // namespace synoptic
