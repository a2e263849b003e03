// SPDX-License-Identifier: Apache-2.0
#include "situation/terms.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::array<std::string_view, 38> empty_words = {
    "be",   "have",  "do",    "get",  "make",  "take", "give", "come", "go",  "other", "such", "same", "own",
    "more", "most",  "many",  "much", "very",  "also", "now",  "then", "so",  "just",  "only", "even", "still",
    "yet",  "again", "there", "here", "thing", "way",  "time", "part", "lot", "mr",    "mrs",  "one"};

bool has_content(const Token& token, std::string_view lemma) {
    switch (token.upos) {
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::VERB:
    case Upos::ADJ:
    case Upos::NUM:
    case Upos::X:
        break;
    case Upos::ADV:
        if (lemma.size() < 6) {
            return false;
        }
        break;
    default:
        return false;
    }
    return std::ranges::find(empty_words, lemma) == empty_words.end();
}

}  // namespace

Synonyms::Synonyms() {
    for (const Row& row : load_table("situation_synonyms.tsv")) {
        for (std::string_view word : split(row.at(1), '|')) {
            families_.emplace(fold_accents(word), row.at(0));
        }
        if (!row.at(2).empty()) {
            opposites_.emplace(row.at(0), row.at(2));
        }
    }
    for (const Row& row : load_table("situation_happenings.tsv")) {
        for (std::string_view way : split(row.at(1), '|')) {
            Happening happening{.term = "!" + std::string(row.at(0)), .lemmas = {}};
            for (std::string_view lemma : split(way, '+')) {
                happening.lemmas.emplace_back(lemma);
            }
            happenings_.push_back(std::move(happening));
        }
    }
}

std::vector<std::uint32_t> Synonyms::happenings(const Document& document, const std::vector<std::uint32_t>& tokens,
                                                StringPool& pool) const {
    std::set<std::string> lemmas;
    for (std::uint32_t token : tokens) {
        lemmas.insert(lemma_of(document, token));
    }
    std::set<std::uint32_t> found;
    for (const Happening& happening : happenings_) {
        if (std::ranges::all_of(happening.lemmas, [&](const std::string& lemma) { return lemmas.contains(lemma); })) {
            found.insert(pool.intern(happening.term));
        }
    }
    return {found.begin(), found.end()};
}

bool Synonyms::tells(std::string_view happening, std::string_view lemma) const {
    return std::ranges::any_of(happenings_, [&](const Happening& way) {
        return way.term == happening && std::ranges::find(way.lemmas, lemma) != way.lemmas.end();
    });
}

std::optional<std::string_view> Synonyms::family(std::string_view phrase) const {
    const auto found = families_.find(phrase);
    return found == families_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

std::optional<std::string_view> Synonyms::family_of_form(std::string_view lemma, std::string_view form) const {
    if (const auto found = family(lemma)) {
        return found;
    }
    // a lemma may be wrong: "freed" => "fre"
    for (std::size_t ending : {0U, 1U, 2U, 3U}) {
        if (form.size() >= ending + 3) {
            if (const auto found = family(form.substr(0, form.size() - ending));
                found && (ending == 0 || form.ends_with("d") || form.ends_with("ing") || form.ends_with("s"))) {
                return found;
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string_view> Synonyms::opposite(std::string_view family) const {
    const auto found = opposites_.find(family);
    return found == opposites_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

bool Synonyms::is(std::string_view lemma, std::string_view family_name) const { return family(lemma) == family_name; }

std::string lemma_of(const Document& document, std::uint32_t token) {
    const Token& word = document.analysis.tokens[token];
    const std::string_view lemma = document.analysis.lemma(word);
    return fold_accents(lemma.empty() || lemma == "_" ? document.view(word) : lemma);
}

std::vector<Term> read_terms(const Document& document, std::uint32_t number, std::uint32_t first, std::uint32_t last, const Cast& cast,
                             const Synonyms& synonyms, StringPool& pool) {
    const std::vector<Token>& tokens = document.analysis.tokens;
    std::vector<std::string> lemmas;
    for (std::uint32_t token = first; token < last; ++token) {
        lemmas.push_back(lemma_of(document, token));
    }
    std::map<std::uint32_t, std::string> particles;  // verb => particle
    for (std::uint32_t token = first; token < last; ++token) {
        const std::int32_t head = tokens[token].head;
        if (tokens[token].deprel == Deprel::compound_prt && head >= 0 && static_cast<std::uint32_t>(head) >= first &&
            static_cast<std::uint32_t>(head) < last) {
            particles.emplace(static_cast<std::uint32_t>(head), lemmas[token - first]);
        }
    }
    std::vector<Term> terms;
    const auto add = [&](std::string_view text, std::uint32_t token) { terms.push_back({.id = pool.intern(text), .token = token}); };
    for (std::uint32_t token = first; token < last;) {
        std::uint32_t length = 1;
        std::optional<std::string_view> family;
        std::string phrase = lemmas[token - first];
        std::uint32_t words = 1;
        for (std::uint32_t next = token + 1; next < last && words < 4 && next < token + 6; ++next) {
            const bool skipped = tokens[next].upos == Upos::DET || tokens[next].deprel == Deprel::nmod_poss;  // "put his name to"
            if (!skipped) {
                phrase += ' ';
                phrase += lemmas[next - first];
                ++words;
                if (const auto found = synonyms.family(phrase)) {  // the longest wins
                    family = found;
                    length = next - token + 1;
                }
            }
        }
        if (const auto particle = particles.find(token); !family && particle != particles.end()) {
            family = synonyms.family(lemmas[token - first] + " " + particle->second);
        }
        if (family) {
            add(*family, token);
        } else if (const auto actor = cast.at(number, token); actor) {
            if (tokens[token].upos != Upos::PRON || cast.actors[*actor].kind == ActorKind::person) {
                add(fmt::format("@{}", *actor), token);
            }
            const auto family_of_noun = synonyms.family(lemmas[token - first]);
            const bool common = !is_ascii_upper(document.view(tokens[token]).front()) && tokens[token].upos != Upos::PRON;
            if (family_of_noun && common && cast.actors[*actor].kind != ActorKind::person) {
                add(*family_of_noun, token);  // "Army railway troops" are soldiers
            }
        } else if (lemmas[token - first] == "accord" && tokens[token].upos != Upos::NOUN) {
            // "according to"
        } else if (has_content(tokens[token], lemmas[token - first])) {
            auto own = synonyms.family_of_form(lemmas[token - first], fold_accents(document.view(tokens[token])));
            if (tokens[token].upos == Upos::VERB && lemmas[token - first] == "last") {  // "lasted three hours" is not "the last"
                own = "last-for";
            }
            add(own ? *own : std::string_view(lemmas[token - first]), token);
        }
        token += length;
    }
    return terms;
}

}  // namespace synoptic
