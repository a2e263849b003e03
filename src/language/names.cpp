// SPDX-License-Identifier: Apache-2.0
#include "language/names.hpp"

namespace synoptic {

struct NameFinder::Tables {};

NameFinder::NameFinder() = default;
NameFinder::~NameFinder() = default;
NameFinder::NameFinder(NameFinder&&) noexcept = default;
NameFinder& NameFinder::operator=(NameFinder&&) noexcept = default;

void NameFinder::find(Document&) const {}

}  // namespace synoptic
