// SPDX-License-Identifier: Apache-2.0
#include "coding/tree.hpp"

#include <algorithm>

#include "core/text.hpp"

namespace synoptic {

Tree::Tree(const Document& document, const Sentence& sentence, const WordClasses& lexicon)
    : document_(&document), first_(sentence.first), last_(sentence.last) {
    const std::size_t count = last_ - first_;
    heads_.resize(count);
    words_.resize(count);
    tags_.resize(count);
    relations_.resize(count);
    for (TokenIndex i = first_; i < last_; ++i) {
        tags_[i - first_] = token(i).upos;
        relations_[i - first_] = token(i).deprel;
    }
    mend_tags();
    for (TokenIndex i = first_; i < last_; ++i) {
        const std::int32_t head = token(i).head;
        const bool inside = head >= 0 && static_cast<TokenIndex>(head) >= first_ && static_cast<TokenIndex>(head) < last_ &&
                            static_cast<TokenIndex>(head) != i;
        heads_[i - first_] = inside ? static_cast<TokenIndex>(head) : no_token;
        words_[i - first_] = known_word(lexicon, i);
    }
    body_ = after_dateline();
    cut_cycles();
    starts_.assign(count + 1, 0);
    for (const TokenIndex head : heads_) {
        if (head != no_token) {
            ++starts_[head - first_ + 1];
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        starts_[i + 1] += starts_[i];
    }
    children_.resize(starts_[count]);
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (TokenIndex i = first_; i < last_; ++i) {
        if (const TokenIndex head = heads_[i - first_]; head != no_token) {
            children_[next[head - first_]++] = i;
        }
    }
}

void Tree::mend_tags() {
    const auto is_lower = [&](TokenIndex i) { return !text(i).empty() && text(i).front() >= 'a' && text(i).front() <= 'z'; };
    for (TokenIndex i = first_; i < last_; ++i) {
        const bool after_to = i >= first_ + 2 && text(i - 1) == "to" && is_lower(i - 2);
        const bool name = upos(i) == Upos::VERB && is_ascii_upper(text(i).front());
        const bool noun = upos(i) == Upos::NOUN && upos(i - (after_to ? 1 : 0)) == Upos::PART && is_lower(i) && text(i).ends_with('s');
        if (after_to && (name || noun)) {
            tags_[i - first_] = name ? Upos::PROPN : Upos::NOUN;
            tags_[i - 1 - first_] = Upos::ADP;
            relations_[i - 1 - first_] = Deprel::case_;
            const bool of_noun = relation(i) == Deprel::acl;
            relations_[i - first_] = of_noun ? Deprel::nmod : relation(i) == Deprel::root ? Deprel::root : Deprel::obl;
        } else if (relation(i) == Deprel::nsubj && token(i).head > static_cast<std::int32_t>(i) &&
                   static_cast<TokenIndex>(token(i).head) < last_ && upos(static_cast<TokenIndex>(token(i).head)) == Upos::INTJ) {
            tags_[static_cast<TokenIndex>(token(i).head) - first_] = Upos::VERB;
        }
    }
}

TokenIndex Tree::after_dateline() const {
    constexpr TokenIndex longest = 14;
    const auto shouted = [&](std::string_view word) {
        return word.size() > 2 &&
               std::ranges::all_of(word, [](char c) { return is_ascii_upper(c) || static_cast<unsigned char>(c) >= 0x80; });
    };
    if (first_ == last_ || !shouted(text(first_))) {
        return first_;
    }
    for (TokenIndex i = first_ + 1; i + 1 < last_ && i < first_ + longest; ++i) {
        const std::string_view word = text(i);
        const bool spaced = token(i).begin > token(i - 1).end && token(i + 1).begin > token(i).end;  // no hyphen
        if (spaced && (word == "-" || word == "--" || word == "—" || word == "–")) {
            return i + 1;
        }
    }
    return first_;
}

WordId Tree::known_word(const WordClasses& lexicon, TokenIndex i) const {
    std::string word = lower_ascii(lemma(i));
    if (const WordId found = lexicon.find(word); found != no_word) {
        return found;
    }
    if (upos(i) == Upos::NOUN && word.size() > 3 && word.ends_with('s')) {
        return lexicon.find(std::string_view(word).substr(0, word.size() - 1));  // "troops", left as it is
    }
    if (upos(i) != Upos::VERB) {
        return no_word;
    }
    if (const WordId found = lexicon.lemma_of_form(lower_ascii(text(i))); found != no_word) {
        return found;
    }
    // what a lemmatiser without a dictionary may leave: "conced", "shel"
    if (const WordId found = lexicon.find(word + 'e'); found != no_word) {
        return found;
    }
    word = lower_ascii(text(i));
    for (const std::string_view ending : {"ed", "ing"}) {
        if (!word.ends_with(ending) || word.size() < ending.size() + 3) {
            continue;
        }
        const std::string stem = word.substr(0, word.size() - ending.size());
        for (const std::string& form : {stem, stem + 'e', stem.substr(0, stem.size() - 1)}) {
            if (const WordId found = lexicon.find(form); found != no_word) {
                return found;
            }
        }
    }
    return no_word;
}

void Tree::cut_cycles() {
    constexpr std::uint32_t unseen = 0;
    std::vector<std::uint32_t> seen(heads_.size(), unseen);  // number of the walk that came by
    for (TokenIndex start = first_; start < last_; ++start) {
        const std::uint32_t walk = start - first_ + 1;
        TokenIndex at = start;
        while (at != no_token && seen[at - first_] == unseen) {
            seen[at - first_] = walk;
            const TokenIndex head = heads_[at - first_];
            if (head != no_token && seen[head - first_] == walk) {
                heads_[at - first_] = no_token;
                break;
            }
            at = head;
        }
    }
}

std::span<const TokenIndex> Tree::children(TokenIndex i) const {
    const std::size_t at = i - first_;
    return std::span(children_).subspan(starts_[at], starts_[at + 1] - starts_[at]);
}

TokenIndex Tree::child(TokenIndex i, Deprel relation) const {
    for (const TokenIndex each : children(i)) {
        if (this->relation(each) == relation) {
            return each;
        }
    }
    return no_token;
}

TokenIndex Tree::child_with_lemma(TokenIndex i, std::string_view lemma) const {
    for (const TokenIndex each : children(i)) {
        if (this->lemma(each) == lemma) {
            return each;
        }
    }
    return no_token;
}

bool Tree::is_ancestor(TokenIndex above, TokenIndex below) const {
    for (TokenIndex at = below; at != no_token; at = head(at)) {
        if (at == above) {
            return true;
        }
    }
    return false;
}

TokenIndex Tree::first_conjunct(TokenIndex i) const {
    while (relation(i) == Deprel::conj && head(i) != no_token) {
        i = head(i);
    }
    return i;
}

std::vector<TokenIndex> Tree::conjuncts(TokenIndex i) const {
    std::vector<TokenIndex> all{i};
    for (std::size_t at = 0; at < all.size(); ++at) {
        for (const TokenIndex each : children(all[at])) {
            if (relation(each) == Deprel::conj) {
                all.push_back(each);
            }
        }
    }
    std::ranges::sort(all);
    return all;
}

TokenIndex Tree::preposition(TokenIndex i) const {
    for (const TokenIndex each : children(i)) {
        if (relation(each) == Deprel::case_ && !token(each).features.possessive && upos(each) != Upos::PART) {
            return each;
        }
    }
    return no_token;
}

Span Tree::extent(TokenIndex i) const {
    Span span = span_of(token(i));
    std::vector<TokenIndex> open{i};
    while (!open.empty()) {
        const TokenIndex at = open.back();
        open.pop_back();
        span.begin = std::min(span.begin, token(at).begin);
        span.end = std::max(span.end, token(at).end);
        open.insert(open.end(), children(at).begin(), children(at).end());
    }
    return span;
}

bool Tree::is_time(TokenIndex i) const {
    const auto& times = document_->analysis.times;
    const Span span = span_of(token(i));
    const auto found = std::ranges::lower_bound(times, span.begin + 1, {}, [](const TimeExpression& each) { return each.span.end; });
    return found != times.end() && found->span.covers(span) && found->kind != TimeKind::duration;
}

Span Tree::noun_phrase(TokenIndex i) const {
    Span span = span_of(token(i));
    std::vector<TokenIndex> open;
    for (const TokenIndex each : children(i)) {
        switch (relation(each)) {
        case Deprel::det:
        case Deprel::amod:
        case Deprel::compound:
        case Deprel::flat:
        case Deprel::nummod:
        case Deprel::nmod:
        case Deprel::nmod_poss:
        case Deprel::fixed:
        case Deprel::goeswith:
            if (!is_time(each) || (each < i && upos(i) != Upos::PROPN) || is_time(i)) {  // "the minister on Monday"
                open.push_back(each);
            }
            break;
        case Deprel::appos:
            // "the Passengers' Forum leader Ann Pell": close apposition only
            if (each == i + 1 || upos(i) != Upos::PROPN) {
                const bool comma = each > first_ && each > i && std::ranges::any_of(children(each), [&](TokenIndex c) {
                                       return relation(c) == Deprel::punct && c < each;
                                   });
                if (!comma) {
                    open.push_back(each);
                }
            }
            break;
        default:
            break;
        }
    }
    while (!open.empty()) {
        const TokenIndex at = open.back();
        open.pop_back();
        span.begin = std::min(span.begin, token(at).begin);
        span.end = std::max(span.end, token(at).end);
        for (const TokenIndex each : children(at)) {
            const Deprel r = relation(each);
            if (r != Deprel::acl_relcl && r != Deprel::advcl && r != Deprel::parataxis && r != Deprel::punct) {
                open.push_back(each);
            }
        }
    }
    return span;
}

}  // namespace synoptic
