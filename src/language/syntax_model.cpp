// SPDX-License-Identifier: Apache-2.0
#include "language/syntax_model.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "language/characters.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t hash_start = 2166136261U;

/// FNV-1a, 32 bits.
std::uint32_t hash_bytes(std::string_view bytes, std::uint32_t hash) {
    for (const char c : bytes) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash;
}

/// "Kyiv" => "Xxx", "U.S." => "X.X.", "1990s" => "00x": capitals, small letters, digits in runs of at most two.
std::string shape_of(std::string_view form) {
    std::string shape;
    for (std::uint32_t at = 0; at < form.size() && shape.size() < 8;) {
        const Char c = char_at(form, at);
        at = std::max(c.end, at + 1);
        const char kind = c.kind == CharKind::digit    ? '0'
                          : c.kind == CharKind::letter ? (is_upper(c.value) ? 'X' : 'x')
                          : c.value < 0x80             ? static_cast<char>(c.value)
                                                       : '#';
        if (shape.size() < 2 || shape[shape.size() - 1] != kind || shape[shape.size() - 2] != kind) {
            shape += kind;
        }
    }
    return shape;
}

/// The byte where the last `count` characters begin.
std::size_t suffix_at(std::string_view text, int count) {
    auto at = static_cast<std::uint32_t>(text.size());
    for (; count > 0 && at > 0; --count) {
        at = char_before(text, at).begin;
    }
    return at;
}

std::size_t prefix_end(std::string_view text, int count) {
    std::uint32_t at = 0;
    for (; count > 0 && at < text.size(); --count) {
        at = std::max(char_at(text, at).end, at + 1);
    }
    return std::min<std::size_t>(at, text.size());
}

}  // namespace

void SyntaxModel::shape(std::vector<std::string> vocabulary, std::vector<std::string> tag_names) {
    words = std::move(vocabulary);
    tags = std::move(tag_names);
    word_rows.clear();
    for (std::size_t i = 0; i < words.size(); ++i) {
        word_rows.emplace(words[i], static_cast<std::uint32_t>(i + 1));
    }
    embeddings.reset(1 + words.size() + network::affix_rows, network::width);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        layers[i].reset(3 * network::width, network::width);
        layer_biases[i].reset(1, network::width);
    }
    tag_weights.reset(network::width, network::tags);
    tag_bias.reset(1, network::tags);
    slot_weights.reset(network::width, network::slots * network::hidden);
    state_rows.reset(state_row_count, network::hidden);
    move_weights.reset(network::hidden, network::moves);
    move_bias.reset(1, network::moves);
}

std::vector<Matrix*> SyntaxModel::weights() {
    std::vector<Matrix*> all = {&embeddings};
    for (std::size_t i = 0; i < layers.size(); ++i) {
        all.push_back(&layers[i]);
        all.push_back(&layer_biases[i]);
    }
    all.insert(all.end(), {&tag_weights, &tag_bias, &slot_weights, &state_rows, &move_weights, &move_bias});
    return all;
}

std::vector<const Matrix*> SyntaxModel::weights() const {
    const std::vector<Matrix*> all = const_cast<SyntaxModel*>(this)->weights();
    return {all.begin(), all.end()};
}

