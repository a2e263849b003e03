// SPDX-License-Identifier: Apache-2.0
#include "situation/plurals.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/text.hpp"
#include "situation/terms.hpp"

namespace synoptic {

namespace {

constexpr std::array<std::string_view, 4> leader_words = {"leader", "president", "premier", "minister"};
constexpr std::array<std::string_view, 7> side_words = {"side", "country", "nation", "neighbour", "neighbor", "state", "government"};
constexpr std::array<std::string_view, 6> body_words = {"union", "guild", "company", "party", "league", "federation"};

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
    return std::ranges::find(words, word) != words.end();
}

/// In how many accounts an actor is spoken of.
std::size_t accounts_with(const Actor& actor, const StoryInput& input) {
    std::set<std::uint32_t> accounts;
    for (const Provenance& place : actor.mentions) {
        accounts.insert(input.account(place.document));
    }
    return accounts.size();
}

}  // namespace

PluralResolver::PluralResolver(const StoryInput& input, const Cast& cast) : input_(input), cast_(cast) {
    std::size_t most = 0;
    for (const Actor& actor : cast.actors) {
        most = std::max(most, actor.kind == ActorKind::organization ? actor.mentions.size() : 0);
    }
    for (std::uint32_t actor = 0; actor < cast.actors.size(); ++actor) {
        if (cast.actors[actor].kind == ActorKind::organization && cast.actors[actor].mentions.size() * 5 >= most * 2 &&
            accounts_with(cast.actors[actor], input) > 2) {
            bodies_.push_back(actor);
        }
    }
    std::vector<std::tuple<std::size_t, std::uint32_t>> ranked;  // countries by mentions
    for (std::uint32_t actor = 0; actor < cast.actors.size(); ++actor) {
        if (cast.actors[actor].kind == ActorKind::country && accounts_with(cast.actors[actor], input) > 1) {
            ranked.emplace_back(cast.actors[actor].mentions.size(), actor);
        }
    }
    std::ranges::sort(ranked, [](const auto& a, const auto& b) {
        return std::get<0>(a) != std::get<0>(b) ? std::get<0>(a) > std::get<0>(b) : std::get<1>(a) < std::get<1>(b);
    });
    const bool clear = ranked.size() == 2 || (ranked.size() > 2 && std::get<0>(ranked[1]) * 2 >= std::get<0>(ranked[2]) * 3);
    if (!clear) {
        return;
    }
    countries_ = {std::get<1>(ranked[0]), std::get<1>(ranked[1])};
    for (std::uint32_t country : countries_) {
        std::map<std::uint32_t, std::size_t> holders;
        for (const GivenRole& role : cast.roles) {
            if (role.office.sort == OfficeSort::office && !role.office.former && cast.side(role.actor) == country) {
                ++holders[role.actor];
            }
        }
        if (!holders.empty()) {
            leaders_.push_back(std::ranges::max_element(holders, {}, [](const auto& holder) { return holder.second; })->first);
        }
    }
}

std::vector<std::uint32_t> PluralResolver::named_by(std::string_view noun) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t actor = 0; actor < cast_.actors.size(); ++actor) {
        if (cast_.actors[actor].kind != ActorKind::organization || accounts_with(cast_.actors[actor], input_) < 2) {
            continue;
        }
        const std::string name = " " + fold_accents(cast_.actors[actor].name) + " ";
        const bool guild = noun == "union" && name.find(" guild ") != std::string::npos;
        if (guild || name.find(" " + std::string(noun) + " ") != std::string::npos) {
            found.push_back(actor);
        }
    }
    return found;
}

std::vector<std::uint32_t> PluralResolver::resolve(std::uint32_t document, std::uint32_t token) const {
    const Document& text = input_.documents[document];
    const Token& word = text.analysis.tokens[token];
    if (word.upos != Upos::NOUN || cast_.at(document, token)) {
        return {};
    }
    const std::string lemma = lemma_of(text, token);
    const std::string form = fold_accents(text.view(word));
    if (form == lemma || (!is_one_of(lemma, leader_words) && !is_one_of(lemma, side_words) && !is_one_of(lemma, body_words))) {
        return {};
    }
    // "both", "the", "the two" right before it; "opposition leaders" are others
    std::uint32_t at = token;
    const bool body = is_one_of(lemma, body_words);
    while (at > 0 && (text.analysis.tokens[at - 1].upos == Upos::NUM ||
                      (body && text.analysis.tokens[at - 1].head == static_cast<std::int32_t>(token) &&
                       text.analysis.tokens[at - 1].upos != Upos::DET && text.analysis.tokens[at - 1].upos != Upos::ADP))) {
        --at;
    }
    const std::string before = at > 0 ? fold_accents(text.view(text.analysis.tokens[at - 1])) : std::string();
    const bool definite = before == "the" || before == "both" || before == "their" || before == "these";
    if (body) {
        return definite ? named_by(lemma) : std::vector<std::uint32_t>{};
    }
    std::vector<std::uint32_t> named;  // "the ministers of Averra and Sorvenia"
    if (is_one_of(lemma, leader_words) && token + 2 < text.analysis.tokens.size() &&
        fold_accents(text.view(text.analysis.tokens[token + 1])) == "of") {
        for (std::uint32_t next = token + 2; next < text.analysis.tokens.size() && next < token + 6; ++next) {
            const auto country = cast_.at(document, next);
            if (country && cast_.actors[*country].kind == ActorKind::country && std::ranges::find(named, *country) == named.end()) {
                named.push_back(*country);
            } else if (!country && text.analysis.tokens[next].upos != Upos::CCONJ && text.analysis.tokens[next].upos != Upos::DET) {
                break;
            }
        }
    }
    const bool of_them = token + 2 < text.analysis.tokens.size() && fold_accents(text.view(text.analysis.tokens[token + 1])) == "of" &&
                         std::ranges::find(countries_, cast_.at(document, token + 2)) != countries_.end();
    if (!definite && !of_them) {
        return {};
    }
    if (is_one_of(lemma, leader_words)) {
        return leaders_.size() == 2 && (lemma == "leader" || of_them) && lemma != "minister" ? leaders_ : named;
    }
    const bool bodies = lemma == "side" && countries_.empty();
    return before == "both" || at < token ? (bodies ? bodies_ : countries_) : std::vector<std::uint32_t>{};
}

}  // namespace synoptic
