// SPDX-License-Identifier: Apache-2.0
#include "situation/person_signs.hpp"

#include <algorithm>
#include <array>

#include "core/table.hpp"
#include "core/text.hpp"
#include "situation/terms.hpp"

namespace synoptic {

namespace {

constexpr std::array<std::string_view, 8> personal = {"he", "she", "him", "her", "his", "hers", "himself", "herself"};

}  // namespace

PersonSigns::PersonSigns(const StoryInput& input, const Offices& offices) : input_(input), offices_(offices) {
    for (const Row& row : load_table("first_names.tsv")) {
        first_names_.insert(fold_accents(row.at(0)));
    }
    for (const Row& row : load_table("speech_verbs.tsv")) {
        speech_verbs_.emplace(row.at(0));
    }
    for (const Row& row : load_table("organisation_words.tsv")) {
        organisation_words_.emplace(row.at(0));
    }
    for (std::uint32_t number : input.story.documents) {
        const Document& document = input.documents[number];
        std::set<std::uint32_t> chains;
        for (const Mention& mention : document.analysis.mentions) {
            if (mention.kind == MentionKind::pronoun && mention.head < document.analysis.tokens.size() &&
                std::ranges::find(personal, fold_accents(document.view(document.analysis.tokens[mention.head]))) != personal.end()) {
                chains.insert(mention.chain);
            }
        }
        for (const Mention& mention : document.analysis.mentions) {
            if (mention.kind == MentionKind::name && chains.contains(mention.chain)) {
                for (std::uint32_t token = mention.first; token < mention.last; ++token) {
                    spoken_of_.emplace(number, token);
                }
            }
        }
    }
}

bool PersonSigns::shown_by(const NameUse& use) const {
    const Document& document = input_.documents[use.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    const std::string last = fold_accents(document.view(tokens[use.last - 1]));
    if (use.title < use.first || !offices_.around(document, use.first, use.last).empty()) {
        return true;
    }
    if (organisation_words_.contains(last)) {
        return false;
    }
    const bool full = use.last - use.first > 1;
    const bool named = full && first_names_.contains(fold_accents(document.view(tokens[use.first])));
    const bool pronoun = spoken_of_.contains({use.document, use.first}) || spoken_of_.contains({use.document, use.last - 1});
    const std::uint32_t next = use.last < tokens.size() && document.view(tokens[use.last]) == "," ? use.last + 1 : use.last;
    const bool relative = next < tokens.size() && lemma_of(document, next) == "who";
    bool speaks = false;
    for (std::uint32_t token = use.first; token < use.last && full; ++token) {
        const std::int32_t head = tokens[token].head;
        speaks = speaks || (tokens[token].deprel == Deprel::nsubj && head >= 0 &&
                            speech_verbs_.contains(lemma_of(document, static_cast<std::uint32_t>(head))));
    }
    return named || pronoun || relative || speaks;
}

EntityKind PersonSigns::kind_without(const NameUse& use) const {
    const Document& document = input_.documents[use.document];
    const Token& word = document.analysis.tokens[use.first];
    const std::string text = fold_accents(document.view(word));
    const bool plural = use.last - use.first == 1 && text.size() > 4 && text.ends_with('s') && !text.ends_with("ss") &&
                        (word.upos == Upos::NOUN || text != lemma_of(document, use.first));
    return plural ? EntityKind::group : EntityKind::organization;
}

}  // namespace synoptic
