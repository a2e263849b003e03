// SPDX-License-Identifier: Apache-2.0
// Any bytes as an input file: readers end, and give pages or rejects with a reason.
#include <sys/mman.h>
#include <unistd.h>

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <variant>

#include "read/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const int file = memfd_create("input", 0);
    if (file < 0 || write(file, data, size) != static_cast<ssize_t>(size)) {
        std::abort();
    }
    const auto reader = synoptic::open_input("/proc/self/fd/" + std::to_string(file));
    while (const auto item = reader->next()) {
        if (const auto* reject = std::get_if<synoptic::Reject>(&*item); reject != nullptr && reject->reason.empty()) {
            std::abort();
        }
    }
    close(file);
    return 0;
}
