// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"
#include "core/result.hpp"

namespace synoptic {

/// The article of a page: its text in blocks, what was cut and why, and the metadata that the page states. A page without an article
/// (an index, an error page, nothing but furniture) is an Error. Reads no clock and no other page; safe to call from many threads.
Result<Document> clean(const Page& page);

}  // namespace synoptic
