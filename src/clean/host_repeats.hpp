// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"

namespace synoptic {

/// Cuts from the documents what a host repeats on its pages and no page gives away by itself: newsletter calls, the house's biography,
/// legal notes, related boxes. A block goes when it stands on three pages of its host that are otherwise unlike (a page counts as one part
/// of as many as hold most of its text, so copies and updates of one article are one), and when either its words are known for furniture,
/// or it is a sentence in which the house speaks to its readers or names itself, and whose words nothing else on those pages takes up: the
/// background that a newsroom repeats in every article on a story speaks of what these articles are about, and stays; so does what
/// somebody said, and what the house could not verify. Labels ("Related links") go with what they head, and at the end of a text.
/// In doubt a block stays; so does a text of which nothing would be left, and documents whose text was given as it is or whose host is
/// not known.
///
/// Earlier cuts of this kind are put back first, so the outcome depends on the set of documents alone, not on how they came together, on
/// their order, or on `threads`. Gives the numbers of the documents whose text is another than before, ascending. Linear in the texts;
/// memory: some 60 bytes for each block of the largest hosts at work.
std::vector<std::uint32_t> cut_host_repeats(std::span<Document> documents, unsigned threads = 0);

/// What tells the host of a document: its address without "www." and the like, else its publisher; "" where neither is known.
/// {url "https://www.courier.example/a"} => "courier.example", {publisher "The Courier"} => "the courier"
std::string host_of_document(const Document& document);

}  // namespace synoptic
