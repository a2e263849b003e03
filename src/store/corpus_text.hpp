// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/document.hpp"
#include "core/situation.hpp"
#include "core/utf8.hpp"

namespace synoptic {

/// A place as it is stored: code points of the document with this id.
struct StoredPlace {
    const std::string& document;
    std::uint32_t sentence;
    std::uint32_t start;
    std::uint32_t end;

    /// "2f...:120:135": what ids of statements are made of.
    [[nodiscard]] std::string key() const;
};

/// The ids and position indexes of a run's documents, to turn byte spans into what is stored.
class CorpusText {
public:
    explicit CorpusText(std::span<const Document> documents);
    [[nodiscard]] const std::string& id(std::uint32_t document) const { return ids_[document]; }
    /// Spans that reach beyond the text are cut at its end.
    [[nodiscard]] StoredPlace place(std::uint32_t document, std::uint32_t sentence, Span span) const;
    [[nodiscard]] StoredPlace place(const Provenance& where) const { return place(where.document, where.sentence, where.span); }

private:
    std::vector<std::string> ids_;
    std::vector<std::uint32_t> sizes_;
    std::vector<CodePointIndex> positions_;
};

}  // namespace synoptic
