// SPDX-License-Identifier: Apache-2.0
// Any bytes as JSON lines.
#include "drain.hpp"
#include "read/readers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    synoptic::drain(synoptic::read_jsonl("input", synoptic::fuzzed_input(data, size)));
    return 0;
}
