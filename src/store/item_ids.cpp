// SPDX-License-Identifier: Apache-2.0
#include "store/item_ids.hpp"

#include "core/id.hpp"

namespace synoptic {

std::string ItemIds::make(std::initializer_list<std::string_view> pieces) {
    const std::string first = to_hex(hash_pieces(pieces));
    std::string id = first;
    for (int next = 2; !used_.insert(id).second; ++next) {
        id = to_hex(hash_pieces({first, std::to_string(next)}));
    }
    return id;
}

}  // namespace synoptic
