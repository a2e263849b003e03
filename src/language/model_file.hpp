// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "language/matrix.hpp"

namespace synoptic {

/// What a model file says of itself; a file that says something else is refused.
struct ModelKind {
    std::string_view name;   ///< "syntax"
    std::string_view magic;  ///< its first 16 bytes
    std::uint32_t version = 1;
};

/// Writes numbers (4 bytes, low first), counted text and matrices (int8 with one float scale a row).
class ModelWriter {
public:
    void number(std::uint32_t value);
    void text(std::string_view value);
    void matrix(const Matrix& matrix);
    /// All that was written behind magic, version and checksum.
    [[nodiscard]] std::string file(const ModelKind& kind) const;

private:
    std::string bytes_;
};

/// Reads what ModelWriter wrote. Throws Failure where the bytes are no model of this kind and version, were damaged or cut short.
class ModelReader {
public:
    ModelReader(std::string_view file, const ModelKind& kind);
    std::uint32_t number();
    std::string_view text();
    /// Into a matrix of the shape that is expected.
    void matrix(Matrix& matrix);
    /// To be called behind the last part: anything left is an error.
    void end() const;
    [[noreturn]] void refuse(std::string_view why) const;

private:
    std::string_view take(std::size_t count);

    ModelKind kind_;
    std::string_view rest_;
};

}  // namespace synoptic
