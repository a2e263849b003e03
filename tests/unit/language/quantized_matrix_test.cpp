// SPDX-License-Identifier: Apache-2.0
#include "language/quantized_matrix.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "language/network_math.hpp"

namespace synoptic {
namespace {

Matrix random_matrix(std::size_t rows, std::size_t columns, Random& random) {
    Matrix matrix(rows, columns);
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        matrix.data()[i] = 2 * random.real() - 1;
    }
    return matrix;
}

TEST(QuantizedMatrix, multipliesAsTheExactProductDoes) {
    Random random(3);
    for (const auto& [rows, columns] : {std::pair<std::size_t, std::size_t>{384, 128}, {128, 112}, {128, 96}, {2, 16}}) {
        const Matrix weights = random_matrix(rows, columns, random);
        const Matrix in = random_matrix(6, rows, random);
        Matrix out(6, columns);
        out.row(0)[0] = 5;  // what is there is added to
        QuantizedMatrix(weights).multiply_add(in.data(), 6, out.data());
        for (std::size_t r = 0; r < 6; ++r) {
            for (std::size_t j = 0; j < columns; ++j) {
                double exact = r == 0 && j == 0 ? 5 : 0;
                for (std::size_t i = 0; i < rows; ++i) {
                    exact += static_cast<double>(in.row(r)[i]) * static_cast<double>(weights.row(i)[j]);
                }
                // an eight-bit weight is off by at most 1/254 of the largest, and errors of random signs grow as the root of their number
                EXPECT_NEAR(out.row(r)[j], exact, 0.004 * 4 * std::sqrt(static_cast<double>(rows))) << rows << 'x' << columns;
            }
        }
    }
}

TEST(QuantizedMatrix, rowsComeOutTheSameAloneAndTogether) {
    Random random(4);
    const Matrix weights = random_matrix(128, 208, random);
    const QuantizedMatrix quantized(weights);
    const Matrix in = random_matrix(7, 128, random);
    Matrix together(7, 208);
    quantized.multiply_add(in.data(), 7, together.data());
    for (std::size_t r = 0; r < 7; ++r) {
        std::vector<float> alone(208, 0.0F);
        quantized.multiply_add(in.row(r), 1, alone.data());
        EXPECT_EQ(std::vector<float>(together.row(r), together.row(r) + 208), alone) << r;
    }
}

}  // namespace
}  // namespace synoptic
