// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/document.hpp"

namespace synoptic {

/// Fills Document::analysis from Document::text, blocks, language and published. Loads its models once; const afterwards and safe to
/// share between threads. A document whose language is not English gets sentences and tokens only.
class Analyzer {
public:
    Analyzer();
    ~Analyzer();
    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;

    void analyze(Document& document) const;
    /// Sentences and tokens only.
    void cut(Document& document) const;
    /// The rest, from the sentences and tokens that Document::analysis already holds.
    void analyze_tokens(Document& document) const;

private:
    struct Models;
    std::unique_ptr<const Models> models_;
};

/// Whether the document's language is one that is parsed: English, or not known.
bool is_parsed(const Document& document);

}  // namespace synoptic
