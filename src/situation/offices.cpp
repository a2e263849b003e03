// SPDX-License-Identifier: Apache-2.0
#include "situation/offices.hpp"

#include <algorithm>
#include <array>

#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t longest_phrase = 14;  // tokens of an apposition that are looked at

OfficeSort parse_sort(std::string_view text) {
    constexpr std::array<std::string_view, 6> names = {"office", "minister", "trade", "leader", "rank", "address"};
    const auto found = std::ranges::find(names, text);
    return found == names.end() ? OfficeSort::leader : static_cast<OfficeSort>(std::distance(names.begin(), found));
}

std::string lower_word(const Document& document, std::uint32_t token) {
    std::string word = fold_accents(document.view(document.analysis.tokens[token]));
    if (!word.empty() && word.back() == '.') {
        word.pop_back();
    }
    return word;
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 8> past_words = {"former", "ex", "ex-", "retired", "late", "then", "ousted", "deposed"};
constexpr std::array<std::string_view, 5> future_words = {"designate", "elect", "next", "incoming", "future"};
constexpr std::array<std::string_view, 5> acting_words = {"acting", "interim", "caretaker", "transitional", "provisional"};
constexpr std::array<std::string_view, 8> heading_verbs = {"chairs", "heads", "leads", "runs", "chaired", "headed", "led", "ran"};
constexpr std::array<std::string_view, 5> leaving_verbs = {"resigned", "retired", "quit", "served", "stepped"};
constexpr std::array<std::string_view, 9> openers = {"the", "a", "an", "its", "his", "her", "their", "our", "my"};

bool ends_phrase(const Document& document, std::uint32_t token) {
    const std::string_view text = document.view(document.analysis.tokens[token]);
    return text == "," || text == "." || text == ";" || text == ":" || text == "(" || text == ")" || text == "\u2014" || text == "\u2013" ||
           text == "\"" || text == "\u201C" || text == "\u201D" || text == "!" || text == "?" || text == "-";
}

bool starts_upper(std::string_view text) { return !text.empty() && (is_ascii_upper(text.front()) || (text.front() & 0x80) != 0); }

/// "On Friday morning Prime Minister ...": the time is no part of the title.
bool in_time(const Document& document, std::uint32_t token) {
    const std::uint32_t begin = document.analysis.tokens[token].begin;
    const std::vector<TimeExpression>& times = document.analysis.times;
    const auto after = std::ranges::upper_bound(times, begin, {}, [](const TimeExpression& time) { return time.span.begin; });
    return after != times.begin() && std::prev(after)->span.contains(begin);
}

const Sentence& sentence_of(const Document& document, std::uint32_t token) {
    return document.analysis.sentences[document.analysis.sentence_at(document.analysis.tokens[token].begin)];
}

}  // namespace

Offices::Offices() {
    for (const Row& row : load_table("situation_offices.tsv")) {
        entries_.emplace(row.at(0), Entry{.kind = std::string(row.at(1)), .sort = parse_sort(row.at(2))});
    }
    for (const Row& row : load_table("situation_portfolios.tsv")) {
        for (std::string_view word : split(row.at(1), '|')) {
            portfolios_.emplace(word, row.at(0));
        }
    }
}

const Offices::Entry* Offices::entry_ending_at(const Document& document, std::uint32_t first, std::uint32_t at,
                                               std::uint32_t& length) const {
    const Entry* found = nullptr;
    std::string phrase;
    for (std::uint32_t from = at + 1; from-- > first && at - from < 4;) {
        phrase = phrase.empty() ? lower_word(document, from) : lower_word(document, from) + " " + phrase;
        auto entry = entries_.find(phrase);
        if (entry == entries_.end() && phrase.size() > 3 && phrase.back() == 's' && from == at) {
            continue;  // a plural names no single office
        }
        if (entry != entries_.end()) {
            found = &entry->second;
            length = at - from + 1;
        }
    }
    return found;
}

