// SPDX-License-Identifier: Apache-2.0
// Any bytes as a page: the clean text is valid UTF-8 and its blocks lie inside it, in order.
#include <cstddef>
#include <cstdint>
#include <string>

#include "check_document.hpp"
#include "clean/clean.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    synoptic::Page page;
    page.path = "page";
    page.kind = synoptic::PageKind::html;
    page.bytes.assign(reinterpret_cast<const char*>(data), size);
    if (const auto document = synoptic::clean(page)) {
        synoptic::check_document(document.value());
    }
    return 0;
}
