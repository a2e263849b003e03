// SPDX-License-Identifier: Apache-2.0
#include "clean/article.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "clean/lines.hpp"
#include "clean/page_blocks.hpp"
#include "clean/titles.hpp"
#include "clean/witness.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t shortest_evidence = 40;
constexpr std::size_t least_paragraph = 100;
constexpr std::size_t longest_odd = 160;
constexpr std::uint32_t longest_card = 700;   ///< bytes of text in a teaser
constexpr std::uint32_t longest_plain = 400;  ///< the same where the cards are a good part of the article: it may be a list of things

/// How much a block speaks for an article around it.
double weight_of(const PageBlock& block) {
    if (!block.reason.empty() || block.kind == BlockKind::heading || block.text.size() < 25 || block.link_density() > 0.5) {
        return 0.0;
    }
    double weight = static_cast<double>(std::min<std::size_t>(block.text.size(), 1500)) * (1.0 - block.link_density());
    if (!ends_like_sentence(block.text)) {
        weight *= block.text.size() < 80 ? 0.1 : 0.6;
    }
    if (block.kind == BlockKind::list_item || block.kind == BlockKind::table_row) {
        weight *= 0.4;
    }
    return weight;
}

/// Finds the element that holds the article.
class RootFinder {
public:
    RootFinder(const Dom& dom, const NodeNames& names, const std::vector<PageBlock>& blocks)
        : dom_(dom), names_(names), scores_(dom.size(), 0.0), before_(dom.size() + 1, 0.0), paragraphs_before_(dom.size() + 1, 0.0) {
        for (const PageBlock& block : blocks) {
            const double weight = weight_of(block);
            before_[block.first_text + 1] += weight;
            paragraphs_before_[block.first_text + 1] += block.text.size() >= shortest_evidence ? weight : 0.0;
            double share = 1.0;
            for (std::uint32_t at = dom[block.owner].parent; share > 0.1; at = dom[at].parent, share *= 0.5) {
                scores_[at] += weight * share;
                if (at == 0) {
                    break;
                }
            }
        }
        for (std::size_t i = 1; i < before_.size(); ++i) {
            before_[i] += before_[i - 1];
            paragraphs_before_[i] += paragraphs_before_[i - 1];
        }
    }

    [[nodiscard]] std::uint32_t find() const {
        const auto densest = static_cast<std::uint32_t>(std::ranges::max_element(scores_) - scores_.begin());
        std::uint32_t root = densest;
        double needed = 0.2;
        if (const std::uint32_t named = named_body(); named != 0 && inside(named) >= 0.5 * inside(densest)) {
            root = named;
            needed = 1.0;
        }
        for (std::uint32_t at = root; at != 0;) {
            at = dom_[at].parent;
            if (paragraphs_inside(at) >= paragraphs_inside(root) * (1.0 + needed)) {
                root = at;
            }
        }
        return root;
    }

private:
    [[nodiscard]] double inside(std::uint32_t at) const { return before_[dom_[at].end] - before_[at]; }
    /// The same without short lines: what makes the search go further out.
    [[nodiscard]] double paragraphs_inside(std::uint32_t at) const { return paragraphs_before_[dom_[at].end] - paragraphs_before_[at]; }

    /// The element with the most text among those named as an article's body; 0 if there is none.
    [[nodiscard]] std::uint32_t named_body() const {
        std::uint32_t best = 0;
        for (std::uint32_t i = 1; i < dom_.size(); ++i) {
            if (dom_[i].tag == Tag::text || inside(i) <= (best == 0 ? 100.0 : inside(best))) {
                continue;
            }
            if (dom_.attribute(i, Attr::itemprop) == "articleBody" || names_.by_class(i).content == 2 || names_.by_id(i).content == 2) {
                best = i;
            }
        }
        return best;
    }

    const Dom& dom_;
    const NodeNames& names_;
    std::vector<double> scores_;
    std::vector<double> before_;
    std::vector<double> paragraphs_before_;
};

