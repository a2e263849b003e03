// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/coded_event.hpp"
#include "core/document.hpp"
#include "core/lineage.hpp"
#include "core/situation.hpp"
#include "core/story.hpp"
#include "situation/corrections.hpp"

namespace synoptic {

/// A sentence of an account that bears on the one that is checked.
struct BearingPlace {
    Provenance where;
    std::string difference;            ///< of what speaks against it: "denied", "212 stations"; empty of what speaks for it
    std::vector<std::string> said_by;  ///< whom the account has it from; empty for its own voice or a source without a name
    bool attributed = false;
};

/// A claim of the story that is near to it.
struct NearClaim {
    std::string text;
    std::uint32_t accounts_for = 0;
    std::uint32_t accounts_against = 0;
    BearingPlace where;  ///< its place that is nearest; `difference` tells a status other than happened
};

struct CheckedSentence {
    std::vector<BearingPlace> in_favour;  ///< in order of place, one for a sentence
    std::vector<BearingPlace> against;
    std::uint32_t accounts_for = 0;  ///< independent ones
    std::uint32_t accounts_against = 0;
    std::vector<NearClaim> near;  ///< nearest first; neither for nor against

    [[nodiscard]] bool enough_to_say() const { return !in_favour.empty() || !against.empty(); }
};

/// Holds `sentence`, an analysed document of its own with its coded events, against the accounts of a story. An account speaks for it where
/// a clause has most of its words, the same doer, and nothing that keeps both from being so; against it where the clause denies it, or
/// tells another number or day of the same.
CheckedSentence check_sentence(const Document& sentence, const std::vector<CodedEvent>& coded, const Story& story,
                               std::span<const Document> documents, std::span<const std::vector<CodedEvent>> events, const Lineage& lineage,
                               const Corrections& corrections);

}  // namespace synoptic
