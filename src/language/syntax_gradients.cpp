// SPDX-License-Identifier: Apache-2.0
#include "language/syntax_gradients.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "language/syntax.hpp"

namespace synoptic {

namespace {

/// Turns scores into probabilities; the columns that are not allowed become 0.
template <typename Allowed>
void softmax(float* scores, std::size_t count, Allowed allowed) {
    float largest = -std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < count; ++i) {
        largest = allowed(i) ? std::max(largest, scores[i]) : largest;
    }
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        scores[i] = allowed(i) ? exp_of_negative(scores[i] - largest) : 0.0F;
        sum += scores[i];
    }
    for (std::size_t i = 0; i < count; ++i) {
        scores[i] /= sum;
    }
}

/// Adds the gradient of `out = in * weights + bias` to the weights' sums and, through the turned weights, to that of `in`.
void add_product(const Matrix& in, const Matrix& out_slope, const Matrix& turned, Matrix& weight_sums, Matrix* bias_sums,
                 Matrix& in_slope) {
    multiply_add(transposed(in), out_slope, weight_sums);
    if (bias_sums != nullptr) {
        for (std::size_t i = 0; i < out_slope.rows(); ++i) {
            for (std::size_t j = 0; j < out_slope.columns(); ++j) {
                bias_sums->data()[j] += out_slope.row(i)[j];
            }
        }
    }
    multiply_add(out_slope, turned, in_slope);
}

struct Step {
    StateFeatures features;
};

/// The moves that lose no arc, or the fewest.
struct Oracle {
    std::array<bool, 3> best{};
    std::array<bool, 3> legal{};
    std::int32_t left_label = -1;  ///< the only right relation, -1 where any will do
    std::int32_t right_label = -1;

    Oracle(const ParseState& state, const SyntaxExample& example) {
        int lowest = std::numeric_limits<int>::max();
        std::array<int, 3> costs{};
        for (const Move move : {Move::shift, Move::left, Move::right}) {
            const auto i = static_cast<std::size_t>(move);
            legal[i] = state.is_legal(move);
            if (legal[i]) {
                costs[i] = state.cost(move, example.heads);
                lowest = std::min(lowest, costs[i]);
            }
        }
        for (std::size_t i = 0; i < 3; ++i) {
            best[i] = legal[i] && costs[i] == lowest;
        }
        const std::int32_t word = state.stack(0);
        if (word >= 0) {
            const auto at = static_cast<std::size_t>(word);
            const auto label = static_cast<std::int32_t>(example.labels[at]);
            left_label = example.heads[at] == state.buffer(0) ? label : -1;
            right_label = example.heads[at] == state.stack(1) ? label : -1;
        }
    }
    [[nodiscard]] bool is_right(std::size_t column) const {
        const Move move = move_of(column);
        if (!best[static_cast<std::size_t>(move)]) {
            return false;
        }
        const std::int32_t wanted = move == Move::left ? left_label : right_label;
        return move == Move::shift || wanted < 0 || wanted == static_cast<std::int32_t>(label_of(column));
    }
    [[nodiscard]] bool is_legal(std::size_t column) const {
        return column < column_count && legal[static_cast<std::size_t>(move_of(column))];
    }
};

}  // namespace

TransposedWeights::TransposedWeights(const SyntaxModel& model)
    : tags(transposed(model.tag_weights)), slots(transposed(model.slot_weights)), moves(transposed(model.move_weights)) {
    for (const Matrix& layer : model.layers) {
        layers.push_back(transposed(layer));
    }
}

SyntaxGradients::SyntaxGradients(const SyntaxModel& model) : windows_(model.layers.size()), masks_(model.layers.size() + 1) {
    sums_.shape(model.words, model.tags);
}

void SyntaxGradients::clear() {
    for (const std::uint32_t row : touched_) {
        std::fill_n(sums_.embeddings.row(row), network::width, 0.0F);
    }
    touched_.clear();
    const std::vector<Matrix*> all = sums_.weights();
    for (std::size_t i = 1; i < all.size(); ++i) {
        all[i]->clear();
    }
}

void SyntaxGradients::sort_touched() {
    std::ranges::sort(touched_);
    const auto rest = std::unique(touched_.begin(), touched_.end());
    touched_.erase(rest, touched_.end());
}

