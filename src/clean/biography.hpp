// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace synoptic {

/// Cues of the notes in which authors are presented: strong ones tell that somebody writes for a living ("covers", "is a columnist"), weak
/// ones go with them ("Born in", "based in").
struct LifeCues {
    int strong = 0;
    int weak = 0;
};
LifeCues count_life_cues(std::string_view sentence);
/// The same of a sentence whose case and accents are folded.
LifeCues count_life_cues_folded(std::string_view folded);

constexpr std::size_t longest_note = 600;  ///< bytes of an author's note

}  // namespace synoptic
