// SPDX-License-Identifier: Apache-2.0
#include "language/names_rules.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "language/names_candidates.hpp"
#include "language/names_evidence.hpp"

namespace synoptic {

namespace {

using enum EntityKind;

/// All mentions of one spelling in a document, which get one kind together.
struct Spelling {
    Evidence evidence;
    std::uint32_t count = 0;
    std::uint32_t sure = 0;       ///< mentions that do not open a sentence
    std::uint32_t weak = 0;       ///< mentions that the tagger takes for common words
    std::uint32_t adjective = 0;  ///< mentions before a lower-case word
    std::uint32_t tokens = 1;
    bool subject = false;   ///< some mention is the subject of a verb
    bool personal = false;  ///< a title or a full name says that a person bears it
    const KnownName* known = nullptr;
    std::string written;
    EntityKind kind = other;
};
using Spellings = std::map<std::string, Spelling, std::less<>>;  // ordered: decisions must not depend on hashing

std::string key_of(const Words& words, const Candidate& candidate) {
    return fold_accents(fold_space(words.span(candidate.first, candidate.last).in(words.text())));
}

std::string_view last_word(std::string_view key) {
    return key.substr(key.find_last_of(" -") == std::string_view::npos ? 0 : key.find_last_of(' ') + 1);
}
std::string_view first_word(std::string_view key) { return key.substr(0, key.find(' ')); }

/// A single word that is a part of a full name takes that name's kind: "Solvaag" for "Ingrid Solvaag".
void inherit_from_full_names(Spellings& spellings) {
    std::map<std::string_view, double> surnames;
    std::map<std::string_view, double> first_names;
    for (const auto& [key, spelling] : spellings) {
        if (spelling.tokens > 1 && spelling.evidence.best(1.0) == person) {
            surnames[last_word(key)] += spelling.evidence.of(person);
            first_names[first_word(key)] += spelling.evidence.of(person);
        }
    }
    for (auto& [key, spelling] : spellings) {
        if (spelling.tokens != 1) {
            continue;
        }
        if (const auto found = surnames.find(key); found != surnames.end()) {
            spelling.evidence.add(person, std::min(found->second, 5.0));
            spelling.personal = true;
        } else if (const auto first = first_names.find(key); first != first_names.end() && spelling.known == nullptr) {
            spelling.evidence.add(person, std::min(first->second, 2.0));
        }
    }
}

/// "Pelagoran" beside "Pelagora": the longer is the demonym, the shorter a country.
void derive_demonyms(Spellings& spellings) {
    std::map<std::string, std::vector<std::map<std::string, Spelling, std::less<>>::iterator>> by_stem;
    for (auto it = spellings.begin(); it != spellings.end(); ++it) {
        if (it->second.tokens == 1 && it->first.size() >= 4) {
            by_stem[it->first.substr(0, 4)].push_back(it);
        }
    }
    for (auto& [stem, members] : by_stem) {
        if (members.size() > 50) {
            continue;  // hostile text
        }
        for (auto demonym_of : members) {
            for (auto country_of : members) {
                Spelling& shorter = country_of->second;
                Spelling& longer = demonym_of->second;
                if (longer.adjective > 0 && longer.known == nullptr && shorter.evidence.of(person) < 2 &&
                    is_demonym_of(demonym_of->first, country_of->first)) {
                    longer.evidence.add(demonym, 4);
                    shorter.evidence.add(country, shorter.known == nullptr ? 3 : 0);
                }
            }
        }
    }
}

void decide(Spelling& spelling) {
    const Evidence& evidence = spelling.evidence;
    EntityKind kind = evidence.best(0.7);
    if ((kind == place || kind == country) && evidence.of(country) >= 2 && (spelling.known == nullptr || spelling.known->kind == country)) {
        kind = country;
    }
    if (spelling.known != nullptr && !(kind == person && spelling.personal)) {
        kind = spelling.known->kind;  // only a person of that name, with a title or a full name, may be something else
    }
    spelling.kind = kind;
}

}  // namespace

std::vector<RuledName> names_by_rules(const Words& words, const Lexicon& lexicon) {
    const std::vector<Candidate> candidates = find_candidates(words, lexicon);
    Spellings spellings;
    std::vector<Spelling*> spelling_of;
    spelling_of.reserve(candidates.size());
    for (const Candidate& candidate : candidates) {
        Spelling& spelling = spellings[key_of(words, candidate)];
        const bool before_lower = candidate.last < words.size() && words.is_word(candidate.last) && !words.capital(candidate.last);
        if (spelling.count == 0) {
            spelling.evidence.add(candidate.prior);
            spelling.tokens = candidate.last - candidate.first;
            spelling.known = candidate.known;
        } else if (candidate.prior.of(person) >= 4 && spelling.evidence.of(person) < 12) {
            spelling.evidence.add(person, 3);
        }
        if (spelling.count < 20) {
            spelling.evidence.add(context_evidence(words, lexicon, candidate));
        }
        spelling.subject = spelling.subject || is_subject(words, candidate);
        spelling.personal = spelling.personal || candidate.prior.of(person) >= 2.5;
        ++spelling.count;
        spelling.sure += candidate.unsure ? 0 : 1;
        spelling.weak += candidate.weak ? 1 : 0;
        spelling.adjective += before_lower ? 1 : 0;
        spelling_of.push_back(&spelling);
    }
    inherit_from_full_names(spellings);
    derive_demonyms(spellings);
    for (auto& [key, spelling] : spellings) {
        spelling.evidence.add(person, spelling.subject ? 0.7 : 0);
        decide(spelling);
    }
    std::vector<RuledName> names;
    names.reserve(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Candidate& candidate = candidates[i];
        if (spelling_of[i]->weak == spelling_of[i]->count && spelling_of[i]->evidence.of(spelling_of[i]->kind) < 2) {
            continue;  // a common word that merely opens a sentence
        }
        const EntityKind kind = spelling_of[i]->kind;
        names.push_back(
            {.name = {.span = words.span(candidate.first, candidate.last), .first = candidate.first, .last = candidate.last, .kind = kind},
             .evidence = spelling_of[i]->evidence.of(kind)});
    }
    return names;
}

}  // namespace synoptic