/// `titles` are the bare words of each form of the title.
bool is_title(std::string_view text, const std::vector<std::string>& titles) {
    return text.size() <= 400 && !titles.empty() && std::ranges::find(titles, bare_words(text)) != titles.end();
}

/// Marks the blocks of teaser cards: three or more elements alike beside each other, each with a line of its own that is a link.
std::vector<bool> teaser_blocks(const Dom& dom, const std::vector<PageBlock>& blocks, std::uint32_t root) {
    std::vector<std::uint32_t> linked_before(dom.size() + 1, 0);
    std::vector<std::uint32_t> text_before(dom.size() + 1, 0);
    for (const PageBlock& block : blocks) {
        linked_before[block.first_text + 1] += block.link_density() > 0.8 && block.text.size() >= 15 ? 1U : 0U;
        text_before[block.first_text + 1] += static_cast<std::uint32_t>(block.text.size());
    }
    for (std::uint32_t i = 1; i <= dom.size(); ++i) {
        linked_before[i] += linked_before[i - 1];
        text_before[i] += text_before[i - 1];
    }
    std::vector<bool> is_teaser(blocks.size(), false);
    std::vector<bool> in_card(dom.size(), false);
    for (std::uint32_t parent = 0; parent < dom.size(); ++parent) {
        if (dom[parent].tag == Tag::text || linked_before[dom[parent].end] - linked_before[parent] < 3) {
            continue;
        }
        std::uint32_t run = 0;
        std::uint32_t cards_text = 0;
        std::vector<std::uint32_t> cards;
        const auto close_run = [&] {
            if (cards.size() >= 3 && cards.size() * 5 >= run * 4) {
                const bool is_list = cards_text * 3 > text_before[dom[root].end] - text_before[root];
                for (const std::uint32_t card : cards) {
                    in_card[card] = !is_list || text_before[dom[card].end] - text_before[card] < longest_plain;
                }
            }
            cards.clear();
            cards_text = 0;
            run = 0;
        };
        std::uint32_t last = 0;
        for (std::uint32_t child = parent + 1; child < dom[parent].end; child = dom[child].end) {
            const Tag tag = dom[child].tag;
            if (tag != Tag::div && tag != Tag::li && tag != Tag::article && tag != Tag::section && tag != Tag::figure && tag != Tag::a) {
                continue;
            }
            if (last != 0 && (dom[last].tag != tag ||
                              dom.attribute(last, Attr::class_).substr(0, 12) != dom.attribute(child, Attr::class_).substr(0, 12))) {
                close_run();
            }
            last = child;
            const std::uint32_t text = text_before[dom[child].end] - text_before[child];
            if (text == 0) {
                continue;
            }
            ++run;
            if (linked_before[dom[child].end] > linked_before[child] && text < longest_card) {
                cards.push_back(child);
                cards_text += text;
            }
        }
        close_run();
    }
    for (std::uint32_t i = 1; i < dom.size(); ++i) {
        in_card[i] = in_card[i] || in_card[dom[i].parent];
    }
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        is_teaser[i] = in_card[blocks[i].first_text];
    }
    return is_teaser;
}

/// "Our podcast goes deeper every Friday", "Win two tickets!": addressed to the reader, as promotions are.
bool speaks_to_reader(std::string_view text) {
    if (text.find('"') != std::string_view::npos || text.find("\u201C") != std::string_view::npos) {
        return false;  // somebody else's words
    }
    const std::string words = " " + bare_words(text) + " ";
    return text.ends_with('!') || std::ranges::any_of(std::array{" you ", " your ", " our ", " us ", " free ", " win ", " save ", " buy ",
                                                                 " now ", " here ", " app ", " sale ", " deal ", " deals ", " discount "},
                                                      [&](std::string_view word) { return words.find(word) != std::string::npos; });
}

