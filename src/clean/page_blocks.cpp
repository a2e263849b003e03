// SPDX-License-Identifier: Apache-2.0
#include "clean/page_blocks.hpp"

#include <algorithm>
#include <optional>

#include "clean/tags.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t little_text = 100;  ///< bytes of running text: less is no paragraph

bool is_invisible_tag(Tag tag) {
    switch (tag) {
    case Tag::head:
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::svg:
    case Tag::math:
    case Tag::iframe:
    case Tag::object:
    case Tag::canvas:
    case Tag::select:
    case Tag::textarea:
    case Tag::audio:
    case Tag::video:
    case Tag::title:
        return true;
    default:
        return false;
    }
}

bool is_hidden(const Dom& dom, std::uint32_t at) {
    if (dom.has_attribute(at, Attr::hidden)) {
        return true;
    }
    const std::string_view style = dom.attribute(at, Attr::style);
    if (style.empty()) {
        return false;
    }
    std::string plain = lower_ascii(style.substr(0, 400));
    std::erase(plain, ' ');
    return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

/// Whether the text node is all of the line `raw` and set in bold, italics or another size: a headline or byline of an old page, which a
/// single <br> ends.
bool is_set_line(const Dom& dom, std::uint32_t text, std::string_view raw) {
    const Tag parent = dom[dom[text].parent].tag;
    const bool is_set = parent == Tag::b || parent == Tag::strong || parent == Tag::font || parent == Tag::i || parent == Tag::em;
    return is_set && raw.size() < 200 && trim(raw) == trim(dom.text(text));
}

/// Whether the text stands in one of two elements, or in one that stands in them.
bool is_set_in(const Dom& dom, std::uint32_t text, Tag one, Tag other) {
    const Dom::Node& parent = dom[dom[text].parent];
    return any_of(parent.tag, one, other) || any_of(dom[parent.parent].tag, one, other);
}

std::string_view reason_of_tag(const Dom& dom, std::uint32_t at) {
    switch (dom[at].tag) {
    case Tag::nav:
    case Tag::menu:
    case Tag::search:
        return "navigation";
    case Tag::footer:
        return "footer";
    case Tag::aside:
        return "related";
    case Tag::button:
        return "other";
    case Tag::dialog:
        return "other";
    case Tag::form:
        return "other";
    case Tag::figcaption:
    case Tag::figure:
        return "caption";
    case Tag::address:
        return "other";
    default:
        break;
    }
    const std::string_view role = dom.attribute(at, Attr::role);
    if (role.empty()) {
        return {};
    }
    if (role == "navigation" || role == "banner" || role == "menu" || role == "menubar" || role == "search" || role == "toolbar") {
        return "navigation";
    }
    if (role == "contentinfo") {
        return "footer";
    }
    return role == "complementary" ? "related" : role == "dialog" || role == "alertdialog" ? "cookie" : "";
}

BlockKind kind_of(Tag tag, BlockKind outer) {
    switch (tag) {
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
        return BlockKind::heading;
    case Tag::li:
    case Tag::dd:
    case Tag::dt:
        return BlockKind::list_item;
    case Tag::blockquote:
        return BlockKind::quote;
    case Tag::figcaption:
    case Tag::caption:
        return BlockKind::caption;
    default:
        return outer;
    }
}

bool is_cell(Tag tag) { return tag == Tag::td || tag == Tag::th; }

/// Whether the table lays out figures or words, not a page: cells are short and hold no blocks of their own.
bool is_data_table(const Dom& dom, std::uint32_t at) {
    std::uint32_t cells = 0;
    std::uint32_t rows = 0;
    std::uint32_t paragraphs = 0;
    std::size_t cell_text = 0;
    for (std::uint32_t i = at + 1; i < dom[at].end; ++i) {
        const Tag tag = dom[i].tag;
        if (tag == Tag::table || kind_of(tag, BlockKind::paragraph) == BlockKind::heading || tag == Tag::form || tag == Tag::script) {
            return false;
        }
        if (is_cell(tag)) {
            ++cells;
            cell_text = 0;
        } else if (tag == Tag::tr) {
            ++rows;
        } else if (tag == Tag::p || tag == Tag::div) {
            ++paragraphs;
        } else if (tag == Tag::text) {
            cell_text += dom.text(i).size();
            if (cell_text > 400) {
                return false;
            }
        }
    }
    return rows > 0 && cells > rows && paragraphs <= cells;
}

}  // namespace

