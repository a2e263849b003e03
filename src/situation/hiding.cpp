// SPDX-License-Identifier: Apache-2.0
#include "situation/hiding.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace synoptic {

namespace {

/// Adds the sentences that evidence stands in.
void add_sentences(std::vector<std::string_view>& texts, const Evidence& evidence, const StoryInput& input) {
    for (const Provenance& place : evidence) {
        const Document& document = input.documents[place.document];
        texts.push_back(document.view(document.analysis.sentences[place.sentence].span));
    }
}

/// Drops quotations, and what others say of being the same as they.
void hide_quotes(std::vector<Quotation>& quotes, CorrectionsInUse& corrections) {
    std::vector<std::optional<std::uint32_t>> number(quotes.size());
    std::vector<Quotation> kept;
    for (std::size_t i = 0; i < quotes.size(); ++i) {
        if (!corrections.hidden("quote", {quotes[i].text})) {
            number[i] = static_cast<std::uint32_t>(kept.size());
            kept.push_back(std::move(quotes[i]));
        }
    }
    for (Quotation& quote : kept) {
        for (std::vector<std::uint32_t>* others : {&quote.same_as, &quote.variants}) {
            std::erase_if(*others, [&](std::uint32_t other) { return !number[other]; });
            std::ranges::transform(*others, others->begin(), [&](std::uint32_t other) { return *number[other]; });
        }
    }
    quotes = std::move(kept);
}

}  // namespace

void hide_conflicts(std::vector<Conflict>& conflicts, const StoryInput& input) {
    if (!input.corrections.hides("conflict")) {
        return;
    }
    std::erase_if(conflicts, [&](const Conflict& conflict) {
        std::vector<std::string_view> texts = {conflict.about};
        for (const Side& side : conflict.sides) {
            texts.push_back(side.value);
            add_sentences(texts, side.evidence, input);
        }
        return input.corrections.hidden("conflict", texts);
    });
}

void hide_findings(Situation& situation, const StoryInput& input) {
    CorrectionsInUse& corrections = input.corrections;
    if (corrections.hides("claim")) {
        std::erase_if(situation.claims, [&](const Claim& claim) { return corrections.hidden("claim", {claim.text}); });
    }
    if (corrections.hides("event")) {
        std::erase_if(situation.events, [&](const Event& event) { return corrections.hidden("event", {event.summary}); });
    }
    if (corrections.hides("position")) {
        std::erase_if(situation.positions, [&](const Position& position) {
            std::vector<std::string_view> texts = {position.issue};
            add_sentences(texts, position.evidence, input);
            return corrections.hidden("position", texts);
        });
    }
    if (corrections.hides("quote")) {
        hide_quotes(situation.quotes, corrections);
    }
}

}  // namespace synoptic
