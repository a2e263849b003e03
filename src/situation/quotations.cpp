// SPDX-License-Identifier: Apache-2.0
#include "situation/quotations.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t fewest_words = 4;  // a shorter fragment may be anybody's

/// " the sea is not a toll road ": folded words with a space on either side, so that one text contains another only at word bounds.
std::string folded_words(std::string_view text) {
    std::string words = " ";
    for (char c : fold_accents(text)) {
        const bool letter = is_ascii_alpha(c) || is_ascii_digit(c) || (c & 0x80) != 0;
        if (letter) {
            words += c;
        } else if (c != '\'' && words.back() != ' ') {
            words += ' ';
        }
    }
    if (words.back() != ' ') {
        words += ' ';
    }
    return words;
}

std::size_t count_words(const std::string& folded) { return static_cast<std::size_t>(std::ranges::count(folded, ' ')) - 1; }

bool same_words(const std::string& a, const std::string& b) {
    const std::string& shorter = a.size() < b.size() ? a : b;
    const std::string& longer = a.size() < b.size() ? b : a;
    return a == b || (count_words(shorter) >= fewest_words && longer.find(shorter) != std::string::npos);
}

}  // namespace

std::optional<std::uint32_t> speaker_of(const StoryInput& input, const Cast& cast, std::uint32_t document, const Quote& quote) {
    const Document& text = input.documents[document];
    if (const auto corrected = input.corrections.speaker(text.view(quote.content))) {
        return cast.named(*corrected);
    }
    std::optional<std::uint32_t> first;
    if (!quote.speaker.empty()) {
        std::vector<std::uint32_t> named;  // "her agent, Ann Vell": the owner before the noun does not speak
        for (std::uint32_t token = text.analysis.token_at(quote.speaker.begin);
             token < text.analysis.tokens.size() && text.analysis.tokens[token].begin < quote.speaker.end; ++token) {
            if (const auto actor = cast.at(document, token); actor && text.analysis.tokens[token].deprel != Deprel::nmod_poss) {
                named.push_back(*actor);
            }
        }
        const auto person = std::ranges::find_if(named, [&](std::uint32_t actor) { return cast.actors[actor].kind == ActorKind::person; });
        if (person != named.end()) {
            return *person;
        }
        if (!named.empty()) {
            first = named.front();
        }
    }
    if (quote.speaker_chain) {
        std::map<std::uint32_t, std::size_t> votes;
        for (const Mention& mention : text.analysis.mentions) {
            if (mention.chain == *quote.speaker_chain) {
                if (const auto actor = cast.at(document, mention.head)) {
                    ++votes[*actor];
                }
            }
        }
        if (!votes.empty()) {
            return std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; })->first;
        }
    }
    return first;
}

std::vector<Quotation> find_quotations(const StoryInput& input, const Cast& cast) {
    std::vector<Quotation> quotations;
    std::vector<std::string> folded;
    for (std::uint32_t number : input.story.documents) {
        const Document& document = input.documents[number];
        for (const Quote& quote : document.analysis.quotes) {
            if (quote.content.empty()) {
                continue;
            }
            quotations.push_back({.text = std::string(document.view(quote.content)),
                                  .kind = quote.kind,
                                  .speaker = speaker_of(input, cast, number, quote),
                                  .speaker_text = fold_space(document.view(quote.speaker)),
                                  .where = Provenance(number, document.analysis.sentence_at(quote.content.begin), quote.content),
                                  .same_as = {}});
            folded.push_back(folded_words(quotations.back().text));
        }
    }
    // compared only where they share their longest word, so that a large story stays cheap
    std::map<std::string, std::vector<std::uint32_t>> by_word;
    for (std::uint32_t i = 0; i < quotations.size(); ++i) {
        if (quotations[i].kind == QuoteKind::indirect) {
            continue;
        }
        std::map<std::string, bool> words;
        for (std::string_view word : split(folded[i], ' ')) {
            if (word.size() > 3) {
                words.emplace(word, true);
            }
        }
        for (const auto& [word, unused] : words) {
            std::vector<std::uint32_t>& before = by_word[word];
            for (std::uint32_t j : before) {
                if (quotations[j].where.document != quotations[i].where.document && same_words(folded[i], folded[j])) {
                    quotations[i].same_as.push_back(j);
                    quotations[j].same_as.push_back(i);
                }
            }
            constexpr std::size_t most = 100;
            if (before.size() < most) {
                before.push_back(i);
            }
        }
    }
    for (Quotation& quotation : quotations) {
        std::ranges::sort(quotation.same_as);
        quotation.same_as.erase(std::ranges::unique(quotation.same_as).begin(), quotation.same_as.end());
    }
    return quotations;
}

}  // namespace synoptic
