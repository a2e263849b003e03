// SPDX-License-Identifier: Apache-2.0
#include "language/parse_state.hpp"

#include <algorithm>
#include <cassert>

namespace synoptic {

ParseState::ParseState(std::size_t words)
    : words_(static_cast<std::int32_t>(words)), heads_(words + 1, none), labels_(words + 1, Deprel::dep), leftmost_(words + 1, none),
      rightmost_(words + 1, none), left_count_(words + 1, 0) {
    stack_.reserve(words);
}

bool ParseState::is_legal(Move move) const {
    switch (move) {
    case Move::shift:
        return front_ < words_;
    case Move::left:
        return !stack_.empty() && (front_ < words_ || stack_.size() == 1);
    case Move::right:
        return stack_.size() >= 2;
    }
    return false;
}

void ParseState::apply(Move move, Deprel label) {
    assert(is_legal(move));
    if (move == Move::shift) {
        stack_.push_back(front_++);
        return;
    }
    const std::int32_t word = stack_.back();
    stack_.pop_back();
    const std::int32_t head = move == Move::left ? front_ : stack_.back();
    const auto at = static_cast<std::size_t>(head);
    heads_[static_cast<std::size_t>(word)] = head;
    labels_[static_cast<std::size_t>(word)] = label;
    if (move == Move::left) {  // nearer words come later
        if (leftmost_[at] == none || word < leftmost_[at]) {
            leftmost_[at] = word;
        }
        left_count_[at] = static_cast<std::uint8_t>(std::min(left_count_[at] + 1, 255));
    } else {
        rightmost_[at] = std::max(rightmost_[at], word);
    }
}

int ParseState::cost(Move move, std::span<const std::int32_t> heads) const {
    const auto head_of = [&](std::int32_t word) { return word < words_ ? heads[static_cast<std::size_t>(word)] : none; };
    int lost = 0;
    if (move == Move::shift) {
        const std::int32_t head = head_of(front_);
        for (std::size_t i = 0; i < stack_.size(); ++i) {
            const std::int32_t word = stack_[i];
            lost += head_of(word) == front_ ? 1 : 0;
            lost += i + 1 < stack_.size() && head == word ? 1 : 0;
        }
        return lost;
    }
    const std::int32_t word = stack(0);
    for (std::int32_t each = front_; each < words_; ++each) {
        lost += head_of(each) == word ? 1 : 0;
    }
    const std::int32_t head = head_of(word);
    if (move == Move::left) {
        return lost + ((head == stack(1) && head != none) || (in_buffer(head) && head != front_) ? 1 : 0);
    }
    return lost + (in_buffer(head) ? 1 : 0);
}

}  // namespace synoptic
