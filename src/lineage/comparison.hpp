// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "core/document.hpp"
#include "core/lineage.hpp"
#include "lineage/sentence_order.hpp"
#include "lineage/tiles.hpp"
#include "lineage/words.hpp"

namespace synoptic {

/// A document as lineage reads it.
struct Reading {
    const Document* document = nullptr;  ///< not owned
    WordText text;
    std::vector<Facts> facts;          ///< by sentence
    std::vector<std::uint64_t> named;  ///< stems of its names and numbers, sorted, each once
};

/// The words of each document; a sentence that stands in many documents whose other sentences do not ("All rights reserved.",
/// "Share this: Facebook") is marked as furniture and proves nothing.
std::vector<Reading> read_for_lineage(std::span<const Document> documents);

/// How one document depends on another, told by their words alone; which of the two was first is told by find_source.
struct Comparison {
    enum class Kind : std::uint8_t { independent, verbatim, rewrite };
    Kind kind = Kind::independent;
    float contained_a = 0;  ///< share of a's words in runs of at least three equal words
    float contained_b = 0;
    std::vector<Passage> passages;  ///< in order of a; the proof
};

/// Words that either text has inside quotation marks prove nothing: two reporters may have heard the same speech. Outside them, enough
/// equal running text makes a copy; reworded text is a rewrite where it keeps most names and numbers of the other and its sentences
/// follow the other's, fact by fact, nearly from the first to the last.
Comparison compare(const Reading& a, const Reading& b);

}  // namespace synoptic
