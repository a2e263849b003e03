// SPDX-License-Identifier: Apache-2.0
#include "language/names_lexicon.hpp"

#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

Gender parse_gender(std::string_view cell) { return cell == "m" ? Gender::male : cell == "f" ? Gender::female : Gender::unknown; }

/// "ally" => "allies", "witness" => "witnesses", "minister" => "ministers"; of a phrase the last word.
std::string plural_of(std::string_view role) {
    std::string plural(role);
    const auto ends = [&](std::string_view tail) { return role.ends_with(tail); };
    if (ends("y") && role.size() > 1 && std::string_view("aeiou").find(role[role.size() - 2]) == std::string_view::npos) {
        plural.back() = 'i';
        return plural + "es";
    }
    return plural + (ends("s") || ends("ch") || ends("x") || ends("sh") ? "es" : "s");
}

template <typename Value, typename Table>
std::pair<const Value*, std::uint32_t> look_up(const PhraseTable& phrases, const Table& values, const Words& words, std::uint32_t i) {
    const auto match = phrases.longest(words, i);
    return match ? std::pair<const Value*, std::uint32_t>{&values[match.value], match.last}
                 : std::pair<const Value*, std::uint32_t>{nullptr, i};
}

}  // namespace

Lexicon::Lexicon() {
    load_names();
    load_roles();
    load_words();
}

void Lexicon::load_names() {
    const auto add = [&](std::string_view phrase, const KnownName& known) {
        if (!phrase.empty() && !phrase.starts_with("the ")) {
            names_.add(phrase, static_cast<std::uint32_t>(known_names_.size()));
            known_names_.push_back(known);
        }
    };
    for (const Row& row : load_table("countries.tsv")) {
        const KnownName country{.kind = EntityKind::country, .country = std::string(row.at(0)), .name = std::string(row.at(1))};
        add(row.at(1), country);
        for (std::string_view alias : split(row.at(2), '|')) {
            add(alias, country);
        }
        KnownName demonym = country;
        demonym.kind = EntityKind::demonym;
        for (std::string_view adjective : split(row.at(3), '|')) {
            add(adjective, demonym);
            if (!adjective.empty() && adjective.back() != 's' && adjective.back() != 'h' && adjective.back() != 'e') {
                add(std::string(adjective) + "s", demonym);
            }
        }
        KnownName seat = country;
        seat.kind = EntityKind::place;
        seat.seat = true;
        for (std::string_view capital : split(row.at(4), '|')) {
            seat.name = std::string(capital);
            add(capital, seat);
        }
    }
    for (const Row& row : load_table("organisations.tsv")) {
        const KnownName organization{.kind = EntityKind::organization, .seat = false, .country = {}, .name = std::string(row.at(0))};
        add(row.at(0), organization);
        for (std::string_view alias : split(row.at(1), '|')) {
            add(alias, organization);
        }
    }
    for (const Row& row : load_table("places.tsv")) {
        add(row.at(0), KnownName{.kind = EntityKind::place, .seat = false, .country = {}, .name = std::string(row.at(0))});
    }
}

void Lexicon::load_roles() {
    for (const Row& row : load_table("role_nouns.tsv")) {
        RoleNoun noun{.role = std::string(row.at(0)), .sector = std::string(row.at(1)), .gender = parse_gender(row.at(2))};
        roles_.add(noun.role, static_cast<std::uint32_t>(role_nouns_.size()));
        role_nouns_.push_back(noun);
        noun.plural = true;
        roles_.add(row.at(3).empty() ? plural_of(noun.role) : std::string(row.at(3)), static_cast<std::uint32_t>(role_nouns_.size()));
        role_nouns_.push_back(noun);
    }
    for (const Row& row : load_table("titles.tsv")) {
        honorifics_.emplace(row.at(0), parse_gender(row.at(1)));
    }
    for (const Row& row : load_table("first_names.tsv")) {
        first_names_.emplace(row.at(0), parse_gender(row.at(1)));
    }
}

void Lexicon::load_words() {
    for (const Row& row : load_table("organisation_words.tsv")) {
        if (row.at(1) == "name") {
            organisation_words_.insert(row.at(0));
            continue;
        }
        institutions_.add(row.at(0), static_cast<std::uint32_t>(institution_list_.size()));
        institution_list_.push_back({.phrase = std::string(row.at(0)), .sector = std::string(row.at(2)), .group = row.at(3) == "group"});
    }
    for (const Row& row : load_table("place_words.tsv")) {
        place_words_.insert(row.at(0));
    }
    for (const Row& row : load_table("name_contexts.tsv")) {
        contexts_.emplace(row.at(0), row.at(1));
    }
    for (const Row& row : load_table("common_words.tsv")) {
        for (std::string_view word : split(row.at(0), ' ')) {
            common_words_.insert(word);
        }
    }
    for (const Row& row : load_table("speech_verbs.tsv")) {
        speech_forms_.insert(row.at(0));
        for (std::string_view form : split(row.at(1), '|')) {
            speech_forms_.insert(form);
        }
    }
}

std::pair<const KnownName*, std::uint32_t> Lexicon::known_name(const Words& words, std::uint32_t i) const {
    return look_up<KnownName>(names_, known_names_, words, i);
}

std::pair<const RoleNoun*, std::uint32_t> Lexicon::role(const Words& words, std::uint32_t i) const {
    return look_up<RoleNoun>(roles_, role_nouns_, words, i);
}

std::pair<const Institution*, std::uint32_t> Lexicon::institution(const Words& words, std::uint32_t i) const {
    return look_up<Institution>(institutions_, institution_list_, words, i);
}

std::string_view Lexicon::context(std::string_view lower) const {
    const auto found = contexts_.find(std::string(lower));
    return found == contexts_.end() ? std::string_view{} : std::string_view(found->second);
}

std::optional<Gender> Lexicon::honorific(std::string_view token) const {
    const auto found = honorifics_.find(std::string(token));
    return found == honorifics_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Gender> Lexicon::first_name(std::string_view token) const {
    const auto found = first_names_.find(std::string(token));
    return found == first_names_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace synoptic