std::string SyntaxModel::norm(std::string_view form) {
    std::string out;
    out.reserve(form.size());
    bool ascii = true;
    for (const char c : form) {
        ascii = ascii && (static_cast<unsigned char>(c) & 0x80U) == 0;
        out += is_ascii_digit(c) ? '0' : is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (ascii) {
        return out;
    }
    std::string plain;
    for (std::uint32_t at = 0; at < out.size();) {
        const Char c = char_at(out, at);
        const std::uint32_t end = std::max(c.end, at + 1);
        if (c.value == 0x2018 || c.value == 0x2019) {
            plain += '\'';
        } else if (c.value == 0x201C || c.value == 0x201D) {
            plain += '"';
        } else if (c.value == 0x2026) {
            plain += "...";
        } else {
            plain += std::string_view(out).substr(at, end - at);
        }
        at = end;
    }
    return fold_case(plain);
}

WordFeatures SyntaxModel::features_of(std::string_view form) const {
    const std::string word = norm(form);
    const auto known = word_rows.find(word);
    const auto affix_base = static_cast<std::uint32_t>(words.size() + 1);
    const auto affix = [&](std::uint32_t kind, std::string_view part) {
        return affix_base + hash_bytes(part, (hash_start ^ kind) * 16777619U) % static_cast<std::uint32_t>(network::affix_rows);
    };
    const std::string_view view = word;
    return {known == word_rows.end() ? 0 : known->second,  affix(1, view.substr(0, prefix_end(view, 1))),
            affix(2, view.substr(0, prefix_end(view, 3))), affix(3, view.substr(suffix_at(view, 1))),
            affix(4, view.substr(suffix_at(view, 2))),     affix(5, view.substr(suffix_at(view, 3))),
            affix(6, view.substr(suffix_at(view, 4))),     affix(7, shape_of(form))};
}

StateFeatures state_features(const ParseState& state, std::span<const std::uint16_t> tags) {
    constexpr std::uint32_t missing_rows = 0;
    constexpr std::uint32_t bias_row = 8;
    constexpr std::uint32_t root_row = 9;
    constexpr std::uint32_t tag_rows = 16;
    constexpr std::uint32_t label_rows = tag_rows + 7 * network::tags;
    constexpr std::uint32_t number_rows = label_rows + 6 * 64;
    static_assert(number_rows + 5 * 16 <= state_row_count);

    StateFeatures out;
    const auto add = [&](std::uint32_t row) { out.rows[out.row_count++] = row; };
    const std::int32_t s0 = state.stack(0);
    const std::int32_t s1 = state.stack(1);
    const std::int32_t s2 = state.stack(2);
    const std::int32_t b0 = state.buffer(0);
    const std::int32_t b1 = state.buffer(1);
    out.words = {s0, s1, s2, b0, b1, state.leftmost(s0), state.rightmost(s0), state.leftmost(b0)};
    for (std::uint32_t i = 0; i < out.words.size(); ++i) {
        if (out.words[i] < 0 || out.words[i] == state.words()) {
            out.words[i] = ParseState::none;
            add(missing_rows + i);
        }
    }
    add(bias_row);
    if (b0 == state.words()) {
        add(root_row);
    }
    const auto add_tag = [&](std::uint32_t place, std::int32_t word) {
        if (word >= 0 && word < state.words()) {
            add(tag_rows + place * static_cast<std::uint32_t>(network::tags) + tags[static_cast<std::size_t>(word)]);
        }
    };
    add_tag(0, s0);
    add_tag(1, s1);
    add_tag(2, s2);
    add_tag(3, b0);
    add_tag(4, b1);
    add_tag(5, state.buffer(2));
    const auto add_label = [&](std::uint32_t place, std::int32_t word) {
        if (word >= 0) {
            add(label_rows + place * 64 + static_cast<std::uint32_t>(state.label(word)));
        }
    };
    add_label(0, state.leftmost(s0));
    add_label(1, state.rightmost(s0));
    add_label(2, state.leftmost(s1));
    add_label(3, state.rightmost(s1));
    add_label(4, state.leftmost(b0));
    const auto add_number = [&](std::uint32_t place, std::int32_t value) {
        add(number_rows + place * 16 + static_cast<std::uint32_t>(std::clamp(value, 0, 15)));
    };
    const auto bucket = [](std::int32_t distance) { return distance < 8 ? distance : distance < 12 ? 8 : distance < 20 ? 9 : 10; };
    if (s0 >= 0) {
        add_number(0, bucket(b0 - s0));
        add_number(1, std::min(state.left_count(s0), 5));
    }
    if (s1 >= 0) {
        add_number(2, bucket(s0 - s1));
    }
    add_number(3, std::min(state.left_count(b0), 5));
    return out;
}

std::size_t column_of(Move move, Deprel label) {
    constexpr std::size_t labels = static_cast<std::size_t>(Deprel::xcomp) + 1;
    return move == Move::shift ? 0 : 1 + (move == Move::right ? labels : 0) + static_cast<std::size_t>(label);
}

Move move_of(std::size_t column) {
    constexpr std::size_t labels = static_cast<std::size_t>(Deprel::xcomp) + 1;
    return column == 0 ? Move::shift : column <= labels ? Move::left : Move::right;
}

Deprel label_of(std::size_t column) {
    constexpr std::size_t labels = static_cast<std::size_t>(Deprel::xcomp) + 1;
    return column == 0 ? Deprel::dep : static_cast<Deprel>((column - 1) % labels);
}

}  // namespace synoptic
