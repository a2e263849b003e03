// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/coded_event.hpp"
#include "core/document.hpp"

namespace synoptic {

/// Codes events sentence by sentence with the frames of data/. Const after construction and safe to share between threads.
class Coder {
public:
    /// `actors`: a user's own table "name TAB code", or empty. Throws Failure naming the line of a table that cannot be used.
    explicit Coder(std::string_view actors = {});
    ~Coder();
    Coder(Coder&&) noexcept;
    Coder& operator=(Coder&&) noexcept;

    /// The events of an analysed document, in order of sentence and trigger.
    [[nodiscard]] std::vector<CodedEvent> code(const Document& document) const;

private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

}  // namespace synoptic
