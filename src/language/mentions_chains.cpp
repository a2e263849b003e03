// SPDX-License-Identifier: Apache-2.0
#include "language/mentions_chains.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t most_looked_at = 200;  // chains compared with one name, so that hostile text stays linear

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    const std::string folded = fold_accents(fold_space(text));
    for (std::string_view word : split(folded, ' ')) {
        while (!word.empty() && word.back() == '.') {
            word.remove_suffix(1);
        }
        if (!word.empty() && word != "the") {
            words.emplace_back(word);
        }
    }
    return words;
}

std::string join(const std::vector<std::string>& words) {
    std::string joined;
    for (const std::string& word : words) {
        joined += joined.empty() ? word : " " + word;
    }
    return joined;
}

/// Levenshtein distance, or `most` + 1 where it is larger.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
    if (a.size() > 40 || b.size() > 40 || a.size() > b.size() + most || b.size() > a.size() + most) {
        return a == b ? 0 : most + 1;
    }
    std::array<std::size_t, 41> row{};
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t next = std::min({row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
            corner = row[j];
            row[j] = next;
        }
    }
    return row[b.size()];
}

bool variant(std::string_view a, std::string_view b) {
    if (a == b) {
        return true;
    }
    const std::size_t shorter = std::min(a.size(), b.size());
    return shorter >= 4 && a.front() == b.front() && distance(a, b, 2) <= (shorter >= 7 ? 2U : 1U);
}

bool initial_of(std::string_view a, std::string_view b) { return a.size() == 1 && !b.empty() && a.front() == b.front(); }

/// Words for one office are compared as one.
std::string_view office(std::string_view noun) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> same = {{{"premier", "prime minister"},
                                                                                    {"pm", "prime minister"},
                                                                                    {"ceo", "chief executive"},
                                                                                    {"chief executive officer", "chief executive"},
                                                                                    {"chairwoman", "chairman"},
                                                                                    {"chairperson", "chairman"},
                                                                                    {"chair", "chairman"},
                                                                                    {"head of state", "president"},
                                                                                    {"spokesperson", "spokesman"}}};
    const auto found = std::ranges::find(same, noun, &std::pair<std::string_view, std::string_view>::first);
    return found == same.end() ? noun : found->second;
}

bool is_company(std::string_view last) {
    constexpr std::array<std::string_view, 26> words = {
        "rail",     "railway",     "railways", "airlines",     "airways",    "energy",    "motors",  "group",  "oil",
        "gas",      "corp",        "inc",      "ltd",          "plc",        "shipping",  "lines",   "co",     "company",
        "holdings", "corporation", "steel",    "technologies", "industries", "petroleum", "systems", "studios"};
    return std::ranges::find(words, last) != words.end();
}

}  // namespace

bool may_call(const Label& again, const Label& known) {
    const std::string_view a = office(again.noun);
    const std::string_view b = office(known.noun);
    // "the secretary" for "general secretary", "the minister" for "prime minister" not: that is another office
    const bool same = a == b || (b.ends_with(a) && b.size() > a.size() && b[b.size() - a.size() - 1] == ' ' && b != "prime minister" &&
                                 b != "vice president");
    if (!same) {
        return false;
    }
    if (!again.modifiers.empty() && !known.modifiers.empty() && again.modifiers != known.modifiers) {
        return false;
    }
    if (!again.modifiers.empty() && known.modifiers.empty() && a != "prime minister" && a != "president") {
        return false;
    }
    return again.owner.empty() || known.owner.empty() || again.owner == known.owner;
}

bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) {
        return false;
    }
    if (a.size() == 1 && b.size() == 1) {
        return variant(a[0], b[0]);
    }
    if (a.size() == 1 || b.size() == 1) {
        const std::string& single = a.size() == 1 ? a[0] : b[0];
        const auto& full = a.size() == 1 ? b : a;
        return variant(single, full.back());
    }
    if (!variant(a.back(), b.back())) {
        return false;
    }
    return variant(a.front(), b.front()) || initial_of(a.front(), b.front()) || initial_of(b.front(), a.front());
}

std::optional<std::uint32_t> Chains::find_person(const std::vector<std::string>& words) const {
    if (words.size() == 1) {
        if (const auto found = by_word_.find(words[0]); found != by_word_.end()) {
            std::optional<std::uint32_t> best;
            for (auto it = found->second.rbegin(); it != found->second.rend() && it - found->second.rbegin() < 20; ++it) {
                if (chains_[*it].kind == EntityKind::person && (!best || chains_[*it].last_mention > chains_[*best].last_mention)) {
                    best = *it;
                }
            }
            if (best) {
                return best;
            }
        }
    }
    std::size_t looked = 0;
    for (auto it = persons_.rbegin(); it != persons_.rend() && looked < most_looked_at; ++it, ++looked) {
        if (!chains_[*it].names.empty() && same_person(words, chains_[*it].names.front())) {
            return *it;
        }
    }
    return std::nullopt;
}

std::optional<std::uint32_t> Chains::find_organization(const std::vector<std::string>& words, std::string_view written) const {
    if (words.size() == 1) {
        if (const auto found = by_word_.find(words[0]); found != by_word_.end()) {
            for (auto it = found->second.rbegin(); it != found->second.rend(); ++it) {
                if (chains_[*it].kind == EntityKind::organization) {
                    return *it;
                }
            }
        }
        const bool acronym = written.size() >= 2 && written.size() <= 8 &&
                             std::ranges::all_of(written, [](char c) { return is_ascii_upper(c) || c == '.'; });
        std::size_t looked = 0;
        for (std::size_t c = chains_.size(); acronym && c-- > 0 && looked++ < most_looked_at;) {
            for (const auto& name : chains_[c].names) {
                std::string initials;
                for (const std::string& word : name) {
                    if (word != "of" && word != "and" && word != "for" && word != "'s") {
                        initials += word.front();
                    }
                }
                if (name.size() > 1 && initials == words[0]) {
                    return static_cast<std::uint32_t>(c);
                }
            }
        }
    }
    return std::nullopt;
}

