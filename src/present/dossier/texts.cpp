// SPDX-License-Identifier: Apache-2.0
// The pane with the accounts' texts: every sentence has an id that the signs lead to.
#include <fmt/format.h>

#include <algorithm>

#include "present/dossier/markup.hpp"
#include "present/dossier/sections.hpp"

namespace synoptic {

namespace {

/// The sentences that begin in [block.start, block.end) as spans, and what stands between them.
std::string block_text(const DossierContext& context, std::uint32_t index, RangeRecord block, std::uint32_t& next) {
    const std::vector<RangeRecord>& sentences = context.story().documents[index].sentences;
    std::string html;
    std::uint32_t at = block.start;
    for (; next < sentences.size() && sentences[next].start < block.end; ++next) {
        const RangeRecord sentence = sentences[next];
        if (sentence.start > at) {
            html += escape_html(context.view(index, {at, sentence.start}));
        }
        html += fmt::format("<span id=\"{}\">{}</span>", context.sentence_anchor(index, next), escape_html(context.view(index, sentence)));
        at = std::max(at, sentence.end);
    }
    return at < block.end ? html + escape_html(context.view(index, {at, block.end})) : html;
}

std::string body(const DossierContext& context, std::uint32_t index) {
    const DocumentRecord& document = context.story().documents[index];
    std::vector<BlockRecord> blocks = document.blocks;
    if (blocks.empty()) {
        blocks.push_back({{0, ~std::uint32_t{0}}, "paragraph"});
    }
    std::string html;
    std::uint32_t next = 0;
    for (const BlockRecord& block : blocks) {
        const std::string text = block_text(context, index, block.range, next);
        std::string style = block.kind == "paragraph" ? "" : block.kind;
        std::ranges::replace(style, ' ', '-');
        html += style.empty() ? fmt::format("<p>{}</p>\n", text) : fmt::format("<p class=\"{}\">{}</p>\n", escape_html(style), text);
    }
    return html;
}

}  // namespace

std::string texts_pane(const DossierContext& context) {
    std::string html;
    for (const AccountRecord& account : context.story().accounts) {
        for (const std::uint32_t index : account.documents) {
            const DocumentRecord& document = context.story().documents[index];
            html += fmt::format("<article class=\"text c{}\" id=\"{}\">\n<header><p>{} {}{}</p>\n<a class=\"close\" href=\"#closed\" "
                                "title=\"Close the text\">×</a></header>\n<h3 {}>{}</h3>\n<div {}>\n{}</div>\n</article>\n",
                                context.account_of(index) % 8, context.text_anchor(index), context.plain_sign(index),
                                escape_html(shortened(context.outlet(index), 60)),
                                document.published ? ", " + time_html(*document.published) : "", context.language_attributes(index),
                                document.title ? escape_html(*document.title) : "<em>no title</em>", context.language_attributes(index),
                                body(context, index));
        }
    }
    return fmt::format("<aside id=\"texts\" aria-label=\"The texts of the accounts\" tabindex=\"0\">\n<h2>The texts</h2>\n{}</aside>\n",
                       html);
}

}  // namespace synoptic
