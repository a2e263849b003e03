// SPDX-License-Identifier: Apache-2.0
#include "language/mentions.hpp"

namespace synoptic {

struct MentionFinder::Tables {};

MentionFinder::MentionFinder() = default;
MentionFinder::~MentionFinder() = default;
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;
MentionFinder& MentionFinder::operator=(MentionFinder&&) noexcept = default;

void MentionFinder::find(Document&) const {}

}  // namespace synoptic
