// SPDX-License-Identifier: Apache-2.0
#include "language/names_words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "core/text.hpp"
#include "core/utf8.hpp"

namespace synoptic {

namespace {

bool is_upper(char32_t point) { return utf8proc_category(static_cast<utf8proc_int32_t>(point)) == UTF8PROC_CATEGORY_LU; }

bool is_letter(char32_t point) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool starts_capital(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    if (static_cast<unsigned char>(text.front()) < 0x80U) {
        return is_ascii_upper(text.front());
    }
    return is_upper(code_point_at(text, 0).value);
}

template <std::size_t size>
bool one_of(const std::array<std::string_view, size>& list, std::string_view text) {
    return std::ranges::find(list, text) != list.end();
}

}  // namespace

bool is_apostrophe(std::string_view token) {
    constexpr std::array<std::string_view, 5> marks = {"'", "\u2019", "\u2018", "`", "\u02BC"};
    return one_of(marks, token);
}

bool is_double_quote(std::string_view token) {
    constexpr std::array<std::string_view, 9> marks = {"\"", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB", "``", "''", "\u201F"};
    return one_of(marks, token);
}

bool is_dash(std::string_view token) {
    constexpr std::array<std::string_view, 6> marks = {"-", "\u2013", "\u2014", "--", "\u2010", "\u2011"};
    return one_of(marks, token);
}

Words::Words(const Document& document) : document_(&document), lower_(lower_ascii(document.text)) {
    const auto& tokens = document.analysis.tokens;
    capital_.reserve(tokens.size());
    for (const Token& token : tokens) {
        capital_.push_back(starts_capital(document.view(token)));
        tagged_ = tagged_ || (token.upos != Upos::X);
    }
    sentence_.assign(tokens.size(), 0);
    const auto& sentences = document.analysis.sentences;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        for (std::uint32_t i = sentences[s].first; i < sentences[s].last && i < sentence_.size(); ++i) {
            sentence_[i] = s;
        }
    }
}

std::string_view Words::at(std::int64_t i) const {
    return in_range(i) ? document_->view(token(static_cast<std::uint32_t>(i))) : std::string_view{};
}

std::string_view Words::lower(std::int64_t i) const {
    return in_range(i) ? span_of(token(static_cast<std::uint32_t>(i))).in(lower_) : std::string_view{};
}

bool Words::all_capitals(std::int64_t i) const {
    const std::string_view text = at(i);
    int letters = 0;
    for (char c : text) {
        if (c >= 'a' && c <= 'z') {
            return false;
        }
        letters += is_ascii_upper(c) ? 1 : 0;
    }
    return letters >= 2;
}

bool Words::glued(std::int64_t i) const {
    return in_range(i) && i > 0 && token(static_cast<std::uint32_t>(i)).begin <= token(static_cast<std::uint32_t>(i - 1)).end;
}

bool Words::is_word(std::int64_t i) const {
    const std::string_view text = at(i);
    if (text.empty()) {
        return false;
    }
    const auto first = static_cast<unsigned char>(text.front());
    return first < 0x80U ? is_ascii_alpha(text.front()) : is_letter(code_point_at(text, 0).value);
}

bool Words::opens(std::int64_t i) const {
    if (!in_range(i)) {
        return false;
    }
    const auto begin = static_cast<std::int64_t>(sentence_begin(static_cast<std::uint32_t>(i)));
    for (std::int64_t k = i - 1; k >= begin && k >= i - 4; --k) {
        const std::string_view text = at(k);
        if (text == ":" || is_double_quote(text) || (is_apostrophe(text) && glued(k + 1) && !glued(k))) {
            return true;
        }
        if (is_word(k) || (!text.empty() && (is_ascii_digit(text.front()) || text == ","))) {
            return false;
        }
    }
    return i - begin <= 4;
}

Span Words::span(std::uint32_t first, std::uint32_t last) const {
    return first < last && last <= size() ? Span{token(first).begin, token(last - 1).end} : Span{};
}

std::uint32_t Words::sentence_begin(std::uint32_t i) const {
    const auto& sentences = document_->analysis.sentences;
    return sentences.empty() ? 0 : sentences[sentence_[i]].first;
}

std::uint32_t Words::sentence_end(std::uint32_t i) const {
    const auto& sentences = document_->analysis.sentences;
    return sentences.empty() ? size() : sentences[sentence_[i]].last;
}

}  // namespace synoptic
