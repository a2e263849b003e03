// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>

namespace synoptic {

/// Gives the rows of one file their ids: hashes, in hex, of what makes each thing itself (for an event its type and the first place that
/// reports it), so that a rerun or a later reading of more documents keeps the ids of what is still there. Two things made of the same
/// pieces are told apart by their order, so no id comes twice.
class ItemIds {
public:
    std::string make(std::initializer_list<std::string_view> pieces);

private:
    std::unordered_set<std::string> used_;
};

}  // namespace synoptic
