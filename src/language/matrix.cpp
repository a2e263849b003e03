// SPDX-License-Identifier: Apache-2.0
#include "language/matrix.hpp"

#include <cassert>
#include <cstring>

namespace synoptic {

namespace {

typedef float Lanes __attribute__((vector_size(32)));
constexpr std::size_t lanes = 8;

[[gnu::always_inline]] inline void load(const float* at, Lanes& value) { std::memcpy(&value, at, sizeof value); }

[[gnu::always_inline]] inline void store(float* at, const Lanes& value) { std::memcpy(at, &value, sizeof value); }

/// `rows` rows of c += a b for 16 columns at a time.
template <int rows>
[[gnu::always_inline]] inline void add_rows(const float* a, std::size_t inner, const float* b, std::size_t columns, float* c) {
    for (std::size_t j = 0; j < columns; j += 2 * lanes) {
        Lanes sum[rows][2];
        for (int r = 0; r < rows; ++r) {
            load(c + static_cast<std::size_t>(r) * columns + j, sum[r][0]);
            load(c + static_cast<std::size_t>(r) * columns + j + lanes, sum[r][1]);
        }
        for (std::size_t k = 0; k < inner; ++k) {
            Lanes low;
            Lanes high;
            load(b + k * columns + j, low);
            load(b + k * columns + j + lanes, high);
            for (int r = 0; r < rows; ++r) {
                const float value = a[static_cast<std::size_t>(r) * inner + k];
                sum[r][0] += value * low;
                sum[r][1] += value * high;
            }
        }
        for (int r = 0; r < rows; ++r) {
            store(c + static_cast<std::size_t>(r) * columns + j, sum[r][0]);
            store(c + static_cast<std::size_t>(r) * columns + j + lanes, sum[r][1]);
        }
    }
}

[[gnu::always_inline]] inline void add_all(const float* a, std::size_t rows, std::size_t inner, const float* b, std::size_t columns,
                                           float* c) {
    std::size_t i = 0;
    for (; i + 4 <= rows; i += 4) {
        add_rows<4>(a + i * inner, inner, b, columns, c + i * columns);
    }
    for (; i < rows; ++i) {
        add_rows<1>(a + i * inner, inner, b, columns, c + i * columns);
    }
}

void add_plain(const float* a, std::size_t rows, std::size_t inner, const float* b, std::size_t columns, float* c) {
    add_all(a, rows, inner, b, columns, c);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void add_avx2(const float* a, std::size_t rows, std::size_t inner, const float* b, std::size_t columns, float* c) {
    add_all(a, rows, inner, b, columns, c);
}

auto choose() { return __builtin_cpu_supports("avx2") != 0 ? add_avx2 : add_plain; }
#else
auto choose() { return add_plain; }
#endif

void add(const float* a, std::size_t rows, std::size_t inner, const float* b, std::size_t columns, float* c) {
    static const auto chosen = choose();
    chosen(a, rows, inner, b, columns, c);
}

}  // namespace

void multiply_add(const Matrix& a, const Matrix& b, Matrix& c) {
    assert(a.columns() == b.rows() && b.columns() == c.columns() && a.rows() == c.rows() && b.columns() % (2 * lanes) == 0);
    add(a.data(), a.rows(), a.columns(), b.data(), b.columns(), c.data());
}

void multiply_add(const float* a, const Matrix& b, float* c) {
    assert(b.columns() % (2 * lanes) == 0);
    add(a, 1, b.rows(), b.data(), b.columns(), c);
}

Matrix transposed(const Matrix& a) {
    Matrix out(a.columns(), a.rows());
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t j = 0; j < a.columns(); ++j) {
            out.row(j)[i] = a.row(i)[j];
        }
    }
    return out;
}

}  // namespace synoptic
