// SPDX-License-Identifier: Apache-2.0
#include "language/names_tagger.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "language/model_file.hpp"

namespace synoptic {

namespace {

constexpr ModelKind model_kind = {.name = "names", .magic = "SYNOPTIC NAMES \n", .version = 1};
constexpr std::size_t table_rows = std::size_t{1} << NameFeatures::table_bits;
constexpr float never = -std::numeric_limits<float>::infinity();

bool is_begin(NameLabel label) { return static_cast<unsigned>(label) % 2 == 1; }

EntityKind kind_of(NameLabel label) {
    constexpr std::array<EntityKind, 3> kinds = {EntityKind::person, EntityKind::organization, EntityKind::place};
    return kinds[(static_cast<unsigned>(label) - 1) / 2];
}

/// Viterbi's algorithm; the run is framed by words outside of names.
std::vector<NameLabel> best_labels(const NameModel& model, std::span<const std::vector<std::uint32_t>> rows) {
    std::array<float, name_labels> best{};
    best.fill(never);
    best[0] = 0;
    std::vector<std::array<std::uint8_t, name_labels>> from(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::array<float, name_labels> own = model.scores(rows[i]);
        std::array<float, name_labels> next{};
        next.fill(never);
        for (std::size_t to = 0; to < name_labels; ++to) {
            for (std::size_t label = 0; label < name_labels; ++label) {
                if (!may_follow(static_cast<NameLabel>(label), static_cast<NameLabel>(to))) {
                    continue;
                }
                const float score = best[label] + model.transitions[label][to] + own[to];
                if (score > next[to]) {
                    next[to] = score;
                    from[i][to] = static_cast<std::uint8_t>(label);
                }
            }
        }
        best = next;
    }
    std::size_t label = 0;
    float top = never;
    for (std::size_t last = 0; last < name_labels; ++last) {
        if (const float score = best[last] + model.transitions[last][0]; score > top) {
            top = score;
            label = last;
        }
    }
    std::vector<NameLabel> labels(rows.size());
    for (std::size_t i = rows.size(); i-- > 0;) {
        labels[i] = static_cast<NameLabel>(label);
        label = from[i][label];
    }
    return labels;
}

}  // namespace

bool may_follow(NameLabel label, NameLabel next) {
    if (next == NameLabel::outside || is_begin(next)) {
        return true;
    }
    return label == next || static_cast<unsigned>(label) + 1 == static_cast<unsigned>(next);
}

NameModel::NameModel() : weights(table_rows * name_labels, 0) {}

std::array<float, name_labels> NameModel::scores(std::span<const std::uint32_t> rows) const {
    std::array<std::int32_t, name_labels> sums{};
    for (const std::uint32_t row : rows) {
        const std::int8_t* from = weights.data() + std::size_t{row} * name_labels;
        for (std::size_t label = 0; label < name_labels; ++label) {
            sums[label] += from[label];
        }
    }
    std::array<float, name_labels> scores{};
    for (std::size_t label = 0; label < name_labels; ++label) {
        scores[label] = scale * static_cast<float>(sums[label]);
    }
    return scores;
}

std::string pack(const NameModel& model) {
    ModelWriter out;
    out.number(std::bit_cast<std::uint32_t>(model.scale));
    for (const auto& row : model.transitions) {
        for (const float value : row) {
            out.number(std::bit_cast<std::uint32_t>(value));
        }
    }
    std::string bytes(model.weights.size(), '\0');
    std::ranges::transform(model.weights, bytes.begin(), [](std::int8_t value) { return static_cast<char>(value); });
    out.text(bytes);
    return out.file(model_kind);
}

NameModel unpack_name_model(std::string_view bytes) {
    ModelReader in(bytes, model_kind);
    NameModel model;
    model.scale = std::bit_cast<float>(in.number());
    for (auto& row : model.transitions) {
        for (float& value : row) {
            value = std::bit_cast<float>(in.number());
        }
    }
    const std::string_view weights = in.text();
    if (weights.size() != model.weights.size()) {
        in.refuse("has weights of another shape than this program's");
    }
    std::ranges::transform(weights, model.weights.begin(), [](char value) { return static_cast<std::int8_t>(value); });
    in.end();
    return model;
}

std::vector<TaggedName> tag_names(const NameModel& model, const NameFeatures& features) {
    std::vector<TaggedName> names;
    std::vector<std::vector<std::uint32_t>> rows;
    for (const NameRun& run : features.runs()) {
        features.rows_of(run, rows);
        const std::vector<NameLabel> labels = best_labels(model, rows);
        for (std::uint32_t i = 0; i < labels.size(); ++i) {
            if (labels[i] == NameLabel::outside) {
                continue;
            }
            if (is_begin(labels[i])) {
                names.push_back({.first = run.first + i, .last = run.first + i + 1, .kind = kind_of(labels[i])});
            } else {
                names.back().last = run.first + i + 1;
            }
        }
    }
    return names;
}

}  // namespace synoptic
