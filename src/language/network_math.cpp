// SPDX-License-Identifier: Apache-2.0
#include "language/network_math.hpp"

#include <cmath>

namespace synoptic {

namespace {

constexpr float keep_mean = 0.9F;
constexpr float keep_square = 0.99F;

/// 1 - keep^count, by multiplication: the same on every machine.
float missing_share(float keep, unsigned count) {
    float left = 1.0F;
    for (unsigned i = 0; i < count && left > 1e-9F; ++i) {
        left *= keep;
    }
    return 1.0F - left;
}

}  // namespace

AdamStep::AdamStep(float learning_rate, unsigned step)
    : rate(learning_rate), mean_scale(1.0F / missing_share(keep_mean, step)), square_scale(1.0F / missing_share(keep_square, step)) {}

void Adam::apply_row(std::size_t row, const float* gradient, Matrix& weights, const AdamStep& step) {
    constexpr float smallest = 1e-6F;
    float* mean = mean_.row(row);
    float* square = square_.row(row);
    float* weight = weights.row(row);
    for (std::size_t i = 0; i < weights.columns(); ++i) {
        mean[i] = keep_mean * mean[i] + (1.0F - keep_mean) * gradient[i];
        square[i] = keep_square * square[i] + (1.0F - keep_square) * gradient[i] * gradient[i];
        weight[i] -= step.rate * mean[i] * step.mean_scale / (std::sqrt(square[i] * step.square_scale) + smallest);
    }
}

void randomize(Matrix& weights, float spread, Random& random) {
    for (std::size_t i = 0; i < weights.size(); ++i) {
        float sum = -2.0F;  // four uniform values: nearly Gaussian, of variance 1/3
        for (int k = 0; k < 4; ++k) {
            sum += random.real();
        }
        weights.data()[i] = sum * 1.7320508F * spread;
    }
}

}  // namespace synoptic
