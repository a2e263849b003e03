// SPDX-License-Identifier: Apache-2.0
#include "language/names_evidence.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"

namespace synoptic {

namespace {

using enum EntityKind;

bool in_list(std::string_view word, std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

bool ends_modifiers(const Words& words, std::uint32_t i) {
    const std::string_view text = words.lower(i);
    return text == "," || text == "." || text == ";" || text == ":" || is_double_quote(text) || text == "who" || text == "which" ||
           text == "that" || text == "and" || text == "of" || text == "in" || text == "on" || text == "to" || text == "is" ||
           text == "was" || text == "said" || text == "has" || text == "had" || text == "will" || text == "with" || text == "for" ||
           text == "at" || text == "by" || text == "from";
}

bool heads_state(const RoleNoun& role) {
    return in_list(role.role,
                   {"president", "prime minister", "premier", "minister", "king", "queen", "chancellor", "ambassador", "parliament",
                    "envoy", "foreign secretary", "head of state", "vice president", "PM", "emir", "emperor", "negotiator", "embassy"});
}

bool is_state_institution(std::string_view phrase) {
    return in_list(phrase,
                   {"government", "parliament", "ministry", "army", "navy", "military", "coast guard", "air force", "cabinet", "presidency",
                    "embassy", "police", "authorities", "troops", "forces", "central bank", "border guard", "armed forces"});
}

/// "X's foreign minister", "X foreign ministry": what kind of thing has such an officer.
void add_owner(const Words& words, const Lexicon& lexicon, std::uint32_t i, bool possessive, Evidence& evidence) {
    const RolePhrase role = role_phrase(words, lexicon, i);
    if (role.role != nullptr && heads_state(*role.role)) {
        evidence.add(country, 2);
        return;
    }
    for (std::uint32_t k = i; k < i + 3 && k < words.size() && !ends_modifiers(words, k); ++k) {
        const auto [institution, last] = lexicon.institution(words, k);
        if (institution != nullptr) {
            evidence.add(country, is_state_institution(institution->phrase) ? 2 : 0);
            return;
        }
    }
    if (possessive && role.role != nullptr &&
        in_list(role.role->role, {"CEO", "chief executive", "chairman", "members", "spokesman", "president"})) {
        evidence.add(organization, 1);
    }
}

void add_before(const Words& words, const Lexicon& lexicon, const Candidate& candidate, Evidence& evidence) {
    const auto i = static_cast<std::int64_t>(candidate.first);
    const std::string_view before = words.lower(i - 1);
    const std::string_view before2 = words.lower(i - 2);
    if (in_list(before, {"in", "throughout", "near", "across", "inside", "outside"})) {
        evidence.add(place, 2);
    } else if (in_list(before, {"at", "from", "to", "toward", "towards", "into", "through", "around", "over"})) {
        evidence.add(place, 0.8);
    } else if (before == "of") {
        const std::string_view context = lexicon.context(before2);
        if (context == "settlement") {
            evidence.add(place, 3);
        }
        const RolePhrase role = role_before(words, lexicon, static_cast<std::uint32_t>(i - 1));
        if (role.role != nullptr && (heads_state(*role.role) || role.role->role == "leader")) {
            evidence.add(country, 1.5);
            evidence.add(organization, 0.5);
        }
        if (in_list(before2, {"north", "south", "east", "west", "outskirts", "coast", "shores", "people", "streets", "suburb"})) {
            evidence.add(place, 2);
        }
        if (in_list(before2, {"member", "members", "board"})) {
            evidence.add(organization, 2);
        }
    } else if (before == "and" && words.capital(i - 2) && words.lower(i - 3) == "of") {  // "the ministers of Averra and Sorvenia"
        const RolePhrase role = role_before(words, lexicon, static_cast<std::uint32_t>(i - 3));
        if (role.role != nullptr && (heads_state(*role.role) || role.role->role == "leader")) {
            evidence.add(country, 1.5);
        }
    } else if (before == "the") {
        const bool adjunct = candidate.last < words.size() && words.is_word(candidate.last) && !words.capital(candidate.last) &&
                             (words.upos(candidate.last) == Upos::NOUN || words.upos(candidate.last) == Upos::ADJ);
        evidence.add(organization, adjunct ? 0 : 0.8);  // "the Eegimaa language" is no body
        evidence.add(person, -2);
    } else if (in_list(before, {"said", "says"})) {
        evidence.add(person, 1.2);
    } else if (in_list(before, {"told", "asked"})) {
        evidence.add(person, 0.4);
    } else if (before == "," && lexicon.context(before2) == "settlement") {
        evidence.add(place, 3);
    }
    const std::string_view context = lexicon.context(before);
    if (context == "vessel") {
        evidence.add(other, 4);
    } else if (context == "maker") {
        evidence.add(organization, 2.5);
    } else if (context == "settlement") {
        evidence.add(place, 2);
    }
    const bool comma = before == ",";
    const RolePhrase role = role_before(words, lexicon, static_cast<std::uint32_t>(comma ? i - 1 : i));
    if (role.role != nullptr && !role.role->plural) {
        evidence.add(person, comma ? 2.5 : 3);
    }
}

void add_after(const Words& words, const Lexicon& lexicon, const Candidate& candidate, Evidence& evidence) {
    const std::uint32_t i = candidate.last;
    const std::string_view after = words.lower(i);
    const std::string_view after2 = words.lower(static_cast<std::int64_t>(i) + 1);
    if (after == ",") {
        if (after2 == "who" || after2 == "whom") {
            evidence.add(person, 2.5);
        } else if (after2 == "where") {
            evidence.add(place, 3);
        } else if (after2.size() == 2 && is_ascii_digit(after2.front()) && words.at(static_cast<std::int64_t>(i) + 2) == ",") {
            evidence.add(person, 3);
        } else if (i + 1 < words.size()) {
            const RolePhrase role = role_phrase(words, lexicon, i + 1);
            if (role.role != nullptr && !role.role->plural && !words.capital(role.head)) {
                evidence.add(person, 3);
            }
            const auto known = lexicon.known_name(words, i + 1).first;
            if (known != nullptr && known->kind == country) {
                evidence.add(place, 2.5);
            }
        }
        if (words.all_capitals(candidate.first) && words.opens(candidate.first)) {
            evidence.add(place, 1);
        }
    } else if (lexicon.speech_form(after)) {
        evidence.add(person, 0.8);
        evidence.add(organization, 0.4);
        evidence.add(country, 0.2);
    } else if (after == "who") {
        evidence.add(person, 2);
    } else if ((after == "'s" || after == "\u2019s" || is_apostrophe(after)) && i + 1 < words.size()) {
        add_owner(words, lexicon, i + 1, true, evidence);
    } else if (after == "-" && words.glued(i)) {
        if (in_list(after2, {"based", "born"})) {
            evidence.add(place, 2);
        } else if (in_list(after2, {"flagged", "controlled", "occupied", "speaking", "registered"})) {
            evidence.add(country, 2);
        }
    } else if (i < words.size() && words.is_word(i)) {
        add_owner(words, lexicon, i, false, evidence);
    }
    if (in_list(after, {"language", "languages", "speakers", "people", "tribe", "dialect", "alphabet", "grammar", "verb", "verbs"})) {
        evidence.add(other, 1.5);
    }
    if (after == "et" && after2.starts_with("al")) {
        evidence.add(person, 3);
    }
    if (after == "(" && after2.size() == 4 && is_ascii_digit(after2.front())) {
        evidence.add(person, 1.5);
    }
    if (after == "(" && words.all_capitals(static_cast<std::int64_t>(i) + 1)) {
        evidence.add(organization, 2);
    }
}

}  // namespace

RolePhrase role_phrase(const Words& words, const Lexicon& lexicon, std::uint32_t i) {
    RolePhrase best;
    for (std::uint32_t k = i; k < i + 7 && k < words.size(); ++k) {
        const auto [role, last] = lexicon.role(words, k);
        if (role != nullptr) {
            best = {.role = role, .head = k, .last = last};
            const bool goes_on =
                last < words.size() && words.is_word(last) && !ends_modifiers(words, last) && lexicon.role(words, last).first != nullptr;
            const std::string_view next = words.at(last);
            const bool possessive = is_apostrophe(next) || next == "'s" || next == "\u2019s";
            if (!goes_on && !possessive) {
                return best;
            }
            k = last - 1;
            continue;
        }
        if (ends_modifiers(words, k)) {
            return best;
        }
    }
    return best;
}

RolePhrase role_before(const Words& words, const Lexicon& lexicon, std::uint32_t i) {
    for (std::uint32_t length = 4; length >= 1; --length) {
        if (i >= length) {
            const auto [role, last] = lexicon.role(words, i - length);
            if (role != nullptr && last == i && !words.capital(i - length)) {
                return {.role = role, .head = i - length, .last = i};
            }
        }
    }
    return {};
}

bool is_demonym_of(std::string_view word, std::string_view country) {
    constexpr std::array<std::string_view, 13> endings = {"n",  "an", "ian",  "ean",  "i",   "ese", "ish",
                                                          "er", "ic", "nian", "vian", "ite", "s"};
    const auto mismatch = std::ranges::mismatch(word, country);
    const auto common = static_cast<std::size_t>(mismatch.in1 - word.begin());
    if (common < 4 || word.size() <= common || country.size() > common + 2 || word == country) {
        return false;
    }
    const std::string_view ending = word.substr(common);
    const bool plural = ending.size() > 1 && ending.back() == 's';
    return ending != "s" && (std::ranges::find(endings, ending) != endings.end() ||
                             (plural && std::ranges::find(endings, ending.substr(0, ending.size() - 1)) != endings.end()));
}

bool is_subject(const Words& words, const Candidate& candidate) {
    const Token& head = words.token(candidate.last - 1);
    return head.deprel == Deprel::nsubj && head.head != no_head && words.upos(head.head) == Upos::VERB &&
           candidate.last == candidate.first + 1;
}

Evidence context_evidence(const Words& words, const Lexicon& lexicon, const Candidate& candidate) {
    Evidence evidence;
    add_before(words, lexicon, candidate, evidence);
    add_after(words, lexicon, candidate, evidence);
    return evidence;
}

}  // namespace synoptic
