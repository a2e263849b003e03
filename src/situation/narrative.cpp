// SPDX-License-Identifier: Apache-2.0
#include "situation/narrative.hpp"

#include <cstddef>

namespace synoptic {

bool tells_what_happened(const Analysis& analysis) {
    constexpr std::size_t fewest_verbs = 5;
    constexpr std::size_t past_in = 5;  // one in five
    std::size_t past = 0;
    std::size_t finite = 0;
    for (const Token& token : analysis.tokens) {
        if ((token.upos == Upos::VERB || token.upos == Upos::AUX) && token.features.verb_form == VerbForm::fin) {
            ++finite;
            past += token.features.tense == Tense::past ? 1 : 0;
        }
    }
    return finite < fewest_verbs || past * past_in >= finite;
}

}  // namespace synoptic
