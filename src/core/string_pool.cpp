// SPDX-License-Identifier: Apache-2.0
#include "core/string_pool.hpp"

namespace synoptic {

std::uint32_t StringPool::intern(std::string_view text) {
    if (const auto known = numbers_.find(text); known != numbers_.end()) {
        return known->second;
    }
    const auto number = static_cast<std::uint32_t>(ends_.size());
    bytes_ += text;
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    numbers_.emplace(text, number);
    return number;
}

std::string_view StringPool::view(std::uint32_t number) const {
    if (number >= ends_.size()) {
        return {};
    }
    const std::uint32_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(bytes_).substr(begin, ends_[number] - begin);
}

}  // namespace synoptic
