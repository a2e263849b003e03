// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clean/metadata.hpp"
#include "clean/page_head.hpp"
#include "clean/page_lines.hpp"

namespace synoptic {

/// Finds when a page was published and last changed, and on what basis; warns where it contradicts itself. In this order:
///
/// 1. JSON-LD's datePublished, then the meta tags that speak of publication. Where these give an instant in UTC, a date by the headline or
///    in the address tells which day it was there.
/// 2. A date by the headline, or one that the page marks as its own (<time pubdate>, itemprop, "Published on").
/// 3. Meta tags that say only "date".
/// 4. The address.
/// 5. The day of the last change where nothing else is dated: the page says no more of itself.
///
/// Dates of comments, of other articles and of the site's clock do not count.
void find_dates(const Dom& dom, const PageHead& head, const PageLines& lines, Metadata& found);

}  // namespace synoptic
