// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "clean/furniture.hpp"

namespace synoptic {

/// What a line looks like from afar.
struct LineShape {
    std::uint32_t words = 0;
    bool is_sentence = false;  ///< ends like one
    bool is_known = false;     ///< a rule has words against it
    bool repeats = false;      ///< stands elsewhere on the page too
};

/// Where in a page its sentences stand close together, and what is around each line. Made in linear time, asked in constant time.
class Surroundings {
public:
    explicit Surroundings(std::span<const LineShape> lines);

    /// The stretch of lines with the most words in sentences, each line between them counted against it.
    [[nodiscard]] Body core() const { return core_; }
    /// Its share of the words that the page has in sentences, 0 to 1.
    [[nodiscard]] float core_share() const;

    /// Words in sentences among the `reach` lines before or after a line; long ones count as much as those of longest_counted words.
    [[nodiscard]] std::size_t running_before(std::size_t line, std::size_t reach) const { return sum_before(running_, line, reach); }
    [[nodiscard]] std::size_t running_after(std::size_t line, std::size_t reach) const { return sum_after(running_, line, reach); }
    /// Lines that stand elsewhere too.
    [[nodiscard]] std::size_t repeated_before(std::size_t line, std::size_t reach) const { return sum_before(repeated_, line, reach); }
    [[nodiscard]] std::size_t repeated_after(std::size_t line, std::size_t reach) const { return sum_after(repeated_, line, reach); }
    /// Lines of few words that stand right before or after a line, with none of more words between.
    [[nodiscard]] std::size_t short_before(std::size_t line) const { return short_before_[line]; }
    [[nodiscard]] std::size_t short_after(std::size_t line) const { return short_after_[line]; }

private:
    using Sums = std::vector<std::size_t>;  ///< of all lines before each, and at the end of all
    static std::size_t sum_before(const Sums& sums, std::size_t line, std::size_t reach);
    static std::size_t sum_after(const Sums& sums, std::size_t line, std::size_t reach);
    void find_core();

    Sums running_;
    Sums repeated_;
    Sums short_before_;
    Sums short_after_;
    Body core_;
};

}  // namespace synoptic
