// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace synoptic {

/// Why one input could not be used, as a sentence for the user ("the file is empty").
struct Error {
    std::string reason;
};

/// A value, or the reason there is none. One bad input is a Result; a run that cannot go on is an exception (Failure, failure.hpp).
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : held_(std::move(value)) {}
    Result(Error error) : held_(std::move(error)) {}

    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(held_); }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() {
        assert(ok());
        return *std::get_if<T>(&held_);
    }
    [[nodiscard]] const T& value() const {
        assert(ok());
        return *std::get_if<T>(&held_);
    }
    [[nodiscard]] const std::string& reason() const {
        assert(!ok());
        return std::get_if<Error>(&held_)->reason;
    }

private:
    std::variant<T, Error> held_;
};

}  // namespace synoptic
