// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/analysis.hpp"

namespace synoptic {

enum class Move : std::uint8_t { shift, left, right };

/// A half-done parse in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011): words go from the buffer to the stack; the top of
/// the stack gets the front of the buffer (left) or the stack's second (right) as its head and leaves. The root of the sentence is a place
/// after its last word, and exactly one word hangs on it.
///
///     stack  [... s1 s0]   buffer [b0 b1 ... ROOT]
class ParseState {
public:
    static constexpr std::int32_t none = -1;

    explicit ParseState(std::size_t words);

    [[nodiscard]] bool is_done() const { return stack_.empty() && front_ == words_; }
    [[nodiscard]] bool is_legal(Move move) const;
    void apply(Move move, Deprel label);

    /// The i-th word from the top of the stack, none where there is none.
    [[nodiscard]] std::int32_t stack(std::size_t i) const { return i < stack_.size() ? stack_[stack_.size() - 1 - i] : none; }
    /// The i-th word of the buffer; words() for the root's place, none behind it.
    [[nodiscard]] std::int32_t buffer(std::size_t i) const {
        const auto at = front_ + static_cast<std::int32_t>(i);
        return at <= words_ ? at : none;
    }
    [[nodiscard]] std::int32_t words() const { return words_; }
    /// The head of a word: another word, words() for the root's place, none while it has none.
    [[nodiscard]] std::int32_t head(std::int32_t word) const { return heads_[static_cast<std::size_t>(word)]; }
    [[nodiscard]] Deprel label(std::int32_t word) const { return labels_[static_cast<std::size_t>(word)]; }
    /// The outermost dependents found so far, none where there is none.
    [[nodiscard]] std::int32_t leftmost(std::int32_t word) const { return word < 0 ? none : leftmost_[static_cast<std::size_t>(word)]; }
    [[nodiscard]] std::int32_t rightmost(std::int32_t word) const { return word < 0 ? none : rightmost_[static_cast<std::size_t>(word)]; }
    [[nodiscard]] int left_count(std::int32_t word) const { return word < 0 ? 0 : left_count_[static_cast<std::size_t>(word)]; }

    /// How many arcs of the right tree can no longer be reached after `move` (Goldberg and Nivre 2013). `heads`: by word, words() for the
    /// root.
    [[nodiscard]] int cost(Move move, std::span<const std::int32_t> heads) const;

private:
    [[nodiscard]] bool in_buffer(std::int32_t word) const { return word >= front_; }

    std::int32_t words_;
    std::int32_t front_ = 0;
    std::vector<std::int32_t> stack_;
    std::vector<std::int32_t> heads_;
    std::vector<Deprel> labels_;
    std::vector<std::int32_t> leftmost_;
    std::vector<std::int32_t> rightmost_;
    std::vector<std::uint8_t> left_count_;
};

}  // namespace synoptic
