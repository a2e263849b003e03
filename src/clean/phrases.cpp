// SPDX-License-Identifier: Apache-2.0
#include "clean/phrases.hpp"

#include <cassert>
#include <utility>

namespace synoptic {

void Phrases::add(std::string phrase, std::uint32_t number) {
    assert(phrase.size() >= 2);
    const std::size_t place = bucket(phrase[0], phrase[1]);
    used_.set(place);
    auto& entries = buckets_[place];
    const std::string all(phrase.size(), '\xFF');
    entries.push_back({.head = head_of(phrase), .mask = head_of(all), .phrase = std::move(phrase), .number = number});
}

}  // namespace synoptic
