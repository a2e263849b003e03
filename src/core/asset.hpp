// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace synoptic {

/// The bytes of a file of data/ or of src/present/html/, built into the program: asset("titles.tsv"), asset("models/tagger.bin").
/// Throws Failure for a name that was not built in.
std::string_view asset(std::string_view name);

}  // namespace synoptic
