// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>

#include "clean/markup.hpp"
#include "clean/metadata.hpp"
#include "clean/piece.hpp"

namespace synoptic {

/// Why a page whose lines are judged is no article although lines of it stay: "is an error page: "Page not found"", "is an index page:
/// ...". Nothing in any doubt: an article must not be lost. A page that states a date of publication or an article's data is taken at its
/// word.
std::optional<std::string> why_no_article(const Pieces& pieces, const Metadata& metadata, std::span<const Markup> markup);

}  // namespace synoptic
