// SPDX-License-Identifier: Apache-2.0
#include "situation/utterances.hpp"

#include <algorithm>
#include <map>

#include "core/text.hpp"
#include "situation/claims.hpp"

namespace synoptic {

namespace {

constexpr double least_shared = 5.5;  // weight
constexpr double least_likeness = 0.4;

/// The quotation whose words a clause belongs to: its own document's innermost around the clause's head end.
std::vector<std::uint32_t> holders(const std::map<std::uint32_t, std::vector<std::uint32_t>>& by_document,
                                   const std::vector<Quotation>& quotes, const Statement& statement) {
    std::vector<std::uint32_t> found;
    if (const auto list = by_document.find(statement.document); list != by_document.end()) {
        for (const std::uint32_t quote : list->second) {
            const Span words = quotes[quote].where.span;
            const std::uint32_t begin = std::max(words.begin, statement.span.begin);
            const std::uint32_t end = std::min(words.end, statement.span.end);
            if (begin < end && (end - begin) * 2 >= statement.span.size()) {
                found.push_back(quote);
            }
        }
    }
    return found;
}

}  // namespace

void match_utterances(std::vector<Quotation>& quotes, const Facts& facts, const std::vector<Match>& matches) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_document;
    for (std::uint32_t i = 0; i < quotes.size(); ++i) {
        by_document[quotes[i].where.document].push_back(i);
    }
    for (const Match& match : matches) {
        const Statement& a = facts.statements[match.a];
        const Statement& b = facts.statements[match.b];
        if (match.shared < least_shared || match.likeness < least_likeness || !compatible(facts, a, b)) {
            continue;
        }
        for (const std::uint32_t i : holders(by_document, quotes, a)) {
            for (const std::uint32_t j : holders(by_document, quotes, b)) {
                const bool one_speaker = quotes[i].speaker && quotes[i].speaker == quotes[j].speaker;
                const bool same_words = fold_accents(quotes[i].text) == fold_accents(quotes[j].text) ||
                                        std::ranges::find(quotes[i].same_as, j) != quotes[i].same_as.end();
                if (one_speaker && !same_words) {
                    quotes[i].variants.push_back(j);
                    quotes[j].variants.push_back(i);
                }
            }
        }
    }
    for (Quotation& quote : quotes) {
        std::ranges::sort(quote.variants);
        quote.variants.erase(std::ranges::unique(quote.variants).begin(), quote.variants.end());
    }
}

}  // namespace synoptic
