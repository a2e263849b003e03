// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "clean/class_words.hpp"
#include "clean/dom.hpp"

namespace synoptic {

/// What the classes and ids of a page's elements say. The same names come again and again: each is judged once.
class NodeNames {
public:
    explicit NodeNames(const Dom& dom) : dom_(dom) {
        facts_.reserve(dom.names_size());
        for (std::uint32_t number = 0; number < dom.names_size(); ++number) {
            facts_.push_back(ClassWords::instance().facts(dom.names(number)));
        }
    }

    [[nodiscard]] const NameFacts& by_class(std::uint32_t node) const { return facts_[dom_[node].class_names]; }
    [[nodiscard]] const NameFacts& by_id(std::uint32_t node) const { return facts_[dom_[node].id_names]; }

private:
    const Dom& dom_;
    std::vector<NameFacts> facts_;
};

}  // namespace synoptic
