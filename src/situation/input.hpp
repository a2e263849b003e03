// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/coded_event.hpp"
#include "core/document.hpp"
#include "core/lineage.hpp"
#include "core/story.hpp"
#include "situation/corrections.hpp"

namespace synoptic {

/// What each step of build_situation works from: one story and the run it belongs to. Lives as long as that call.
struct StoryInput {
    const Story& story;
    std::span<const Document> documents;
    std::span<const std::vector<CodedEvent>> events;
    const Lineage& lineage;
    CorrectionsInUse& corrections;

    /// The independent account that a document belongs to; the document's own number where the lineage does not know it.
    [[nodiscard]] std::uint32_t account(std::uint32_t document) const {
        return document < lineage.account_of.size() ? lineage.account_of[document] : document;
    }
    /// Whether the document was made from another one.
    [[nodiscard]] bool derived(std::uint32_t document) const {
        return document < lineage.source_of.size() && lineage.source_of[document].has_value();
    }
    [[nodiscard]] const Analysis& analysis(std::uint32_t document) const { return documents[document].analysis; }
    [[nodiscard]] std::span<const CodedEvent> coded(std::uint32_t document) const {
        return document < events.size() ? std::span<const CodedEvent>(events[document]) : std::span<const CodedEvent>{};
    }
};

}  // namespace synoptic
