// SPDX-License-Identifier: Apache-2.0
// The same words in quotation marks, put into the mouths of two people.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
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

bool is_pronoun(std::string_view text) {
    constexpr std::array<std::string_view, 7> pronouns = {"he", "she", "they", "it", "who", "i", "we"};
    return std::ranges::find(pronouns, fold_accents(text)) != pronouns.end();
}

/// Whether the quotation's own sentence tells in words who speaks; a quotation that only goes on has it from one before.
bool names_speaker(const ConflictInput& story, const Quotation& quote) {
    const Document& document = story.input.documents[quote.where.document];
    const std::string sentence = fold_space(document.view(document.analysis.sentences[quote.where.sentence].span));
    return !is_pronoun(quote.speaker_text) && sentence.find(quote.speaker_text) != std::string::npos;
}

/// Whether the last person named before the words, in their sentence or the one before it, is the speaker that a pronoun is taken for.
bool follows_its_name(const ConflictInput& story, const Quotation& quote) {
    const Analysis& analysis = story.input.analysis(quote.where.document);
    const Sentence& last = analysis.sentences[quote.where.sentence];
    const bool first_of_block = quote.where.sentence == 0 || analysis.sentences[quote.where.sentence - 1].block != last.block;
    const std::uint32_t from = first_of_block ? last.first : analysis.sentences[quote.where.sentence - 1].first;
    std::optional<std::uint32_t> named;
    for (std::uint32_t token = from; token < last.last && analysis.tokens[token].begin < quote.where.span.begin; ++token) {
        const auto actor = analysis.tokens[token].upos == Upos::PRON ? std::nullopt : story.cast.at(quote.where.document, token);
        if (actor && story.cast.actors[*actor].kind == ActorKind::person) {
            named = actor;
        }
    }
    return named == quote.speaker;
}

/// Words enough to be one person's: a phrase of fewer may be on many tongues.
bool is_an_utterance(const Quotation& quote) {
    constexpr std::ptrdiff_t fewest_spaces = 4;
    return quote.kind == QuoteKind::direct && std::ranges::count(quote.text, ' ') >= fewest_spaces && !quote.speaker_text.empty();
}

/// Whether the sentence around a quotation names somebody: "Doss's lawyer, Ann Vell, said", "Doss and Vell said in a statement".
bool names_beside(const ConflictInput& story, const Quotation& quote, std::string_view name) {
    const Document& document = story.input.documents[quote.where.document];
    const Span sentence = document.analysis.sentences[quote.where.sentence].span;
    std::string beside;
    if (sentence.begin < quote.where.span.begin) {
        beside += document.view({sentence.begin, quote.where.span.begin});
    }
    if (quote.where.span.end < sentence.end) {
        beside += document.view({quote.where.span.end, sentence.end});
    }
    return holds_word_of(beside, name);
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
        bool named_twice = false;  // an account names both beside the words: one person, or the two together
        std::map<std::uint32_t, Evidence> by_speaker;
        std::set<std::uint32_t> sure;  // speakers whom some account names, or means by a pronoun right after the name
        for (std::size_t i : utterance) {
            const Quotation& quote = story.quotes[i];
            if (quote.speaker && is_an_utterance(quote) && !only_related(quote.speaker_text, story.cast.actors[*quote.speaker].name) &&
                story.cast.actors[*quote.speaker].kind == ActorKind::person) {
                by_speaker[*quote.speaker].push_back(quote.where);
                if (names_speaker(story, quote) || follows_its_name(story, quote)) {
                    sure.insert(*quote.speaker);
                }
            }
        }
        for (std::size_t i : utterance) {
            for (const auto& [speaker, evidence] : by_speaker) {
                const std::string& name = story.cast.actors[speaker].name;
                named_twice = named_twice || (story.quotes[i].speaker != speaker && (holds_word_of(story.quotes[i].speaker_text, name) ||
                                                                                     names_beside(story, story.quotes[i], name)));
            }
        }
        if (by_speaker.size() == 2) {
            const std::string& first = story.cast.actors[by_speaker.begin()->first].name;
            const std::string& second = story.cast.actors[std::next(by_speaker.begin())->first].name;
            named_twice = named_twice || holds_word_of(first, second) || holds_word_of(second, first);
        }
        if (by_speaker.size() != 2 || sure.size() != 2 || named_twice ||
            story.cast.akin(by_speaker.begin()->first, std::next(by_speaker.begin())->first)) {
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
