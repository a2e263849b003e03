// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "core/document.hpp"
#include "core/span.hpp"

namespace synoptic {

/// A stretch between quotation marks, or from an opening mark to the end of its paragraph where the speech goes on in the next.
struct Quoted {
    Span span;            ///< with the marks
    Span content;         ///< without them
    bool closed = true;   ///< false: it runs to the end of the block without a closing mark
    bool single = false;  ///< between single marks
};

/// The outermost quoted stretches, in order. Double marks of every make; single marks where they stand as quotation marks and not as
/// apostrophes. A mark that never finds its mate opens nothing unless the next paragraph begins with a mark too. Linear in the text.
std::vector<Quoted> find_quoted(const Document& document);

}  // namespace synoptic
