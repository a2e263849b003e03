// SPDX-License-Identifier: Apache-2.0
// Any bytes as RSS, Atom or a sitemap, and as a JSON Feed.
#include "drain.hpp"
#include "read/readers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    synoptic::drain(synoptic::read_feed("input", synoptic::fuzzed_input(data, size)));
    synoptic::drain(synoptic::read_json_feed("input", synoptic::fuzzed_input(data, size)));
    return 0;
}
