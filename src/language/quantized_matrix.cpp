// SPDX-License-Identifier: Apache-2.0
#include "language/quantized_matrix.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>

namespace synoptic {

namespace {

constexpr std::size_t most_rows = 512;
constexpr std::size_t lanes = 32;
using Number = std::int16_t;

/// Products of x with four others at once; the compiler makes multiply-and-add instructions of it.
[[gnu::always_inline]] inline void dot_four(const Number* x, const std::array<const Number*, 4>& y, std::size_t count,
                                            std::array<std::int32_t, 4>& out) {
    const Number* y0 = y[0];
    const Number* y1 = y[1];
    const Number* y2 = y[2];
    const Number* y3 = y[3];
    std::int32_t sum0 = 0;
    std::int32_t sum1 = 0;
    std::int32_t sum2 = 0;
    std::int32_t sum3 = 0;
    for (std::size_t i = 0; i < count / lanes * lanes; ++i) {
        sum0 += x[i] * y0[i];
        sum1 += x[i] * y1[i];
        sum2 += x[i] * y2[i];
        sum3 += x[i] * y3[i];
    }
    out = {sum0, sum1, sum2, sum3};
}

/// `in`: four rows of `stride` numbers. out[r][j] += scales[r] * (row r times column j).
[[gnu::always_inline]] inline void add_four_rows(const Number* in, const std::array<float, 4>& scales, const Number* weights,
                                                 std::size_t stride, std::size_t columns, float* out) {
    std::array<std::int32_t, 4> sums;
    for (std::size_t j = 0; j < columns; ++j) {
        dot_four(weights + j * stride, {in, in + stride, in + 2 * stride, in + 3 * stride}, stride, sums);
        for (std::size_t r = 0; r < 4; ++r) {
            out[r * columns + j] += scales[r] * static_cast<float>(sums[r]);
        }
    }
}

/// The same for one row; the number of columns is a multiple of four.
[[gnu::always_inline]] inline void add_one_row(const Number* in, float scale, const Number* weights, std::size_t stride,
                                               std::size_t columns, float* out) {
    std::array<std::int32_t, 4> sums;
    for (std::size_t j = 0; j < columns; j += 4) {
        const Number* column = weights + j * stride;
        dot_four(in, {column, column + stride, column + 2 * stride, column + 3 * stride}, stride, sums);
        for (std::size_t i = 0; i < 4; ++i) {
            out[j + i] += scale * static_cast<float>(sums[i]);
        }
    }
}

/// Multiplies `in` with `scales` and rounds to whole numbers that fill 16 bits; gives the scale of the outcome.
[[gnu::always_inline]] inline float round_numbers(const float* in, const float* scales, std::size_t count, Number* out) {
    constexpr float full = 32767.0F;
    std::array<float, most_rows> scaled;
    std::int32_t largest_bits = 0;  // the bits of positive floats are ordered as the floats are, and compare faster
    for (std::size_t i = 0; i < count; ++i) {
        scaled[i] = in[i] * scales[i];
        largest_bits = std::max(largest_bits, std::bit_cast<std::int32_t>(std::abs(scaled[i])));
    }
    const auto largest = std::bit_cast<float>(largest_bits);
    const float steps = largest > 0 ? full / largest : 0.0F;
    for (std::size_t i = 0; i < count; ++i) {
        const float value = scaled[i] * steps;
        out[i] = static_cast<Number>(static_cast<std::int32_t>(value + (value < 0 ? -0.5F : 0.5F)));
    }
    return largest / full;
}

/// out += in * weights, for `count` rows.
[[gnu::always_inline]] inline void add_products(const float* in, const float* row_scales, std::size_t rows, const Number* weights,
                                                std::size_t stride, std::size_t columns, std::size_t count, float* out) {
    std::array<Number, 4 * most_rows> rounded;
    for (std::size_t r = 0; r < 4; ++r) {
        std::fill(rounded.data() + r * stride + rows, rounded.data() + (r + 1) * stride, Number{0});
    }
    std::size_t row = 0;
    for (; row + 4 <= count; row += 4) {
        std::array<float, 4> scales;
        for (std::size_t r = 0; r < 4; ++r) {
            scales[r] = round_numbers(in + (row + r) * rows, row_scales, rows, rounded.data() + r * stride);
        }
        add_four_rows(rounded.data(), scales, weights, stride, columns, out + row * columns);
    }
    for (; row < count; ++row) {
        const float scale = round_numbers(in + row * rows, row_scales, rows, rounded.data());
        add_one_row(rounded.data(), scale, weights, stride, columns, out + row * columns);
    }
}

using Kernel = void (*)(const float*, const float*, std::size_t, const Number*, std::size_t, std::size_t, std::size_t, float*);

void add_plain(const float* in, const float* row_scales, std::size_t rows, const Number* weights, std::size_t stride, std::size_t columns,
               std::size_t count, float* out) {
    add_products(in, row_scales, rows, weights, stride, columns, count, out);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void add_avx2(const float* in, const float* row_scales, std::size_t rows, const Number* weights, std::size_t stride,
                                      std::size_t columns, std::size_t count, float* out) {
    add_products(in, row_scales, rows, weights, stride, columns, count, out);
}
[[gnu::target("avx512bw,prefer-vector-width=512")]] void add_avx512(const float* in, const float* row_scales, std::size_t rows,
                                                                    const Number* weights, std::size_t stride, std::size_t columns,
                                                                    std::size_t count, float* out) {
    add_products(in, row_scales, rows, weights, stride, columns, count, out);
}
Kernel choose() {
    return __builtin_cpu_supports("avx512bw") != 0 ? add_avx512 : __builtin_cpu_supports("avx2") != 0 ? add_avx2 : add_plain;
}
#else
Kernel choose() { return add_plain; }
#endif

}  // namespace

QuantizedMatrix::QuantizedMatrix(const Matrix& weights) : scales_(weights.rows(), 0.0F), columns_(weights.columns()) {
    assert(weights.rows() <= most_rows && columns_ % 4 == 0);
    stride_ = (weights.rows() + lanes - 1) / lanes * lanes;
    columns_first_.assign(columns_ * stride_, 0);
    for (std::size_t i = 0; i < weights.rows(); ++i) {
        float largest = 0;
        for (std::size_t j = 0; j < columns_; ++j) {
            largest = std::max(largest, std::abs(weights.row(i)[j]));
        }
        scales_[i] = largest / 127.0F;
        for (std::size_t j = 0; j < columns_ && largest > 0; ++j) {
            columns_first_[j * stride_ + i] = static_cast<Number>(std::nearbyint(weights.row(i)[j] / scales_[i]));
        }
    }
}

void QuantizedMatrix::multiply_add(const float* in, std::size_t count, float* out) const {
    static const Kernel kernel = choose();
    kernel(in, scales_.data(), scales_.size(), columns_first_.data(), stride_, columns_, count, out);
}

}  // namespace synoptic