/// Marks short blocks that stand among paragraphs but are made otherwise: <div class="jackpot"> between <p>s. Most of a page's promotions
/// are, and they speak to the reader or hold a link.
std::vector<bool> odd_blocks(const Dom& dom, const NodeNames& names, const std::vector<PageBlock>& blocks, std::uint32_t root) {
    using Make = std::pair<Tag, std::string_view>;  // an element's tag and class
    const auto make_of = [&](std::uint32_t at) { return Make{dom[at].tag, dom.names(dom[at].class_names)}; };
    const auto is_in_root = [&](const PageBlock& block) {
        return block.first_text >= root && block.first_text < dom[root].end && block.reason.empty();
    };

    std::map<std::uint32_t, std::map<Make, std::size_t>> paragraphs;  // by parent: how many of which make
    for (const PageBlock& block : blocks) {
        if (is_in_root(block) && block.text.size() >= least_paragraph && block.kind == BlockKind::paragraph &&
            ends_like_sentence(block.text)) {
            ++paragraphs[dom[block.owner].parent][make_of(block.owner)];
        }
    }
    std::vector<bool> odd(blocks.size(), false);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const PageBlock& block = blocks[i];
        if (!is_in_root(block) || block.text.size() > longest_odd ||
            (block.kind != BlockKind::paragraph && block.kind != BlockKind::quote)) {
            continue;
        }
        std::uint32_t at = block.owner;
        for (int up = 0; up < 3 && at > root && !paragraphs.contains(dom[at].parent); ++up) {
            at = dom[at].parent;
        }
        const auto group = paragraphs.find(dom[at].parent);
        if (group == paragraphs.end() || dom[at].class_names == 0) {
            continue;
        }
        const auto most = std::ranges::max_element(group->second, {}, [](const auto& entry) { return entry.second; });
        const Make own = make_of(at);
        const bool other_make = own.first == Tag::p ? own.second != most->first.second : own.first != most->first.first;
        const bool is_odd = most->second >= 3 && other_make && !group->second.contains(own) &&
                            (own.first == Tag::p || own.first == Tag::div || own.first == Tag::section || own.first == Tag::blockquote);
        odd[i] = is_odd && (block.linked > 0 || speaks_to_reader(block.text)) && names.by_class(at).content == 0;
    }
    return odd;
}

/// Cuts the short lines whose element is made like that of an advert that its words gave away, where no paragraph is made so.
void cut_like_adverts(const Dom& dom, const std::vector<PageBlock>& blocks, Pieces& pieces) {
    using Make = std::pair<Tag, std::string_view>;
    const auto make_at = [&](std::uint32_t at) { return Make{dom[at].tag, dom.names(dom[at].class_names)}; };
    const auto make_of = [&](const PageBlock& block) { return make_at(block.owner); };
    std::map<Make, bool> adverts;  // whether all of that make are short
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].reason.empty() && pieces[i].reason == "advert" && !make_of(blocks[i]).second.empty()) {
            adverts.try_emplace(make_of(blocks[i]), true);
        }
    }
    for (const PageBlock& block : blocks) {
        std::uint32_t at = block.owner;
        for (int up = 0; up < 4 && block.text.size() >= longest_odd / 2; ++up, at = dom[at].parent) {
            if (const auto found = adverts.find(make_at(at)); found != adverts.end()) {
                found->second = false;
            }
        }
    }
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto found = adverts.find(make_of(blocks[i]));
        if (found != adverts.end() && found->second && pieces[i].stays() && pieces[i].kind == BlockKind::paragraph &&
            !ends_like_sentence(pieces[i].text)) {
            pieces[i].reason = "advert";
        }
    }
}

/// The block after the headline, if that stands before the element that holds the article: a lead may stand between.
std::size_t lead_begin(const std::vector<PageBlock>& blocks, std::uint32_t root, const std::vector<std::string>& titles) {
    std::size_t begin = blocks.size();
    for (std::size_t i = 0; i < blocks.size() && blocks[i].first_text < root; ++i) {
        if (is_title(blocks[i].text, titles)) {
            begin = i + 1;
        }
    }
    return begin;
}

