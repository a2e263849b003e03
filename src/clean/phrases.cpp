// SPDX-License-Identifier: Apache-2.0
#include "clean/phrases.hpp"

#include <cassert>
#include <utility>

namespace synoptic {

void Phrases::add(std::string phrase, std::uint32_t number) {
    assert(phrase.size() >= 2);
    auto& entries = buckets_[bucket(phrase[0], phrase[1])];
    const std::string all(phrase.size(), '\xFF');
    entries.push_back({.head = head_of(phrase), .mask = head_of(all), .phrase = std::move(phrase), .number = number});
}

}  // namespace synoptic
