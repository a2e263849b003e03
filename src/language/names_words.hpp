// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"

namespace synoptic {

/// A document's tokens as the surface rules look at them. Lives no longer than the document, which must not change meanwhile
/// (but for the parts of its analysis that this class does not read).
class Words {
public:
    explicit Words(const Document& document);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(document_->analysis.tokens.size()); }
    [[nodiscard]] const Token& token(std::uint32_t i) const { return document_->analysis.tokens[i]; }
    [[nodiscard]] const Document& document() const { return *document_; }
    [[nodiscard]] std::string_view text() const { return document_->text; }
    /// The text with its ASCII letters in lower case; positions are the same.
    [[nodiscard]] std::string_view lower_text() const { return lower_; }

    /// "" past either end, so that rules may look around without care: `i` may be negative.
    [[nodiscard]] std::string_view at(std::int64_t i) const;
    [[nodiscard]] std::string_view lower(std::int64_t i) const;
    /// Whether the token begins with an upper-case letter of any script.
    [[nodiscard]] bool capital(std::int64_t i) const { return in_range(i) && capital_[static_cast<std::size_t>(i)]; }
    /// "NATO", "U.S.": two letters at least and no lower-case one.
    [[nodiscard]] bool all_capitals(std::int64_t i) const;
    /// Whether nothing stands between the token and the one before it.
    [[nodiscard]] bool glued(std::int64_t i) const;
    [[nodiscard]] bool is_word(std::int64_t i) const;
    /// Index of the token's sentence.
    [[nodiscard]] std::uint32_t sentence(std::uint32_t i) const { return sentence_[i]; }
    /// Whether only punctuation stands between the beginning of its sentence, an opening quotation mark or a colon, and the token.
    [[nodiscard]] bool opens(std::int64_t i) const;
    [[nodiscard]] Upos upos(std::int64_t i) const { return in_range(i) ? token(static_cast<std::uint32_t>(i)).upos : Upos::X; }
    /// The bytes of tokens [first, last).
    [[nodiscard]] Span span(std::uint32_t first, std::uint32_t last) const;
    /// Tokens [first, last) of the sentence that holds token `i`; all tokens where there are no sentences.
    [[nodiscard]] std::uint32_t sentence_begin(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t sentence_end(std::uint32_t i) const;
    /// Whether the tagger has been here: some token has another tag than X.
    [[nodiscard]] bool tagged() const { return tagged_; }

private:
    [[nodiscard]] bool in_range(std::int64_t i) const { return i >= 0 && i < static_cast<std::int64_t>(size()); }

    const Document* document_;
    std::string lower_;
    std::vector<bool> capital_;
    std::vector<std::uint32_t> sentence_;
    bool tagged_ = false;
};

/// "'", "’", "`" and their like.
bool is_apostrophe(std::string_view token);
/// "\"", "“", "”", "„", "«", "»", "``", "''".
bool is_double_quote(std::string_view token);
/// "-", "–", "—", "--".
bool is_dash(std::string_view token);

}  // namespace synoptic