/// Headings that nothing follows.
void cut_loose_headings(Pieces& pieces) {
    bool followed = false;
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        if (!piece->stays()) {
            continue;
        }
        if (piece->kind == BlockKind::heading && !followed) {
            piece->reason = "related";
        } else {
            followed = piece->kind != BlockKind::heading || followed;
        }
    }
}

/// Less text than this makes a page be read again with less trust in the names of its elements.
constexpr std::size_t least_article = 250;

FoundArticle find_with(const Dom& dom, const NodeNames& names, const std::vector<std::string>& titles, Trust trust) {
    const std::vector<std::string_view> reasons = furniture_by_names(dom, names, trust);
    const std::vector<PageBlock> blocks = page_blocks(dom, reasons);
    const std::uint32_t root = RootFinder(dom, names, blocks).find();
    const LineRules& rules = LineRules::instance();

    const std::size_t lead = lead_begin(blocks, root, titles);
    const std::vector<bool> odd = odd_blocks(dom, names, blocks, root);
    const std::vector<bool> teasers = teaser_blocks(dom, blocks, root);

    Pieces pieces;
    pieces.reserve(blocks.size());
    std::vector<Markup> markup = describe_markup(dom, names, blocks, root);
    for (const PageBlock& block : blocks) {
        Piece piece;
        piece.text = block.text;
        piece.kind = block.kind;
        piece.page = block.page;
        piece.block = static_cast<std::uint32_t>(pieces.size());
        markup[piece.block].odd = odd[piece.block];
        markup[piece.block].teaser = teasers[piece.block];
        piece.is_linked = block.link_density() > 0.7;
        const bool in_root = block.first_text >= root && block.first_text < dom[root].end;
        const bool in_lead = pieces.size() >= lead && block.first_text < root && block.text.size() >= 100 && block.link_density() < 0.3 &&
                             ends_like_sentence(block.text);
        if (!block.reason.empty()) {
            piece.reason = block.reason;
        } else if (is_title(block.text, titles)) {
            piece.reason = "repeated";
        } else if (!in_root && !in_lead) {
            piece.reason = "other";
        } else if (teasers[pieces.size()]) {
            piece.reason = "related";
        } else if (const Furniture found = rules.furniture(block.text)) {
            piece.reason = found.reason;
        } else if (is_menu(block.text) && block.kind != BlockKind::table_row) {
            piece.reason = "navigation";
        } else if (piece.is_linked && block.text.size() < 300) {
            piece.reason = "related";
        } else if (!byline_name(block.text).empty()) {
            piece.reason = "other";
        } else if (block.kind == BlockKind::caption) {
            piece.reason = "caption";
        } else if (odd[pieces.size()]) {
            piece.reason = "advert";
        }
        pieces.push_back(std::move(piece));
    }
    cut_like_adverts(dom, blocks, pieces);
    cut_loose_headings(pieces);
    return {std::move(pieces), std::move(markup)};
}

std::size_t kept_text(const Pieces& pieces) {
    std::size_t size = 0;
    for (const Piece& piece : pieces) {
        size += piece.stays() && piece.kind != BlockKind::heading ? piece.text.size() : 0;
    }
    return size;
}

}  // namespace

FoundArticle find_article(const Dom& dom, const NodeNames& names, const Metadata& metadata) {
    std::vector<std::string> titles;
    for (const std::string& title : metadata.titles) {
        titles.push_back(bare_words(title));
    }
    std::erase(titles, "");
    FoundArticle best = find_with(dom, names, titles, Trust::names);
    for (const Trust trust : {Trust::tags, Trust::nothing}) {
        if (kept_text(best.pieces) >= least_article) {
            break;
        }
        FoundArticle other = find_with(dom, names, titles, trust);
        if (kept_text(other.pieces) > 2 * kept_text(best.pieces)) {
            best = std::move(other);
        }
    }
    hear_witness(best.pieces, metadata.article_body);
    return best;
}

}  // namespace synoptic