std::optional<Office> Offices::read(const Document& document, std::uint32_t first, std::uint32_t last) const {
    const Analysis& analysis = document.analysis;
    // the phrase's own noun: the last before "of", "for", "who", "at", "in" and the like
    std::uint32_t end = first;
    while (end < last) {
        const std::string word = lower_word(document, end);
        if (end > first &&
            (analysis.tokens[end].upos == Upos::ADP || word == "who" || word == "that" || word == "which" || word == "whose" ||
             word == "all" || word == "and" || word == "of" || word == "for" || word == "at" || word == "in")) {
            break;
        }
        ++end;
    }
    for (std::uint32_t at = end; at-- > first;) {
        std::uint32_t length = 0;
        const Entry* entry = entry_ending_at(document, first, at, length);
        if (entry == nullptr) {
            continue;
        }
        const std::string own = lower_word(document, at);
        if ((own == "head" || own == "chair") && length == 1 && !(at + 1 < last && lower_word(document, at + 1) == "of") &&
            !(first == at && at + 1 < analysis.tokens.size() && starts_upper(document.view(analysis.tokens[at + 1])))) {
            continue;  // "his head", "no chair"
        }
        Office office{.kind = entry->kind, .sort = entry->sort, .head = at};
        std::uint32_t begin = first;
        const std::string opener = lower_word(document, first);
        office.definite = opener != "a" && opener != "an";
        if (is_one_of(opener, openers) && first < at) {
            ++begin;
        }
        for (std::uint32_t token = first; token < last; ++token) {
            const std::string word = lower_word(document, token);
            if (token <= at || token <= at + 2) {
                office.former = office.former || is_one_of(word, past_words) || word.starts_with("ex-");
                office.future = office.future || is_one_of(word, future_words);
                office.acting = office.acting || is_one_of(word, acting_words);
            }
            // "until he retired", "president from 2000 to 2006"
            const bool years = (word == "from" || word == "until" || word == "between") && token + 1 < last &&
                               lower_word(document, token + 1).size() == 4 && is_ascii_digit(lower_word(document, token + 1).front());
            office.former = office.former || (token > at && (word == "retired" || years));
            // "the intelligence chief", "head of the border police": whose head
            const bool of_a_body = entry->sort == OfficeSort::leader && token != at;
            if ((entry->sort == OfficeSort::minister || of_a_body) && office.portfolio.empty()) {
                if (const auto portfolio = portfolios_.find(word); portfolio != portfolios_.end()) {
                    office.portfolio = portfolio->second;
                }
            }
        }
        office.span = {analysis.tokens[first].begin, analysis.tokens[last - 1].end};
        const std::uint32_t text_end = std::max(end, at + 1);
        std::uint32_t stop = text_end;
        if (stop < last && lower_word(document, stop) == "of") {  // keep "of the Guild"
            stop = last;
        }
        office.text = fold_space(Span{analysis.tokens[begin].begin, analysis.tokens[stop - 1].end}.in(document.text));
        return office;
    }
    return std::nullopt;
}

std::uint32_t Offices::title_length(const Document& document, std::uint32_t first, std::uint32_t last) const {
    std::uint32_t title_end = first;
    for (std::uint32_t at = first; at + 1 < last; ++at) {
        std::uint32_t length = 0;
        if (entry_ending_at(document, first, at, length) != nullptr) {
            title_end = at + 1;
        }
    }
    // what is left must still be a name
    while (title_end < last && document.view(document.analysis.tokens[title_end]) == ".") {
        ++title_end;
    }
    return title_end < last && starts_upper(document.view(document.analysis.tokens[title_end])) ? title_end - first : 0;
}

