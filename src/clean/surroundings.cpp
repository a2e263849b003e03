// SPDX-License-Identifier: Apache-2.0
#include "clean/surroundings.hpp"

#include <algorithm>

namespace synoptic {

namespace {

constexpr std::uint32_t least_running = 8;     ///< words of a sentence
constexpr std::uint32_t longest_counted = 60;  ///< words
constexpr std::uint32_t few_words = 5;
constexpr std::ptrdiff_t cost_of_other = 4;  ///< words that a line which is no sentence takes from the stretch it stands in

}  // namespace

Surroundings::Surroundings(std::span<const LineShape> lines)
    : running_(lines.size() + 1), repeated_(lines.size() + 1), short_before_(lines.size()), short_after_(lines.size()) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const LineShape& line = lines[i];
        const bool runs = line.is_sentence && !line.is_known && line.words >= least_running;
        running_[i + 1] = running_[i] + (runs ? std::min(line.words, longest_counted) : 0);
        repeated_[i + 1] = repeated_[i] + (line.repeats ? 1 : 0);
        if (i > 0 && lines[i - 1].words <= few_words) {
            short_before_[i] = short_before_[i - 1] + 1;
        }
    }
    for (std::size_t i = lines.size(); i-- > 1;) {
        if (lines[i].words <= few_words) {
            short_after_[i - 1] = short_after_[i] + 1;
        }
    }
    find_core();
}

void Surroundings::find_core() {
    std::ptrdiff_t best = 0;
    std::ptrdiff_t sum = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < running_.size(); ++i) {
        if (sum <= 0) {
            sum = 0;
            begin = i;
        }
        const auto words = static_cast<std::ptrdiff_t>(running_[i + 1] - running_[i]);
        sum += words > 0 ? words : -cost_of_other;
        if (sum > best) {
            best = sum;
            core_ = {begin, i + 1};
        }
    }
}

float Surroundings::core_share() const {
    return running_.back() == 0 ? 0.0F
                                : static_cast<float>(running_[core_.end] - running_[core_.begin]) / static_cast<float>(running_.back());
}

std::size_t Surroundings::sum_before(const Sums& sums, std::size_t line, std::size_t reach) {
    return sums[line] - sums[line - std::min(line, reach)];
}

std::size_t Surroundings::sum_after(const Sums& sums, std::size_t line, std::size_t reach) {
    const std::size_t after = line + 1;
    return sums[std::min(sums.size() - 1, after + reach)] - sums[after];
}

}  // namespace synoptic
