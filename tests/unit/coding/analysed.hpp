// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sstream>
#include <string>
#include <string_view>

#include "core/document.hpp"
#include "core/text.hpp"

namespace synoptic {

/// A document with one analysed sentence from lines "form lemma UPOS head relation [feature...]", head counted from 1, 0 for the root.
/// Features: past, pres, fin, inf, ger, part, passive.
inline Document analysed(std::string_view lines) {
    Document document;
    document.language = "en";
    Analysis& analysis = document.analysis;
    std::istringstream input{std::string(lines)};
    std::string line;
    while (std::getline(input, line)) {
        std::istringstream cells(line);
        std::string form, lemma, tag, relation, feature;
        int head = 0;
        if (!(cells >> form >> lemma >> tag >> head >> relation)) {
            continue;
        }
        Token token;
        const bool glued = form == "." || form == "," || form == "'s" || form == "n't";
        if (!document.text.empty() && !glued) {
            document.text += ' ';
        }
        token.begin = static_cast<std::uint32_t>(document.text.size());
        document.text += form;
        token.end = static_cast<std::uint32_t>(document.text.size());
        token.lemma = analysis.lemmas.intern(lemma);
        token.upos = parse_upos(tag).value_or(Upos::X);
        token.head = head - 1;
        token.deprel = parse_deprel(relation).value_or(Deprel::dep);
        while (cells >> feature) {
            if (feature == "past" || feature == "pres") {
                token.features.tense = feature == "past" ? Tense::past : Tense::pres;
            } else if (feature == "passive") {
                token.features.passive = true;
            } else {
                token.features.verb_form = feature == "fin"   ? VerbForm::fin
                                           : feature == "inf" ? VerbForm::inf
                                           : feature == "ger" ? VerbForm::ger
                                                              : VerbForm::part;
            }
        }
        analysis.tokens.push_back(token);
    }
    const auto size = static_cast<std::uint32_t>(document.text.size());
    document.blocks.push_back({.span = {0, size}});
    analysis.sentences.push_back({.span = {0, size}, .first = 0, .last = static_cast<std::uint32_t>(analysis.tokens.size()), .block = 0});
    return document;
}

}  // namespace synoptic