void Chains::remember(std::uint32_t chain, const std::vector<std::string>& words) {
    Chain& entry = chains_[chain];
    by_name_.emplace(join(words), chain);
    if (std::ranges::find(entry.names, words) != entry.names.end() || entry.names.size() >= 8) {
        return;
    }
    const bool fullest = entry.names.empty() || words.size() > entry.names.front().size();
    entry.names.insert(fullest ? entry.names.begin() : entry.names.end(), words);
    const auto note = [&](const std::string& word) {
        auto& list = by_word_[word];
        if (list.empty() || list.back() != chain) {
            list.push_back(chain);
        }
    };
    note(words.back());
    if (words.size() > 1) {
        note(words.front());
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (words[i] == "of" || words[i] == "for") {
                note(words[i - 1]);  // "Union of ...": "the Union"
                break;
            }
        }
    }
}

std::uint32_t Chains::name(std::string_view text, EntityKind kind) {
    const std::vector<std::string> words = words_of(text);
    if (words.empty()) {
        return start(kind, Gender::unknown, false);
    }
    std::optional<std::uint32_t> found;
    if (const auto exact = by_name_.find(join(words)); exact != by_name_.end()) {
        found = exact->second;
    } else if (kind == EntityKind::person) {
        found = find_person(words);
    } else if (kind == EntityKind::organization) {
        found = find_organization(words, text);
    }
    const std::uint32_t chain = found ? *found : start(kind, Gender::unknown, false);
    if (kind == EntityKind::person && chains_[chain].gender == Gender::unknown) {
        const std::string first(text.substr(0, text.find(' ')));
        chains_[chain].gender = lexicon_.first_name(first).value_or(Gender::unknown);
    }
    if (!chains_[chain].named && kind == EntityKind::person && !found) {
        persons_.push_back(chain);
    }
    chains_[chain].named = true;
    remember(chain, words);
    return chain;
}

std::optional<std::uint32_t> Chains::labelled(const Label& label, bool plural) const {
    // an office is kept under its last word, so that "the minister" finds "foreign minister"
    const std::string_view noun = office(label.noun);
    const auto found = by_noun_.find(noun.substr(noun.find_last_of(' ') == std::string_view::npos ? 0 : noun.find_last_of(' ') + 1));
    if (found == by_noun_.end()) {
        return std::nullopt;
    }
    std::optional<std::uint32_t> best;
    std::size_t looked = 0;
    for (auto it = found->second.rbegin(); it != found->second.rend() && looked < most_looked_at; ++it, ++looked) {
        const Chain& chain = chains_[*it];
        const bool fits =
            chain.plural == plural && std::ranges::any_of(chain.labels, [&](const Label& known) { return may_call(label, known); });
        if (fits && (!best || chain.last_mention > chains_[*best].last_mention)) {
            best = *it;
        }
    }
    return best;
}

std::optional<std::uint32_t> Chains::organization(std::string_view phrase) const {
    if (const auto found = by_word_.find(phrase); found != by_word_.end()) {
        std::optional<std::uint32_t> best;
        std::size_t looked = 0;
        for (auto it = found->second.rbegin(); it != found->second.rend() && looked < most_looked_at; ++it, ++looked) {
            if (chains_[*it].kind == EntityKind::organization && (!best || chains_[*it].last_mention > chains_[*best].last_mention)) {
                best = *it;
            }
        }
        return best;
    }
    if (phrase == "company" || phrase == "operator" || phrase == "firm" || phrase == "airline" || phrase == "management") {
        std::optional<std::uint32_t> only;
        std::size_t looked = 0;
        for (std::size_t c = chains_.size(); c-- > 0 && looked++ < most_looked_at;) {
            const Chain& chain = chains_[c];
            if (chain.kind == EntityKind::organization && chain.named && is_company(chain.names.front().back())) {
                if (only) {
                    return std::nullopt;
                }
                only = static_cast<std::uint32_t>(c);
            }
        }
        return only;
    }
    return std::nullopt;
}

std::uint32_t Chains::start(EntityKind kind, Gender gender, bool plural) {
    const auto chain = static_cast<std::uint32_t>(chains_.size());
    chains_.push_back(
        Chain{.kind = kind, .gender = gender, .plural = plural, .named = false, .names = {}, .labels = {}, .count = 0, .last_mention = 0});
    return chain;
}

void Chains::add_label(std::uint32_t chain, const Label& label) {
    auto& labels = chains_[chain].labels;
    const bool there = std::ranges::any_of(labels, [&](const Label& known) {
        return known.noun == label.noun && known.modifiers == label.modifiers && known.owner == label.owner;
    });
    if (there || labels.size() >= 12) {
        return;
    }
    labels.push_back(label);
    const std::string_view noun = office(label.noun);
    auto& list = by_noun_[std::string(noun.substr(noun.find_last_of(' ') == std::string_view::npos ? 0 : noun.find_last_of(' ') + 1))];
    if (list.empty() || list.back() != chain) {
        list.push_back(chain);
    }
}

void Chains::touch(std::uint32_t chain, std::uint32_t order) {
    ++chains_[chain].count;
    chains_[chain].last_mention = order;
}

}  // namespace synoptic
