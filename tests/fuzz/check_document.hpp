// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdlib>

#include "core/document.hpp"
#include "core/utf8.hpp"

namespace synoptic {

inline void demand(bool condition) {
    if (!condition) {
        std::abort();
    }
}

/// What must hold of every document, whatever bytes it came from; aborts where it does not.
inline void check_document(const Document& document) {
    demand(is_valid_utf8(document.text));
    std::uint32_t end = 0;
    for (const Block& block : document.blocks) {
        demand(end <= block.span.begin && block.span.begin < block.span.end && block.span.end <= document.text.size());
        end = block.span.end;
    }
    const Analysis& analysis = document.analysis;
    end = 0;
    for (const Token& token : analysis.tokens) {
        demand(token.begin < token.end && token.end <= document.text.size());
        demand(token.head == no_head || static_cast<std::size_t>(token.head) < analysis.tokens.size());
    }
    for (const Sentence& sentence : analysis.sentences) {
        demand(end <= sentence.span.begin && sentence.span.end <= document.text.size());
        demand(sentence.first <= sentence.last && sentence.last <= analysis.tokens.size());
        end = sentence.span.end;
    }
    for (const Entity& entity : analysis.entities) {
        demand(!entity.span.empty() && entity.span.end <= document.text.size() && entity.first < entity.last);
    }
    for (const TimeExpression& time : analysis.times) {
        demand(!time.span.empty() && time.span.end <= document.text.size());
        demand(!time.value.empty() || !time.reason.empty());
    }
    for (const Quote& quote : analysis.quotes) {
        demand(quote.span.covers(quote.content) && quote.span.end <= document.text.size());
    }
}

}  // namespace synoptic