std::vector<std::string_view> furniture_by_names(const Dom& dom, const NodeNames& names, Trust trust) {
    std::vector<std::string_view> reasons(dom.size());
    std::vector<std::size_t> text_before(dom.size() + 1, 0);  // running sum of the text that is longer than a menu's and no link
    std::uint32_t unseen_until = 0;
    for (std::uint32_t i = 0; i < dom.size(); ++i) {
        if (i >= unseen_until && is_invisible_tag(dom[i].tag)) {
            unseen_until = dom[i].end;
        }
        const bool counts = i >= unseen_until && dom[i].tag == Tag::text && !dom[i].in_link;
        const std::size_t own = counts ? trim(dom.text(i)).size() : 0;
        text_before[i + 1] = text_before[i] + (own >= 40 ? own : 0);
    }
    const std::size_t all = text_before.back();

    const auto reason_of_names = [&](std::uint32_t i, bool if_little_text) {
        const NameFacts& by_class = names.by_class(i);
        const NameFacts& by_id = names.by_id(i);
        const std::string_view reason = if_little_text ? by_class.furniture_if_little : by_class.furniture;
        return !reason.empty() ? reason : if_little_text ? by_id.furniture_if_little : by_id.furniture;
    };
    const auto is_named_body = [&](std::uint32_t i) {
        return names.by_class(i).is_body || names.by_id(i).is_body || dom.attribute(i, Attr::itemprop) == "articleBody";
    };

    for (std::uint32_t i = 0; i < dom.size(); ++i) {
        const Dom::Node& node = dom[i];
        std::string_view reason = i == 0 ? std::string_view{} : reasons[node.parent];
        if (node.tag == Tag::text || reason == invisible) {
            reasons[i] = reason;
            continue;
        }
        std::string_view own;
        if (is_invisible_tag(node.tag)) {
            own = invisible;
        } else if (node.tag != Tag::body && node.tag != Tag::html && node.tag != Tag::main) {
            const std::size_t inside = text_before[node.end] - text_before[i];
            const bool has_most = inside * 2 > all && inside > 200;
            if (!has_most) {
                if (is_hidden(dom, i) && trust != Trust::nothing) {
                    own = invisible;
                } else if (own = trust == Trust::nothing ? std::string_view{} : reason_of_tag(dom, i);
                           trust == Trust::names && own.empty() && node.tag != Tag::article) {
                    const bool if_little_text = inside < little_text && is_block(node.tag);
                    own = reason_of_names(i, if_little_text);
                    if (!own.empty() && is_named_body(i)) {
                        own = {};
                    }
                }
            }
        }
        reasons[i] = own == invisible || reason.empty() ? (own.empty() ? reason : own) : reason;
    }
    return reasons;
}

std::vector<PageBlock> page_blocks(const Dom& dom, const std::vector<std::string_view>& reasons) {
    std::vector<PageBlock> blocks;
    std::vector<std::uint32_t> owner(dom.size(), 0);
    std::vector<BlockKind> kinds(dom.size(), BlockKind::paragraph);
    std::vector<bool> in_rows(dom.size(), false);
    std::optional<PageBlock> open;
    std::string raw;
    std::uint32_t breaks = 0;
    std::uint32_t last_text = 0;

    const auto flush = [&] {
        if (open) {
            open->text = fold_space(raw);
            if (!open->text.empty()) {
                open->linked = std::min(open->linked, static_cast<std::uint32_t>(open->text.size()));
                blocks.push_back(std::move(*open));
            }
            open.reset();
        }
        raw.clear();
        breaks = 0;
    };

    for (std::uint32_t i = 0; i < dom.size(); ++i) {
        const Dom::Node& node = dom[i];
        if (i > 0) {
            owner[i] = owner[node.parent];
            kinds[i] = kinds[node.parent];
            in_rows[i] = in_rows[node.parent];
        }
        if (reasons[i] == invisible) {
            i = node.end - 1;
            continue;
        }
        if (node.tag == Tag::text) {
            const std::string_view text = dom.text(i);
            const std::string_view trimmed = trim(text);
            if (trimmed.empty()) {
                raw += open ? " " : "";
                continue;
            }
            if (open && (open->owner != owner[i] || breaks >= 2 || (breaks == 1 && is_set_line(dom, last_text, raw)) ||
                         reasons[i].empty() != open->reason.empty())) {
                flush();
            }
            if (!open) {
                open.emplace();
                open->owner = owner[i];
                open->first_text = i;
                open->kind = kinds[i];
                open->reason = reasons[i];
                open->page = {node.page_begin, node.page_end};
                raw.clear();
            }
            if (breaks == 1) {
                raw += ' ';
            }
            breaks = 0;
            raw += text;
            last_text = i;
            open->page.end = node.page_end;
            const auto size = static_cast<std::uint32_t>(trimmed.size());
            open->linked += node.in_link ? size : 0;
            open->strong += is_set_in(dom, i, Tag::strong, Tag::b) ? size : 0;
            open->slanted += is_set_in(dom, i, Tag::em, Tag::i) ? size : 0;
            continue;
        }
        if (node.tag == Tag::br) {
            ++breaks;
            continue;
        }
        kinds[i] = kind_of(node.tag, kinds[i]);
        if (node.tag == Tag::table) {
            in_rows[i] = is_data_table(dom, i);
        }
        if (!is_block(node.tag)) {
            continue;
        }
        if (in_rows[i] && node.tag != Tag::table && node.tag != Tag::tr && node.tag != Tag::caption && node.tag != Tag::tbody &&
            node.tag != Tag::thead) {
            if (is_cell(node.tag) && open && open->owner == owner[i] && !trim(raw).empty()) {
                raw += " | ";
            } else {
                raw += ' ';
            }
            continue;
        }
        owner[i] = i;
        if (node.tag == Tag::tr && in_rows[i]) {
            kinds[i] = BlockKind::table_row;
        }
        flush();
    }
    flush();
    return blocks;
}

}  // namespace synoptic
