// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

/// The names in a byline, without "By", titles of office, addresses and handles; none for an outlet or an account such as "admin".
/// ("By Emil Sarkany, diplomatic correspondent", "") => {"Emil Sarkany"}; ("Ann Lee and Bo Ek", "") => {"Ann Lee", "Bo Ek"};
/// ("The Courier", "The Courier") => {}
std::vector<std::string> clean_names(std::string_view text, std::string_view publisher);

/// Whether a class attribute names the element that holds the author's name: "post-author", "byline__name".
bool names_author_element(std::string_view classes);

}  // namespace synoptic
