// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace synoptic {

/// A matrix of floats, row after row.
class Matrix {
public:
    Matrix() = default;
    Matrix(std::size_t rows, std::size_t columns) : rows_(rows), columns_(columns), values_(rows * columns, 0.0F) {}

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] std::size_t size() const { return values_.size(); }
    [[nodiscard]] float* row(std::size_t i) { return values_.data() + i * columns_; }
    [[nodiscard]] const float* row(std::size_t i) const { return values_.data() + i * columns_; }
    [[nodiscard]] float* data() { return values_.data(); }
    [[nodiscard]] const float* data() const { return values_.data(); }
    /// Another shape, all zero.
    void reset(std::size_t rows, std::size_t columns) {
        rows_ = rows;
        columns_ = columns;
        values_.assign(rows * columns, 0.0F);
    }
    void clear() { values_.assign(values_.size(), 0.0F); }

private:
    std::size_t rows_ = 0;
    std::size_t columns_ = 0;
    std::vector<float> values_;
};

/// c += a b, where the number of columns of b is a multiple of 16. Each sum is taken in the order of a's columns, so the outcome is the
/// same on every x86-64 machine, with and without AVX2.
void multiply_add(const Matrix& a, const Matrix& b, Matrix& c);
/// The same for one row: c += a b.
void multiply_add(const float* a, const Matrix& b, float* c);

Matrix transposed(const Matrix& a);

}  // namespace synoptic
