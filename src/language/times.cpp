// SPDX-License-Identifier: Apache-2.0
#include "language/times.hpp"

namespace synoptic {

struct TimeFinder::Tables {};

TimeFinder::TimeFinder() = default;
TimeFinder::~TimeFinder() = default;
TimeFinder::TimeFinder(TimeFinder&&) noexcept = default;
TimeFinder& TimeFinder::operator=(TimeFinder&&) noexcept = default;

void TimeFinder::find(Document&) const {}

}  // namespace synoptic
