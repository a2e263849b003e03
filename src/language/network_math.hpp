// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/matrix.hpp"

namespace synoptic {

/// Random numbers that are the same everywhere (splitmix64, Steele, Lea and Flood 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// In [0, 1).
    float real() { return static_cast<float>(next() >> 40) * 0x1p-24F; }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

private:
    std::uint64_t state_;
};

/// e to the x for x <= 0, within 1e-5 of it; not std::exp, whose last bit depends on the machine.
inline float exp_of_negative(float x) {
    if (x < -80.0F) {
        return 0.0F;
    }
    const float scaled = x * 1.44269504F;
    const auto whole = static_cast<std::int32_t>(scaled - 0.5F);
    const float f = (scaled - static_cast<float>(whole)) * 0.69314718F;
    const float fraction = 1.0F + f * (1.0F + f * (0.5F + f * (0.16666667F + f * (0.041666667F + f * 0.0083333333F))));
    return fraction * std::bit_cast<float>((whole + 127) << 23);
}

/// How far Adam goes at one step, counted from 1.
struct AdamStep {
    AdamStep(float learning_rate, unsigned step);
    float rate;
    float mean_scale;  ///< early averages are too small: they start at zero
    float square_scale;
};

/// Moves weights down their gradients (Kingma and Ba 2015). Rows that were not touched stay as they are.
class Adam {
public:
    explicit Adam(const Matrix& weights) : mean_(weights.rows(), weights.columns()), square_(weights.rows(), weights.columns()) {}
    void apply_row(std::size_t row, const float* gradient, Matrix& weights, const AdamStep& step);

private:
    Matrix mean_;
    Matrix square_;
};

/// Puts Gaussian-like values of this spread into every weight.
void randomize(Matrix& weights, float spread, Random& random);

}  // namespace synoptic
