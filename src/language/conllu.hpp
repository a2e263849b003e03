// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "core/document.hpp"
#include "core/result.hpp"

namespace synoptic {

/// One syntactic word of a CoNLL-U file. `head` counts from 0 within the sentence; no_head for the root.
struct ConlluWord {
    std::string form;
    std::string lemma;
    std::string xpos;
    std::string misc;
    std::int32_t head = no_head;
    Upos upos = Upos::X;
    Deprel deprel = Deprel::dep;
    bool space_after = true;
};

/// A surface word of several syntactic words, [first, last): "don't" over "do" and "n't".
struct ConlluRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::string form;
};

struct ConlluSentence {
    std::string id;
    std::string document;  ///< of the last "# newdoc id" before it
    bool new_paragraph = false;
    std::vector<ConlluWord> words;
    std::vector<ConlluRange> ranges;
};

/// Reads CoNLL-U (universaldependencies.org/format.html); empty nodes are left out, columns that are not filled stay at their defaults.
/// An error names the line: "line 12: there are 3 columns, not 10".
Result<std::vector<ConlluSentence>> parse_conllu(std::string_view bytes);

/// Reads "word TAB ... TAB tag" lines with empty lines between sentences; the tag goes to `misc` as "NER=B-PER".
std::vector<ConlluSentence> parse_bio(std::string_view bytes);

/// One document per "# newdoc" whose text is the words' own, with its sentences as blocks and its tokens in place, nothing else filled.
std::vector<Document> documents_of(const std::vector<ConlluSentence>& sentences);

/// The sentences of an analysed document as CoNLL-U: "# sent_id = ID-1", "# text = ...", surface words of several syntactic words as
/// ranges, names in MISC as NER=B-PER, SpaceAfter=No. Without syntax the columns of lemma, tag, features, head and relation are "_".
std::string to_conllu(const Document& document, std::string_view id, bool has_syntax = true);

}  // namespace synoptic
