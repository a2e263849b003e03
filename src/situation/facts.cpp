// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/text.hpp"
#include "situation/statements.hpp"

namespace synoptic {

std::optional<DayRange> days_of(const TimeExpression& time) {
    if (time.first_day && time.last_day && time.first_day->has_day() && time.last_day->has_day()) {
        return DayRange{.first = to_days(*time.first_day), .last = to_days(*time.last_day)};
    }
    if (time.date && time.date->has_day()) {
        return DayRange{.first = to_days(*time.date), .last = to_days(*time.date)};
    }
    if (time.date && time.date->month != 0) {
        const Date begin{.year = time.date->year, .month = time.date->month, .day = 1};
        return DayRange{.first = to_days(begin), .last = to_days(begin) + 30};
    }
    if (time.date) {
        return DayRange{.first = to_days({.year = time.date->year, .month = 1, .day = 1}),
                        .last = to_days({.year = time.date->year, .month = 12, .day = 31})};
    }
    return std::nullopt;
}

bool only_bounds(const Document& document, const TimeExpression& time) {
    constexpr std::array<std::string_view, 8> bounds = {"since", "until", "till", "before", "after", "than", "from", "through"};
    const std::uint32_t at = document.analysis.token_at(time.span.begin);
    for (std::uint32_t back = 1; back <= 4 && back <= at; ++back) {
        const Token& word = document.analysis.tokens[at - back];
        if (std::ranges::find(bounds, fold_accents(document.view(word))) != bounds.end()) {
            return true;
        }
        if (word.upos != Upos::DET && word.upos != Upos::NOUN && word.upos != Upos::ADP && word.upos != Upos::ADJ) {
            break;
        }
        if (word.upos == Upos::ADP && back > 1) {
            break;
        }
    }
    return false;
}

bool in_dateline(const Document& document, const TimeExpression& time) {
    constexpr std::uint32_t reach = 12;  // tokens from the sentence's begin to the dash
    const std::vector<Token>& tokens = document.analysis.tokens;
    const std::uint32_t from = document.analysis.sentences[document.analysis.sentence_at(time.span.begin)].first;
    const std::uint32_t at = document.analysis.token_at(time.span.begin);
    if (at == from || at > from + reach / 2) {
        return false;
    }
    for (std::uint32_t before = from; before < at; ++before) {
        if (tokens[before].upos != Upos::PUNCT && !is_ascii_upper(document.view(tokens[before]).front())) {
            return false;
        }
    }
    for (std::uint32_t after = at; after < tokens.size() && after < from + reach; ++after) {
        const std::string_view word = document.view(tokens[after]);
        if (word == "-" || word == "\u2013" || word == "\u2014" || word == "--") {
            return true;
        }
    }
    return false;
}

double Facts::shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    double sum = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i < *j) {
            ++i;
        } else if (*j < *i) {
            ++j;
        } else {
            sum += weight(*i);
            ++i;
            ++j;
        }
    }
    return sum;
}

const Statement* Facts::at(std::uint32_t document, std::uint32_t sentence, std::uint32_t token) const {
    const auto range = of_sentence.find({document, sentence});
    if (range == of_sentence.end()) {
        return nullptr;
    }
    const Statement* best = nullptr;
    for (std::size_t i = range->second.first; i < range->second.second; ++i) {
        const Statement& statement = statements[i];
        if (statement.head == token) {
            return &statement;
        }
        if (statement.first <= token && token < statement.last &&
            (best == nullptr || statement.last - statement.first < best->last - best->first)) {
            best = &statement;
        }
    }
    return best;
}

double Facts::total(const std::vector<std::uint32_t>& list) const {
    double sum = 0;
    for (std::uint32_t term : list) {
        sum += weight(term);
    }
    return sum;
}

void Facts::weigh(const StoryInput& input) {
    std::vector<double> frequency(terms.size(), 0);
    double sentences = 0;
    std::set<std::pair<std::uint32_t, std::uint32_t>> counted;
    for (const Statement& statement : statements) {
        if (input.derived(statement.document) || !counted.emplace(statement.document, statement.sentence).second) {
            continue;
        }
        ++sentences;
        for (const auto* list : {&statement.terms, &statement.around}) {
            for (std::uint32_t term : *list) {
                if (list == &statement.terms || !std::ranges::binary_search(statement.terms, term)) {
                    ++frequency[term];
                }
            }
        }
    }
    constexpr double fewest = 60;  // a story of a few sentences is weighed as if it went on with other words
    sentences = std::max(sentences, fewest);
    weights.resize(frequency.size());
    std::ranges::transform(frequency, weights.begin(), [&](double count) { return std::log((sentences + 1) / (count + 0.5)); });
    for (double& weight : weights) {
        weight = std::max(weight, 0.0);
    }
}

}  // namespace synoptic
