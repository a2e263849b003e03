// SPDX-License-Identifier: Apache-2.0
#include "situation/nominals.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::array<std::string_view, 13> openers = {"the",  "a",    "an",    "its",   "his",  "her",    "their",
                                                      "this", "that", "these", "those", "some", "several"};

bool belongs_before_noun(const Token& token) {
    return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::ADJ || token.upos == Upos::DET ||
           token.upos == Upos::NUM || token.upos == Upos::PART || (token.upos == Upos::PRON && token.deprel == Deprel::nmod_poss);
}

bool is_opener(std::string_view word) { return std::ranges::find(openers, word) != openers.end(); }

}  // namespace

std::optional<std::uint32_t> NominalResolver::resolve(std::uint32_t document, const Mention& mention,
                                                      std::optional<std::uint32_t> chained) const {
    const Document& text = input_.documents[document];
    const auto office = offices_.read(text, mention.first, mention.last);
    if (!office || office->sort == OfficeSort::address || !office->definite || office->former) {
        return chained;
    }
    const std::string own_word = fold_accents(text.view(text.analysis.tokens[office->head]));
    // whose office is it: a country or body in the phrase must be the holder's
    std::set<std::uint32_t> owners;
    for (std::uint32_t actor : cast_.within(document, mention.first, mention.last)) {
        if (cast_.actors[actor].kind != ActorKind::person) {
            owners.insert(actor);
        }
    }
    struct Holder {
        bool same_word = false;
        bool owned = false;
    };
    std::map<std::uint32_t, Holder> here;
    std::map<std::uint32_t, Holder> story;
    bool chained_fits = false;
    bool chained_speaks_against = false;
    for (const GivenRole& role : cast_.roles) {
        const bool fits = role.office.kind == office->kind && !role.office.former &&
                          (office->portfolio.empty() || role.office.portfolio.empty() || office->portfolio == role.office.portfolio);
        if (chained == role.actor) {
            chained_fits = chained_fits || fits;
            chained_speaks_against =
                chained_speaks_against || (!fits && office->sort != OfficeSort::leader && role.office.sort != OfficeSort::leader);
        }
        if (!fits) {
            continue;
        }
        const Document& other = input_.documents[role.document];
        const bool same_word = fold_accents(other.view(other.analysis.tokens[role.office.head])) == own_word;
        const bool owned =
            std::ranges::any_of(cast_.within(other, role.document, role.office.span), [&](std::uint32_t a) { return owners.contains(a); });
        for (auto* holders : {&story, &here}) {
            if (holders == &story || role.document == document) {
                Holder& holder = (*holders)[role.actor];
                holder.same_word = holder.same_word || same_word;
                holder.owned = holder.owned || owned;
            }
        }
    }
    if (chained && chained_fits) {
        return chained;
    }
    for (const auto* holders : {&here, &story}) {
        for (const bool strict : {true, false}) {  // those named by the very word and owner first
            std::optional<std::uint32_t> only;
            std::size_t count = 0;
            for (const auto& [actor, holder] : *holders) {
                if (!strict || (holder.same_word && (owners.empty() || holder.owned))) {
                    only = actor;
                    ++count;
                }
            }
            if (count == 1) {
                return only;
            }
            if (count > 1) {
                return chained_speaks_against ? std::nullopt : chained;
            }
        }
    }
    return chained_speaks_against ? std::nullopt : chained;
}

bool NominalResolver::stands_alone(std::uint32_t document, const Mention& mention) const {
    const Document& text = input_.documents[document];
    const std::string first = fold_accents(text.view(text.analysis.tokens[mention.first]));
    return mention.last - mention.first <= 8 && first != "a" && first != "an" && first != "some" && first != "this" && first != "that";
}

GroupNouns::GroupNouns() {
    for (const Row& row : load_table("situation_groups.tsv")) {
        const ActorKind kind = row.at(1) == "organization" ? ActorKind::organization : ActorKind::group;
        entries_.emplace(row.at(0), Entry{.kind = kind, .state = row.at(2) == "state"});
    }
}

std::optional<GroupPhrase> GroupNouns::read(const Document& document, Span span, std::uint32_t head) const {
    const Analysis& analysis = document.analysis;
    const Token& noun = analysis.tokens[head];
    if (noun.upos != Upos::NOUN && noun.upos != Upos::PROPN && noun.upos != Upos::X && noun.upos != Upos::ADJ) {
        return std::nullopt;
    }
    const auto word = [&](std::uint32_t token) { return fold_accents(document.view(analysis.tokens[token])); };
    const std::string own = word(head);
    auto entry = entries_.find(own);
    if (entry == entries_.end()) {
        entry = entries_.find(fold_accents(analysis.lemma(noun)));
    }
    if (entry == entries_.end()) {
        return std::nullopt;
    }
    std::uint32_t first = head;
    while (first > 0 && head - first < 6 && analysis.tokens[first - 1].begin >= span.begin &&
           belongs_before_noun(analysis.tokens[first - 1])) {
        --first;
    }
    std::uint32_t bare = first;
    while (bare < head && (is_opener(word(bare)) || analysis.tokens[bare].upos == Upos::DET || analysis.tokens[bare].upos == Upos::NUM)) {
        ++bare;
    }
    const bool indefinite = first < head && (word(first) == "a" || word(first) == "an");
    if (indefinite && entry->second.kind == ActorKind::group) {
        return std::nullopt;  // "an official"
    }
    std::uint32_t last = head + 1;
    if (last + 1 < analysis.tokens.size() && word(last) == "of" && analysis.tokens[last + 1].end <= span.end) {
        last += 2;
        while (last < analysis.tokens.size() && analysis.tokens[last].end <= span.end && analysis.tokens[last].upos == Upos::PROPN) {
            ++last;
        }
        if (analysis.tokens[last - 1].upos != Upos::PROPN) {
            last = head + 1;
        }
    }
    GroupPhrase phrase{.kind = entry->second.kind, .state = entry->second.state, .first = first, .last = last};
    phrase.name = fold_space(Span{analysis.tokens[bare].begin, analysis.tokens[last - 1].end}.in(document.text));
    phrase.key = fold_accents(phrase.name);
    return phrase;
}

}  // namespace synoptic
