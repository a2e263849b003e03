// SPDX-License-Identifier: Apache-2.0
#include "language/model_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/failure.hpp"
#include "core/id.hpp"

namespace synoptic {

namespace {

constexpr std::size_t checksum_size = 32;

std::string checksum_of(std::string_view payload) { return to_hex(hash_pieces({payload})); }

std::string bytes_of(std::uint32_t value) {
    std::string bytes;
    for (int shift = 0; shift < 32; shift += 8) {
        bytes += static_cast<char>(value >> shift & 0xFFU);
    }
    return bytes;
}

}  // namespace

void ModelWriter::number(std::uint32_t value) { bytes_ += bytes_of(value); }

void ModelWriter::text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes_ += value;
}

void ModelWriter::matrix(const Matrix& matrix) {
    number(static_cast<std::uint32_t>(matrix.rows()));
    number(static_cast<std::uint32_t>(matrix.columns()));
    for (std::size_t i = 0; i < matrix.rows(); ++i) {
        float largest = 0;
        for (std::size_t j = 0; j < matrix.columns(); ++j) {
            largest = std::max(largest, std::abs(matrix.row(i)[j]));
        }
        const float scale = largest / 127.0F;
        number(std::bit_cast<std::uint32_t>(scale));
        for (std::size_t j = 0; j < matrix.columns(); ++j) {
            const float steps = scale > 0 ? std::nearbyint(matrix.row(i)[j] / scale) : 0.0F;
            bytes_ += static_cast<char>(static_cast<std::int8_t>(std::clamp(steps, -127.0F, 127.0F)));
        }
    }
}

std::string ModelWriter::file(const ModelKind& kind) const {
    return std::string(kind.magic) + bytes_of(kind.version) + checksum_of(bytes_) + bytes_;
}

ModelReader::ModelReader(std::string_view file, const ModelKind& kind) : kind_(kind), rest_(file) {
    if (!file.starts_with(kind.magic)) {
        refuse(fmt::format("is not a {} model", kind.name));
    }
    rest_.remove_prefix(kind.magic.size());
    if (const std::uint32_t found = number(); found != kind.version) {
        refuse(fmt::format("has version {}, this program needs version {}", found, kind.version));
    }
    const std::string_view checksum = take(checksum_size);
    if (checksum != checksum_of(rest_)) {
        refuse("is damaged: its checksum is wrong");
    }
}

std::uint32_t ModelReader::number() {
    const std::string_view bytes = take(4);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    }
    return value;
}

std::string_view ModelReader::text() { return take(number()); }

void ModelReader::matrix(Matrix& matrix) {
    const std::uint32_t rows = number();
    const std::uint32_t columns = number();
    if (rows != matrix.rows() || columns != matrix.columns()) {
        refuse("has weights of another shape than this program's");
    }
    for (std::size_t i = 0; i < rows; ++i) {
        const auto scale = std::bit_cast<float>(number());
        const std::string_view values = take(columns);
        for (std::size_t j = 0; j < columns; ++j) {
            matrix.row(i)[j] = scale * static_cast<float>(static_cast<std::int8_t>(values[j]));
        }
    }
}

void ModelReader::end() const {
    if (!rest_.empty()) {
        refuse("has more bytes than it should");
    }
}

void ModelReader::refuse(std::string_view why) const {
    throw Failure(fmt::format("the {} model {}; build or train it again", kind_.name, why));
}

std::string_view ModelReader::take(std::size_t count) {
    if (count > rest_.size()) {
        refuse("is cut short");
    }
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
}

}  // namespace synoptic