double SyntaxGradients::add(const SyntaxModel& model, const TransposedWeights& turned, const SyntaxExample& example,
                            const LearningState& learning, Random& random) {
    encode_forward(model, example, learning.dropout, random);
    slope_.reset(example.words.size(), network::width);
    double loss = tag_loss(model, turned, example);
    loss += parse_loss(model, turned, example, learning, random);
    encode_backward(turned, example);
    return loss;
}

void SyntaxGradients::encode_forward(const SyntaxModel& model, const SyntaxExample& example, float dropout, Random& random) {
    const std::size_t count = example.words.size();
    const float kept = 1.0F / (1.0F - dropout);
    vectors_.reset(count, network::width);
    for (std::size_t i = 0; i < count; ++i) {
        float* vector = vectors_.row(i);
        for (const std::uint32_t row : example.words[i]) {
            const float* from = model.embeddings.row(row);
            for (std::size_t j = 0; j < network::width; ++j) {
                vector[j] += from[j];
            }
        }
    }
    Matrix& first_mask = masks_.back();
    first_mask.reset(count, network::width);
    for (std::size_t i = 0; i < first_mask.size(); ++i) {
        first_mask.data()[i] = random.real() < dropout ? 0.0F : kept;
        vectors_.data()[i] *= first_mask.data()[i];
    }
    Matrix layer;
    for (std::size_t l = 0; l < model.layers.size(); ++l) {
        gather_windows(vectors_, network::reach[l], windows_[l]);
        layer.reset(count, network::width);
        for (std::size_t i = 0; i < count; ++i) {
            std::copy_n(model.layer_biases[l].row(0), network::width, layer.row(i));
        }
        multiply_add(windows_[l], model.layers[l], layer);
        masks_[l].reset(count, network::width);
        for (std::size_t i = 0; i < layer.size(); ++i) {
            masks_[l].data()[i] = layer.data()[i] > 0 && random.real() >= dropout ? kept : 0.0F;
            vectors_.data()[i] += layer.data()[i] * masks_[l].data()[i];
        }
    }
}

double SyntaxGradients::tag_loss(const SyntaxModel& model, const TransposedWeights& turned, const SyntaxExample& example) {
    const std::size_t count = example.words.size();
    Matrix scores(count, network::tags);
    multiply_add(vectors_, model.tag_weights, scores);
    tags_.resize(count);
    double loss = 0;
    for (std::size_t i = 0; i < count; ++i) {
        float* row = scores.row(i);
        for (std::size_t j = 0; j < network::tags; ++j) {
            row[j] += model.tag_bias.data()[j];
        }
        tags_[i] = static_cast<std::uint16_t>(std::max_element(row, row + model.tags.size()) - row);
        softmax(row, network::tags, [&](std::size_t j) { return j < model.tags.size(); });
        loss -= std::log(std::max(row[example.tags[i]], 1e-9F));
        row[example.tags[i]] -= 1.0F;
    }
    add_product(vectors_, scores, turned.tags, sums_.tag_weights, &sums_.tag_bias, slope_);
    return loss;
}

