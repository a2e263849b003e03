// SPDX-License-Identifier: Apache-2.0
// Any text as an article: analysis and coding end, and point inside the text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check_document.hpp"
#include "clean/clean.hpp"
#include "coding/coder.hpp"
#include "core/utf8.hpp"
#include "language/analyzer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const synoptic::Analyzer analyzer;
    static const synoptic::Coder coder;
    synoptic::Page page;
    page.path = "lines.jsonl";
    page.kind = synoptic::PageKind::article;
    page.stated.date = "2025-03-14";
    page.bytes = synoptic::repair_utf8(std::string_view(reinterpret_cast<const char*>(data), size));
    auto document = synoptic::clean(page);
    if (!document) {
        return 0;
    }
    document.value().language = "en";
    analyzer.analyze(document.value());
    synoptic::check_document(document.value());
    for (const synoptic::CodedEvent& event : coder.code(document.value())) {
        synoptic::demand(event.sentence < document.value().analysis.sentences.size());
        synoptic::demand(!event.evidence.empty() && event.evidence.end <= document.value().text.size());
    }
    return 0;
}
