// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

/// The names in a byline, without "By", titles of office, addresses and handles; none for an outlet, an account such as "admin", or words
/// of the page's own ("Log in").
/// ("By Emil Sarkany, diplomatic correspondent", "") => {"Emil Sarkany"}; ("Ann Lee and Bo Ek", "") => {"Ann Lee", "Bo Ek"};
/// ("The Courier", "The Courier") => {}
/// An office glued to a name is cut off ("Ann Lee Senior Editor"), but not where the text is a `field` made for names.
std::vector<std::string> clean_names(std::string_view text, std::string_view publisher, bool field = false);

/// The words by which a byline opens taken away, in many languages: "Posted by: Ann Lee" => "Ann Lee"; "von Ann Lee" => "Ann Lee". The text
/// itself where there are none.
std::string_view drop_byline_opening(std::string_view text);

/// Whether it reads as a person's first and last name: two to five capitalised words, none of which says team, office or company.
bool is_like_person(std::string_view name);

}  // namespace synoptic
