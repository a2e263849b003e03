// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace synoptic {

/// The run cannot go on: a sentence for the user. Thrown anywhere, caught only in main.cpp.
class Failure : public std::runtime_error {
public:
    /// exit_code: 1 the data or the machine, 2 the way the program was called.
    explicit Failure(const std::string& sentence, int exit_code = 1) : std::runtime_error(sentence), exit_code_(exit_code) {}
    [[nodiscard]] int exit_code() const { return exit_code_; }

private:
    int exit_code_;
};

}  // namespace synoptic
