// SPDX-License-Identifier: Apache-2.0
#include "clean/markup.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "clean/lines.hpp"

namespace synoptic {

namespace {

constexpr std::size_t evident_paragraph = 80;  ///< bytes

/// Sums over subtrees: `before[i]` is the sum over the nodes before i.
class SubtreeSum {
public:
    explicit SubtreeSum(std::uint32_t size) : before_(size + 1, 0) {}
    void add(std::uint32_t at, std::uint32_t value) { before_[at + 1] += value; }
    void close() {
        for (std::size_t i = 1; i < before_.size(); ++i) {
            before_[i] += before_[i - 1];
        }
    }
    [[nodiscard]] float below(const Dom& dom, std::uint32_t at) const { return static_cast<float>(before_[dom[at].end] - before_[at]); }

private:
    std::vector<std::uint32_t> before_;
};

float share(float part, float whole) { return whole > 0 ? part / whole : 0; }

/// Elements alike: the same tag and class.
struct Make {
    std::uint32_t lines = 0;
    std::uint32_t text = 0;
    std::uint32_t paragraphs = 0;  ///< bytes of the paragraphs in them
};

}  // namespace

std::vector<Markup> describe_markup(const Dom& dom, const NodeNames& names, const std::vector<PageBlock>& blocks, std::uint32_t root) {
    std::vector<std::uint16_t> depth(dom.size(), 0);
    for (std::uint32_t i = 1; i < dom.size(); ++i) {
        depth[i] = static_cast<std::uint16_t>(depth[dom[i].parent] + 1);
    }
    SubtreeSum text(dom.size());
    SubtreeSum linked(dom.size());
    std::map<std::pair<Tag, std::uint32_t>, Make> makes;
    std::unordered_map<std::uint32_t, std::uint32_t> paragraphs_beside;  // bytes, by parent
    std::uint32_t paragraphs = 0;
    const auto make_of = [&](const PageBlock& block) { return std::pair(dom[block.owner].tag, dom[block.owner].class_names); };
    std::vector<const Make*> made(blocks.size(), nullptr);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const PageBlock& block = blocks[i];
        const auto size = static_cast<std::uint32_t>(block.text.size());
        text.add(block.first_text, size);
        linked.add(block.first_text, block.linked);
        Make& make = makes[make_of(block)];
        made[i] = &make;
        ++make.lines;
        make.text += size;
        const bool in_root = block.first_text >= root && block.first_text < dom[root].end;
        if (in_root && block.reason.empty() && size >= evident_paragraph && block.link_density() < 0.5 && ends_like_sentence(block.text)) {
            make.paragraphs += size;
            paragraphs_beside[dom[block.owner].parent] += size;
            paragraphs += size;
        }
    }
    text.close();
    linked.close();

    std::vector<Markup> markup(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const PageBlock& block = blocks[i];
        Markup& own = markup[i];
        const std::uint32_t parent = dom[block.owner].parent;
        const std::uint32_t outer = dom[parent].parent;
        const Make& make = *made[i];
        const auto all = static_cast<float>(paragraphs);
        const auto size = static_cast<float>(block.text.size());
        own.linked = static_cast<float>(block.link_density());
        own.in_root = block.first_text >= root && block.first_text < dom[root].end;
        own.named = block.reason;
        own.tag = dom[block.owner].tag;
        own.depth = static_cast<float>(depth[block.owner]);
        own.below_root = own.in_root ? own.depth - static_cast<float>(depth[root]) : -1.0F;
        own.made_alike = share(static_cast<float>(make.paragraphs), all);
        own.alike_count = static_cast<float>(make.lines);
        own.alike_length = share(static_cast<float>(make.text), own.alike_count);
        const auto beside = paragraphs_beside.find(parent);
        own.siblings = beside == paragraphs_beside.end() ? 0 : share(static_cast<float>(beside->second), all);
        own.parent_text = text.below(dom, parent);
        own.parent_linked = share(linked.below(dom, parent), own.parent_text);
        own.outer_linked = share(linked.below(dom, outer), text.below(dom, outer));
        std::uint32_t at = block.owner;
        for (int up = 0; up < 4; ++up, at = dom[at].parent) {
            const NameFacts& by_class = names.by_class(at);
            const NameFacts& by_id = names.by_id(at);
            own.content = std::max({own.content, by_class.content, by_id.content});
            if (up < 2 && own.soft.empty()) {
                own.soft = !by_class.furniture_if_little.empty() ? by_class.furniture_if_little : by_id.furniture_if_little;
            }
        }
        own.strong = share(static_cast<float>(block.strong), size);
        own.slanted = share(static_cast<float>(block.slanted), size);
    }
    return markup;
}

}  // namespace synoptic
