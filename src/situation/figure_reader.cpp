// SPDX-License-Identifier: Apache-2.0
#include "situation/figure_reader.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "core/text.hpp"

namespace synoptic {

bool FigureReader::is_offset(const Statement& s, const Quantity& q) const {
    constexpr std::array<std::string_view, 5> words_after = {"later", "earlier", "ago", "after", "before"};
    const Document& document = story_.input.documents[s.document];
    return q.measure == "duration" && q.last < document.analysis.tokens.size() &&
           std::ranges::find(words_after, fold_accents(document.view(document.analysis.tokens[q.last]))) != words_after.end();
}

bool FigureReader::is_pause(const Statement& s, const Quantity& q) const {
    constexpr std::array<std::string_view, 3> words_after = {"later", "earlier", "ago"};
    const Document& document = story_.input.documents[s.document];
    return q.measure == "duration" && q.last < document.analysis.tokens.size() &&
           std::ranges::find(words_after, fold_accents(document.view(document.analysis.tokens[q.last]))) != words_after.end();
}

bool FigureReader::counts_no_whole(const Statement& s, const Quantity& q) const {
    constexpr std::array<std::string_view, 12> parting = {"more", "other",   "another", "additional", "last",     "next",
                                                          "past", "further", "first",   "second",     "previous", "remaining"};
    constexpr std::array<std::string_view, 9> invariable = {"people",    "police", "dead",  "aircraft", "troops",
                                                            "personnel", "crew",   "staff", "crowd"};
    if (q.measure != "count" || q.part) {
        return false;
    }
    const Document& document = story_.input.documents[s.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    bool partitive = false;
    bool parted = false;
    for (std::uint32_t at = q.first > 0 ? q.first - 1 : 0; at < q.head; ++at) {
        const std::string word = fold_accents(document.view(tokens[at]));
        partitive = partitive || word == "of" || (at > q.first && tokens[at].upos == Upos::DET);
        parted = parted || std::ranges::find(parting, word) != parting.end();
    }
    const std::string noun = fold_accents(document.view(tokens[q.head]));
    const bool plural = tokens[q.head].features.number == Number::plur || noun != lemma_of(document, q.head) ||
                        std::ranges::find(invariable, noun) != invariable.end();
    const bool of_a_charge = lemma_of(document, q.head) == "count";  // every accused has his own
    const bool label = q.value > 1 && tokens[q.head].upos != Upos::NUM && !plural;
    return label || of_a_charge || parted || (q.value <= 1 && partitive);
}

bool FigureReader::is_rest(const Statement& s, const Quantity& q) const {
    const Document& document = story_.input.documents[s.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    for (std::uint32_t at = q.first; at < std::min<std::size_t>(q.last + 1, tokens.size()); ++at) {
        const std::string word = fold_accents(document.view(tokens[at]));
        if (word == "others" || word == "other") {
            return true;
        }
    }
    return false;
}

bool FigureReader::takes_in(const Statement& s) const {
    const Document& document = story_.input.documents[s.document];
    const Sentence& sentence = document.analysis.sentences[s.sentence];
    for (std::uint32_t at = sentence.first; at + 1 < sentence.last; ++at) {
        const std::string word = lemma_of(document, at);
        if ((word == "include" || word == "including" || word == "besides" || word == "excluding") &&
            (document.analysis.tokens[at + 1].upos == Upos::DET || document.analysis.tokens[at + 1].upos == Upos::NUM)) {
            return true;
        }
    }
    return false;
}

bool FigureReader::is_dealt_out(const Statement& s, const Quantity& q) const {
    const Document& document = story_.input.documents[s.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    const Sentence& sentence = document.analysis.sentences[s.sentence];
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
        if (at >= q.first && at < q.last) {
            continue;
        }
        const std::string word = fold_accents(document.view(tokens[at]));
        const Upos next = at + 1 < sentence.last ? tokens[at + 1].upos : Upos::PUNCT;
        const bool in_list = at > sentence.first && (tokens[at - 1].upos == Upos::PUNCT || tokens[at - 1].upos == Upos::CCONJ);
        const bool verbal = next == Upos::AUX || next == Upos::VERB;
        const bool one = word == "one" && in_list && (verbal || (next == Upos::ADP && document.view(tokens[at + 1]) != "of"));
        const bool another = word == "another" && (next == Upos::ADP || next == Upos::PUNCT || next == Upos::CCONJ);
        if (one || another) {
            return true;
        }
    }
    return false;
}

bool FigureReader::is_fragment(const Statement& s) const {
    const Document& document = story_.input.documents[s.document];
    const Sentence& sentence = document.analysis.sentences[s.sentence];
    const auto tokens = std::span(document.analysis.tokens).subspan(sentence.first, sentence.last - sentence.first);
    constexpr std::size_t long_enough = 8;    // words; in so many a verb may have been taken for something else
    constexpr std::ptrdiff_t of_a_table = 3;  // numbers
    const auto is = [](Upos tag) { return [tag](const Token& token) { return token.upos == tag; }; };
    return std::ranges::none_of(tokens, is(Upos::VERB)) && std::ranges::none_of(tokens, is(Upos::AUX)) &&
           std::ranges::none_of(tokens, [&](const Token& token) { return document.view(token) == "dead"; }) &&
           (tokens.size() < long_enough || std::ranges::count_if(tokens, is(Upos::NUM)) >= of_a_table);
}

std::string FigureReader::measured_thing(const Statement& s, const Quantity& q) const {
    const Document& document = story_.input.documents[s.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    std::uint32_t at = q.last;
    if (at < tokens.size() && document.view(tokens[at]) == "of") {
        ++at;
    }
    std::string thing;
    for (std::uint32_t step = 0; step < 4 && at < tokens.size(); ++step, ++at) {
        if (tokens[at].upos == Upos::NOUN) {
            thing = lemma_of(document, at);
        } else if (!thing.empty() || (tokens[at].upos != Upos::ADJ && tokens[at].upos != Upos::DET)) {
            break;
        }
    }
    return thing;
}

bool FigureReader::is_broken(const Statement& s, const Quantity& q) const {
    const Document& document = story_.input.documents[s.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    return q.first >= 2 && document.view(tokens[q.first - 1]) == "," && is_ascii_digit(document.view(tokens[q.first - 2]).back()) &&
           document.view(tokens[q.first]).size() == 3 && is_ascii_digit(document.view(tokens[q.first]).front());
}

bool FigureReader::of_other_fates(const Statement& a, const Quantity& x, const Statement& b, const Quantity& y) const {
    constexpr std::array<std::string_view, 3> fates = {"kill", "injure", "missing"};
    const auto fate = [&](const Statement& s, const Quantity& q) -> std::string_view {
        const Document& document = story_.input.documents[s.document];
        for (std::uint32_t at = q.head; at < std::min<std::size_t>(q.head + 2, document.analysis.tokens.size()); ++at) {
            const auto family =
                story_.synonyms.family_of_form(lemma_of(document, at), fold_accents(document.view(document.analysis.tokens[at])));
            if (family && std::ranges::find(fates, *family) != fates.end()) {
                return *family;
            }
        }
        return {};
    };
    const std::string_view first = fate(a, x);
    const std::string_view second = fate(b, y);
    return !first.empty() && !second.empty() && first != second;
}

bool FigureReader::of_other_wholes(const Statement& a, const Quantity& x, const Statement& b, const Quantity& y) const {
    const auto whole = [&](const Statement& s, const Quantity& q) -> std::string {
        const Document& document = story_.input.documents[s.document];
        const std::vector<Token>& tokens = document.analysis.tokens;
        if (q.last >= tokens.size() || document.view(tokens[q.last]) != "of") {
            return {};
        }
        std::string noun;
        for (std::uint32_t at = q.last + 1; at < std::min<std::size_t>(q.last + 6, tokens.size()); ++at) {
            const bool nominal = tokens[at].upos == Upos::NOUN || tokens[at].upos == Upos::PROPN;
            if (nominal) {
                noun = lemma_of(document, at);
            } else if (!noun.empty() || (tokens[at].upos != Upos::DET && tokens[at].upos != Upos::ADJ && tokens[at].upos != Upos::PRON)) {
                break;
            }
        }
        return std::string(story_.synonyms.family(noun).value_or(noun));
    };
    const std::string first = whole(a, x);
    const std::string second = whole(b, y);
    return x.measure == "count" && !x.part && !first.empty() && !second.empty() && first != second;
}

bool FigureReader::of_other_kinds(const Statement& a, const Quantity& x, const Statement& b, const Quantity& y) const {
    const auto kinds = [&](const Statement& s, const Quantity& q) {
        const Document& document = story_.input.documents[s.document];
        std::vector<std::string> words;
        for (std::uint32_t at = q.first; at < q.head; ++at) {
            if (document.analysis.tokens[at].upos == Upos::NOUN) {
                words.push_back(lemma_of(document, at));
            }
        }
        return words;
    };
    const std::vector<std::string> first = kinds(a, x);
    const std::vector<std::string> second = kinds(b, y);
    return x.measure == "count" && !x.part && !first.empty() && !second.empty() &&
           std::ranges::none_of(first, [&](const std::string& word) { return std::ranges::find(second, word) != second.end(); });
}

bool FigureReader::lies_ahead(const Statement& s, const Quantity& q) const {
    const Document& document = story_.input.documents[s.document];
    return q.measure == "duration" && q.first > 0 && lemma_of(document, q.first - 1) == "in";
}

bool FigureReader::is_age(const Statement& s, const Quantity& q) const {
    const Document& document = story_.input.documents[s.document];
    for (std::uint32_t at = q.head; at < q.last + 3 && at < document.analysis.tokens.size(); ++at) {
        if (fold_accents(document.view(document.analysis.tokens[at])).ends_with("old")) {
            return true;
        }
    }
    return false;
}

bool FigureReader::so_far(const Statement& s, const Quantity& q) const {
    const Document& document = story_.input.documents[s.document];
    const std::vector<Token>& tokens = document.analysis.tokens;
    return q.measure == "duration" && q.first > 0 && q.last < tokens.size() && lemma_of(document, q.first - 1) == "after" &&
           document.view(tokens[q.last]) == "of";
}

bool FigureReader::rounded_over(const Statement& a, const Quantity& x, const Statement& b, const Quantity& y) const {
    constexpr double rounding = 1.15;
    const auto unit_word = [&](const Statement& s, const Quantity& q) {
        const Document& document = story_.input.documents[s.document];
        return lemma_of(document, q.head);
    };
    return x.measure != "count" && x.measure != "duration" && x.measure != "money" && !x.part && unit_word(a, x) != unit_word(b, y) &&
           std::max(x.low, y.low) <= std::min(x.high, y.high) * rounding;
}

bool FigureReader::of_an_aftershock(const Statement& s) const {
    const Document& document = story_.input.documents[s.document];
    const Sentence& sentence = document.analysis.sentences[s.sentence];
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
        const std::string word = lemma_of(document, at);
        if (word == "aftershock" || word == "foreshock" || word == "second" || word == "another" || word == "since") {
            return true;
        }
    }
    return false;
}

std::string FigureReader::words(const Statement& s, const Quantity& q) const {
    const Document& document = story_.input.documents[s.document];
    return fold_space(Span{document.analysis.tokens[q.first].begin, document.analysis.tokens[q.last - 1].end}.in(document.text));
}

}  // namespace synoptic
