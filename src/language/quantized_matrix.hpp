// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/matrix.hpp"

namespace synoptic {

/// Weights as small whole numbers with one scale a row, for fast products at run time. A product rounds the left side to 16 bits and sums
/// whole numbers, so the outcome is the same on every machine and for every order of summing.
class QuantizedMatrix {
public:
    QuantizedMatrix() = default;
    /// At most 512 rows, so that sums stay within 32 bits; an even number of them, and columns by the sixteen.
    explicit QuantizedMatrix(const Matrix& weights);

    [[nodiscard]] std::size_t rows() const { return scales_.size(); }
    [[nodiscard]] std::size_t columns() const { return columns_; }

    /// out += in * weights, for `count` rows of `in` and `out`.
    void multiply_add(const float* in, std::size_t count, float* out) const;

private:
    std::vector<float> scales_;         ///< by row
    std::vector<std::int16_t> panels_;  ///< panels of 16 columns; in a panel, for each pair of rows, the two numbers of every column
    std::size_t columns_ = 0;
};

}  // namespace synoptic
