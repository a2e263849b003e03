// SPDX-License-Identifier: Apache-2.0
#include "coding/actors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "core/failure.hpp"
#include "core/text.hpp"

namespace synoptic {
namespace {

constexpr std::size_t prefix_bytes = 4;

std::vector<std::string> folded_words(std::string_view name) {
    std::vector<std::string> words;
    for (const std::string_view word : split(name, ' ')) {
        if (!word.empty()) {
            words.push_back(fold_accents(word));
        }
    }
    return words;
}

bool all_capitals(std::string_view word) {
    return std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string first_key(std::string_view word, bool prefix) { return std::string(prefix ? word.substr(0, prefix_bytes) : word); }

}  // namespace

void ActorTable::add_name(std::string_view name, std::string_view code, bool prefix) {
    const std::string_view bare = name.starts_with("The ") || name.starts_with("the ") ? name.substr(4) : name;
    Entry entry{.words = folded_words(bare), .code = std::string(code)};
    if (entry.words.empty()) {
        return;
    }
    entry.prefix = prefix && entry.words.back().size() >= prefix_bytes;
    entry.capitals = entry.words.size() == 1 && entry.words[0].size() <= 3 && all_capitals(bare);
    const bool prefix_key = entry.prefix && entry.words.size() == 1;
    std::vector<Entry>& entries = names_[first_key(entry.words[0], prefix_key)];
    if (!prefix && std::ranges::any_of(entries, [&](const Entry& each) { return each.words == entry.words; })) {
        return;
    }
    entries.push_back(std::move(entry));
}

void ActorTable::add_role(std::string_view noun, std::string_view code) { roles_.emplace(lower_ascii(noun), code); }

ActorTable ActorTable::load() {
    ActorTable table;
    for (const Row& row : load_table("countries.tsv")) {
        const std::string code(row.at(0));
        if (code.size() != 3) {
            throw Failure(fmt::format("countries.tsv, line {}: '{}' is no three-letter code", row.line, code));
        }
        table.add_name(row.at(1), code);
        for (const std::size_t column : {2U, 3U}) {
            for (const std::string_view each : split(row.at(column), '|')) {
                table.add_name(trim(each), code);
            }
        }
        for (const std::string_view each : split(row.at(4), '|')) {
            table.add_name(trim(each), code + "GOV");
        }
    }
    for (const Row& row : load_table("actor_names.tsv")) {
        if (row.at(1).empty()) {
            throw Failure(fmt::format("actor_names.tsv, line {}: expected a code, a tab and names", row.line));
        }
        for (const std::string_view each : split(row.at(1), '|')) {
            table.add_name(trim(each), row.at(0));
        }
    }
    for (const Row& row : load_table("role_nouns.tsv")) {
        table.add_role(row.at(0), row.at(1));
    }
    for (const Row& row : load_table("actor_roles.tsv")) {
        if (row.at(1).empty()) {
            throw Failure(fmt::format("actor_roles.tsv, line {}: expected a code, a tab and nouns", row.line));
        }
        for (const std::string_view each : split(row.at(1), '|')) {
            table.add_role(trim(each), row.at(0));
        }
    }
    return table;
}

void ActorTable::add_own(std::string_view table, std::string_view bytes) {
    for (const Row& row : parse_table(bytes)) {
        if (row.at(0).empty() || row.at(1).empty()) {
            throw Failure(fmt::format("{}, line {}: expected a name, a tab and an actor code", table, row.line));
        }
        add_name(row.at(0), row.at(1), true);
    }
}

ActorTable::Match ActorTable::name_at(const Tree& tree, TokenIndex at, TokenIndex last) const {
    const std::string_view text = tree.text(at);
    if (text.empty() || (static_cast<unsigned char>(text.front()) < 0x80 && !is_ascii_upper(text.front()))) {
        return {};
    }
    const std::string word = fold_accents(text);
    Match best;
    bool best_is_own = false;
    const auto try_entries = [&](const std::string& key) {
        const auto found = names_.find(key);
        if (found == names_.end()) {
            return;
        }
        for (const Entry& entry : found->second) {
            const auto count = static_cast<std::uint32_t>(entry.words.size());
            if (at + count > last || (entry.capitals && !all_capitals(text))) {
                continue;
            }
            bool same = true;
            for (std::uint32_t i = 0; same && i < count; ++i) {
                const std::string here = i == 0 ? word : fold_accents(tree.text(at + i));
                const bool tail = entry.prefix && i + 1 == count;
                same = tail ? here.starts_with(entry.words[i]) && here.size() <= entry.words[i].size() + 4 : here == entry.words[i];
            }
            if (same && (count > best.length || (count == best.length && entry.prefix && !best_is_own))) {
                best = {entry.code, count};
                best_is_own = entry.prefix;
            }
        }
    };
    try_entries(word);
    if (word.size() > prefix_bytes) {
        try_entries(word.substr(0, prefix_bytes));
    }
    return best;
}

ActorTable::Match ActorTable::role_at(const Tree& tree, TokenIndex at, TokenIndex last) const {
    const std::string word = lower_ascii(tree.lemma(at));
    if (at + 1 < last) {
        const auto two = roles_.find(word + " " + lower_ascii(tree.lemma(at + 1)));
        if (two != roles_.end()) {
            return {two->second, 2};
        }
    }
    const auto one = roles_.find(word);
    return one == roles_.end() ? Match{} : Match{one->second, 1};
}

namespace {

/// How a token stands to the head of its noun phrase: the lower, the more it tells of the head.
enum Nearness : int { is_head, before_head, possessor, of_phrase, apposition, from_phrase, within, not_about };

Nearness nearness(const Tree& tree, TokenIndex token, TokenIndex head) {
    Nearness worst = is_head;
    for (TokenIndex at = token; at != head;) {
        const TokenIndex above = tree.head(at);
        if (above == no_token) {
            return not_about;
        }
        Nearness here = not_about;
        switch (tree.relation(at)) {
        case Deprel::flat:
        case Deprel::fixed:
        case Deprel::goeswith:
            here = is_head;
            break;
        case Deprel::amod:
        case Deprel::compound:
        case Deprel::det:
        case Deprel::nmod_tmod:
        case Deprel::case_:
            here = before_head;
            break;
        case Deprel::nmod_poss:
            here = possessor;
            break;
        case Deprel::appos:
            here = apposition;
            break;
        case Deprel::nmod: {
            const TokenIndex preposition = tree.preposition(at);
            if (preposition == no_token) {
                here = before_head;
            } else {
                const std::string_view lemma = tree.lemma(preposition);
                here = lemma == "of" || lemma == "for"                     ? of_phrase
                       : lemma == "in" || lemma == "from" || lemma == "by" ? from_phrase
                                                                           : within;
            }
            break;
        }
        case Deprel::conj:
            here = within;
            break;
        default:
            break;
        }
        worst = std::max(worst, here);
        at = above;
    }
    return worst;
}

/// "Varkeshi", found to be a country's name or adjective by the language stage => "VAR"; "" for any other word.
std::string country_in_text(const Tree& tree, TokenIndex at) {
    const auto& entities = tree.document().analysis.entities;
    const Span span = span_of(tree.token(at));
    const auto found = std::ranges::lower_bound(entities, span.begin + 1, {}, [](const Entity& each) { return each.span.end; });
    if (found == entities.end() || !found->span.covers(span) ||
        (found->kind != EntityKind::country && found->kind != EntityKind::demonym)) {
        return {};
    }
    std::string code;
    for (const char c : fold_accents(tree.text(at))) {
        if (c >= 'a' && c <= 'z' && code.size() < 3) {
            code += static_cast<char>(c - 'a' + 'A');
        }
    }
    return code.size() == 3 ? code : std::string{};
}

}  // namespace

std::string ActorCoder::described(const Tree& tree, TokenIndex head) const {
    struct Found {
        std::string code;
        Nearness nearness = not_about;
    };
    Found country;
    Found role;
    Span span = tree.noun_phrase(head);
    if (const TokenIndex apposed = tree.child(head, Deprel::appos); apposed != no_token) {
        const Span other = tree.noun_phrase(apposed);
        span = {std::min(span.begin, other.begin), std::max(span.end, other.end)};
    }
    TokenIndex begin = head;
    TokenIndex end = head + 1;
    while (begin > tree.first() && tree.token(begin - 1).begin >= span.begin) {
        --begin;
    }
    while (end < tree.last() && tree.token(end).end <= span.end) {
        ++end;
    }
    for (TokenIndex at = begin; at < end;) {
        const ActorTable::Match name = table_.name_at(tree, at, end);
        const std::uint32_t step = std::max(1U, name.length);
        if (name.length == 0) {
            // a country that no table knows goes by its first three letters
            if (std::string invented = country_in_text(tree, at); !invented.empty()) {
                if (const Nearness near = nearness(tree, at, head); near < country.nearness) {
                    country = {std::move(invented), near};
                }
                ++at;
                continue;
            }
        }
        if (name.length > 0) {
            Nearness near = not_about;
            for (TokenIndex i = at; i < at + name.length; ++i) {
                near = std::min(near, nearness(tree, i, head));
            }
            if (near < country.nearness) {
                country = {std::string(name.code), near};
            }
        } else if (const ActorTable::Match title = table_.role_at(tree, at, end); title.length > 0) {
            Nearness near = not_about;
            for (TokenIndex i = at; i < at + title.length; ++i) {
                near = std::min(near, nearness(tree, i, head));
            }
            if (near < role.nearness) {
                role = {std::string(title.code), near};
            }
        }
        at += step;
    }
    if (country.nearness == within && (can_act(tree, grammar_, head) || role.nearness < within)) {
        country.nearness = not_about;  // "the ambassador to Berlin" is no German
    }
    if (country.nearness == not_about) {
        return role.nearness < from_phrase && !role.code.empty() ? "---" + role.code : std::string{};
    }
    std::string code = std::move(country.code);
    if (code.size() == 3 && !role.code.empty() && role.nearness < within && country.nearness != is_head) {
        code += role.code;
    }
    return code;
}

std::string ActorCoder::remembered(const Tree& tree, TokenIndex head) const {
    TokenIndex last = head;
    for (const TokenIndex each : tree.children(head)) {
        if (tree.relation(each) == Deprel::flat) {
            last = each;
        }
    }
    const auto found = known_.find(fold_accents(tree.text(last)));
    return found == known_.end() ? std::string{} : found->second;
}

void ActorCoder::learn(const Tree& tree) {
    for (TokenIndex i = tree.first(); i < tree.last(); ++i) {
        const Deprel r = tree.relation(i);
        if (tree.upos(i) != Upos::PROPN || r == Deprel::flat || r == Deprel::compound) {
            continue;
        }
        std::string code = described(tree, i);
        if (code.empty() && r == Deprel::appos && tree.head(i) != no_token) {
            code = described(tree, tree.head(i));
        }
        if (code.size() < 6) {
            continue;
        }
        TokenIndex last = i;
        for (const TokenIndex each : tree.children(i)) {
            if (tree.relation(each) == Deprel::flat) {
                last = each;
            }
        }
        if (table_.name_at(tree, last, tree.last()).length == 0) {
            std::string& known = known_[fold_accents(tree.text(last))];
            if (known.empty() || (known.starts_with("---") && !code.starts_with("---"))) {
                known = std::move(code);
            }
        }
    }
}

std::string ActorCoder::code(const Tree& tree, TokenIndex head) const {
    if (tree.upos(head) == Upos::PRON) {
        for (const Mention& mention : document_.analysis.mentions) {
            if (mention.head == head) {
                for (const Mention& other : document_.analysis.mentions) {
                    if (other.chain == mention.chain && other.kind == MentionKind::name) {
                        const auto found = known_.find(fold_accents(document_.view(document_.analysis.tokens[other.last - 1])));
                        return found == known_.end() ? std::string{} : found->second;
                    }
                }
            }
        }
        return {};
    }
    const TokenIndex inner = inner_noun(tree, grammar_, head);
    std::string best = described(tree, inner);
    if (best.empty() || best.starts_with("---")) {
        if (std::string memory = remembered(tree, inner); !memory.empty()) {
            return memory;
        }
    }
    if (best.empty() && inner != head) {
        best = described(tree, head);
    }
    return best;
}

}  // namespace synoptic
