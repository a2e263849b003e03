// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/coded_event.hpp"

namespace synoptic {

/// The CAMEO code of an event in data that have no status field (GDELT, ICEWS), where what is meant or called for has codes of its own:
/// planned AID => "033" (intends to give aid), planned ASSAULT => "138" (threatens force), called-for CONSULT => "106" (demands talks),
/// hypothetical AID => "014" (considers it), denied by somebody => "016". Empty for what did not happen and nobody denies.
/// Otherwise CodedEvent::cameo, that of statements (01) included, which have no PLOVER type.
std::string status_free_code(const CodedEvent& event);

}  // namespace synoptic
