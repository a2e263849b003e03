// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace synoptic {

/// Strings kept once each and named by small numbers, in order of first use. Copying keeps the numbers.
class StringPool {
public:
    std::uint32_t intern(std::string_view text);
    [[nodiscard]] std::string_view view(std::uint32_t number) const;
    [[nodiscard]] std::size_t size() const { return ends_.size(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::string bytes_;
    std::vector<std::uint32_t> ends_;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
};

}  // namespace synoptic
