// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "clean/piece.hpp"

namespace synoptic {

/// Corrects what is kept by the article's text as the page's own data gives it (JSON-LD articleBody): what that holds stays, and after its
/// last paragraph nothing does. Does nothing where that text is short, or is not found nearly whole on the page.
void hear_witness(Pieces& pieces, std::string_view article_body);

}  // namespace synoptic
