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
        for (const Token& token : document.analysis.tokens) {
            const std::string_view word = document.view(token);
            if (!word.empty() && word.front() >= 'a' && word.front() <= 'z') {
                common_words_.emplace(word);
                common_words_.emplace(document.analysis.lemma(token));
            }
        }
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
    if (use.title < use.first) {
        return true;
    }
    if (organisation_words_.contains(last)) {
        return false;
    }
    if (!offices_.around(document, use.first, use.last).empty()) {
        return true;
    }
    const bool full = use.last - use.first > 1;
    const bool named = first_names_.contains(fold_accents(document.view(tokens[use.first])));
    // a pronoun is the weakest sign: it may have been taken for the wrong name; of two words more is asked
    const bool pronoun = !full && kind_without(use) != EntityKind::group && spoken_of_.contains({use.document, use.first});
    const std::uint32_t next = use.last < tokens.size() && document.view(tokens[use.last]) == "," ? use.last + 1 : use.last;
    const bool relative = full && next < tokens.size() && lemma_of(document, next) == "who";
    bool speaks = false;
    for (std::uint32_t token = use.first; token < use.last && full; ++token) {
        const std::int32_t head = tokens[token].head;
        speaks = speaks || (tokens[token].deprel == Deprel::nsubj && head >= 0 &&
                            speech_verbs_.contains(lemma_of(document, static_cast<std::uint32_t>(head))));
    }
    return named || pronoun || relative || speaks;
}

bool PersonSigns::allowed_by(const NameUse& use, const std::set<std::string, std::less<>>& others) const {
    const Document& document = input_.documents[use.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    if (use.last - use.first < 2 || use.last - use.first > 3) {
        return false;
    }
    for (std::uint32_t token = use.first; token < use.last; ++token) {
        const std::string_view word = document.view(tokens[token]);
        const std::string folded = fold_accents(word);
        const bool plain = word.size() > 2 && is_ascii_upper(word.front()) && !is_ascii_upper(word[1]);
        if (!plain || organisation_words_.contains(folded) || common_words_.contains(folded) || others.contains(folded)) {
            return false;
        }
    }
    if (use.first >= 3 && document.view(tokens[use.first - 1]) == "," && tokens[use.first - 2].upos == Upos::NOUN) {
        return false;  // "the operator, Corval Hydro": the noun would be an office
    }
    constexpr std::uint32_t reach = 2;  // "the Lantern", "the opposition Lantern"
    for (std::uint32_t back = 1; back <= reach && back <= use.first; ++back) {
        const Upos tag = tokens[use.first - back].upos;
        if (tag == Upos::DET) {
            return false;
        }
        if (tag != Upos::ADJ && tag != Upos::NOUN && tag != Upos::PROPN) {
            break;
        }
    }
    return true;
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
