// SPDX-License-Identifier: Apache-2.0
// Quotations by speaker; the variants of one utterance stand together.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "core/text.hpp"
#include "present/dossier/markup.hpp"
#include "present/dossier/sections.hpp"

namespace synoptic {

namespace {

using Utterance = std::vector<const QuoteRecord*>;  ///< variants of the same words, in the story's order

/// By quotation: those with the same words in the same sentence, as copies have them.
std::vector<std::vector<std::uint32_t>> copies(const DossierContext& context) {
    const std::vector<QuoteRecord>& quotes = context.story().quotes;
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> same;
    for (std::uint32_t i = 0; i < quotes.size(); ++i) {
        same[{fold_accents(quotes[i].text), fold_accents(context.sentence(quotes[i].place))}].push_back(i);
    }
    std::vector<std::vector<std::uint32_t>> of(quotes.size());
    for (const auto& [words, members] : same) {
        for (const std::uint32_t member : members) {
            of[member] = members;
        }
    }
    return of;
}

/// Follows same_as and copies, so that each quotation is in one utterance.
std::vector<Utterance> utterances(const DossierContext& context) {
    const StoryRecord& story = context.story();
    const std::vector<std::vector<std::uint32_t>> copied = copies(context);
    std::vector<Utterance> found;
    std::vector<bool> taken(story.quotes.size());
    for (std::uint32_t first = 0; first < story.quotes.size(); ++first) {
        if (taken[first]) {
            continue;
        }
        std::vector<std::uint32_t> members = {first};
        taken[first] = true;
        for (std::size_t next = 0; next < members.size(); ++next) {
            for (const std::vector<std::uint32_t>* others : {&story.quotes[members[next]].same_as, &copied[members[next]]}) {
                for (const std::uint32_t other : *others) {
                    if (!taken[other]) {
                        taken[other] = true;
                        members.push_back(other);
                    }
                }
            }
        }
        std::ranges::sort(members);
        Utterance& utterance = found.emplace_back();
        for (const std::uint32_t member : members) {
            utterance.push_back(&story.quotes[member]);
        }
    }
    return found;
}

std::string variant(const DossierContext& context, const PlaceRecords& same, const QuoteRecord& quote) {
    const std::string kind = quote.kind == "direct"
                                 ? ""
                                 : fmt::format("<small class=\"tag\">{}</small>",
                                               quote.kind == "indirect" ? "reported, not word for word" : "partly word for word");
    return context.quotation(same, context.marked_sentence(same.front()) + " " + kind);
}

/// Signs of the sentences in which other accounts give the same in other words.
std::string in_other_words(const DossierContext& context, const Utterance& utterance) {
    std::vector<std::uint32_t> others;
    for (const QuoteRecord* quote : utterance) {
        others.insert(others.end(), quote->variants.begin(), quote->variants.end());
    }
    std::ranges::sort(others);
    others.erase(std::ranges::unique(others).begin(), others.end());
    PlaceRecords places;
    for (const std::uint32_t other : others) {
        places.push_back(context.story().quotes[other].place);
    }
    return places.empty() ? "" : fmt::format("<p class=\"note\">In other words: {}</p>\n", context.signs(places));
}

std::string utterance_html(const DossierContext& context, const Utterance& utterance) {
    PlaceRecords places;
    for (const QuoteRecord* quote : utterance) {
        places.push_back(quote->place);
    }
    std::string html;
    for (const PlaceRecords& same : group_by_sentence(context, places)) {
        const auto quote = std::ranges::find_if(utterance, [&](const QuoteRecord* each) {
            return each->place.document == same.front().document && each->place.start == same.front().start;
        });
        html += variant(context, same, **quote);
    }
    html += in_other_words(context, utterance);
    return fmt::format("<div class=\"utterance{}\" id=\"{}\">\n{}</div>\n", utterance.size() > 1 ? " shared" : "",
                       item_anchor("quote", utterance.front()->id), html);
}

/// The speaker most of the variants name.
std::optional<std::uint32_t> speaker_of(const Utterance& utterance) {
    std::map<std::uint32_t, int> votes;
    for (const QuoteRecord* quote : utterance) {
        if (quote->speaker) {
            ++votes[*quote->speaker];
        }
    }
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    return most == votes.end() ? std::nullopt : std::optional(most->first);
}

std::string speakers_differ(const DossierContext& context, const Utterance& utterance) {
    std::vector<std::uint32_t> speakers;
    for (const QuoteRecord* quote : utterance) {
        if (quote->speaker && std::ranges::find(speakers, *quote->speaker) == speakers.end()) {
            speakers.push_back(*quote->speaker);
        }
    }
    return speakers.size() < 2 ? ""
                               : fmt::format("<p class=\"note\">The accounts give these words to different speakers: {}.</p>\n",
                                             context.actor_names(speakers));
}

}  // namespace

std::string quotes_section(const DossierContext& context) {
    const std::string lead = "Each quotation in its whole sentence. Variants of one utterance stand together, so that a fragment can be "
                             "read beside the full words.";
    const std::vector<Utterance> all = utterances(context);
    if (all.empty()) {
        return section("quotes", "Who is quoted", lead, "<p class=\"empty\">These accounts quote nobody, as far as was found.</p>\n");
    }
    std::map<std::uint32_t, std::vector<const Utterance*>> by_speaker;
    std::vector<const Utterance*> unnamed;
    for (const Utterance& utterance : all) {
        const std::optional<std::uint32_t> speaker = speaker_of(utterance);
        (speaker ? by_speaker[*speaker] : unnamed).push_back(&utterance);
    }
    std::vector<std::uint32_t> speakers;
    for (const auto& [speaker, list] : by_speaker) {
        speakers.push_back(speaker);
    }
    std::ranges::stable_sort(speakers, std::greater{}, [&](std::uint32_t speaker) { return by_speaker[speaker].size(); });

    std::string html;
    const auto group = [&](const std::string& heading, const std::vector<const Utterance*>& list) {
        std::string content;
        for (const Utterance* utterance : list) {
            content += speakers_differ(context, *utterance) + utterance_html(context, *utterance);
        }
        html += fmt::format("<details class=\"speaker\" open><summary>{} <small>{}</small></summary>\n{}</details>\n", heading,
                            counted(list.size(), "utterance", "utterances"), content);
    };
    for (const std::uint32_t speaker : speakers) {
        group(escape_html(context.story().actors[speaker].name), by_speaker[speaker]);
    }
    if (!unnamed.empty()) {
        group("<em>Speaker not known</em>", unnamed);
    }
    return section("quotes", "Who is quoted", lead, html);
}

}  // namespace synoptic
