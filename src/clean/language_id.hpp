// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace synoptic {

/// The language of a text as a BCP 47 code, by CLD2 on a sample of it; "und" where that is not sure.
std::string identify_language(std::string_view text);

}  // namespace synoptic