double SyntaxGradients::parse_loss(const SyntaxModel& model, const TransposedWeights& turned, const SyntaxExample& example,
                                   const LearningState& learning, Random& random) {
    const std::size_t count = example.words.size();
    const std::size_t most_steps = 2 * count;
    const float kept = 1.0F / (1.0F - learning.dropout);
    Matrix slots(count, network::slots * network::hidden);
    multiply_add(vectors_, model.slot_weights, slots);
    Matrix hidden(most_steps, network::hidden);
    Matrix mask(most_steps, network::hidden);
    Matrix scores(most_steps, network::moves);
    std::vector<StateFeatures> steps;
    steps.reserve(most_steps);
    ParseState state(count);
    double loss = 0;
    while (!state.is_done()) {
        const std::size_t step = steps.size();
        steps.push_back(state_features(state, tags_));
        const StateFeatures& features = steps.back();
        float* units = hidden.row(step);
        const auto add = [&](const float* from) {
            for (std::size_t j = 0; j < network::hidden; ++j) {
                units[j] += from[j];
            }
        };
        for (std::size_t slot = 0; slot < network::slots; ++slot) {
            if (features.words[slot] >= 0) {
                add(slots.row(static_cast<std::size_t>(features.words[slot])) + slot * network::hidden);
            }
        }
        for (std::size_t i = 0; i < features.row_count; ++i) {
            add(model.state_rows.row(features.rows[i]));
        }
        for (std::size_t j = 0; j < network::hidden; ++j) {
            mask.row(step)[j] = units[j] > 0 && random.real() >= learning.dropout ? kept : 0.0F;
            units[j] *= mask.row(step)[j];
        }
        float* row = scores.row(step);
        std::copy_n(model.move_bias.data(), network::moves, row);
        multiply_add(units, model.move_weights, row);
        const Oracle oracle(state, example);
        std::size_t target = column_count;
        std::size_t best = column_count;
        for (std::size_t column = 0; column < column_count; ++column) {
            if (oracle.is_legal(column) && (best == column_count || row[column] > row[best])) {
                best = column;
            }
            if (oracle.is_right(column) && (target == column_count || row[column] > row[target])) {
                target = column;
            }
        }
        softmax(row, network::moves, [&](std::size_t column) { return oracle.is_legal(column); });
        loss -= std::log(std::max(row[target], 1e-9F));
        row[target] -= 1.0F;
        const std::size_t chosen = random.real() < learning.exploration ? best : target;
        state.apply(move_of(chosen), label_of(chosen));
    }
    Matrix hidden_slope(most_steps, network::hidden);
    add_product(hidden, scores, turned.moves, sums_.move_weights, &sums_.move_bias, hidden_slope);
    Matrix slot_slope(count, network::slots * network::hidden);
    for (std::size_t step = 0; step < steps.size(); ++step) {
        float* slope = hidden_slope.row(step);
        for (std::size_t j = 0; j < network::hidden; ++j) {
            slope[j] *= mask.row(step)[j];
        }
        const auto add_to = [&](float* to) {
            for (std::size_t j = 0; j < network::hidden; ++j) {
                to[j] += slope[j];
            }
        };
        const StateFeatures& features = steps[step];
        for (std::size_t slot = 0; slot < network::slots; ++slot) {
            if (features.words[slot] >= 0) {
                add_to(slot_slope.row(static_cast<std::size_t>(features.words[slot])) + slot * network::hidden);
            }
        }
        for (std::size_t i = 0; i < features.row_count; ++i) {
            add_to(sums_.state_rows.row(features.rows[i]));
        }
    }
    add_product(vectors_, slot_slope, turned.slots, sums_.slot_weights, nullptr, slope_);
    return loss;
}

void SyntaxGradients::encode_backward(const TransposedWeights& turned, const SyntaxExample& example) {
    const std::size_t count = example.words.size();
    Matrix layer_slope;
    Matrix window_slope;
    for (std::size_t l = windows_.size(); l-- > 0;) {
        layer_slope.reset(count, network::width);
        for (std::size_t i = 0; i < layer_slope.size(); ++i) {
            layer_slope.data()[i] = slope_.data()[i] * masks_[l].data()[i];
        }
        window_slope.reset(count, 3 * network::width);
        add_product(windows_[l], layer_slope, turned.layers[l], sums_.layers[l], &sums_.layer_biases[l], window_slope);
        for (std::size_t i = 0; i < count; ++i) {
            for (int side = -1; side <= 1; ++side) {
                const auto to = static_cast<std::ptrdiff_t>(i) + side * network::reach[l];
                if (to < 0 || to >= static_cast<std::ptrdiff_t>(count)) {
                    continue;
                }
                const float* from = window_slope.row(i) + static_cast<std::size_t>(side + 1) * network::width;
                float* into = slope_.row(static_cast<std::size_t>(to));
                for (std::size_t j = 0; j < network::width; ++j) {
                    into[j] += from[j];
                }
            }
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        float* slope = slope_.row(i);
        for (std::size_t j = 0; j < network::width; ++j) {
            slope[j] *= masks_.back().row(i)[j];
        }
        for (const std::uint32_t row : example.words[i]) {
            float* into = sums_.embeddings.row(row);
            for (std::size_t j = 0; j < network::width; ++j) {
                into[j] += slope[j];
            }
            touched_.push_back(row);
        }
    }
}

}  // namespace synoptic
