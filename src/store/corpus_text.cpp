// SPDX-License-Identifier: Apache-2.0
#include "store/corpus_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace synoptic {

std::string StoredPlace::key() const { return fmt::format("{}:{}:{}", document, start, end); }

CorpusText::CorpusText(std::span<const Document> documents) {
    for (const Document& document : documents) {
        ids_.push_back(to_hex(document.id));
        sizes_.push_back(static_cast<std::uint32_t>(document.text.size()));
        positions_.emplace_back(document.text);
    }
}

StoredPlace CorpusText::place(std::uint32_t document, std::uint32_t sentence, Span span) const {
    const std::uint32_t size = sizes_[document];
    const CodePointIndex& positions = positions_[document];
    return {ids_[document], sentence, positions.at(std::min(span.begin, size)), positions.at(std::min(span.end, size))};
}

}  // namespace synoptic