std::vector<RoleUse> Offices::around(const Document& document, std::uint32_t first, std::uint32_t last) const {
    const Analysis& analysis = document.analysis;
    const Sentence& sentence = sentence_of(document, first);
    std::vector<RoleUse> found;
    const auto add = [&](std::uint32_t from, std::uint32_t to, bool title) {
        if (from >= to) {
            return;
        }
        auto office = read(document, from, to);
        // "in the words of the president Doss worked for": a bare office and a surname are two phrases
        const bool parted = title && office && office->head == from + 1 && analysis.tokens[from].upos == Upos::DET && to + 1 == last &&
                            !starts_upper(document.view(analysis.tokens[office->head]));
        if (office && !parted && office->sort != OfficeSort::address && (!title || office->head + 1 == to)) {
            found.push_back({.office = std::move(*office), .title = title});
        }
    };
    // a title before the name: words that are no verb, preposition or punctuation
    std::uint32_t from = first;
    while (from > sentence.first && first - from < 7) {
        const Token& before = analysis.tokens[from - 1];
        const bool part = before.upos == Upos::NOUN || before.upos == Upos::PROPN || before.upos == Upos::ADJ ||
                          before.upos == Upos::PART || before.upos == Upos::X || before.upos == Upos::DET;
        if (!part || ends_phrase(document, from - 1) || in_time(document, from - 1)) {
            break;
        }
        --from;
        if (before.upos == Upos::DET) {
            break;
        }
    }
    add(from, first, true);
    // "Its premier, Matteo Corvin": the phrase between a clause's start or comma and the comma before the name
    if (first >= sentence.first + 2 && document.view(analysis.tokens[first - 1]) == ",") {
        std::uint32_t start = first - 1;
        while (start > sentence.first && first - start < 8 && !ends_phrase(document, start - 1) &&
               (analysis.tokens[start - 1].upos != Upos::VERB || analysis.tokens[start - 1].deprel == Deprel::amod) &&
               analysis.tokens[start - 1].upos != Upos::AUX) {
            --start;
        }
        for (std::uint32_t at = start; at + 1 < first; ++at) {  // begin at the article or possessor
            if (is_one_of(lower_word(document, at), openers)) {
                const auto office = read(document, at, first - 1);
                if (office && office->head + 4 >= first - 1) {
                    add(at, first - 1, false);
                    break;
                }
            }
        }
    }
    // "Anders Holte, the Lethmark foreign minister,"
    if (last + 1 < sentence.last && document.view(analysis.tokens[last]) == ",") {
        std::uint32_t stop = last + 1;
        while (stop < sentence.last && stop - last < longest_phrase && !ends_phrase(document, stop)) {
            ++stop;
        }
        const std::string opener = lower_word(document, last + 1);
        if (opener == "who" && last + 3 < sentence.last && is_one_of(lower_word(document, last + 2), heading_verbs)) {
            found.push_back(
                {.office = {.kind = "head",
                            .sort = OfficeSort::leader,
                            .text = fold_space(Span{analysis.tokens[last + 1].begin, analysis.tokens[stop - 1].end}.in(document.text)),
                            .span = {analysis.tokens[last + 1].begin, analysis.tokens[stop - 1].end},
                            .head = last + 2}});
        } else if (opener == "who" && last + 4 < sentence.last && is_one_of(lower_word(document, last + 2), leaving_verbs)) {
            // "who resigned as defence minister in May"
            std::uint32_t from_as = last + 3;
            while (from_as < stop && from_as < last + 6 && lower_word(document, from_as) != "as") {
                ++from_as;
            }
            if (auto office = from_as + 1 < stop ? read(document, from_as + 1, stop) : std::nullopt;
                office && office->sort != OfficeSort::address) {
                office->former = true;
                found.push_back({.office = std::move(*office), .title = false});
            }
        } else if (opener != "who" && opener != "whose") {
            const Upos tag = analysis.tokens[last + 1].upos;
            if (tag == Upos::DET || tag == Upos::PRON || tag == Upos::NOUN || tag == Upos::ADJ || tag == Upos::PROPN) {
                // a phrase with a verb before its office is no apposition
                auto office = read(document, last + 1, stop);
                const bool clause =
                    office && std::any_of(analysis.tokens.begin() + last + 1, analysis.tokens.begin() + office->head,
                                          [](const Token& t) { return t.upos == Upos::AUX || t.features.verb_form == VerbForm::fin; });
                if (office && !clause) {
                    add(last + 1, stop, false);
                }
            }
        }
    }
    return found;
}

bool contradict(const Office& a, const Office& b) {
    if (a.future || b.future) {
        return false;
    }
    if (a.sort == OfficeSort::minister && b.sort == OfficeSort::minister) {
        const bool told = !a.portfolio.empty() && !b.portfolio.empty() && a.kind == b.kind;
        return told && (a.former == b.former ? a.portfolio != b.portfolio : a.portfolio == b.portfolio);
    }
    const bool heads = (a.sort == OfficeSort::leader || a.sort == OfficeSort::minister) &&
                       (b.sort == OfficeSort::leader || b.sort == OfficeSort::minister);
    if (heads) {
        return !a.former && !b.former && !a.portfolio.empty() && !b.portfolio.empty() && a.portfolio != b.portfolio;
    }
    if (a.sort == OfficeSort::trade && b.sort == OfficeSort::trade) {
        return a.former == b.former && a.kind != b.kind;
    }
    const bool offices = (a.sort == OfficeSort::office || a.sort == OfficeSort::minister) &&
                         (b.sort == OfficeSort::office || b.sort == OfficeSort::minister);
    if (!offices) {
        return false;
    }
    if (a.kind == b.kind) {
        return a.sort == OfficeSort::office && a.former != b.former;
    }
    return a.former == b.former && !a.former;
}

}  // namespace synoptic
