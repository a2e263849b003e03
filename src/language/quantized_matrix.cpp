// SPDX-License-Identifier: Apache-2.0
#include "language/quantized_matrix.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace synoptic {

namespace {

constexpr std::size_t most_rows = 512;
constexpr std::size_t panel = 16;  ///< columns that lie together
constexpr std::size_t block = 4;   ///< rows of the left side that are multiplied at once
using Number = std::int16_t;

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

/// What a kernel adds to: `out`, rows of `columns` numbers, gets the products of the rows of `in`, each `2 * pairs` whole numbers and a
/// scale. `weights`: panels of 16 columns; in a panel, for each pair of rows, the two numbers of every column.
struct Product {
    const Number* in = nullptr;
    const float* scales = nullptr;
    const Number* weights = nullptr;
    std::size_t pairs = 0;
    std::size_t columns = 0;
    float* out = nullptr;
};

float round_plain(const float* in, const float* scales, std::size_t count, Number* out) { return round_numbers(in, scales, count, out); }

template <std::size_t rows>
void add_plain(const Product& product) {
    for (std::size_t first = 0; first < product.columns; first += panel) {
        const Number* weights = product.weights + first * 2 * product.pairs;
        std::array<std::array<std::int32_t, panel>, rows> sums{};
        for (std::size_t pair = 0; pair < product.pairs; ++pair, weights += 2 * panel) {
            for (std::size_t r = 0; r < rows; ++r) {
                const Number* in = product.in + 2 * (r * product.pairs + pair);
                for (std::size_t j = 0; j < panel; ++j) {
                    sums[r][j] += in[0] * weights[2 * j] + in[1] * weights[2 * j + 1];
                }
            }
        }
        for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t j = 0; j < panel; ++j) {
                product.out[r * product.columns + first + j] += product.scales[r] * static_cast<float>(sums[r][j]);
            }
        }
    }
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] float round_avx2(const float* in, const float* scales, std::size_t count, Number* out) {
    return round_numbers(in, scales, count, out);
}

[[gnu::target("avx512bw,prefer-vector-width=512")]] float round_avx512(const float* in, const float* scales, std::size_t count,
                                                                       Number* out) {
    return round_numbers(in, scales, count, out);
}

template <std::size_t rows>
[[gnu::target("avx2")]] void add_avx2(const Product& product) {
    for (std::size_t first = 0; first < product.columns; first += panel) {
        const Number* weights = product.weights + first * 2 * product.pairs;
        __m256i sums[rows][2] = {};
        for (std::size_t pair = 0; pair < product.pairs; ++pair, weights += 2 * panel) {
            const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights));
            const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + panel));
            for (std::size_t r = 0; r < rows; ++r) {
                const __m256i in = _mm256_set1_epi32(reinterpret_cast<const std::int32_t*>(product.in)[r * product.pairs + pair]);
                sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(in, low));
                sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(in, high));
            }
        }
        for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t half = 0; half < 2; ++half) {
                float* out = product.out + r * product.columns + first + half * panel / 2;
                const __m256 added = _mm256_mul_ps(_mm256_set1_ps(product.scales[r]), _mm256_cvtepi32_ps(sums[r][half]));
                _mm256_storeu_ps(out, _mm256_add_ps(_mm256_loadu_ps(out), added));
            }
        }
    }
}

/// `panels`: so many at once, as each number of `in` is loaded once for all of them.
template <std::size_t rows, std::size_t panels>
[[gnu::target("avx512bw")]] void add_panels_avx512(const Product& product, std::size_t first) {
    const Number* weights = product.weights + first * 2 * product.pairs;
    __m512i sums[rows][panels] = {};
    for (std::size_t pair = 0; pair < product.pairs; ++pair, weights += 2 * panel) {
        __m512i columns[panels];
        for (std::size_t p = 0; p < panels; ++p) {
            columns[p] = _mm512_loadu_si512(weights + p * 2 * panel * product.pairs);
        }
        for (std::size_t r = 0; r < rows; ++r) {
            const __m512i in = _mm512_set1_epi32(reinterpret_cast<const std::int32_t*>(product.in)[r * product.pairs + pair]);
            for (std::size_t p = 0; p < panels; ++p) {
                sums[r][p] = _mm512_add_epi32(sums[r][p], _mm512_madd_epi16(in, columns[p]));
            }
        }
    }
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t p = 0; p < panels; ++p) {
            float* out = product.out + r * product.columns + first + p * panel;
            const __m512 added = _mm512_mul_ps(_mm512_set1_ps(product.scales[r]), _mm512_maskz_cvtepi32_ps(0xFFFF, sums[r][p]));
            _mm512_storeu_ps(out, _mm512_add_ps(_mm512_loadu_ps(out), added));
        }
    }
}

template <std::size_t rows>
[[gnu::target("avx512bw")]] void add_avx512(const Product& product) {
    constexpr std::size_t panels = 4;
    std::size_t first = 0;
    for (; first + panels * panel <= product.columns; first += panels * panel) {
        add_panels_avx512<rows, panels>(product, first);
    }
    for (; first < product.columns; first += panel) {
        add_panels_avx512<rows, 1>(product, first);
    }
}
#endif

/// How to round a row, multiply a block of rows and multiply a single row; all machines give the same numbers.
struct Kernels {
    float (*round)(const float*, const float*, std::size_t, Number*) = round_plain;
    void (*of_block)(const Product&) = add_plain<block>;
    void (*of_row)(const Product&) = add_plain<1>;
};

Kernels choose() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw") != 0) {
        return {.round = round_avx512, .of_block = add_avx512<block>, .of_row = add_avx512<1>};
    }
    if (__builtin_cpu_supports("avx2") != 0) {
        return {.round = round_avx2, .of_block = add_avx2<block>, .of_row = add_avx2<1>};
    }
#endif
    return {};
}

}  // namespace

QuantizedMatrix::QuantizedMatrix(const Matrix& weights) : scales_(weights.rows(), 0.0F), columns_(weights.columns()) {
    assert(weights.rows() <= most_rows && weights.rows() % 2 == 0 && columns_ % panel == 0);
    panels_.assign(weights.size(), 0);
    for (std::size_t i = 0; i < weights.rows(); ++i) {
        float largest = 0;
        for (std::size_t j = 0; j < columns_; ++j) {
            largest = std::max(largest, std::abs(weights.row(i)[j]));
        }
        scales_[i] = largest / 127.0F;
        for (std::size_t j = 0; j < columns_ && largest > 0; ++j) {
            const std::size_t at = j / panel * panel * rows() + i / 2 * 2 * panel + j % panel * 2 + i % 2;
            panels_[at] = static_cast<Number>(std::nearbyint(weights.row(i)[j] / scales_[i]));
        }
    }
}

void QuantizedMatrix::multiply_add(const float* in, std::size_t count, float* out) const {
    static const Kernels kernels = choose();
    alignas(64) std::array<Number, block * most_rows> rounded;
    std::array<float, block> scales{};
    for (std::size_t row = 0; row < count;) {
        const std::size_t height = row + block <= count ? block : 1;
        for (std::size_t r = 0; r < height; ++r) {
            scales[r] = kernels.round(in + (row + r) * rows(), scales_.data(), rows(), rounded.data() + r * rows());
        }
        const Product product{.in = rounded.data(),
                              .scales = scales.data(),
                              .weights = panels_.data(),
                              .pairs = rows() / 2,
                              .columns = columns_,
                              .out = out + row * columns_};
        height == block ? kernels.of_block(product) : kernels.of_row(product);
        row += height;
    }
}

}  // namespace synoptic
