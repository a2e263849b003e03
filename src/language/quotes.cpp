// SPDX-License-Identifier: Apache-2.0
#include "language/quotes.hpp"

namespace synoptic {

struct QuoteFinder::Tables {};

QuoteFinder::QuoteFinder() = default;
QuoteFinder::~QuoteFinder() = default;
QuoteFinder::QuoteFinder(QuoteFinder&&) noexcept = default;
QuoteFinder& QuoteFinder::operator=(QuoteFinder&&) noexcept = default;

void QuoteFinder::find(Document&) const {}

}  // namespace synoptic
