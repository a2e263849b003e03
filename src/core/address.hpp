// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace synoptic {

/// The host of an http or https address, without a user's name, a port and "www."; empty for any other text. Case is kept.
/// "https://www.a.example:80/x" => "a.example"
std::string_view host_of(std::string_view url);

}  // namespace synoptic
