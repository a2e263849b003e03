// SPDX-License-Identifier: Apache-2.0
#include "coding/actors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

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

/// What the words of a noun phrase tell of its actor.
struct ActorCoder::Description {
    std::vector<std::string> countries;  ///< of one place in the phrase: those a conjunction joins
    TokenIndex country_at = no_token;
    Nearness country_nearness = not_about;
    std::string role;
    Nearness role_nearness = not_about;

    /// "ISR", "MIL" => "ISRMIL"; "---MIL" without a country.
    [[nodiscard]] std::string code() const {
        if (country_nearness == not_about) {
            return role_nearness < from_phrase && !role.empty() ? "---" + role : std::string{};
        }
        const bool in_role = !role.empty() && role_nearness < within && country_nearness != is_head;
        std::string all;
        for (const std::string& each : countries) {
            for (const std::string_view one : split(each, '/')) {  // a name may stand for several
                all += all.empty() ? "" : "/";
                all += one;
                all += one.size() == 3 && in_role ? role : std::string{};
            }
        }
        return all;
    }
};

namespace {

/// Names of bodies between states or without one: "the MSF Mali mission" is no Malian.
bool is_above_states(std::string_view code) { return code.starts_with("IGO") || code.starts_with("NGO") || code.starts_with("IMG"); }

/// Whether a conjunction joins the two words, or the names they belong to.
bool joined(const Tree& tree, TokenIndex a, TokenIndex b) {
    const auto name_head = [&](TokenIndex i) {
        while (tree.head(i) != no_token &&
               (tree.relation(i) == Deprel::flat || tree.relation(i) == Deprel::compound || tree.relation(i) == Deprel::amod ||
                tree.relation(i) == Deprel::goeswith) &&
               tree.upos(tree.head(i)) == Upos::PROPN) {
            i = tree.head(i);
        }
        return i;
    };
    return tree.first_conjunct(name_head(a)) == tree.first_conjunct(name_head(b));
}

}  // namespace

ActorCoder::Description ActorCoder::describe(const Tree& tree, TokenIndex head) const {
    struct Name {
        std::string code;
        TokenIndex at = no_token;
    };
    Description found;
    std::vector<Name> names;
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
    const auto nearest = [&](TokenIndex at, std::uint32_t length) {
        Nearness near = not_about;
        for (TokenIndex i = at; i < std::min(at + length, end); ++i) {
            near = std::min(near, nearness(tree, i, head));
        }
        return near;
    };
    const auto add_name = [&](std::string code, TokenIndex at, Nearness near) {
        const bool of_body = near == before_head && found.country_nearness == is_head && is_above_states(code);
        const bool stays = near == is_head && found.country_nearness == before_head && is_above_states(found.countries.front());
        if ((near < found.country_nearness || of_body) && !stays) {
            found.country_nearness = near;
            found.country_at = at;
            found.countries = {code};
        }
        names.push_back({.code = std::move(code), .at = at});
    };
    for (TokenIndex at = begin; at < end;) {
        const ActorTable::Match name = table_.name_at(tree, at, tree.last());
        if (name.length > 0) {
            add_name(std::string(name.code), at, nearest(at, name.length));
            at += name.length;
            continue;
        }
        // a country that no table knows goes by its first three letters
        if (std::string invented = country_in_text(tree, at); !invented.empty()) {
            add_name(std::move(invented), at, nearness(tree, at, head));
            ++at;
            continue;
        }
        if (at != head && tree.upos(at) == Upos::PRON && tree.relation(at) == Deprel::nmod_poss) {
            if (const std::string owner = of_pronoun(tree, at); owner.size() >= 3 && !owner.starts_with("---")) {
                add_name(owner.substr(0, 3), at, nearness(tree, at, head));  // "its troops"
            }
            ++at;
            continue;
        }
        const ActorTable::Match title = table_.role_at(tree, at, end);
        if (const Nearness near = title.length > 0 ? nearest(at, title.length) : not_about; near < found.role_nearness) {
            found.role = title.code;
            found.role_nearness = near;
        }
        at += std::max(1U, title.length);
    }
    if (found.country_nearness == within && (can_act(tree, grammar_, head) || found.role_nearness < within)) {
        found.country_nearness = not_about;  // "the ambassador to Berlin" is no German
    }
    if (found.country_nearness != not_about && found.country_nearness != is_head) {
        for (const Name& each : names) {  // "the leaders of Norway and Chile"
            if (each.at != found.country_at && joined(tree, each.at, found.country_at)) {
                found.countries.push_back(each.code);
            }
        }
    }
    return found;
}

std::string ActorCoder::described(const Tree& tree, TokenIndex head) const {
    Description own = describe(tree, head);
    const TokenIndex first = tree.first_conjunct(head);
    if (own.country_nearness == not_about && first != head && tree.upos(head) == Upos::NOUN) {
        // "lawmakers and officials of Chile", "Chilean lawmakers and officials"
        Description shared = describe(tree, first);
        const bool after = shared.country_at != no_token && shared.country_at > head;
        const bool before = shared.country_at < first && tree.child(head, Deprel::det) == no_token;
        if (shared.country_nearness != not_about && shared.country_nearness != is_head && (after || before)) {
            own.countries = std::move(shared.countries);
            own.country_nearness = shared.country_nearness;
        }
    }
    return own.code();
}

std::string ActorCoder::of_pronoun(const Tree& tree, TokenIndex pronoun) const {
    const auto& mentions = document_.analysis.mentions;
    const std::uint32_t begin = tree.token(pronoun).begin;
    auto here = std::ranges::lower_bound(mentions, begin, {}, [](const Mention& each) { return each.span.begin; });
    while (here != mentions.end() && here->span.begin == begin && here->head != pronoun) {
        ++here;  // "its troops" before "its"
    }
    const auto found = here == mentions.end() || here->head != pronoun ? chains_.end() : chains_.find(here->chain);
    return found == chains_.end() ? std::string{} : found->second;
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

namespace {

/// "Carvel, the capital of Varkesh", "the Varkeshi capital Carvel".
bool is_capital(const Tree& tree, TokenIndex name) {
    const auto names_seat = [&](TokenIndex i) { return i != no_token && tree.lemma(i) == "capital"; };
    const Deprel r = tree.relation(name);
    return std::ranges::any_of(tree.children(name), names_seat) ||
           ((r == Deprel::appos || r == Deprel::flat) && names_seat(tree.head(name)));
}

}  // namespace

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
        if (code.size() >= 3) {
            const auto& mentions = document_.analysis.mentions;
            const auto after =
                std::ranges::upper_bound(mentions, tree.token(i).begin, {}, [](const Mention& each) { return each.span.begin; });
            if (after != mentions.begin() && std::prev(after)->head == i) {
                chains_.emplace(std::prev(after)->chain, code);
            }
        }
        if (code.size() == 3 && is_capital(tree, i)) {
            code += "GOV";  // "Carvel" from then on stands for the government there
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
        return of_pronoun(tree, head);
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
