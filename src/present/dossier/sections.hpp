// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "present/dossier/context.hpp"

namespace synoptic {

// The sections of the page, in the reader's order. Each gives a whole <section>, with a plain sentence where there is nothing to show.

std::string honesty_line(const DossierContext& context);
std::string accounts_section(const DossierContext& context);
std::string differences_section(const DossierContext& context);
std::string claims_section(const DossierContext& context);
std::string timeline_section(const DossierContext& context);
std::string quotes_section(const DossierContext& context);
std::string positions_section(const DossierContext& context);
std::string actors_section(const DossierContext& context);
std::string lineage_section(const DossierContext& context);
std::string silence_section(const DossierContext& context);
std::string method_section(const DossierContext& context);
std::string other_stories_section(const StoryRecord& story, std::span<const StorySummary> stories);
/// The texts that the signs lead to.
std::string texts_pane(const DossierContext& context);

/// <section id="..."> with a heading that links to itself; `lead` and `content` are markup.
std::string section(std::string_view id, std::string_view title, const std::string& lead, const std::string& content);

}  // namespace synoptic
