// SPDX-License-Identifier: Apache-2.0
// The model as a file: magic, version, checksum, then counted text and rows of int8 with one float scale each.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/failure.hpp"
#include "core/id.hpp"
#include "core/text.hpp"
#include "language/syntax_model.hpp"

namespace synoptic {

namespace {

constexpr std::string_view magic = "SYNOPTIC SYNTAX\n";
constexpr std::uint32_t version = 1;

[[noreturn]] void refuse(const std::string& why) { throw Failure("the syntax model " + why + "; build or train it again"); }

class Writer {
public:
    void number(std::uint32_t value) {
        for (int shift = 0; shift < 32; shift += 8) {
            bytes_ += static_cast<char>(value >> shift & 0xFFU);
        }
    }
    void text(std::string_view value) {
        number(static_cast<std::uint32_t>(value.size()));
        bytes_ += value;
    }
    void matrix(const Matrix& matrix) {
        number(static_cast<std::uint32_t>(matrix.rows()));
        number(static_cast<std::uint32_t>(matrix.columns()));
        for (std::size_t i = 0; i < matrix.rows(); ++i) {
            float largest = 0;
            for (std::size_t j = 0; j < matrix.columns(); ++j) {
                largest = std::max(largest, std::abs(matrix.row(i)[j]));
            }
            const float scale = largest / 127.0F;
            std::uint32_t bits = 0;
            std::memcpy(&bits, &scale, sizeof bits);
            number(bits);
            for (std::size_t j = 0; j < matrix.columns(); ++j) {
                const float steps = scale > 0 ? std::nearbyint(matrix.row(i)[j] / scale) : 0.0F;
                bytes_ += static_cast<char>(static_cast<std::int8_t>(std::clamp(steps, -127.0F, 127.0F)));
            }
        }
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

class Source {
public:
    explicit Source(std::string_view bytes) : rest_(bytes) {}
    std::string_view take(std::size_t count) {
        if (count > rest_.size()) {
            refuse("is cut short");
        }
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }
    std::uint32_t number() {
        const std::string_view bytes = take(4);
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
        }
        return value;
    }
    std::string_view text() { return take(number()); }
    void matrix(Matrix& matrix) {
        const std::uint32_t rows = number();
        const std::uint32_t columns = number();
        if (rows != matrix.rows() || columns != matrix.columns()) {
            refuse("has weights of another shape than this program's network");
        }
        for (std::size_t i = 0; i < rows; ++i) {
            const std::uint32_t bits = number();
            float scale = 0;
            std::memcpy(&scale, &bits, sizeof scale);
            const std::string_view values = take(columns);
            for (std::size_t j = 0; j < columns; ++j) {
                matrix.row(i)[j] = scale * static_cast<float>(static_cast<std::int8_t>(values[j]));
            }
        }
    }
    [[nodiscard]] bool is_empty() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) {
        out += line;
        out += '\n';
    }
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> out;
    for (const std::string_view line : split(text, '\n')) {
        out.emplace_back(line);
    }
    out.pop_back();  // behind the last line feed
    return out;
}

std::string checksum_of(std::string_view payload) { return to_hex(hash_pieces({payload})); }

}  // namespace

std::string pack(const SyntaxModel& model) {
    Writer out;
    out.text(joined(model.words));
    out.text(joined(model.tags));
    out.text(model.lemmas.to_text());
    for (const Matrix* matrix : model.weights()) {
        out.matrix(*matrix);
    }
    Writer head;
    head.number(version);
    return std::string(magic) + head.bytes() + checksum_of(out.bytes()) + out.bytes();
}

SyntaxModel unpack_syntax_model(std::string_view bytes) {
    if (!bytes.starts_with(magic)) {
        refuse("is not a syntax model");
    }
    Source head(bytes.substr(magic.size()));
    if (const std::uint32_t found = head.number(); found != version) {
        refuse(fmt::format("has version {}, this program needs version {}", found, version));
    }
    const std::string_view checksum = head.take(32);
    const std::string_view payload = bytes.substr(magic.size() + 4 + 32);
    if (checksum != checksum_of(payload)) {
        refuse("is damaged: its checksum is wrong");
    }
    Source in(payload);
    SyntaxModel model;
    std::vector<std::string> words = lines_of(in.text());
    std::vector<std::string> tags = lines_of(in.text());
    if (tags.empty() || tags.size() > network::tags) {
        refuse("has a tag set of a wrong size");
    }
    model.shape(std::move(words), std::move(tags));
    model.lemmas = LemmaRules::from_text(in.text());
    for (Matrix* matrix : model.weights()) {
        in.matrix(*matrix);
    }
    if (!in.is_empty()) {
        refuse("has more bytes than it should");
    }
    return model;
}

}  // namespace synoptic
