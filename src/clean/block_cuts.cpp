// SPDX-License-Identifier: Apache-2.0
#include "clean/block_cuts.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace synoptic {

namespace {

/// Builds the text of a document anew from its blocks.
class TextBuilder {
public:
    void add(std::string_view text, BlockKind kind, Span page) {
        if (!text_.empty()) {
            text_ += "\n\n";
        }
        const auto begin = static_cast<std::uint32_t>(text_.size());
        text_ += text;
        blocks_.push_back({{begin, static_cast<std::uint32_t>(text_.size())}, kind, page});
    }

    void move_to(Document& document) {
        document.text = std::move(text_);
        document.blocks = std::move(blocks_);
    }

    [[nodiscard]] std::size_t size() const { return blocks_.size(); }

private:
    std::string text_;
    std::vector<Block> blocks_;
};

/// Puts `added`, which is in order of text, among the cuts: each before the first that stands behind it on the page.
std::vector<Cut> merge_in_page_order(std::vector<Cut> cuts, std::vector<Cut> added) {
    std::vector<Cut> merged;
    merged.reserve(cuts.size() + added.size());
    auto next = added.begin();
    for (Cut& cut : cuts) {
        for (; next != added.end() && !next->page.empty() && next->page.begin < cut.page.begin; ++next) {
            merged.push_back(std::move(*next));
        }
        merged.push_back(std::move(cut));
    }
    std::move(next, added.end(), std::back_inserter(merged));
    return merged;
}

}  // namespace

void cut_blocks(Document& document, std::span<const std::uint32_t> numbers) {
    if (numbers.empty()) {
        return;
    }
    TextBuilder kept;
    std::vector<Cut> cuts;
    auto next = numbers.begin();
    for (std::uint32_t number = 0; number < document.blocks.size(); ++number) {
        const Block& block = document.blocks[number];
        if (next == numbers.end() || *next != number) {
            kept.add(document.view(block.span), block.kind, block.page);
            continue;
        }
        ++next;
        cuts.push_back(
            {std::string(document.view(block.span)), "repeated on host", block.page, FormerBlock{.number = number, .kind = block.kind}});
    }
    document.cut = merge_in_page_order(std::move(document.cut), std::move(cuts));
    kept.move_to(document);
}

std::vector<std::uint32_t> put_back_blocks(Document& document) {
    const auto first = std::stable_partition(document.cut.begin(), document.cut.end(), [](const Cut& cut) { return !cut.former; });
    std::vector<Cut> former(std::make_move_iterator(first), std::make_move_iterator(document.cut.end()));
    document.cut.erase(first, document.cut.end());
    std::vector<std::uint32_t> numbers;
    if (former.empty()) {
        return numbers;
    }
    std::ranges::sort(former, {}, [](const Cut& cut) { return cut.former->number; });
    TextBuilder whole;
    auto block = document.blocks.begin();
    for (const Cut& cut : former) {
        for (; whole.size() < cut.former->number && block != document.blocks.end(); ++block) {
            whole.add(document.view(block->span), block->kind, block->page);
        }
        whole.add(cut.text, cut.former->kind, cut.page);
        numbers.push_back(cut.former->number);
    }
    for (; block != document.blocks.end(); ++block) {
        whole.add(document.view(block->span), block->kind, block->page);
    }
    whole.move_to(document);
    return numbers;
}

}  // namespace synoptic
